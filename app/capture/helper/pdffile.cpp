// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/decoders.h"
#include "capture/helper/shrink.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QRegularExpression>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <cctype>
#include <climits>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

/// Drawing commands of all pages, unpacked. A file that unpacks to more is a bomb; real plans stay below 100
/// MiB.
constexpr qint64 kMostContent = qint64(512) << 20;

class TooMuchContent : public std::runtime_error
{
public:
    TooMuchContent()
        : std::runtime_error("too much page content")
    {
    }
};

/// Counts what a page's streams unpack to and keeps nothing.
class CountingPipeline : public Pipeline
{
public:
    explicit CountingPipeline(qint64& total)
        : Pipeline("count", nullptr)
        , m_total(total)
    {
    }

    void write(unsigned char const*, size_t length) override
    {
        m_total += qint64(length);
        if (m_total > kMostContent) {
            throw TooMuchContent();
        }
    }

    void finish() override {}

private:
    qint64& m_total;
};

struct Structure
{
    int pages = 0;
    bool damaged = false;
};

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

/// Adds what one page's drawing commands unpack to. Stream by stream, because
/// QPDFPageObjectHelper::pipeContents gathers all of a page in memory first.
void unpack(const QPDFObjectHandle& page, qint64& total)
{
    CountingPipeline count(total);
    std::vector<QPDFObjectHandle> streams = QPDFPageObjectHelper(page).getPageContents();
    for (QPDFObjectHandle& stream : streams) {
        try {
            stream.pipeStreamData(&count, 0, qpdf_dl_generalized);
        } catch (const QPDFExc&) {
            // qpdf makes an error or a warning of its own of what a pipeline throws.
            if (total <= kMostContent) {
                throw;
            }
        }
        if (total > kMostContent) {
            throw TooMuchContent();
        }
    }
}

/// Opens, walks the page tree, reads every object and unpacks every page's drawing commands.
/// Throws what qpdf throws.
Structure walk(const QByteArray& bytes, const FileLimits& limits, bool recover)
{
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(recover);
    pdf.processMemoryFile("file", bytes.constData(), std::size_t(bytes.size()));
    const std::vector<QPDFObjectHandle>& pages = pdf.getAllPages();
    Structure structure{int(std::min<std::size_t>(pages.size(), INT_MAX)), false};
    if (structure.pages <= limits.maxPages) {
        static_cast<void>(pdf.getAllObjects());
        qint64 total = 0;
        for (const QPDFObjectHandle& page : pages) {
            unpack(page, total);
        }
    }
    structure.damaged = recover || pdf.anyWarnings();
    return structure;
}

tl::unexpected<domain::Error> refusalOf(const QPDFExc& error, const QByteArray& bytes)
{
    const bool encrypted = error.getErrorCode() == qpdf_e_password ||
                           (error.getErrorCode() == qpdf_e_unsupported && bytes.contains("/Encrypt"));
    if (encrypted) {
        return fail(ErrorCode::FileEncrypted, u"the PDF needs a password or a certificate to be opened"_s);
    }
    return fail(ErrorCode::FileUnreadable,
                u"the structure of the PDF is broken (qpdf error %1)"_s.arg(error.getErrorCode()));
}

/// As it should be, or, if need be, as readers mend it: a wrong offset somewhere is common and harmless. A
/// file without its end is never mended, for what is missing cannot be known.
Result<Structure> structureOf(const QByteArray& bytes, const FileLimits& limits)
{
    if (!endsAsPdf(bytes)) {
        return fail(ErrorCode::FileTruncated, u"the PDF has no end mark"_s);
    }
    if (linearizedCutOff(bytes)) {
        return fail(ErrorCode::FileTruncated, u"the PDF is shorter than it says"_s);
    }
    try {
        return walk(bytes, limits, false);
    } catch (const TooMuchContent&) {
        return fail(ErrorCode::FilePixels, u"the PDF unpacks to too much"_s);
    } catch (const QPDFExc& error) {
        const auto refusal = refusalOf(error, bytes);
        if (refusal.value().code != ErrorCode::FileUnreadable) {
            return refusal;
        }
    }
    try {
        return walk(bytes, limits, true);
    } catch (const TooMuchContent&) {
        return fail(ErrorCode::FilePixels, u"the PDF unpacks to too much"_s);
    } catch (const QPDFExc& error) {
        return refusalOf(error, bytes);
    }
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

Result<Findings> examinePdf(const QByteArray& bytes, const FileLimits& limits)
{
    const Result<Structure> structure = structureOf(bytes, limits);
    if (!structure) {
        return tl::unexpected(structure.error());
    }
    if (structure->pages > limits.maxPages) {
        return fail(ErrorCode::FileTooManyPages, u"%1 pages"_s.arg(structure->pages));
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
    Findings findings{FileKind::Pdf, structure->damaged, {}};
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
