// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/duplicatedesk.h"

#include "desk/duplicates.h"
#include "domain/identifiertext.h"
#include "ledger/ledger.h"

#include <algorithm>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Kind;
using domain::Result;
using ledger::Ledger;

constexpr QLatin1StringView kAbout("about");
constexpr QLatin1StringView kDuplicate("duplicate");
constexpr QLatin1StringView kWith("with");

QString decisionKey(DuplicateDecision decision)
{
    switch (decision) {
    case DuplicateDecision::Different:
        return QStringLiteral("different");
    case DuplicateDecision::KeepBoth:
        return QStringLiteral("keepBoth");
    case DuplicateDecision::WithdrawLater:
        return QStringLiteral("withdrawLater");
    }
    return {};
}

bool hasDecided(const ledger::CaseHistory& history, const QString& other)
{
    return std::ranges::any_of(history.entries, [&other](const ledger::TimelineEntry& entry) {
        return entry.entry.header.kind == domain::kindInfo(Kind::Note).key &&
               entry.what.value(kAbout).toString() == kDuplicate &&
               entry.what.value(kWith).toString() == other;
    });
}

struct Side
{
    ledger::CaseRow row;
    domain::CaseFile file;
};

Result<Side> sideOf(const Ledger& ledger, const QString& number)
{
    auto row = ledger.cases().row(number);
    auto history = ledger.cases().history(number);
    if (!row || !history) {
        return tl::unexpected(row ? history.error() : row.error());
    }
    return Side{std::move(*row), std::move(history->file)};
}

QString applicantOf(const Side& side)
{
    return domain::identifierText(side.file.intake.applicant.idNumber);
}

Result<CaseComparison> compareThere(const Ledger& ledger, const HouseRules& rules, QDate today,
                                    const QString& one, const QString& other)
{
    auto first = sideOf(ledger, one);
    auto second = sideOf(ledger, other);
    if (!first || !second) {
        return tl::unexpected(first ? second.error() : first.error());
    }
    if (one == other || first->row.item != second->row.item || applicantOf(*first) != applicantOf(*second)) {
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("not of one applicant and item"));
    }
    const auto age = [](const Side& side) { return std::pair(side.row.received, side.row.number); };
    if (age(*second) < age(*first)) {
        std::swap(*first, *second);
    }
    const catalogue::GuidePtr guide = rules.catalogue.find(second->file.intake.guide);
    CaseComparison comparison;
    comparison.earlier = caseLine(first->row, rules, today);
    comparison.later = caseLine(second->row, rules, today);
    comparison.earlierHead = first->row.head;
    comparison.laterHead = second->row.head;
    comparison.rows = comparedRows(first->file, second->file, guide.get());
    comparison.differing = static_cast<int>(std::ranges::count_if(comparison.rows, &ComparedRow::differs));
    return comparison;
}

ledger::ActDraft noteOn(const QString& number, const QString& head, const QString& other,
                        const QString& actor, DuplicateDecision decision, const QString& reason)
{
    ledger::ActDraft act;
    act.kind = Kind::Note;
    act.actor = actor;
    act.about = ledger::ActDraft::Case::Existing;
    act.caseNumber = number;
    act.seenHead = head;
    act.body = ledger::fixedBody({{QString(kAbout), QString(kDuplicate)},
                                  {QString(kWith), other},
                                  {QStringLiteral("decision"), decisionKey(decision)},
                                  {QStringLiteral("reason"), reason}});
    return act;
}

} // namespace

Result<QStringList> undecidedDuplicates(const Ledger& ledger, const ledger::CaseHistory& history)
{
    QStringList others;
    if (!domain::isOpen(history.file.state)) {
        return others;
    }
    const auto open =
        openCasesOf(ledger, history.file.intake.applicant.idNumber, history.file.intake.guide.code);
    if (!open) {
        return tl::unexpected(open.error());
    }
    for (const domain::OpenCase& one : *open) {
        if (one.number != history.file.number && !hasDecided(history, one.number)) {
            others.append(one.number);
        }
    }
    return others;
}

DuplicateDesk::DuplicateDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
}

QFuture<Result<CaseComparison>> DuplicateDesk::compare(const QString& one, const QString& other)
{
    return m_workplace.ledger().run(
        [rules = m_workplace.rules(), today = m_workplace.today(), one, other](Ledger& ledger) {
            return compareThere(ledger, *rules, today, one, other);
        });
}

QFuture<Result<void>> DuplicateDesk::decide(const CaseComparison& seen, DuplicateDecision decision,
                                            const QString& reason)
{
    const QString why = reason.trimmed();
    if (why.isEmpty() || !m_workplace.person()) {
        return QtFuture::makeReadyFuture(Result<void>(domain::fail(
            why.isEmpty() ? ErrorCode::InvalidInput : ErrorCode::KeyLocked, {}, QStringLiteral("reason"))));
    }
    const QString actor = m_workplace.person()->id;
    std::vector<ledger::ActDraft> acts{
        noteOn(seen.earlier.number, seen.earlierHead, seen.later.number, actor, decision, why),
        noteOn(seen.later.number, seen.laterHead, seen.earlier.number, actor, decision, why)};
    return m_workplace.ledger()
        .run([acts = std::move(acts)](Ledger& ledger) {
            return ledger.append(acts).map([](const std::vector<ledger::WrittenEntry>&) {});
        })
        .then(this, [this](Result<void> done) {
            if (done) {
                m_workplace.noteWritten();
            }
            return done;
        });
}

} // namespace ow::desk
