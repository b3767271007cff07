// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/embedding.h"

#include <QPainter>

#include <zlib.h>

#include <array>
#include <memory>
#include <new>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// Packs rows as they come; what is packed grows, what is read does not.
class Deflater
{
public:
    explicit Deflater(QByteArray& into)
        : m_into(into)
    {
        if (deflateInit(&m_stream, Z_DEFAULT_COMPRESSION) != Z_OK) {
            throw std::bad_alloc();
        }
    }

    ~Deflater() { deflateEnd(&m_stream); }

    Q_DISABLE_COPY_MOVE(Deflater)

    /// False when it has become too large.
    bool push(const uchar* bytes, qsizetype count, int flush)
    {
        m_stream.next_in = const_cast<Bytef*>(bytes); // zlib only reads
        m_stream.avail_in = uInt(count);
        do {
            m_stream.next_out = m_piece.data();
            m_stream.avail_out = uInt(m_piece.size());
            deflate(&m_stream, flush);
            m_into.append(reinterpret_cast<const char*>(m_piece.data()),
                          qsizetype(m_piece.size() - m_stream.avail_out));
        } while (m_stream.avail_out == 0);
        return m_into.size() <= kMostPacked;
    }

private:
    QByteArray& m_into;
    z_stream m_stream{};
    std::array<Bytef, 64 * 1024> m_piece{};
};

/// On white, in the smallest format that loses nothing.
QImage flat(const QImage& image)
{
    if (image.format() == QImage::Format_Mono || image.format() == QImage::Format_Grayscale8) {
        return image.format() == QImage::Format_Mono ? image.convertToFormat(QImage::Format_Grayscale8)
                                                     : image;
    }
    QImage rgb = image;
    if (image.hasAlphaChannel()) {
        rgb = QImage(image.size(), QImage::Format_RGB888);
        if (rgb.isNull()) {
            throw std::bad_alloc();
        }
        rgb.fill(Qt::white);
        QPainter(&rgb).drawImage(0, 0, image);
    }
    return rgb.convertToFormat(rgb.allGray() ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
}

bool isBlackAndWhite(const QImage& grey)
{
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* row = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            if (row[x] != 0 && row[x] != 255) {
                return false;
            }
        }
    }
    return true;
}

/// One bit a pixel, the leftmost in the highest bit (ISO 32000-1, 8.9.3), 1 = white.
QByteArray bitsOf(const uchar* row, int width)
{
    QByteArray bits((width + 7) / 8, '\0');
    for (int x = 0; x < width; ++x) {
        if (row[x] != 0) {
            bits[x / 8] = char(uchar(bits[x / 8]) | (0x80U >> (x % 8)));
        }
    }
    return bits;
}

} // namespace

Result<PageImage> packed(const QImage& image, const PageImage& like, QByteArray& into)
{
    const QImage plain = flat(image);
    if (plain.isNull()) {
        throw std::bad_alloc();
    }
    const bool grey = plain.format() == QImage::Format_Grayscale8;
    PageImage made;
    made.pages = like.pages;
    made.size = plain.size();
    const bool turned = like.orientation.testFlag(QImageIOHandler::TransformationRotate90);
    made.dpiX = turned ? like.dpiY : like.dpiX;
    made.dpiY = turned ? like.dpiX : like.dpiY;
    made.filter = PageImage::Filter::Flate;
    made.color = grey ? PageImage::Color::Gray : PageImage::Color::Rgb;
    made.bits = grey && isBlackAndWhite(plain) ? 1 : 8;
    Deflater deflater(into);
    for (int y = 0; y < plain.height(); ++y) {
        const uchar* row = plain.constScanLine(y);
        const QByteArray bits = made.bits == 1 ? bitsOf(row, plain.width()) : QByteArray();
        const bool fits =
            made.bits == 1
                ? deflater.push(reinterpret_cast<const uchar*>(bits.constData()), bits.size(), Z_NO_FLUSH)
                : deflater.push(row, qsizetype(plain.width()) * (grey ? 1 : 3), Z_NO_FLUSH);
        if (!fits) {
            return fail(ErrorCode::FilePixels, QStringLiteral("a page packs to too much"));
        }
    }
    if (!deflater.push(nullptr, 0, Z_FINISH)) {
        return fail(ErrorCode::FilePixels, QStringLiteral("a page packs to too much"));
    }
    return made;
}

} // namespace ow::capture
