// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/entryjudge.h"

#include "domain/casefile.h"
#include "domain/casenumber.h"

#include <algorithm>
#include <cstdlib>

namespace ow::center {

using domain::CaseFile;
using domain::Kind;
using record::Entry;
using record::EntryHeader;
using record::WireEntry;
using namespace Qt::StringLiterals;

namespace {

Verdict conflict(QString reason)
{
    return {Outcome::Conflict, std::move(reason), {}};
}

} // namespace

domain::Result<QString> EntryJudge::falseChain(const DeviceBatch& batch, const Entry& entry) const
{
    const record::CryptoProvider& provider = m_vault.provider();
    if (entry.header.station != batch.device.numberingStation)
        return u"false_device"_s;
    if (!record::verifyLink(provider, batch.device.lastHash, entry))
        return u"false_chain"_s;
    if (!record::verifyMac(provider, batch.macKey, entry))
        return u"false_mac"_s;
    const auto placed = batch.store.placed(entry.header.id);
    if (!placed)
        return tl::unexpected(placed.error());
    return *placed ? u"reused"_s : QString();
}

bool EntryJudge::isFalseNumber(const DeviceBatch& batch, const EntryHeader& header) const
{
    const auto kind = domain::kindFromKey(header.kind);
    if (!header.caseNumber)
        return kind && domain::kindInfo(*kind).audience == domain::Audience::Case;
    const auto number = domain::CaseNumber::parse(*header.caseNumber);
    // There is one way to write a number; training never leaves its device (I5, I7).
    if (!number || number->format() != *header.caseNumber || number->isTraining())
        return true;
    // Only the device a station was given to makes numbers with it.
    return kind == Kind::Receive &&
           (number->hall() != m_hall.id || number->station() != batch.device.numberingStation);
}

domain::Result<Judged> EntryJudge::judge(const DeviceBatch& batch, const WireEntry& wire) const
{
    const EntryHeader& header = wire.entry.header;
    Judged judged;
    const auto rejected = [&judged](QString reason) {
        judged.verdict = {Outcome::Rejected, std::move(reason), {}};
        return judged;
    };
    const auto falsehood = falseChain(batch, wire.entry);
    if (!falsehood)
        return tl::unexpected(falsehood.error());
    if (!falsehood->isEmpty())
        return rejected(*falsehood);
    if (!wire.bodyBytes || !record::verifyBody(m_vault.provider(), wire.entry, *wire.bodyBytes))
        return rejected(u"unreadable_body"_s);
    auto body = record::parseBody(*wire.bodyBytes);
    if (!body)
        return rejected(u"unreadable_body"_s);
    if (isFalseNumber(batch, header))
        return rejected(u"false_number"_s);
    judged.what = std::move(body->what);
    judged.kind = domain::kindFromKey(header.kind);
    if (judged.kind == Kind::Publish) {
        auto ruling = m_guides.judge(batch.store, header, judged.what);
        if (!ruling)
            return tl::unexpected(ruling.error());
        if (!ruling->reason.isEmpty())
            return rejected(ruling->reason);
        judged.ruling = std::move(*ruling);
    }
    // Who looked at a case or printed its paper again is no part of what the case is: nothing is based on it.
    const bool aside = judged.kind && domain::kindInfo(*judged.kind).audience != domain::Audience::Case;
    if (header.caseNumber && !aside) {
        if (const auto based = judgeBase(batch, header, judged); !based)
            return tl::unexpected(based.error());
        if (!project(judged, header))
            return rejected(u"unreadable_body"_s);
    }
    if (judged.verdict.outcome == Outcome::Accepted) {
        if (const auto flagged = flag(batch, header, judged); !flagged)
            return tl::unexpected(flagged.error());
    }
    return judged;
}

domain::Result<void> EntryJudge::judgeBase(const DeviceBatch& batch, const EntryHeader& header,
                                           Judged& judged) const
{
    auto file = batch.store.caseRow(*header.caseNumber);
    if (!file)
        return tl::unexpected(file.error());
    judged.file = *file ? **file : CaseRow{*header.caseNumber, {}, {}, {}, {}, {}, {}};
    if (header.base.value_or(QString()) == judged.file->head)
        return {};
    qint64 after = 0;
    if (header.base) {
        const auto base = batch.store.placed(*header.base);
        if (!base)
            return tl::unexpected(base.error());
        if (!*base || (*base)->caseNumber != *header.caseNumber) {
            judged.verdict = conflict(u"base_unknown"_s);
            return {};
        }
        if ((*base)->outcome == Outcome::Conflict) {
            judged.verdict = conflict(u"base_in_conflict"_s);
            return {};
        }
        after = (*base)->order;
    }
    const auto since = batch.store.acceptedKindsAfter(*header.caseNumber, after);
    if (!since)
        return tl::unexpected(since.error());
    for (const QString& key : *since) {
        const auto kind = domain::kindFromKey(key);
        if (!kind || !judged.kind || !domain::commutes(*kind, *judged.kind))
            judged.verdict = conflict(u"base_not_head"_s);
    }
    return {};
}

/// Folds the entry into the row of its case. Only an unreadable body fails.
domain::Result<void> EntryJudge::project(Judged& judged, const EntryHeader& header) const
{
    CaseRow& row = *judged.file;
    row.head = header.id;
    if (!judged.kind)
        return {};
    CaseFile before;
    before.number = row.number;
    before.state = row.state;
    const domain::Act act{*judged.kind, header.id,    header.base.value_or(QString()),
                          header.at,    header.actor, header.station,
                          judged.what};
    const auto after = domain::fold(std::move(before), act);
    if (!after)
        return tl::unexpected(after.error());
    row.state = after->state;
    judged.irregular = after->irregular;
    if (after->due.promised.isValid())
        row.due = after->due.promised.toString(Qt::ISODate);
    if (*judged.kind == Kind::Receive && header.guide)
        row.guide = header.guide->code;
    const QString identity = after->intake.applicant.idNumber.trimmed().toUpper();
    if (!identity.isEmpty()) {
        row.applicantMac = m_vault.mac("applicant", identity.toUtf8());
        row.last4Mac = m_vault.mac("last4", (row.number + u'\n' + identity.right(4)).toUtf8());
    }
    return {};
}

domain::Result<void> EntryJudge::flag(const DeviceBatch& batch, const EntryHeader& header,
                                      Judged& judged) const
{
    QStringList& flags = judged.verdict.flags;
    const auto person = batch.store.person(header.actor);
    if (!person)
        return tl::unexpected(person.error());
    if (*person && (*person)->revokedAt && header.at >= *(*person)->revokedAt)
        flags << u"actor_revoked"_s;
    const domain::Roles roles = *person ? (*person)->roles : domain::Roles(domain::NoRole);
    if (judged.kind && (domain::kindInfo(*judged.kind).roles & roles) == 0U)
        flags << u"role_missing"_s;
    if (judged.irregular > 0)
        flags << u"move_irregular"_s;
    const bool offsetDoubtful = header.clock && std::abs(header.clock->offsetMs) > kClockToleranceMs;
    if (header.at > batch.now + kClockToleranceMs || header.at < batch.device.lastAt - kClockToleranceMs ||
        offsetDoubtful)
        flags << u"clock_doubtful"_s;
    if (judged.kind != Kind::Receive)
        return {};
    if (header.guide) {
        const auto newest = batch.store.newestGuide(header.guide->code);
        if (!newest)
            return tl::unexpected(newest.error());
        if (*newest && (*newest)->version > header.guide->version)
            flags << u"guide_superseded"_s;
    }
    if (judged.file->applicantMac.isEmpty())
        return {};
    const auto others = batch.store.casesOf(judged.file->applicantMac, judged.file->guide);
    if (!others)
        return tl::unexpected(others.error());
    const auto open = [&](const CaseRow& row) {
        return domain::isOpen(row.state) && row.number != judged.file->number;
    };
    if (std::any_of(others->begin(), others->end(), open))
        flags << u"duplicate"_s;
    return {};
}

} // namespace ow::center
