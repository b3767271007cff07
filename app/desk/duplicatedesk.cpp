// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/duplicatedesk.h"

#include "desk/actwriting.h"
#include "desk/duplicates.h"
#include "domain/identifiertext.h"
#include "ledger/ledger.h"

#include <algorithm>
#include <utility>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Kind;
using domain::Result;
using ledger::Ledger;

constexpr QLatin1StringView kAbout("about");
constexpr QLatin1StringView kDuplicate("duplicate");
constexpr QLatin1StringView kWith("with");

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

Result<CaseComparison> comparisonOf(const HouseRules& rules, QDate today, const Side& earlier,
                                    const Side& later)
{
    if (earlier.row.number == later.row.number || earlier.row.item != later.row.item ||
        applicantOf(earlier) != applicantOf(later)) {
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("not of one applicant and item"));
    }
    const catalogue::GuidePtr guide = rules.catalogue.find(later.file.intake.guide);
    CaseComparison comparison;
    comparison.earlier = caseLine(earlier.row, rules, today);
    comparison.later = caseLine(later.row, rules, today);
    comparison.earlierHead = earlier.row.head;
    comparison.laterHead = later.row.head;
    comparison.rows = comparedRows(earlier.file, later.file, guide.get());
    comparison.differing = static_cast<int>(std::ranges::count_if(comparison.rows, &ComparedRow::differs));
    comparison.onDesk = later.row.number.isEmpty();
    return comparison;
}

Result<CaseComparison> compareThere(const Ledger& ledger, const HouseRules& rules, QDate today,
                                    const QString& one, const QString& other)
{
    auto first = sideOf(ledger, one);
    auto second = sideOf(ledger, other);
    if (!first || !second) {
        return tl::unexpected(first ? second.error() : first.error());
    }
    const auto age = [](const Side& side) { return std::pair(side.row.received, side.row.number); };
    if (age(*second) < age(*first)) {
        std::swap(*first, *second);
    }
    return comparisonOf(rules, today, *first, *second);
}

Side onDesk(const domain::Intake& intake)
{
    Side side;
    side.row.item = intake.guide.code;
    side.row.summary.name = intake.applicant.name;
    side.file.intake = intake;
    return side;
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

QFuture<Result<CaseComparison>> DuplicateDesk::compareOnDesk(const domain::Intake& intake,
                                                             const QString& other)
{
    return m_workplace.ledger().run([rules = m_workplace.rules(), today = m_workplace.today(), intake,
                                     other](Ledger& ledger) -> Result<CaseComparison> {
        const auto earlier = sideOf(ledger, other);
        return earlier ? comparisonOf(*rules, today, *earlier, onDesk(intake))
                       : tl::unexpected(earlier.error());
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
        duplicateNote(seen.earlier.number, seen.earlierHead, actor, {seen.later.number, decision, why})};
    if (!seen.onDesk) {
        acts.push_back(
            duplicateNote(seen.later.number, seen.laterHead, actor, {seen.earlier.number, decision, why}));
    }
    return m_workplace.ledger()
        .run([acts = std::move(acts), now = m_workplace.options().clock->utcMs(),
              confirmed = std::exchange(m_clockConfirmed, false)](Ledger& ledger) {
            return writeActs(ledger, acts, now, confirmed).map([](const ActDone&) {});
        })
        .then(this, [this](Result<void> done) {
            if (done) {
                m_workplace.noteWritten();
            }
            return done;
        });
}

} // namespace ow::desk
