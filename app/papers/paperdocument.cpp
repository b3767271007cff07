// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/paperdocument.h"

#include "papers/fontset.h"
#include "papers/paperlayout.h"
#include "papers/pdffile.h"
#include "papers/phrases.h"
#include "papers/qrcode.h"
#include "papers/typesetter.h"

#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

namespace ow::papers {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

// Bounds: generous for any honest case, small enough that a broken caller cannot eat the machine.
constexpr qsizetype kMaxWords = 8'000;
constexpr std::size_t kMaxList = 300;
constexpr int kMinDpi = 24;
constexpr int kMaxDpi = 600;

std::optional<domain::Error> tooLong(const PaperRequest& request, const QMap<QString, QString>& values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        const qsizetype bound = it.key() == u"materials"_s ? kMaxWords * 4 : kMaxWords;
        if (it.value().size() > bound) {
            return domain::Error{ErrorCode::InvalidInput, u"too long"_s, it.key()};
        }
    }
    for (const auto* list : {&request.findings, &request.advice}) {
        const bool longWords = std::ranges::any_of(*list, [](const PaperFinding& finding) {
            return std::max({finding.sentence.size(), finding.basis.size(), finding.where.size()}) >
                   kMaxWords;
        });
        if (list->size() > kMaxList || longWords) {
            return domain::Error{ErrorCode::InvalidInput, u"too long"_s, u"findings"_s};
        }
    }
    if (request.materials.size() > kMaxList) {
        return domain::Error{ErrorCode::InvalidInput, u"too many"_s, u"materials"_s};
    }
    return std::nullopt;
}

/// Papers go over the desk and into files: an identity number is never printed in full. Ten digits in a row
/// do not occur in a masked one.
bool isMasked(const QString& id)
{
    static const QRegularExpression run(u"[0-9Xx]{10,}"_s);
    return !run.match(id).hasMatch();
}

std::optional<domain::Error> refusal(const PaperTemplate& paper, const PaperRequest& request,
                                     const QMap<QString, QString>& values)
{
    const auto error = [](ErrorCode code, const QString& detail, const QString& field) {
        return domain::Error{code, detail, field};
    };
    if (paper.kind != request.kind || paper.id != request.templateId ||
        paper.version != request.templateVersion) {
        return error(ErrorCode::InvalidInput, u"the request names another template"_s, u"templateId"_s);
    }
    if (!paper.regimes.contains(request.typeCode)) {
        return error(ErrorCode::NotFound, u"the template has no regime %1"_s.arg(request.typeCode),
                     u"typeCode"_s);
    }
    for (const QString& name : paper.regimes.value(request.typeCode).required) {
        if (values.value(name).isEmpty()) {
            return error(ErrorCode::InvalidInput, u"required under this regime and empty"_s, name);
        }
    }
    if (!isMasked(request.maskedId)) {
        return error(ErrorCode::InvalidInput, u"identity number is not masked"_s, u"maskedId"_s);
    }
    static const QRegularExpression hash(u"\\A[0-9a-f]{16}\\z"_s);
    if (!hash.match(request.hash16).hasMatch() || request.seq < 1) {
        return error(ErrorCode::InvalidInput, u"no ledger entry to point to"_s, u"hash16"_s);
    }
    if (!request.issuedAt.isValid()) {
        return error(ErrorCode::InvalidInput, u"no time"_s, u"issuedAt"_s);
    }
    // Training and real numbers never mix (I7): a training number must carry the watermark.
    if (request.caseNumber.startsWith(u"YL"_s) && !request.training) {
        return error(ErrorCode::InvalidInput, u"a training number on a real paper"_s, u"training"_s);
    }
    return tooLong(request, values);
}

} // namespace

Result<PaperDocument> PaperDocument::layOut(const PaperTemplate& paper, const PaperRequest& request)
{
    QMap<QString, QString> values = placeholderValues(paper, request);
    const RegimeWords regime = paper.regimes.value(request.typeCode);
    for (auto it = regime.words.begin(); it != regime.words.end(); ++it) {
        values.insert(it.key(), it.value());
    }
    if (const std::optional<domain::Error> error = refusal(paper, request, values)) {
        return tl::unexpected(*error);
    }
    Result<FontSet> fonts = FontSet::make();
    if (!fonts) {
        return tl::unexpected(fonts.error());
    }
    Result<QrShape> code = qrShape(paperPayload(request.caseNumber, request.seq, request.hash16));
    if (!code) {
        return tl::unexpected(code.error());
    }
    Typesetter typesetter(std::move(*fonts));
    PaperDocument document;
    document.m_title = regime.title + u' ' + values.value(u"number"_s);
    document.m_issuedAt = request.issuedAt;
    document.m_sheets = PaperLayout(paper, request, values, typesetter, std::move(*code)).sheets();
    if (const std::optional<char32_t> missing = typesetter.missing()) {
        return fail(ErrorCode::PaperFailed,
                    u"no font has U+%1"_s.arg(static_cast<uint>(*missing), 4, 16, QLatin1Char('0')),
                    u"font"_s);
    }
    if (document.m_sheets.empty()) {
        return fail(ErrorCode::InvalidInput, u"the template has none of the copies asked for"_s, u"copies"_s);
    }
    if (document.m_sheets.size() > static_cast<std::size_t>(kMaxSheets)) {
        return fail(ErrorCode::InvalidInput, u"too many sheets"_s, u"findings"_s);
    }
    return document;
}

void PaperDocument::paint(QPainter& painter, int page) const
{
    const Result<FontSet> fonts = FontSet::make();
    if (fonts && page >= 0 && page < pageCount()) {
        paintSheet(painter, m_sheets[static_cast<std::size_t>(page)], *fonts);
    }
}

QImage PaperDocument::toImage(int page, int dpi) const
{
    const double perMm = std::clamp(dpi, kMinDpi, kMaxDpi) / 25.4;
    QImage image(qRound(Sheet::kWidth * perMm), qRound(Sheet::kHeight * perMm), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(perMm, perMm);
    paint(painter, page);
    return image;
}

Result<RenderedPaper> PaperDocument::toPdf() const
{
    return writePdf(m_sheets, m_title, m_issuedAt).map([this](QByteArray&& pdf) {
        return RenderedPaper{std::move(pdf), pageCount()};
    });
}

Result<RenderedPaper> renderPaper(const PaperTemplate& paper, const PaperRequest& request)
{
    return PaperDocument::layOut(paper, request).and_then([](const PaperDocument& document) {
        return document.toPdf();
    });
}

} // namespace ow::papers
