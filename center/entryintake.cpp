// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/entryintake.h"

#include "domain/kinds.h"

#include <QCborArray>

#include <optional>

namespace ow::center {

using domain::Kind;
using record::Entry;
using record::EntryHeader;
using record::WireEntry;
using namespace Qt::StringLiterals;

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
    DeviceBatch batch{store, device, std::move(*key), now};
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

domain::Result<QCborMap> EntryIntake::takeOne(DeviceBatch& batch, const WireEntry& wire) const
{
    const EntryHeader& header = wire.entry.header;
    // Another device's entry has no place in this device's sequence, so it takes none.
    if (header.device != batch.device.id)
        return outcomeMap(batch, header, {Outcome::Rejected, u"false_device"_s, {}}, 0, false);
    if (header.seq <= batch.device.lastSeq)
        return takeAgain(batch, wire);
    auto judged = m_judge.judge(batch, wire);
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

domain::Result<QCborMap> EntryIntake::takeAgain(DeviceBatch& batch, const WireEntry& wire) const
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

domain::Result<qint64> EntryIntake::keep(DeviceBatch& batch, const WireEntry& wire,
                                         const Judged& judged) const
{
    const EntryHeader& header = wire.entry.header;
    auto sealed = m_vault.seal("entry_body", header.id, "body", *wire.bodyBytes);
    if (!sealed)
        return tl::unexpected(sealed.error());
    const auto order = batch.store.addEntry({0, wire.entry, batch.now, judged.verdict, {}}, *sealed);
    if (!order)
        return order;
    if (const auto followed = followUp(batch, header, *order, judged); !followed)
        return tl::unexpected(followed.error());
    return order;
}

/// What an entry changes beside itself: its case, guides, settled conflicts, tasks of the chief.
domain::Result<void> EntryIntake::followUp(DeviceBatch& batch, const EntryHeader& header, qint64 order,
                                           const Judged& judged) const
{
    const bool accepted = judged.verdict.outcome == Outcome::Accepted;
    Result<void> done;
    if (accepted && judged.file)
        done = batch.store.putCase(*judged.file);
    if (done && accepted && judged.ruling)
        done = GuideJudge::apply(batch.store, header, order, batch.now, *judged.ruling);
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

domain::Result<void> EntryIntake::refuse(DeviceBatch& batch, const WireEntry& wire,
                                         const Verdict& verdict) const
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

domain::Result<QCborMap> EntryIntake::outcomeMap(DeviceBatch& batch, const EntryHeader& header,
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
