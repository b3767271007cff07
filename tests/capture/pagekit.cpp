// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pagekit.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImageWriter>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <tiffio.h>

namespace ow::capture::test {

using namespace Qt::StringLiterals;
using domain::Result;

namespace {

/// The file in a folder of its own, for a program to read.
class OnDisk
{
public:
    explicit OnDisk(const QByteArray& pdf)
    {
        QFile file(path());
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(pdf) == pdf.size());
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(u"bound.pdf"_s); }

    [[nodiscard]] QString folder() const { return m_folder.path(); }

    [[nodiscard]] QString output(const QString& program, const QStringList& arguments,
                                 int* code = nullptr) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        INFO("needed: " << program.toStdString());
        REQUIRE(process.waitForFinished());
        if (code != nullptr) {
            *code = process.exitCode();
        }
        return QString::fromUtf8(process.readAll());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

PageHelperOptions pageOptions()
{
    return {.helper = QString::fromUtf8(OW_CAPTURE_HELPER)};
}

Result<QByteArray> tryToBind(const std::vector<BoundFile>& files)
{
    PageHelper helper(pageOptions());
    std::vector<domain::MaterialFile> list;
    for (const BoundFile& file : files) {
        list.push_back(file.file);
    }
    QByteArray pdf;
    const auto pages = PageBinder(helper).bind(
        list, [&files](std::size_t at) -> Result<QByteArray> { return files[at].bytes; },
        [&pdf](const QByteArray& piece) -> Result<void> {
            pdf += piece;
            return {};
        });
    return pages ? Result<QByteArray>(pdf) : tl::unexpected(pages.error());
}

QByteArray bound(const std::vector<BoundFile>& files)
{
    const Result<QByteArray> pdf = tryToBind(files);
    if (!pdf) {
        FAIL(QString(domain::errorName(pdf.error().code)).toStdString()
             << " " << pdf.error().detail.toStdString());
    }
    return *pdf;
}

bool isSoundPdf(const QByteArray& pdf)
{
    int code = -1;
    const OnDisk disk(pdf);
    const QString verdict = disk.output(u"qpdf"_s, {u"--check"_s, disk.path()}, &code);
    UNSCOPED_INFO(verdict.toStdString());
    return code == 0 && !verdict.contains(u"WARNING"_s);
}

QImage renderedByPoppler(const QByteArray& pdf, int page)
{
    const OnDisk disk(pdf);
    const QString number = QString::number(page + 1);
    const QString out = disk.folder() + u"/page"_s;
    static_cast<void>(disk.output(u"pdftoppm"_s, {u"-r"_s, u"36"_s, u"-f"_s, number, u"-l"_s, number,
                                                  u"-singlefile"_s, disk.path(), out}));
    const QImage image(out + u".ppm"_s);
    REQUIRE_FALSE(image.isNull());
    return image;
}

std::vector<QSizeF> pageSizes(const QByteArray& pdf)
{
    const OnDisk disk(pdf);
    const QString text = disk.output(u"pdfinfo"_s, {u"-f"_s, u"1"_s, u"-l"_s, u"1000"_s, disk.path()});
    static const QRegularExpression line(u"Page\\s+\\d+ size:\\s+([\\d.]+) x ([\\d.]+) pts"_s);
    std::vector<QSizeF> sizes;
    for (auto at = line.globalMatch(text); at.hasNext();) {
        const auto match = at.next();
        sizes.emplace_back(match.captured(1).toDouble(), match.captured(2).toDouble());
    }
    return sizes;
}

QStringList encodings(const QByteArray& pdf)
{
    constexpr int kHeadLines = 2;
    constexpr int kColumn = 8; // page num type width height color comp bpc enc
    const OnDisk disk(pdf);
    const QStringList lines =
        disk.output(u"pdfimages"_s, {u"-list"_s, disk.path()}).split(u'\n', Qt::SkipEmptyParts);
    QStringList found;
    for (const QString& line : lines.mid(kHeadLines)) {
        found << line.simplified().split(u' ').value(kColumn);
    }
    return found;
}

QImage textPage(double degrees, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(size.width() / 2.0, size.height() / 2.0);
    painter.rotate(degrees);
    painter.translate(-size.width() / 2.0, -size.height() / 2.0);
    const int margin = size.width() / 8;
    for (int y = margin; y < size.height() - margin; y += 44) {
        for (int x = margin; x < size.width() - margin; x += 30) {
            painter.fillRect(QRect(x, y, 22, 20 + (x * 7 + y) % 5), Qt::black); // square like characters
        }
    }
    return image;
}

QByteArray asJpeg(const QImage& image, int dpi, int quality)
{
    constexpr double kInchesPerMetre = 39.37007874;
    QImage dotted = image;
    if (dpi > 0) {
        dotted.setDotsPerMeterX(qRound(dpi * kInchesPerMetre));
        dotted.setDotsPerMeterY(qRound(dpi * kInchesPerMetre));
    }
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(dotted.save(&buffer, "jpeg", quality));
    return buffer.data();
}

QByteArray asPng(const QImage& image)
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, "png"));
    return buffer.data();
}

QByteArray asFaxTiff(const QImage& image, int rowsPerStrip, int dpi, bool minIsBlack)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"fax.tif"_s);
    TIFF* tiff = TIFFOpen(QFile::encodeName(path).constData(), "w");
    REQUIRE(tiff != nullptr);
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, std::uint32_t(grey.width()));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, std::uint32_t(grey.height()));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, minIsBlack ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, std::uint32_t(rowsPerStrip));
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, double(dpi));
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, double(dpi));
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    for (int y = 0; y < grey.height(); ++y) {
        QByteArray row((grey.width() + 7) / 8, '\0');
        for (int x = 0; x < grey.width(); ++x) {
            const bool dark = grey.constScanLine(y)[x] < 128;
            if (dark != minIsBlack) {
                row[x / 8] = char(uchar(row[x / 8]) | (0x80U >> (x % 8)));
            }
        }
        REQUIRE(TIFFWriteScanline(tiff, row.data(), std::uint32_t(y)) == 1);
    }
    TIFFClose(tiff);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

bool isRed(QRgb pixel)
{
    return qRed(pixel) > 150 && qGreen(pixel) < 80 && qBlue(pixel) < 80;
}

bool isBlue(QRgb pixel)
{
    return qBlue(pixel) > 150 && qGreen(pixel) < 80 && qRed(pixel) < 80;
}

} // namespace ow::capture::test
