// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/decoders.h"
#include "capture/helper/embedding.h"
#include "capture/helper/shrink.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

#include <zlib.h>

#include <optional>
#include <vector>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kSignatureBytes = 8;
constexpr qsizetype kChunkOverhead = 12; ///< length, type, CRC (PNG, third edition, 5.3)
constexpr qsizetype kHeaderBytes = 13;   ///< of IHDR
constexpr qint64 kMostImageMiB = 850;    ///< what a decoded page may take of the helper's 1 GiB

quint32 numberAt(const QByteArray& bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

/// Every chunk is whole, its CRC right, and IEND comes last. Bytes after IEND are allowed: telephones append
/// theirs.
Result<void> checkChunks(const QByteArray& bytes)
{
    qsizetype at = kSignatureBytes;
    while (bytes.size() - at >= kChunkOverhead) {
        const qint64 length = numberAt(bytes, at);
        if (length > bytes.size() - at - kChunkOverhead) {
            break;
        }
        const QByteArrayView type(bytes.constData() + at + 4, 4);
        const auto covered = reinterpret_cast<const Bytef*>(type.data());
        if (crc32(0, covered, uInt(length + 4)) != numberAt(bytes, at + 8 + qsizetype(length))) {
            return fail(ErrorCode::FileUnreadable, u"a PNG chunk has a wrong CRC"_s);
        }
        if (type == "IEND") {
            return {};
        }
        at += kChunkOverhead + qsizetype(length);
    }
    return fail(ErrorCode::FileTruncated, u"the PNG ends before its IEND"_s);
}

} // namespace

Result<DecodedPage> decodePng(const QByteArray& bytes, const FileLimits& limits)
{
    if (bytes.size() < kSignatureBytes + kChunkOverhead + kHeaderBytes) {
        return fail(ErrorCode::FileTruncated, u"the PNG ends within its header"_s);
    }
    if (QByteArrayView(bytes).sliced(kSignatureBytes + 4, 4) != "IHDR") {
        return fail(ErrorCode::FileUnreadable, u"the PNG does not begin with IHDR"_s);
    }
    const qint64 width = numberAt(bytes, kSignatureBytes + 8);
    const qint64 height = numberAt(bytes, kSignatureBytes + 12);
    Result<void> sound = checkPixels(width, height, limits);
    if (!sound) {
        return tl::unexpected(sound.error());
    }
    // Eight bytes a pixel is what Qt takes for 16-bit samples, four for the rest but grey and palettes.
    const int bytesPerPixel = bytes.at(kSignatureBytes + 16) == 16 ? 8 : 4;
    if (width * height * bytesPerPixel > kMostImageMiB << 20) {
        return fail(ErrorCode::FilePixels, u"decoding it needs more memory than is allowed"_s);
    }
    sound = checkChunks(bytes);
    if (!sound) {
        return tl::unexpected(sound.error());
    }
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "png");
    reader.setAllocationLimit(int(kMostImageMiB));
    const QImage image = reader.read();
    if (image.isNull()) {
        return fail(ErrorCode::FileUnreadable, u"the picture data of the PNG cannot be decoded"_s);
    }
    return DecodedPage{image.size(), image};
}

Result<Findings> examinePng(const QByteArray& bytes, const FileLimits& limits)
{
    const Result<DecodedPage> decoded = decodePng(bytes, limits);
    if (!decoded) {
        return tl::unexpected(decoded.error());
    }
    ExaminedPage page{decoded->size, {}};
    if (limits.maxThumbnails > 0) {
        page.thumbnail = shrunk(decoded->image, limits.thumbnail);
    }
    return Findings{FileKind::Png, false, {page}};
}

namespace {

/// PNG, third edition, 11.2: what IHDR, PLTE and pHYs say. A picture with alpha or interlacing cannot go into
/// a PDF as it is stored.
struct PngHeader
{
    int bits = 8;
    int colorType = 0;
    bool interlaced = false;
    bool transparent = false;
};

std::optional<PageImage::Color> colorOf(const PngHeader& header)
{
    if (header.interlaced || header.transparent) {
        return std::nullopt;
    }
    switch (header.colorType) {
    case 0:
        return PageImage::Color::Gray;
    case 2:
        return PageImage::Color::Rgb;
    case 3:
        return PageImage::Color::Indexed;
    default:
        return std::nullopt;
    }
}

void readChunk(QByteArrayView type, QByteArrayView data, PngHeader& header, PageImage& image)
{
    constexpr double kInch = 0.0254; // m
    constexpr int kHundredths = 100;
    constexpr qsizetype kDensityBytes = 9;
    if (type == "IHDR" && data.size() == kHeaderBytes) {
        image.size = QSize(qFromBigEndian<qint32>(data.data()), qFromBigEndian<qint32>(data.data() + 4));
        header.bits = data.at(8);
        header.colorType = data.at(9);
        header.interlaced = data.at(12) != 0;
    } else if (type == "PLTE") {
        image.palette = data.toByteArray();
    } else if (type == "tRNS") {
        header.transparent = true;
    } else if (type == "pHYs" && data.size() == kDensityBytes && data.at(8) == 1) {
        image.dpiX = int(qFromBigEndian<quint32>(data.data()) * kInch * kHundredths + 0.5);
        image.dpiY = int(qFromBigEndian<quint32>(data.data() + 4) * kInch * kHundredths + 0.5);
    }
}

} // namespace

Result<PageImage> describePng(const QByteArray& bytes)
{
    if (const Result<void> sound = checkChunks(bytes); !sound) {
        return tl::unexpected(sound.error());
    }
    PageImage image;
    PngHeader header;
    std::vector<PageRun> runs;
    for (qsizetype at = kSignatureBytes; at + kChunkOverhead <= bytes.size();) {
        const auto length = qsizetype(numberAt(bytes, at));
        const QByteArrayView type(bytes.constData() + at + 4, 4);
        if (type == "IEND") {
            break;
        }
        if (type == "IDAT") {
            runs.push_back({at + 8, length, 0});
        } else {
            readChunk(type, QByteArrayView(bytes).sliced(at + 8, length), header, image);
        }
        at += kChunkOverhead + length;
    }
    image.filter = PageImage::Filter::Flate;
    image.bits = header.bits;
    image.predicted = true;
    const auto color = colorOf(header);
    if (color && !runs.empty() && std::ssize(runs) <= kMostRuns) {
        image.color = *color;
        runs.front().rows = image.size.height();
        image.runs = std::move(runs);
    }
    if (image.color != PageImage::Color::Indexed) {
        image.palette.clear();
    }
    return image;
}

} // namespace ow::capture
