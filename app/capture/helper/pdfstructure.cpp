// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/pdfstructure.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <climits>
#include <stdexcept>
#include <vector>

namespace ow::capture {
namespace {

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

/// Throws what qpdf throws.
PdfStructure walk(const QByteArray& bytes, int maxPages, bool mend)
{
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(mend);
    pdf.processMemoryFile("file", bytes.constData(), std::size_t(bytes.size()));
    const std::vector<QPDFObjectHandle>& pages = pdf.getAllPages();
    PdfStructure structure;
    structure.pages = int(std::min<std::size_t>(pages.size(), INT_MAX));
    if (structure.pages <= maxPages) {
        static_cast<void>(pdf.getAllObjects());
        qint64 total = 0;
        for (const QPDFObjectHandle& page : pages) {
            unpack(page, total);
        }
    }
    const bool sound = !mend && !pdf.anyWarnings();
    structure.verdict = sound ? PdfStructure::Verdict::Sound : PdfStructure::Verdict::Damaged;
    return structure;
}

PdfStructure refused(const QPDFExc& error, const QByteArray& bytes)
{
    const bool encrypted = error.getErrorCode() == qpdf_e_password ||
                           (error.getErrorCode() == qpdf_e_unsupported && bytes.contains("/Encrypt"));
    PdfStructure structure;
    structure.verdict = encrypted ? PdfStructure::Verdict::Encrypted : PdfStructure::Verdict::Broken;
    structure.qpdfError = int(error.getErrorCode());
    return structure;
}

PdfStructure tryToWalk(const QByteArray& bytes, int maxPages, bool mend)
{
    try {
        return walk(bytes, maxPages, mend);
    } catch (const TooMuchContent&) {
        PdfStructure structure;
        structure.verdict = PdfStructure::Verdict::TooMuchContent;
        return structure;
    } catch (const QPDFExc& error) {
        return refused(error, bytes);
    }
}

} // namespace

PdfStructure readPdfStructure(const QByteArray& bytes, int maxPages)
{
    const PdfStructure strict = tryToWalk(bytes, maxPages, false);
    return strict.verdict == PdfStructure::Verdict::Broken ? tryToWalk(bytes, maxPages, true) : strict;
}

} // namespace ow::capture
