// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/entryintake.h"

#include "domain/kinds.h"
#include "record/canonical.h"
#include "record/keys.h"

#include <optional>

namespace ow::center {

using domain::Kind;
using record::Entry;
using record::EntryHeader;
using record::WireEntry;
using namespace Qt::StringLiterals;

template <class T> using Result = domain::Result<T>;

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

Answer<QCborMap> EntryIntake::take(Store& store, const DeviceRow& device, const QCborMap& request, qint64 now)
{
    const auto entries = parse(request);
    if (!entries)
        return tl::unexpected(entries.error());
    const EntryHeader& first = entries->front().entry.header;
    std::optional<Problem> gap;
    Taken taken;
    std::optional<BatchSheet> sheet;
    const auto done = store.inTransaction([&]() -> Result<void> {
        taken = {};
        sheet.emplace(store, m_vault, m_folded, now);
        if (auto opened = sheet->open(device.id, *entries); !opened)
            return opened;
        if (first.device == device.id && first.seq > sheet->device().lastSeq + 1) {
            gap = Problem{409, "seq_gap"_L1, {}, u"entries[0]"_s, false, 0, {}};
            gap->extra.insert(u"expected_seq"_s, sheet->device().lastSeq + 1);
            gap->extra.insert(u"last_hash"_s, hex(sheet->device().lastHash));
            return {};
        }
        return takeAll(*sheet, *entries, taken);
    });
    if (!done)
        return tl::unexpected(problemOf(done.error()));
    if (gap)
        return tl::unexpected(*gap);
    sheet->keepFolds();
    announce(taken);
    auto signedHead = receipt(taken.device, now);
    if (!signedHead)
        return tl::unexpected(problemOf(signedHead.error()));
    return QCborMap{{u"outcomes"_s, taken.outcomes}, {u"receipt"_s, std::move(*signedHead)}};
}

Result<Taken> EntryIntake::takeOwn(Store& store, const QString& device, const Write& write, qint64 now)
{
    Taken taken;
    std::optional<BatchSheet> sheet;
    const auto done = store.inTransaction([&]() -> Result<void> {
        taken = {};
        const auto row = store.lockDevice(device);
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return domain::fail(domain::ErrorCode::NotFound, u"no such device"_s);
        const auto entries = write(store, **row);
        if (!entries)
            return tl::unexpected(entries.error());
        sheet.emplace(store, m_vault, m_folded, now);
        const auto opened = sheet->open(device, *entries);
        auto all = opened ? takeAll(*sheet, *entries, taken) : opened;
        if (!all)
            return all;
        // What the centre itself writes must be right: nothing of it stays when it is not.
        for (const QCborValue& outcome : std::as_const(taken.outcomes)) {
            if (outcome.toMap().value(u"outcome"_s) == u"rejected"_s)
                return domain::fail(domain::ErrorCode::InvalidInput,
                                    outcome.toMap().value(u"reason"_s).toString());
        }
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    sheet->keepFolds();
    announce(taken);
    return taken;
}

Result<void> EntryIntake::takeAll(BatchSheet& sheet, const std::vector<WireEntry>& entries,
                                  Taken& taken) const
{
    for (const WireEntry& entry : entries) {
        auto outcome = takeOne(sheet, entry);
        if (!outcome)
            return tl::unexpected(outcome.error());
        taken.outcomes.append(std::move(*outcome));
    }
    if (auto closed = sheet.close(); !closed)
        return closed;
    taken.device = sheet.device();
    taken.topics = sheet.changedTopics();
    return {};
}

void EntryIntake::announce(const Taken& taken) const
{
    if (onNew && !taken.topics.isEmpty())
        onNew(taken.topics);
}

Result<QCborMap> EntryIntake::receipt(const DeviceRow& device, qint64 now) const
{
    const auto signature = m_vault.provider().sm2Sign(
        m_keys.signingKey, receiptBytes(device.id, device.lastSeq, device.lastHash, now));
    if (!signature)
        return tl::unexpected(signature.error());
    return QCborMap{{u"device"_s, device.id},
                    {u"seq"_s, device.lastSeq},
                    {u"hash"_s, hex(device.lastHash)},
                    {u"at"_s, now},
                    {u"signature"_s, hex(*signature)}};
}

Result<QCborMap> EntryIntake::takeOne(BatchSheet& sheet, const WireEntry& wire) const
{
    const EntryHeader& header = wire.entry.header;
    // Another device's entry has no place in this device's sequence, so it takes none.
    if (header.device != sheet.device().id)
        return outcomeMap(sheet, header, {Outcome::Rejected, u"false_device"_s, {}}, 0, false);
    if (header.seq <= sheet.device().lastSeq)
        return takeAgain(sheet, wire);
    auto judged = m_judge.judge(sheet, wire);
    if (!judged)
        return tl::unexpected(judged.error());
    const Verdict verdict = judged->verdict;
    const bool kept = verdict.outcome != Outcome::Rejected;
    qint64 order = 0;
    if (kept) {
        const auto placed = keep(sheet, wire, std::move(*judged));
        if (!placed)
            return tl::unexpected(placed.error());
        order = *placed;
    } else if (const auto refused = refuse(sheet, wire, verdict); !refused) {
        return tl::unexpected(refused.error());
    }
    // Every entry uses its seq and its key, whatever became of it; the next continues the hash it claims.
    sheet.advance(header, wire.entry.hash, kept);
    return outcomeMap(sheet, header, verdict, order, false);
}

Result<QCborMap> EntryIntake::takeAgain(BatchSheet& sheet, const WireEntry& wire) const
{
    const Entry& entry = wire.entry;
    // The first of it may lie a few places back in this very batch.
    if (const auto flushed = sheet.flush(); !flushed)
        return tl::unexpected(flushed.error());
    const auto stored = sheet.store().outcomeAt(sheet.device().id, entry.header.seq);
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
        return outcomeMap(sheet, entry.header, {Outcome::Rejected, u"reused"_s, {}}, 0, false);
    return outcomeMap(sheet, entry.header, (*stored)->verdict, (*stored)->order, true);
}

Result<qint64> EntryIntake::keep(BatchSheet& sheet, const WireEntry& wire, Judged judged) const
{
    const EntryHeader& header = wire.entry.header;
    auto sealed = m_vault.seal("entry_body", header.id, "body", *wire.bodyBytes);
    if (!sealed)
        return tl::unexpected(sealed.error());
    const bool accepted = judged.verdict.outcome == Outcome::Accepted;
    const bool widens = accepted && judged.widens;
    const qint64 order =
        sheet.place({{{}, 0, wire.entry, sheet.now(), judged.verdict, {}, widens}, std::move(*sealed)});
    QStringList reasons = judged.verdict.flags;
    if (!accepted)
        reasons << judged.verdict.reason;
    for (const QString& reason : std::as_const(reasons))
        sheet.addTask({header.id, header.caseNumber.value_or(QString()), reason, sheet.now(), {}});
    if (accepted) {
        if (const auto followed = followUp(sheet, header, order, judged); !followed)
            return tl::unexpected(followed.error());
        if (judged.row)
            sheet.putCase(*judged.row, judged.file);
    }
    return order;
}

Result<void> EntryIntake::followUp(BatchSheet& sheet, const EntryHeader& header, qint64 order,
                                   const Judged& judged) const
{
    const bool resolves = judged.kind == Kind::Resolve;
    if (judged.kind == Kind::PasswordChanged)
        return takeNewPassword(sheet, header, judged.what);
    if (!judged.ruling && !judged.person && !judged.station && !resolves)
        return {};
    sheet.forgetConfig();
    // Their rows refer to the entry.
    Result<void> done = sheet.flush();
    Store& store = sheet.store();
    if (done && judged.ruling)
        done = GuideJudge::apply(store, header, order, sheet.now(), *judged.ruling);
    if (done && judged.person)
        done = judged.person->apply(store, m_vault, sheet.now());
    if (done && judged.station)
        done = judged.station->apply(store, sheet.now());
    if (resolves) {
        for (const QCborValue& settled : judged.what.value(u"settles"_s).toArray()) {
            if (done)
                done = store.settle(settled.toString(), header.id);
            if (done)
                done = store.finishTasks(settled.toString(), header.id);
        }
    }
    return done;
}

/// The same pair under another password travels to the person's other windows. Another pair does not: that is
/// an administrator's act.
Result<void> EntryIntake::takeNewPassword(BatchSheet& sheet, const EntryHeader& header,
                                          const QCborMap& what) const
{
    const auto keys = record::UserKeys::fromMap(what.value(u"keys"_s).toMap());
    const auto person = sheet.person(header.actor);
    if (!person)
        return tl::unexpected(person.error());
    if (!keys || !*person || keys->userId() != header.actor)
        return {};
    const auto before = record::parseCanonical((*person)->keys).map([](const QCborValue& value) {
        return record::UserKeys::fromMap(value.toMap());
    });
    if (!before || !*before || (*before)->publicKey() != keys->publicKey())
        return {};
    const auto bytes = record::writeCanonical(keys->toMap());
    if (!bytes)
        return tl::unexpected(bytes.error());
    PersonRow row = **person;
    row.keys = *bytes;
    return sheet.store().putPerson(row);
}

Result<void> EntryIntake::refuse(BatchSheet& sheet, const WireEntry& wire, const Verdict& verdict) const
{
    const EntryHeader& header = wire.entry.header;
    const auto bytes = record::writeWire(wire);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QString place = header.device + u'/' + QString::number(header.seq);
    auto sealed = m_vault.seal("refused", place, "wire", *bytes);
    if (!sealed)
        return tl::unexpected(sealed.error());
    return sheet.store().addRefused({header.device, header.seq, header.id, wire.entry.hash, verdict.reason,
                                     sheet.now(), std::move(*sealed)});
}

Result<QCborMap> EntryIntake::outcomeMap(BatchSheet& sheet, const EntryHeader& header, const Verdict& verdict,
                                         qint64 order, bool repeated) const
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
            const auto stored = sheet.hasBlob(ref.id);
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
