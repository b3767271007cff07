// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/decoders.h"
#include "capture/helper/shrink.h"

#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr tmsize_t kMostAllocation = tmsize_t(700) << 20; ///< one strip may be a whole page

/// The bytes as a file for libtiff, and what it complained of while reading them.
class TiffSource
{
public:
    explicit TiffSource(const QByteArray& bytes)
        : m_bytes(bytes)
    {
        const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                       &TIFFOpenOptionsFree);
        TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), kMostAllocation);
        TIFFOpenOptionsSetErrorHandlerExtR(options.get(), &onError, this);
        TIFFOpenOptionsSetWarningHandlerExtR(options.get(), &onWarning, this);
        // "m": never mapped, so that every read beyond the end comes past `read` below.
        m_tiff = TIFFClientOpenExt("page", "rm", this, &read, &write, &seek, &close, &size, &map, &unmap,
                                   options.get());
    }

    ~TiffSource()
    {
        if (m_tiff != nullptr) {
            TIFFClose(m_tiff);
        }
    }

    Q_DISABLE_COPY_MOVE(TiffSource)

    [[nodiscard]] TIFF* tiff() const { return m_tiff; }

    [[nodiscard]] bool failed() const { return m_errors > 0 || m_cutOff; }

    [[nodiscard]] tl::unexpected<domain::Error> refusal() const
    {
        return m_cutOff ? fail(ErrorCode::FileTruncated, u"the TIFF ends before its last page does"_s)
                        : fail(ErrorCode::FileUnreadable, u"a page of the TIFF cannot be decoded"_s);
    }

private:
    static TiffSource& self(thandle_t handle) { return *static_cast<TiffSource*>(handle); }

    static tmsize_t read(thandle_t handle, void* to, tmsize_t wanted)
    {
        TiffSource& source = self(handle);
        const auto left = std::max<qint64>(0, source.m_bytes.size() - source.m_at);
        const auto count = std::min<qint64>(wanted, left);
        source.m_cutOff = source.m_cutOff || count < wanted;
        if (count > 0) {
            std::memcpy(to, source.m_bytes.constData() + source.m_at, std::size_t(count));
            source.m_at += count;
        }
        return tmsize_t(count);
    }

    static toff_t seek(thandle_t handle, toff_t offset, int whence)
    {
        TiffSource& source = self(handle);
        const qint64 base = whence == SEEK_CUR ? source.m_at : whence == SEEK_END ? source.m_bytes.size() : 0;
        source.m_at = base + qint64(offset); // beyond the end is for `read` to say
        return source.m_at < 0 ? toff_t(-1) : toff_t(source.m_at);
    }

    static tmsize_t write(thandle_t, void*, tmsize_t) { return 0; }

    static int close(thandle_t) { return 0; }

    static toff_t size(thandle_t handle) { return toff_t(self(handle).m_bytes.size()); }

    static int map(thandle_t, void**, toff_t*) { return 0; }

    static void unmap(thandle_t, void*, toff_t) {}

    static int onError(TIFF*, void* user, const char*, const char*, va_list)
    {
        ++static_cast<TiffSource*>(user)->m_errors;
        return 1;
    }

    /// The fax and JPEG codecs of libtiff only warn when their data stop early ("Premature EOF at line …",
    /// "Premature end of JPEG file") and leave the rest of the page white or grey.
    static int onWarning(TIFF*, void* user, const char*, const char* format, va_list arguments)
    {
        std::array<char, 256> text{};
        std::vsnprintf(text.data(), text.size(), format, arguments);
        if (std::string_view(text.data()).find("remature") != std::string_view::npos) {
            static_cast<TiffSource*>(user)->m_cutOff = true;
        }
        return 1;
    }

    const QByteArray& m_bytes;
    qint64 m_at = 0;
    int m_errors = 0;
    bool m_cutOff = false;
    TIFF* m_tiff = nullptr;
};

struct PageHead
{
    uint32_t width = 0;
    uint32_t height = 0;
    uint16_t orientation = ORIENTATION_TOPLEFT;
};

/// TIFF 6.0, Orientation; the same numbers as EXIF.
QImageIOHandler::Transformations transformationOf(uint16_t orientation)
{
    switch (orientation) {
    case ORIENTATION_TOPRIGHT:
        return QImageIOHandler::TransformationMirror;
    case ORIENTATION_BOTRIGHT:
        return QImageIOHandler::TransformationRotate180;
    case ORIENTATION_BOTLEFT:
        return QImageIOHandler::TransformationFlip;
    case ORIENTATION_LEFTTOP:
        return QImageIOHandler::TransformationFlipAndRotate90;
    case ORIENTATION_RIGHTTOP:
        return QImageIOHandler::TransformationRotate90;
    case ORIENTATION_RIGHTBOT:
        return QImageIOHandler::TransformationMirrorAndRotate90;
    case ORIENTATION_LEFTBOT:
        return QImageIOHandler::TransformationRotate270;
    default:
        return QImageIOHandler::TransformationNone;
    }
}

/// Strips or tiles that lie beyond the end: a download cut off in the middle of the picture.
bool picturesEnd(TIFF* tiff, qint64 size)
{
    const uint32_t parts = TIFFIsTiled(tiff) != 0 ? TIFFNumberOfTiles(tiff) : TIFFNumberOfStrips(tiff);
    for (uint32_t part = 0; part < parts; ++part) {
        const uint64_t offset = TIFFGetStrileOffset(tiff, part);
        const uint64_t count = TIFFGetStrileByteCount(tiff, part);
        if (offset > uint64_t(size) || count > uint64_t(size) - offset) {
            return false;
        }
    }
    return true;
}

/// Decodes the whole page; the thumbnail is made only when wanted.
Result<ExaminedPage> examinePage(TiffSource& source, const PageHead& head, const FileLimits& limits,
                                 bool thumbnail)
{
    std::array<char, 1024> reason{};
    if (TIFFRGBAImageOK(source.tiff(), reason.data()) == 0) {
        return fail(ErrorCode::FileUnreadable, u"a kind of TIFF that is not known here"_s);
    }
    std::vector<uint32_t> raster(std::size_t(head.width) * head.height);
    // Asked for in the orientation it is stored in: libtiff would flip, but not turn.
    if (TIFFReadRGBAImageOriented(source.tiff(), head.width, head.height, raster.data(),
                                  int(head.orientation), 1) == 0 ||
        source.failed()) {
        return source.refusal();
    }
    const QImageIOHandler::Transformations how = transformationOf(head.orientation);
    const QSize stored(int(head.width), int(head.height));
    ExaminedPage page{how.testFlag(QImageIOHandler::TransformationRotate90) ? stored.transposed() : stored,
                      {}};
    if (thumbnail) {
        const QImage view(reinterpret_cast<const uchar*>(raster.data()), stored.width(), stored.height(),
                          qsizetype(stored.width()) * 4, QImage::Format_RGBA8888_Premultiplied);
        const QSize box = page.size == stored ? limits.thumbnail : limits.thumbnail.transposed();
        page.thumbnail = oriented(shrunk(view, box), how);
    }
    return page;
}

Result<PageHead> readHead(TIFF* tiff, const FileLimits& limits)
{
    PageHead head;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &head.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &head.height);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &head.orientation);
    return checkPixels(head.width, head.height, limits).map([&] { return head; });
}

} // namespace

Result<Findings> examineTiff(const QByteArray& bytes, const FileLimits& limits)
{
    TiffSource source(bytes);
    if (source.tiff() == nullptr) {
        return source.refusal();
    }
    Findings findings{FileKind::Tiff, false, {}};
    qint64 pixels = 0;
    do {
        if (std::ssize(findings.pages) >= limits.maxPages) {
            return fail(ErrorCode::FileTooManyPages, u"more than %1 pages"_s.arg(limits.maxPages));
        }
        const Result<PageHead> head = readHead(source.tiff(), limits);
        if (!head) {
            return tl::unexpected(head.error());
        }
        pixels += qint64(head->width) * head->height;
        if (pixels > limits.maxTotalPixels) {
            return fail(ErrorCode::FilePixels, u"its pages together are too large"_s);
        }
        if (!picturesEnd(source.tiff(), bytes.size())) {
            return fail(ErrorCode::FileTruncated, u"the TIFF ends before its picture does"_s);
        }
        const bool thumbnail = std::ssize(findings.pages) < limits.maxThumbnails;
        Result<ExaminedPage> page = examinePage(source, *head, limits, thumbnail);
        if (!page) {
            return tl::unexpected(page.error());
        }
        findings.pages.push_back(std::move(*page));
    } while (TIFFLastDirectory(source.tiff()) == 0 && TIFFReadDirectory(source.tiff()) != 0);
    if (TIFFLastDirectory(source.tiff()) == 0 || source.failed()) {
        return source.refusal(); // there is a next page, but it cannot be read
    }
    return findings;
}

} // namespace ow::capture
