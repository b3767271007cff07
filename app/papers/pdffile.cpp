// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/pdffile.h"

#include "papers/textmap.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTimeZone>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <map>
#include <string>

namespace ow::papers {

namespace {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

constexpr int kDpi = 1200;
constexpr int kChinaSeconds = 8 * 3600; ///< UTC+8: the legal day

Result<QByteArray> drawPdf(const std::vector<Sheet>& sheets, const QString& title, const FontSet& fonts)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kDpi);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("OneWindow"));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return fail(ErrorCode::PaperFailed, QStringLiteral("the PDF writer does not start"));
    }
    painter.scale(kDpi / 25.4, kDpi / 25.4);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        if (i > 0 && !writer.newPage()) {
            return fail(ErrorCode::PaperFailed, QStringLiteral("no further page"));
        }
        paintSheet(painter, sheets[i], fonts);
    }
    painter.end();
    return pdf;
}

/// The fonts of the whole document in the order in which they were made: their names are F and the object
/// number.
std::vector<QPDFObjectHandle> fontsOf(QPDF& pdf)
{
    std::map<int, QPDFObjectHandle> byNumber;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        QPDFObjectHandle fonts = page.getAttribute("/Resources", false).getKey("/Font");
        if (!fonts.isDictionary()) {
            continue;
        }
        for (const std::string& name : fonts.getKeys()) {
            byNumber.emplace(QByteArray::fromStdString(name.substr(2)).toInt(), fonts.getKey(name));
        }
    }
    std::vector<QPDFObjectHandle> list;
    for (auto& [number, font] : byNumber) {
        list.push_back(font);
    }
    return list;
}

/// The tag of a subset (PDF 32000-1, 9.6.4). QPdfWriter makes it from object numbers, which follow a random
/// hash.
void nameSubset(QPDFObjectHandle font, std::size_t index)
{
    QPDFObjectHandle face = font.getKey("/DescendantFonts").getArrayItem(0);
    const std::string tag = std::string("/OWPAP") + static_cast<char>('A' + index % 26) + '+';
    const auto name = QPDFObjectHandle::newName(tag + font.getKey("/BaseFont").getName().substr(1));
    font.replaceKey("/BaseFont", name);
    face.replaceKey("/BaseFont", name);
    face.getKey("/FontDescriptor").replaceKey("/FontName", name);
}

bool mapText(QPDF& pdf, const std::vector<Sheet>& sheets, const FontSet& fonts)
{
    const std::vector<FaceUse> uses = facesUsed(sheets);
    std::vector<QPDFObjectHandle> embedded = fontsOf(pdf);
    if (uses.size() != embedded.size()) {
        return false;
    }
    for (std::size_t i = 0; i < uses.size(); ++i) {
        QPDFObjectHandle map = embedded[i].getKey("/ToUnicode");
        if (!map.isStream()) {
            return false;
        }
        const auto old = map.getStreamData(qpdf_dl_all);
        const QByteArray writersMap(reinterpret_cast<const char*>(old->getBuffer()),
                                    static_cast<qsizetype>(old->getSize()));
        if (!agrees(uses[i], writersMap, fonts)) {
            return false;
        }
        map.replaceStreamData(textMap(uses[i]).toStdString(), QPDFObjectHandle::newNull(),
                              QPDFObjectHandle::newNull());
        nameSubset(embedded[i], i);
    }
    return true;
}

std::string pdfDate(const QDateTime& at)
{
    return at.toOffsetFromUtc(kChinaSeconds)
        .toString(QStringLiteral("'D:'yyyyMMddHHmmss'+08''00'''"))
        .toStdString();
}

} // namespace

Result<QByteArray> writePdf(const std::vector<Sheet>& sheets, const QString& title,
                            const QDateTime& createdAt)
{
    const Result<FontSet> fonts = FontSet::make();
    if (!fonts) {
        return tl::unexpected(fonts.error());
    }
    const Result<QByteArray> drawn = drawPdf(sheets, title, *fonts);
    if (!drawn) {
        return drawn;
    }
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("paper", drawn->constData(), static_cast<size_t>(drawn->size()));
        if (!mapText(pdf, sheets, *fonts)) {
            return fail(ErrorCode::PaperFailed, QStringLiteral("the text map does not agree with the fonts"));
        }
        QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
        info.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdfDate(createdAt)));
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        // Objects are then numbered in the order of reading; object streams would keep the writer's random
        // one.
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(bytes->getBuffer()),
                          static_cast<qsizetype>(bytes->getSize()));
    } catch (const std::exception& trouble) {
        return fail(ErrorCode::PaperFailed,
                    QStringLiteral("qpdf: %1").arg(QString::fromUtf8(trouble.what())));
    }
}

} // namespace ow::papers
