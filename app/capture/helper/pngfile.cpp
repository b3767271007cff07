// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/decoders.h"
#include "capture/helper/shrink.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

#include <zlib.h>

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

Result<Findings> examinePng(const QByteArray& bytes, const FileLimits& limits)
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
    ExaminedPage page{image.size(), {}};
    if (limits.maxThumbnails > 0) {
        page.thumbnail = shrunk(image, limits.thumbnail);
    }
    return Findings{FileKind::Png, false, {page}};
}

} // namespace ow::capture
