// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/entryjudge.h"

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

/// An administrator of the hall over what is of that hall; the centre's own ledger, which is of no hall, over
/// everything.
bool mayRule(const DeviceRow& device, const std::optional<PersonRow>& author, const QString& hall)
{
    if (device.hall.isEmpty())
        return true;
    return author && !author->revokedAt && (author->roles & domain::Administrator) != 0U &&
           hall == device.hall;
}

} // namespace

QString EntryJudge::falseChain(const BatchSheet& sheet, const Entry& entry) const
{
    const record::CryptoProvider& provider = m_vault.provider();
    if (entry.header.station != sheet.device().numberingStation)
        return u"false_device"_s;
    if (!record::verifyLink(provider, sheet.device().lastHash, entry))
        return u"false_chain"_s;
    if (!record::verifyMac(provider, sheet.macKey(), entry))
        return u"false_mac"_s;
    return sheet.isPlaced(entry.header.id) ? u"reused"_s : QString();
}

bool EntryJudge::isFalseNumber(const BatchSheet& sheet, const EntryHeader& header)
{
    const auto kind = domain::kindFromKey(header.kind);
    if (!header.caseNumber)
        return kind && domain::kindInfo(*kind).audience == domain::Audience::Case;
    const auto number = domain::CaseNumber::parse(*header.caseNumber);
    // There is one way to write a number; training never leaves its device (I5, I7).
    if (!number || number->format() != *header.caseNumber || number->isTraining())
        return true;
    // A hall's cases are written by its own devices, and by the centre itself.
    const DeviceRow& device = sheet.device();
    if (!device.hall.isEmpty() && number->hall() != device.hall)
        return true;
    // Only the device a station was given to makes numbers with it.
    return kind == Kind::Receive && number->station() != device.numberingStation;
}

domain::Result<Judged> EntryJudge::judge(BatchSheet& sheet, const WireEntry& wire) const
{
    const EntryHeader& header = wire.entry.header;
    Judged judged;
    const auto rejected = [&judged](QString reason) {
        judged.verdict = {Outcome::Rejected, std::move(reason), {}};
        return std::move(judged);
    };
    const QString falsehood = falseChain(sheet, wire.entry);
    if (!falsehood.isEmpty())
        return rejected(falsehood);
    if (!wire.bodyBytes || !record::verifyBody(m_vault.provider(), wire.entry, *wire.bodyBytes))
        return rejected(u"unreadable_body"_s);
    const auto body = record::parseBody(*wire.bodyBytes);
    if (!body)
        return rejected(u"unreadable_body"_s);
    if (isFalseNumber(sheet, header))
        return rejected(u"false_number"_s);
    judged.what = body->what;
    judged.kind = domain::kindFromKey(header.kind);
    const auto barred = judgeConfig(sheet, header, judged);
    if (!barred)
        return tl::unexpected(barred.error());
    if (!barred->isEmpty())
        return rejected(*barred);
    // Who looked at a case or printed its paper again is no part of what the case is: nothing is based on it.
    const bool aside = judged.kind && domain::kindInfo(*judged.kind).audience != domain::Audience::Case;
    if (header.caseNumber && !aside) {
        if (const auto based = judgeBase(sheet, header, judged); !based)
            return tl::unexpected(based.error());
        const auto projected = project(sheet, judged, header);
        if (!projected && projected.error().kind() == domain::ErrorKind::Storage)
            return tl::unexpected(projected.error());
        if (!projected)
            return rejected(u"unreadable_body"_s);
    }
    if (judged.verdict.outcome == Outcome::Accepted) {
        if (const auto flagged = flag(sheet, header, judged); !flagged)
            return tl::unexpected(flagged.error());
    }
    return judged;
}

domain::Result<QString> EntryJudge::judgeConfig(BatchSheet& sheet, const EntryHeader& header,
                                                Judged& judged) const
{
    if (judged.kind == Kind::Publish) {
        auto ruling = m_guides.judge(sheet.store(), header, judged.what);
        if (!ruling)
            return tl::unexpected(ruling.error());
        if (ruling->reason.isEmpty())
            judged.ruling = std::move(*ruling);
        else
            return ruling->reason;
    }
    if (judged.kind == Kind::Station)
        return judgeStation(sheet, header, judged);
    return judged.kind == Kind::Person ? judgePerson(sheet, header, judged) : QString();
}

domain::Result<QString> EntryJudge::judgeStation(BatchSheet& sheet, const EntryHeader& header, Judged& judged)
{
    const auto act = StationAct::read(judged.what);
    if (!act || header.caseNumber)
        return u"unreadable_body"_s;
    const auto author = sheet.person(header.actor);
    const auto device = sheet.store().device(act->device);
    if (!author || !device)
        return tl::unexpected(author ? device.error() : author.error());
    if (!*device || (*device)->hall != act->hall || !mayRule(sheet.device(), *author, act->hall))
        return u"role_missing"_s;
    judged.station = *act;
    return QString();
}

domain::Result<QString> EntryJudge::judgePerson(BatchSheet& sheet, const EntryHeader& header, Judged& judged)
{
    const auto act = PersonAct::read(judged.what);
    if (!act || header.caseNumber)
        return u"unreadable_body"_s;
    const auto author = sheet.person(header.actor);
    const auto there = sheet.store().person(act->id);
    if (!author || !there)
        return tl::unexpected(author ? there.error() : author.error());
    if (!mayRule(sheet.device(), *author, act->hall))
        return u"role_missing"_s;
    if (!*there && !act->keys)
        return u"unreadable_body"_s;
    // A person of another hall is not this hall's to change.
    if (*there && (*there)->hall != act->hall && !sheet.device().hall.isEmpty())
        return u"role_missing"_s;
    judged.person = *act;
    return QString();
}

domain::Result<void> EntryJudge::judgeBase(BatchSheet& sheet, const EntryHeader& header, Judged& judged)
{
    auto row = sheet.caseRow(*header.caseNumber);
    if (!row)
        return tl::unexpected(row.error());
    judged.row = std::move(*row);
    if (header.base.value_or(QString()) == judged.row->head)
        return {};
    qint64 after = 0;
    if (header.base) {
        const auto base = sheet.placed(*header.base);
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
    const auto since = sheet.acceptedKindsAfter(*header.caseNumber, after);
    if (!since)
        return tl::unexpected(since.error());
    for (const QString& key : *since) {
        const auto kind = domain::kindFromKey(key);
        if (!kind || !judged.kind || !domain::commutes(*kind, *judged.kind))
            judged.verdict = conflict(u"base_not_head"_s);
    }
    return {};
}

/// Folds the entry into its case. Fails when the body cannot be read, or with the database.
domain::Result<void> EntryJudge::project(BatchSheet& sheet, Judged& judged, const EntryHeader& header) const
{
    CaseRow& row = *judged.row;
    auto before = sheet.fileOf(row);
    if (!before)
        return tl::unexpected(before.error());
    const int irregular = before->irregular;
    const bool wasInFull = row.inFull;
    if (!judged.kind) {
        row.head = header.id;
        judged.file = std::move(*before);
        return {};
    }
    const domain::Act act{*judged.kind, header.id,    header.base.value_or(QString()),
                          header.at,    header.actor, header.station,
                          judged.what};
    auto after = domain::fold(std::move(*before), act);
    if (!after)
        return tl::unexpected(after.error());
    judged.irregular = after->irregular - irregular;
    if (*judged.kind == Kind::Receive && header.guide) {
        row.guide = header.guide->code;
        row.station = sheet.device().station;
        row.department = m_guides.departmentOf(row.guide);
    }
    auto projected = projectCase(m_vault, row, *after);
    if (!projected)
        return tl::unexpected(projected.error());
    row = std::move(*projected);
    judged.widens = row.inFull && !wasInFull;
    judged.file = std::move(*after);
    return {};
}

domain::Result<void> EntryJudge::flag(BatchSheet& sheet, const EntryHeader& header, Judged& judged)
{
    QStringList& flags = judged.verdict.flags;
    const auto person = sheet.person(header.actor);
    if (!person)
        return tl::unexpected(person.error());
    if (*person && (*person)->revokedAt && header.at >= *(*person)->revokedAt)
        flags << u"actor_revoked"_s;
    // The centre's own ledger is of no hall.
    const bool own = sheet.device().hall.isEmpty();
    const domain::Roles roles = own       ? domain::Roles(domain::Centre)
                                : *person ? (*person)->roles
                                          : domain::Roles(domain::NoRole);
    if (judged.kind && (domain::kindInfo(*judged.kind).roles & roles) == 0U)
        flags << u"role_missing"_s;
    if (judged.irregular > 0)
        flags << u"move_irregular"_s;
    const bool offsetDoubtful = header.clock && std::abs(header.clock->offsetMs) > kClockToleranceMs;
    if (header.at > sheet.now() + kClockToleranceMs ||
        header.at < sheet.device().lastAt - kClockToleranceMs || offsetDoubtful)
        flags << u"clock_doubtful"_s;
    if (judged.kind != Kind::Receive)
        return {};
    if (header.guide) {
        const auto newest = sheet.newestGuide(header.guide->code);
        if (!newest)
            return tl::unexpected(newest.error());
        if (*newest > header.guide->version)
            flags << u"guide_superseded"_s;
    }
    if (judged.row->applicantMac.isEmpty())
        return {};
    const auto twin = sheet.hasOpenTwin(*judged.row);
    if (!twin)
        return tl::unexpected(twin.error());
    if (*twin)
        flags << u"duplicate"_s;
    return {};
}

} // namespace ow::center
