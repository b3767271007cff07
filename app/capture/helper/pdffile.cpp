// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/decoders.h"
#include "capture/helper/pdfstructure.h"
#include "capture/helper/shrink.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

/// ISO 32000-1, 7.5.5: "%%EOF" ends the file; readers look for it in the last 1024 bytes. Some portals pad
/// with zeros or blanks.
bool endsAsPdf(const QByteArray& bytes)
{
    qsizetype end = bytes.size();
    while (end > 0 &&
           (bytes.at(end - 1) == '\0' || std::isspace(static_cast<unsigned char>(bytes.at(end - 1))) != 0)) {
        --end;
    }
    return QByteArrayView(bytes).first(end).last(std::min<qsizetype>(end, 1024)).lastIndexOf("%%EOF") >= 0;
}

/// A linearized file (ISO 32000-1, Annex F) has an end mark near its beginning too, but says in its first
/// object how long it is. More bytes than that is an update appended to it; fewer is a file cut off.
bool linearizedCutOff(const QByteArray& bytes)
{
    static const QRegularExpression length(u"/Linearized\\b[^>]{0,200}?/L\\s*(\\d{1,15})"_s);
    const QRegularExpressionMatch match =
        length.match(QString::fromLatin1(bytes.first(std::min<qsizetype>(bytes.size(), 1024))));
    return match.hasMatch() && match.captured(1).toLongLong() > bytes.size();
}

/// As it should be, or, if need be, as readers mend it: a wrong offset somewhere is common and harmless. A
/// file without its end is never mended, for nobody knows what is missing.
Result<PdfStructure> structureOf(const QByteArray& bytes, const FileLimits& limits)
{
    if (!endsAsPdf(bytes)) {
        return fail(ErrorCode::FileTruncated, u"the PDF has no end mark"_s);
    }
    if (linearizedCutOff(bytes)) {
        return fail(ErrorCode::FileTruncated, u"the PDF is shorter than it says"_s);
    }
    const PdfStructure structure = readPdfStructure(bytes, limits.maxPages);
    switch (structure.verdict) {
    case PdfStructure::Verdict::Broken:
        return fail(ErrorCode::FileUnreadable,
                    u"the structure of the PDF is broken (qpdf error %1)"_s.arg(structure.qpdfError));
    case PdfStructure::Verdict::Encrypted:
        return fail(ErrorCode::FileEncrypted, u"the PDF needs a password or a certificate to be opened"_s);
    case PdfStructure::Verdict::TooMuchContent:
        return fail(ErrorCode::FilePixels, u"the drawing commands of the PDF unpack to too much"_s);
    case PdfStructure::Verdict::Sound:
    case PdfStructure::Verdict::Damaged:
        break;
    }
    if (structure.pages > limits.maxPages) {
        return fail(ErrorCode::FileTooManyPages, u"%1 pages"_s.arg(structure.pages));
    }
    return structure;
}

Result<ExaminedPage> examinePage(QPdfDocument& document, int number, const FileLimits& limits)
{
    constexpr double kLongestSide = 200 * 72 * 75.0; // the largest user unit times the largest page (7.7.3.3)
    const QSizeF points = document.pagePointSize(number);
    const auto sound = [](double side) { return std::isfinite(side) && side > 0 && side <= kLongestSide; };
    if (!sound(points.width()) || !sound(points.height())) {
        return fail(ErrorCode::FileUnreadable, u"page %1 of the PDF has no size"_s.arg(number + 1));
    }
    ExaminedPage page{points.toSize().expandedTo(QSize(1, 1)), {}};
    if (number < limits.maxThumbnails) {
        const QSize size = page.size.scaled(limits.thumbnail, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
        // Drawn at twice the size, because thin strokes of characters vanish at a tenth of theirs.
        page.thumbnail = shrunk(document.render(number, size * 2), limits.thumbnail);
        if (page.thumbnail.isNull()) {
            return fail(ErrorCode::FileUnreadable, u"page %1 of the PDF cannot be drawn"_s.arg(number + 1));
        }
    }
    return page;
}

} // namespace

Result<DecodedPage> decodePdf(const QByteArray& bytes, int page, QSize box)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready) {
        return fail(ErrorCode::FileUnreadable, u"the PDF cannot be drawn"_s);
    }
    if (page >= document.pageCount()) {
        return fail(ErrorCode::FileUnreadable, u"the PDF has no page %1"_s.arg(page + 1));
    }
    const QSizeF points = document.pagePointSize(page);
    if (!(points.width() > 0 && points.height() > 0)) {
        return fail(ErrorCode::FileUnreadable, u"page %1 of the PDF has no size"_s.arg(page + 1));
    }
    const QSize size = points.scaled(QSizeF(box), Qt::KeepAspectRatio).toSize().boundedTo(box);
    const QImage drawn = document.render(page, size.expandedTo(QSize(1, 1)));
    if (drawn.isNull()) {
        return fail(ErrorCode::FileUnreadable, u"page %1 of the PDF cannot be drawn"_s.arg(page + 1));
    }
    return DecodedPage{points.toSize(), drawn};
}

Result<Findings> examinePdf(const QByteArray& bytes, const FileLimits& limits)
{
    const Result<PdfStructure> structure = structureOf(bytes, limits);
    if (!structure) {
        return tl::unexpected(structure.error());
    }
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || structure->pages < 1 ||
        document.pageCount() != structure->pages) {
        return fail(ErrorCode::FileUnreadable, u"the PDF has no pages that can be drawn"_s);
    }
    Findings findings{FileKind::Pdf, structure->verdict == PdfStructure::Verdict::Damaged, {}};
    for (int number = 0; number < structure->pages; ++number) {
        Result<ExaminedPage> page = examinePage(document, number, limits);
        if (!page) {
            return tl::unexpected(page.error());
        }
        findings.pages.push_back(std::move(*page));
    }
    return findings;
}

} // namespace ow::capture
