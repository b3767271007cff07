// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/pdfprobe.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#define ZX_USE_UTF8 1 // text() as std::string, as in the next version
#include <ZXing/ReadBarcode.h>
#include <catch2/catch.hpp>

namespace ow::tests {

using namespace Qt::StringLiterals;

namespace {

QByteArray runTool(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60'000);
    INFO(program.toStdString());
    REQUIRE(ended);
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

QString write(const QTemporaryDir& folder, const QByteArray& pdf)
{
    const QString path = folder.filePath(u"paper.pdf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(pdf) == pdf.size());
    return path;
}

} // namespace

QString squeezed(QString text)
{
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(blanks);
}

QString PdfProbe::run(const QString& program, const QStringList& before, const QStringList& after) const
{
    const QTemporaryDir folder;
    return QString::fromUtf8(runTool(program, before + QStringList{write(folder, m_pdf)} + after));
}

QStringList PdfProbe::pages(bool inLines) const
{
    QStringList pages =
        run(u"pdftotext"_s, {inLines ? u"-layout"_s : u"-q"_s, u"-enc"_s, u"UTF-8"_s}, {u"-"_s}).split(u'\f');
    if (!pages.isEmpty() && pages.last().isEmpty()) {
        pages.removeLast();
    }
    for (QString& page : pages) {
        page = squeezed(page);
    }
    return pages;
}

std::vector<QImage> PdfProbe::images(int dpi) const
{
    const QTemporaryDir folder;
    runTool(u"pdftoppm"_s,
            {u"-png"_s, u"-r"_s, QString::number(dpi), write(folder, m_pdf), folder.filePath(u"p"_s)});
    std::vector<QImage> images;
    for (const QString& name : QDir(folder.path()).entryList({u"p-*.png"_s}, QDir::Files, QDir::Name)) {
        images.emplace_back(folder.filePath(name));
    }
    return images;
}

QStringList codesIn(const QImage& image)
{
    const QImage gray = image.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(gray.bytesPerLine()));
    QStringList texts;
    for (const ZXing::Result& result : ZXing::ReadBarcodes(view)) {
        texts += QString::fromStdString(result.text());
    }
    return texts;
}

} // namespace ow::tests
