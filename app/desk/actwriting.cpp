// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/actwriting.h"

#include "desk/clockcheck.h"

namespace ow::desk {

namespace {

/// A clerk who looked at the clock and went on says so in the ledger, before the number it is given by.
ledger::ActDraft clockAct(const QString& actor, const QString& doubt)
{
    ledger::ActDraft act;
    act.kind = domain::Kind::ClockConfirmed;
    act.actor = actor;
    act.body = ledger::fixedBody({{QStringLiteral("doubt"), doubt}});
    return act;
}

/// What somebody added meanwhile (a paper made, a note) takes nothing from what this person saw; anything
/// else does.
domain::Result<void> takeOverHead(const ledger::Ledger& ledger, ledger::ActDraft& act)
{
    if (!act.seenHead) {
        return {};
    }
    const auto history = ledger.cases().history(act.caseNumber);
    if (!history) {
        return tl::unexpected(history.error());
    }
    bool seen = false;
    for (const ledger::TimelineEntry& entry : history->entries) {
        const record::EntryHeader& header = entry.entry.header;
        const auto kind = domain::kindFromKey(header.kind);
        if (seen && entry.folded && (!kind || !domain::commutes(*kind, act.kind))) {
            return domain::fail(domain::ErrorCode::CaseMoved, QStringLiteral("the case has moved on"));
        }
        seen = seen || header.id == *act.seenHead;
    }
    if (!seen) {
        return domain::fail(domain::ErrorCode::CaseMoved, QStringLiteral("what was seen is no longer there"));
    }
    act.seenHead = history->file.lastEntry;
    return {};
}

} // namespace

domain::Result<ActDone> appendActs(ledger::Ledger& ledger, const std::vector<ledger::ActDraft>& acts)
{
    const auto written = ledger.append(acts);
    if (!written) {
        return tl::unexpected(written.error());
    }
    ActDone done;
    done.caseNumber = written->back().entry.header.caseNumber.value_or(QString());
    for (const ledger::WrittenEntry& entry : *written) {
        const QCborMap paper = entry.what.value(QLatin1StringView("paper")).toMap();
        if (!paper.isEmpty()) {
            done.papers.push_back({paper.value(QLatin1StringView("number")).toString(),
                                   paper.value(QLatin1StringView("kind")).toString()});
        }
    }
    if (const auto row = ledger.cases().row(done.caseNumber)) {
        done.state = row->state;
    }
    return done;
}

domain::Result<ActDone> writeActs(ledger::Ledger& ledger, std::vector<ledger::ActDraft> acts, qint64 nowMs,
                                  bool clockConfirmed)
{
    if (const auto clock = checkClock(ledger, nowMs); !clock) {
        if (!clockConfirmed) {
            return tl::unexpected(clock.error());
        }
        acts.insert(acts.begin(), clockAct(ledger.user(), clock.error().field));
    }
    for (ledger::ActDraft& act : acts) {
        if (const auto same = takeOverHead(ledger, act); !same) {
            return tl::unexpected(same.error());
        }
    }
    return appendActs(ledger, acts);
}

} // namespace ow::desk
