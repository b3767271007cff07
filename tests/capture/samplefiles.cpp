// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/samplefiles.h"

#include <QBuffer>
#include <QFile>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>

#include <catch2/catch.hpp>
#include <tiffio.h>
#include <zlib.h>

#include <algorithm>

namespace ow::capture::test {

namespace {

using namespace Qt::StringLiterals;

QByteArray written(const QImage& image, const QByteArray& format, bool progressive)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setProgressiveScanWrite(progressive);
    REQUIRE(writer.write(image));
    return buffer.data();
}

void writePage(TIFF* tiff, const TiffPage& page)
{
    const bool fax = page.compression == COMPRESSION_CCITTFAX4;
    const QImage image =
        twoHalves(page.size).convertToFormat(fax ? QImage::Format_Mono : QImage::Format_RGB888);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, std::uint32_t(image.width()));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, std::uint32_t(image.height()));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, fax ? 1 : 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, fax ? 1 : 3);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, int(page.compression));
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, fax ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, int(page.orientation));
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 64);
    for (int y = 0; y < image.height(); ++y) {
        REQUIRE(TIFFWriteScanline(tiff, const_cast<uchar*>(image.constScanLine(y)), std::uint32_t(y)) == 1);
    }
    REQUIRE(TIFFWriteDirectory(tiff) == 1);
}

} // namespace

QImage twoHalves(QSize size)
{
    constexpr int kPeriod = 40; // rows repeat after so many
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        if (y >= kPeriod) {
            std::copy_n(reinterpret_cast<const QRgb*>(image.constScanLine(y - kPeriod)), size.width(), row);
            continue;
        }
        for (int x = 0; x < size.width(); ++x) {
            const int shade = (x * 7 + y * 13) % kPeriod;
            row[x] = x < size.width() / 2 ? qRgb(255 - shade, 0, 0) : qRgb(0, 0, 255 - shade);
        }
    }
    return image;
}

QByteArray jpegFile(QSize size, bool progressive)
{
    return written(twoHalves(size), "jpeg", progressive);
}

QByteArray pngFile(QSize size)
{
    return written(twoHalves(size), "png", false);
}

QByteArray withExifOrientation(const QByteArray& jpeg, char orientation)
{
    QByteArray exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += orientation;
    exif += QByteArray(6, '\0'); // rest of the value, no next directory
    QByteArray marker("\xFF\xE1", 2);
    marker += '\0';
    marker += char(exif.size() + 2);
    return jpeg.first(2) + marker + exif + jpeg.sliced(2);
}

QByteArray tiffFile(const std::vector<TiffPage>& pages)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sample.tif"_s);
    TIFF* file = TIFFOpen(QFile::encodeName(path).constData(), "w");
    REQUIRE(file != nullptr);
    for (const TiffPage& page : pages) {
        writePage(file, page);
    }
    TIFFClose(file);
    QFile sample(path);
    REQUIRE(sample.open(QIODevice::ReadOnly));
    return sample.readAll();
}

QByteArray pdfFile(int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0) {
            writer.newPage();
        }
        painter.fillRect(QRect(0, 0, writer.width() / 2, writer.height()), Qt::red);
        painter.fillRect(QRect(writer.width() / 2, 0, writer.width() / 2, writer.height()), Qt::blue);
    }
    painter.end();
    return buffer.data();
}

QByteArray byQpdf(const QByteArray& pdf, const QStringList& options)
{
    const QTemporaryDir folder;
    QFile in(folder.filePath(u"in.pdf"_s));
    REQUIRE(in.open(QIODevice::WriteOnly));
    in.write(pdf);
    in.close();
    const QString out = folder.filePath(u"out.pdf"_s);
    INFO("the qpdf program is needed");
    REQUIRE(QProcess::execute(u"qpdf"_s, QStringList{in.fileName()} + options + QStringList{out}) == 0);
    QFile result(out);
    REQUIRE(result.open(QIODevice::ReadOnly));
    return result.readAll();
}

QByteArray withClaimedSize(QByteArray png, std::uint32_t width, std::uint32_t height)
{
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    const auto covered = reinterpret_cast<const Bytef*>(png.constData() + 12);
    qToBigEndian(quint32(crc32(0, covered, 17)), png.data() + 29);
    return png;
}

FileIntakeOptions options()
{
    FileIntakeOptions with;
    with.helper = QStringLiteral(OW_CAPTURE_HELPER);
    return with;
}

domain::Result<ExaminedFile> examine(const QByteArray& bytes, FileIntakeOptions with)
{
    FileIntake intake(std::move(with));
    return intake.examineBytes(bytes, u"sample"_s).result();
}

} // namespace ow::capture::test
