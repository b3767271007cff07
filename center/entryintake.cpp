// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/entryintake.h"

#include "domain/casefile.h"
#include "domain/casenumber.h"
#include "domain/kinds.h"

#include <QCborArray>

#include <optional>

namespace ow::center {

using domain::CaseFile;
using domain::Kind;
using record::Entry;
using record::EntryHeader;
using record::WireEntry;
using namespace Qt::StringLiterals;

/// What one batch changes of its device, and where it does it.
struct EntryIntake::Batch
{
    Store& store;
    DeviceRow device;
    record::SecretBytes macKey;
    qint64 now = 0;
};

struct EntryIntake::Judged
{
    Verdict verdict;
    std::optional<Kind> kind;    ///< empty for a kind of a newer version: kept, not understood
    std::optional<CaseRow> file; ///< the case as it is after the entry
    int irregular = 0;
    QCborMap what;
};

namespace {

QCborArray textArray(const QStringList& texts)
{
    QCborArray array;
    for (const QString& text : texts)
        array.append(text);
    return array;
}

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

Verdict conflict(QString reason)
{
    return {Outcome::Conflict, std::move(reason), {}};
}

} // namespace

QByteArray receiptBytes(const QString& device, qint64 seq, const QByteArray& hash, qint64 at)
{
    return "OW1R\n" + device.toLatin1() + '\n' + QByteArray::number(seq) + '\n' + hash.toHex() + '\n' +
           QByteArray::number(at) + '\n';
}

Answer<std::vector<WireEntry>> EntryIntake::parse(const QCborMap& request) const
{
    const QCborArray array = request.value(u"entries"_s).toArray();
    if (array.isEmpty())
        return malformed(u"no entries"_s, u"entries"_s);
    if (array.size() > kMaxEntries)
        return tl::unexpected(
            Problem{413, "too_large"_L1, u"more than 200 entries"_s, u"entries"_s, false, 0, {}});
    std::vector<WireEntry> entries;
    entries.reserve(static_cast<size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString place = u"entries[%1]"_s.arg(i);
        auto entry = record::fromWireMap(array.at(i).toMap());
        if (!entry)
            return malformed(entry.error().detail, place + u'.' + entry.error().field);
        if (!entries.empty() && entry->entry.header.seq != entries.back().entry.header.seq + 1)
            return malformed(u"seq is not contiguous"_s, place);
        entries.push_back(std::move(*entry));
    }
    return entries;
}

Answer<QCborMap> EntryIntake::take(Store& store, const DeviceRow& device, const QCborMap& request,
                                   qint64 now) const
{
    const auto entries = parse(request);
    if (!entries)
        return tl::unexpected(entries.error());
    const EntryHeader& first = entries->front().entry.header;
    if (first.device == device.id && first.seq > device.lastSeq + 1) {
        Problem gap{409, "seq_gap"_L1, {}, u"entries[0]"_s, false, 0, {}};
        gap.extra.insert(u"expected_seq"_s, device.lastSeq + 1);
        gap.extra.insert(u"last_hash"_s, hex(device.lastHash));
        return tl::unexpected(gap);
    }
    auto key = m_vault.openSecret("device", device.id, "mac_key", device.macKeySealed, device.lastSeq);
    if (!key)
        return tl::unexpected(problemOf(key.error()));
    Batch batch{store, device, std::move(*key), now};
    QCborArray outcomes;
    const auto done = store.inTransaction([&]() -> Result<void> {
        for (const WireEntry& entry : *entries) {
            auto outcome = takeOne(batch, entry);
            if (!outcome)
                return tl::unexpected(outcome.error());
            outcomes.append(std::move(*outcome));
        }
        if (batch.device.lastSeq == device.lastSeq)
            return {};
        auto sealed = m_vault.seal("device", device.id, "mac_key", batch.macKey.view(), batch.device.lastSeq);
        if (!sealed)
            return tl::unexpected(sealed.error());
        batch.device.macKeySealed = std::move(*sealed);
        return store.advanceDevice(batch.device);
    });
    if (!done)
        return tl::unexpected(problemOf(done.error()));
    auto signedHead = receipt(batch.device, now);
    if (!signedHead)
        return tl::unexpected(problemOf(signedHead.error()));
    return QCborMap{{u"outcomes"_s, outcomes}, {u"receipt"_s, std::move(*signedHead)}};
}

domain::Result<QCborMap> EntryIntake::receipt(const DeviceRow& device, qint64 now) const
{
    const auto signature = m_vault.provider().sm2Sign(
        m_hall.signingKey, receiptBytes(device.id, device.lastSeq, device.lastHash, now));
    if (!signature)
        return tl::unexpected(signature.error());
    return QCborMap{{u"device"_s, device.id},
                    {u"seq"_s, device.lastSeq},
                    {u"hash"_s, hex(device.lastHash)},
                    {u"at"_s, now},
                    {u"signature"_s, hex(*signature)}};
}

domain::Result<QCborMap> EntryIntake::takeOne(Batch& batch, const WireEntry& wire) const
{
    const EntryHeader& header = wire.entry.header;
    // Another device's entry has no place in this device's sequence, so it takes none.
    if (header.device != batch.device.id)
        return outcomeMap(batch, header, {Outcome::Rejected, u"false_device"_s, {}}, 0, false);
    if (header.seq <= batch.device.lastSeq)
        return takeAgain(batch, wire);
    auto judged = judge(batch, wire);
    if (!judged)
        return tl::unexpected(judged.error());
    qint64 order = 0;
    if (judged->verdict.outcome == Outcome::Rejected) {
        if (const auto refused = refuse(batch, wire, judged->verdict); !refused)
            return tl::unexpected(refused.error());
    } else {
        const auto kept = keep(batch, wire, *judged);
        if (!kept)
            return tl::unexpected(kept.error());
        order = *kept;
        batch.device.lastAt = header.at;
    }
    // Every entry uses its seq and its key, whatever became of it; the next continues the hash it claims
    // (I3).
    batch.device.lastSeq = header.seq;
    batch.device.lastHash = wire.entry.hash;
    batch.macKey = record::nextMacKey(m_vault.provider(), batch.macKey);
    return outcomeMap(batch, header, judged->verdict, order, false);
}

domain::Result<QCborMap> EntryIntake::takeAgain(Batch& batch, const WireEntry& wire) const
{
    const Entry& entry = wire.entry;
    const auto stored = batch.store.outcomeAt(batch.device.id, entry.header.seq);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return domain::fail(domain::ErrorCode::DatabaseCorrupt, u"an entry the device had sent is missing"_s);
    const bool refused = (*stored)->verdict.outcome == Outcome::Rejected;
    // The claimed hash alone does not show that this is the entry: it must also be the hash of what was sent.
    const auto isTrue = [&] {
        return record::verifyHash(m_vault.provider(), entry) &&
               (!wire.bodyBytes || record::verifyBody(m_vault.provider(), entry, *wire.bodyBytes));
    };
    if ((*stored)->hash != entry.hash || (*stored)->id != entry.header.id || (!refused && !isTrue()))
        return outcomeMap(batch, entry.header, {Outcome::Rejected, u"reused"_s, {}}, 0, false);
    return outcomeMap(batch, entry.header, (*stored)->verdict, (*stored)->order, true);
}

domain::Result<QString> EntryIntake::falseChain(Batch& batch, const Entry& entry) const
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

bool EntryIntake::isFalseNumber(const Batch& batch, const EntryHeader& header) const
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

domain::Result<EntryIntake::Judged> EntryIntake::judge(Batch& batch, const WireEntry& wire) const
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
    if (header.caseNumber) {
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

domain::Result<void> EntryIntake::judgeBase(Batch& batch, const EntryHeader& header, Judged& judged) const
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
domain::Result<void> EntryIntake::project(Judged& judged, const EntryHeader& header) const
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

domain::Result<void> EntryIntake::flag(Batch& batch, const EntryHeader& header, Judged& judged) const
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
        const auto published = batch.store.publishedVersion(header.guide->code);
        if (!published)
            return tl::unexpected(published.error());
        if (*published && **published > header.guide->version)
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

domain::Result<qint64> EntryIntake::keep(Batch& batch, const WireEntry& wire, const Judged& judged) const
{
    const EntryHeader& header = wire.entry.header;
    auto sealed = m_vault.seal("entry_body", header.id, "body", *wire.bodyBytes);
    if (!sealed)
        return tl::unexpected(sealed.error());
    const auto order = batch.store.addEntry({0, wire.entry, batch.now, judged.verdict, {}}, *sealed);
    if (!order)
        return order;
    if (const auto followed = followUp(batch, header, judged); !followed)
        return tl::unexpected(followed.error());
    return order;
}

/// What an entry changes beside itself: its case, guides, settled conflicts, tasks of the chief.
domain::Result<void> EntryIntake::followUp(Batch& batch, const EntryHeader& header,
                                           const Judged& judged) const
{
    const bool accepted = judged.verdict.outcome == Outcome::Accepted;
    Result<void> done;
    if (accepted && judged.file)
        done = batch.store.putCase(*judged.file);
    if (done && accepted && judged.kind == Kind::Publish && header.guide)
        done = batch.store.putPublished(header.guide->code, header.guide->version);
    if (accepted && judged.kind == Kind::Resolve) {
        for (const QCborValue& settled : judged.what.value(u"settles"_s).toArray()) {
            if (done)
                done = batch.store.settle(settled.toString(), header.id);
            if (done)
                done = batch.store.finishTasks(settled.toString(), header.id);
        }
    }
    QStringList reasons = judged.verdict.flags;
    if (!accepted)
        reasons << judged.verdict.reason;
    for (const QString& reason : std::as_const(reasons)) {
        if (done)
            done = batch.store.addTask(
                {header.id, header.caseNumber.value_or(QString()), reason, batch.now, {}});
    }
    return done;
}

domain::Result<void> EntryIntake::refuse(Batch& batch, const WireEntry& wire, const Verdict& verdict) const
{
    const EntryHeader& header = wire.entry.header;
    const auto bytes = record::writeWire(wire);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QString place = header.device + u'/' + QString::number(header.seq);
    auto sealed = m_vault.seal("refused", place, "wire", *bytes);
    if (!sealed)
        return tl::unexpected(sealed.error());
    return batch.store.addRefused({header.device, header.seq, header.id, wire.entry.hash, verdict.reason,
                                   batch.now, std::move(*sealed)});
}

domain::Result<QCborMap> EntryIntake::outcomeMap(Batch& batch, const EntryHeader& header,
                                                 const Verdict& verdict, qint64 order, bool repeated) const
{
    QCborMap map{{u"id"_s, header.id},
                 {u"seq"_s, header.seq},
                 {u"outcome"_s, outcomeKey(verdict.outcome)},
                 {u"flags"_s, textArray(verdict.flags)},
                 {u"repeated"_s, repeated}};
    if (!verdict.reason.isEmpty())
        map.insert(u"reason"_s, verdict.reason);
    if (order > 0)
        map.insert(u"order"_s, order);
    QCborArray missing;
    if (verdict.outcome != Outcome::Rejected) {
        for (const record::BlobRef& ref : header.blobs) {
            const auto stored = batch.store.blob(ref.id);
            if (!stored)
                return tl::unexpected(stored.error());
            if (!*stored)
                missing.append(ref.id);
        }
    }
    map.insert(u"blobs_missing"_s, missing);
    return map;
}

} // namespace ow::center
