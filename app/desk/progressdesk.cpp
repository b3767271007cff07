// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/progressdesk.h"

#include "desk/casesearch.h"
#include "desk/progresswords.h"
#include "desk/scannedcode.h"
#include "ledger/ledger.h"

#include <algorithm>

namespace ow::desk {

namespace {

using domain::Result;
using ledger::Ledger;

constexpr qsizetype kShortestText = 4; ///< of digits and letters
constexpr qsizetype kShortestName = 2;

struct Question
{
    QString text;
    HouseRulesPtr rules;
    QDate today;
};

/// What was typed or read, as it is looked for: a paper's code gives its case's number.
QString meant(const QString& typed)
{
    const QString text = typed.trimmed();
    const ScannedCode code = readScannedCode(text);
    return code.kind == ScannedCode::Kind::Unknown ? text : code.text;
}

bool longEnough(const QString& text)
{
    const bool latin = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    return text.size() >= (latin ? kShortestText : kShortestName);
}

Result<std::vector<ledger::CaseRow>> rowsMeant(const Ledger& ledger, const Question& question, qint64& more)
{
    const auto fits = casesFitting(ledger, nullptr, question.text);
    if (!fits) {
        return tl::unexpected(fits.error());
    }
    auto keys = ledger.cases().keys({});
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    std::erase_if(*keys, [&fits](qint64 row) { return !fits->has(row); });
    const std::size_t looked =
        std::min(keys->size(), static_cast<std::size_t>(ledger::CaseQueries::kMaxRows));
    auto rows = ledger.cases().rows(std::span(*keys).first(looked));
    if (!rows) {
        return rows;
    }
    std::ranges::stable_partition(*rows,
                                  [](const ledger::CaseRow& row) { return domain::isOpen(row.state); });
    const std::size_t most = static_cast<std::size_t>(ProgressDesk::kMostAnswers);
    more = static_cast<qint64>(keys->size()) - static_cast<qint64>(std::min(rows->size(), most));
    rows->resize(std::min(rows->size(), most));
    return rows;
}

Result<ProgressReport> report(Ledger& ledger, const Question& question)
{
    ProgressReport report;
    report.training = ledger.identity().training;
    const auto receipt = ledger.outbox().lastReceipt();
    if (!receipt) {
        return tl::unexpected(receipt.error());
    }
    report.asOf = *receipt ? (*receipt)->at : 0;
    const auto rows = rowsMeant(ledger, question, report.more);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    for (const ledger::CaseRow& row : *rows) {
        const auto history = ledger.cases().history(row.number);
        if (!history) {
            return tl::unexpected(history.error());
        }
        const domain::CaseFile& file = history->file;
        const catalogue::GuidePtr guide = question.rules->catalogue.find(file.intake.guide);
        report.answers.push_back(progressOf(file, caseLine(row, *question.rules, question.today), guide.get(),
                                            question.rules->facts));
    }
    return report;
}

} // namespace

ProgressDesk::ProgressDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
}

QFuture<Result<ProgressReport>> ProgressDesk::ask(const QString& text)
{
    const Question question{meant(text), m_workplace.rules(), m_workplace.today()};
    if (!question.rules || !m_workplace.person() || !longEnough(question.text)) {
        return QtFuture::makeReadyFuture(Result<ProgressReport>(ProgressReport()));
    }
    return m_workplace.ledger().run([question](Ledger& ledger) { return report(ledger, question); });
}

} // namespace ow::desk
