// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/decoders.h"
#include "capture/helper/embedding.h"
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

namespace {

/// The page `page`, checked as far as its head goes; with the source standing on it.
Result<PageHead> goToPage(TiffSource& source, const QByteArray& bytes, int page, const FileLimits& limits)
{
    if (source.tiff() == nullptr) {
        return source.refusal();
    }
    // One after the other: a file whose pages go round in a circle is not followed for ever.
    for (int at = 0; at < page; ++at) {
        if (TIFFReadDirectory(source.tiff()) == 0) {
            return fail(ErrorCode::FileUnreadable, u"the TIFF has no page %1"_s.arg(page + 1));
        }
    }
    Result<PageHead> head = readHead(source.tiff(), limits);
    if (head && !picturesEnd(source.tiff(), bytes.size())) {
        return fail(ErrorCode::FileTruncated, u"the TIFF ends before its picture does"_s);
    }
    return head;
}

int dpiOf(TIFF* tiff, ttag_t tag)
{
    constexpr double kInchesPerCm = 2.54;
    constexpr double kHundredths = 100;
    constexpr double kMost = 10'000;
    float density = 0;
    uint16_t unit = RESUNIT_INCH;
    TIFFGetField(tiff, tag, &density);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    const double dpi = unit == RESUNIT_CENTIMETER ? density * kInchesPerCm : density;
    return unit != RESUNIT_NONE && dpi > 0 && dpi < kMost ? int(dpi * kHundredths + 0.5) : 0;
}

/// Strips of CCITT Group 4 (ITU-T T.6) are streams that CCITTFaxDecode reads as they are.
bool isFax(TIFF* tiff)
{
    uint16_t compression = 0;
    uint16_t fillOrder = FILLORDER_MSB2LSB;
    uint16_t bits = 1;
    uint16_t samples = 1;
    uint32_t options = 0;
    uint16_t photometric = PHOTOMETRIC_MINISWHITE;
    TIFFGetField(tiff, TIFFTAG_COMPRESSION, &compression);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_FILLORDER, &fillOrder);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
    TIFFGetField(tiff, TIFFTAG_GROUP4OPTIONS, &options);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
    return compression == COMPRESSION_CCITTFAX4 && fillOrder == FILLORDER_MSB2LSB && bits == 1 &&
           samples == 1 && options == 0 && TIFFIsTiled(tiff) == 0 &&
           (photometric == PHOTOMETRIC_MINISWHITE || photometric == PHOTOMETRIC_MINISBLACK);
}

std::vector<PageRun> stripsOf(TIFF* tiff, int height)
{
    const uint32_t strips = TIFFNumberOfStrips(tiff);
    if (strips > uint32_t(kMostStreams)) {
        return {};
    }
    uint32_t rows = 0;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &rows);
    const int each = int(std::min<uint32_t>(rows, uint32_t(height)));
    std::vector<PageRun> runs;
    for (uint32_t strip = 0; strip < strips; ++strip) {
        const int left = height - int(strip) * each;
        if (each < 1 || left < 1) {
            return {};
        }
        runs.push_back({qint64(TIFFGetStrileOffset(tiff, strip)), qint64(TIFFGetStrileByteCount(tiff, strip)),
                        std::min(each, left)});
    }
    return runs;
}

} // namespace

Result<DecodedPage> decodeTiff(const QByteArray& bytes, int page, const FileLimits& limits)
{
    TiffSource source(bytes);
    const Result<PageHead> head = goToPage(source, bytes, page, limits);
    if (!head) {
        return tl::unexpected(head.error());
    }
    QImage image(int(head->width), int(head->height), QImage::Format_RGBA8888_Premultiplied);
    if (image.isNull()) {
        throw std::bad_alloc();
    }
    if (TIFFReadRGBAImageOriented(source.tiff(), head->width, head->height,
                                  reinterpret_cast<uint32_t*>(image.bits()), int(head->orientation),
                                  1) == 0 ||
        source.failed()) {
        return source.refusal();
    }
    const QImageIOHandler::Transformations how = transformationOf(head->orientation);
    const QImage upright = how == QImageIOHandler::TransformationNone ? image : oriented(image, how);
    return DecodedPage{upright.size(), upright};
}

Result<PageImage> describeTiff(const QByteArray& bytes, int page, const FileLimits& limits)
{
    TiffSource source(bytes);
    const Result<PageHead> head = goToPage(source, bytes, page, limits);
    if (!head) {
        return tl::unexpected(head.error());
    }
    TIFF* tiff = source.tiff();
    PageImage image;
    image.pages = page + 1;
    image.size = QSize(int(head->width), int(head->height));
    image.orientation = transformationOf(head->orientation);
    image.dpiX = dpiOf(tiff, TIFFTAG_XRESOLUTION);
    image.dpiY = dpiOf(tiff, TIFFTAG_YRESOLUTION);
    if (isFax(tiff)) {
        uint16_t photometric = PHOTOMETRIC_MINISWHITE;
        TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
        image.filter = PageImage::Filter::Fax;
        image.color = PageImage::Color::Gray;
        image.bits = 1;
        image.blackIsOne = photometric == PHOTOMETRIC_MINISBLACK;
        image.runs = stripsOf(tiff, image.size.height());
    }
    while (TIFFLastDirectory(tiff) == 0 && image.pages < limits.maxPages && TIFFReadDirectory(tiff) != 0) {
        ++image.pages;
    }
    return image;
}

} // namespace ow::capture
