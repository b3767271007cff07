// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the store that is about entries: their places, bodies, outcomes, materials.
#include "center/sqlvalues.h"
#include "center/store.h"

namespace ow::center {

using record::BlobRef;
using namespace Qt::StringLiterals;
using namespace sqlvalue;

namespace {

template <class T> using Result = domain::Result<T>;

Outcome outcomeFrom(const QString& key)
{
    if (key == "accepted"_L1)
        return Outcome::Accepted;
    return key == "conflict"_L1 ? Outcome::Conflict : Outcome::Rejected;
}

Verdict readVerdict(const QSqlQuery& row, int column)
{
    return {outcomeFrom(string(row, column)), string(row, column + 1),
            string(row, column + 2).split(u' ', Qt::SkipEmptyParts)};
}

StoredOutcome readStored(const QSqlQuery& row)
{
    return {string(row, 0), bytesAt(row, 1), readVerdict(row, 2), row.value(5).toLongLong()};
}

PlacedEntry readPlaced(const QSqlQuery& row)
{
    return {row.value(0).toLongLong(), string(row, 1), outcomeFrom(string(row, 2))};
}

BlobRow readBlob(const QSqlQuery& row)
{
    return {string(row, 0), row.value(1).toLongLong(), bytesAt(row, 2), string(row, 3),
            row.value(4).toLongLong()};
}

BlobRef readBlobRef(const QSqlQuery& row)
{
    return {string(row, 0), row.value(1).toLongLong()};
}

const QString kEntryColumns =
    u"topic, ord, id, device, seq, kind, case_number, received_at, header, body_hash, prev, hash, mac, "
    "outcome, reason, flags, widens"_s;

QVariantList entryValues(const EntryRow& row)
{
    const record::EntryHeader& header = row.entry.header;
    return {row.topic,
            row.order,
            header.id,
            header.device,
            header.seq,
            header.kind,
            textOrNull(header.caseNumber.value_or(QString())),
            row.receivedAt,
            row.entry.headerBytes,
            row.entry.bodyHash,
            row.entry.prev,
            row.entry.hash,
            row.entry.mac,
            outcomeKey(row.verdict.outcome),
            text(row.verdict.reason),
            text(row.verdict.flags.join(u' ')),
            row.widens ? 1 : 0};
}

QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

/// As the statement below takes it apart.
QJsonArray entryJson(const NewEntry& entry)
{
    QJsonArray array;
    for (const QVariant& value : entryValues(entry.row)) {
        if (value.isNull())
            array.append(QJsonValue());
        else if (value.typeId() == QMetaType::QByteArray)
            array.append(base64(value.toByteArray()));
        else
            array.append(QJsonValue::fromVariant(value));
    }
    array.append(base64(entry.bodySealed));
    QJsonArray blobs;
    for (const BlobRef& ref : entry.row.entry.header.blobs)
        blobs.append(QJsonArray{ref.id, ref.size});
    array.append(blobs);
    return array;
}

} // namespace

QString outcomeKey(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Accepted:
        return u"accepted"_s;
    case Outcome::Conflict:
        return u"conflict"_s;
    case Outcome::Rejected:
        break;
    }
    return u"rejected"_s;
}

Result<std::optional<StoredOutcome>> Store::outcomeAt(const QString& device, qint64 seq)
{
    return first(
        u"SELECT id, hash, outcome, reason, flags, ord FROM entry WHERE device = ? AND seq = ? UNION ALL "
        "SELECT id, hash, 'rejected', reason, '', 0 FROM refused WHERE device = ? AND seq = ?"_s,
        {device, seq, device, seq}, readStored);
}

Result<std::optional<PlacedEntry>> Store::placed(const QString& entryId)
{
    return first(u"SELECT ord, case_number, outcome FROM entry WHERE id = ?"_s, {entryId}, readPlaced);
}

Result<QStringList> Store::placedAmong(const QStringList& entryIds)
{
    return among(u"entry"_s, u"id"_s, entryIds);
}

Result<QStringList> Store::acceptedKindsAfter(const QString& caseNumber, qint64 order)
{
    const auto kinds =
        all(u"SELECT kind FROM entry WHERE case_number = ? AND ord > ? AND outcome = 'accepted'"_s,
            {caseNumber, order}, firstText);
    if (!kinds)
        return tl::unexpected(kinds.error());
    return QStringList(kinds->begin(), kinds->end());
}

Result<void> Store::addEntries(std::span<const NewEntry> entries)
{
    if (entries.empty())
        return {};
    // Over a socket every statement is a way there and back; inside this process it is not.
    return m_sql->kind() == SqlDatabase::Kind::Postgres ? addEntriesAtOnce(entries)
                                                        : addEntriesByOne(entries);
}

Result<void> Store::addEntriesByOne(std::span<const NewEntry> entries)
{
    Result<void> done;
    for (const NewEntry& entry : entries) {
        const record::EntryHeader& header = entry.row.entry.header;
        if (done)
            done = m_sql->run(u"INSERT INTO entry ("_s + kEntryColumns +
                                  u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                              entryValues(entry.row));
        if (done)
            done = m_sql->run(u"INSERT INTO entry_body (entry, body_sealed) VALUES (?, ?)"_s,
                              {header.id, bytes(entry.bodySealed)});
        for (const BlobRef& ref : header.blobs) {
            if (done)
                done = m_sql->run(u"INSERT INTO entry_blob (entry, blob, size) VALUES (?, ?, ?) "
                                  "ON CONFLICT DO NOTHING"_s,
                                  {header.id, ref.id, ref.size});
        }
    }
    return done;
}

Result<void> Store::addEntriesAtOnce(std::span<const NewEntry> entries)
{
    QJsonArray batch;
    for (const NewEntry& entry : entries)
        batch.append(entryJson(entry));
    return m_sql->run(
        u"WITH batch AS (SELECT value AS e FROM jsonb_array_elements(CAST(? AS jsonb))), "
        "kept AS (INSERT INTO entry ("_s +
            kEntryColumns +
            u") SELECT e->>0, CAST(e->>1 AS bigint), e->>2, e->>3, CAST(e->>4 AS bigint), e->>5, e->>6, "
            "CAST(e->>7 AS bigint), decode(e->>8, 'base64'), decode(e->>9, 'base64'), "
            "decode(e->>10, 'base64'), decode(e->>11, 'base64'), decode(e->>12, 'base64'), e->>13, e->>14, "
            "e->>15, CAST(e->>16 AS smallint) FROM batch RETURNING id), "
            "bodies AS (INSERT INTO entry_body (entry, body_sealed) "
            "SELECT e->>2, decode(e->>17, 'base64') FROM batch) "
            "INSERT INTO entry_blob (entry, blob, size) "
            "SELECT e->>2, b->>0, CAST(b->>1 AS bigint) FROM batch, jsonb_array_elements(e->18) AS blobs(b) "
            "ON CONFLICT DO NOTHING"_s,
        {json(batch)});
}

Result<void> Store::addRefused(const RefusedRow& row)
{
    return m_sql->run(u"INSERT INTO refused (device, seq, id, hash, reason, received_at, wire_sealed) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                      {row.device, row.seq, row.id, bytes(row.hash), text(row.reason), row.receivedAt,
                       bytes(row.wireSealed)});
}

Result<void> Store::settle(const QString& conflictId, const QString& resolvedBy)
{
    return m_sql->run(u"INSERT INTO settled (entry, resolved_by) SELECT id, CAST(? AS TEXT) FROM entry "
                      "WHERE id = ? AND outcome = 'conflict' ON CONFLICT DO NOTHING"_s,
                      {resolvedBy, conflictId});
}

Result<std::vector<EntryRow>> Store::readEntries(const QString& which, const QVariantList& values)
{
    std::vector<EntryRow> rows;
    const auto done =
        m_sql->each(u"SELECT topic, ord, received_at, outcome, reason, flags, header, body_hash, prev, hash, "
                    "mac, (SELECT resolved_by FROM settled WHERE settled.entry = entry.id), widens "
                    "FROM entry "_s +
                        which,
                    values, [&](const QSqlQuery& row) -> Result<void> {
                        auto entry = record::makeEntry(bytesAt(row, 6), bytesAt(row, 7), bytesAt(row, 8),
                                                       bytesAt(row, 9), bytesAt(row, 10));
                        if (!entry)
                            return tl::unexpected(entry.error());
                        rows.push_back({string(row, 0), row.value(1).toLongLong(), std::move(*entry),
                                        row.value(2).toLongLong(), readVerdict(row, 3), string(row, 11),
                                        row.value(12).toInt() != 0});
                        return {};
                    });
    if (!done)
        return tl::unexpected(done.error());
    return rows;
}

Result<std::vector<EntryRow>> Store::entriesOf(const QString& caseNumber)
{
    return readEntries(u"WHERE case_number = ? ORDER BY ord"_s, {caseNumber});
}

Result<std::optional<EntryRow>> Store::entry(const QString& id)
{
    auto rows = readEntries(u"WHERE id = ?"_s, {id});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->empty() ? std::nullopt : std::optional(std::move(rows->front()));
}

Result<std::vector<EntryRow>> Store::entriesAfter(const QString& topic, qint64 order, int limit)
{
    return readEntries(u"WHERE topic = ? AND ord > ? ORDER BY ord LIMIT ?"_s, {topic, order, limit});
}

Result<std::optional<QByteArray>> Store::sealedBody(const QString& entryId)
{
    return first(u"SELECT body_sealed FROM entry_body WHERE entry = ?"_s, {entryId}, firstBytes);
}

Result<void> Store::removeBody(const QString& entryId)
{
    return m_sql->run(u"DELETE FROM entry_body WHERE entry = ?"_s, {entryId});
}

Result<std::optional<BlobRow>> Store::blob(const QString& id)
{
    return first(u"SELECT id, size, content_mac, device, stored_at FROM blob WHERE id = ?"_s, {id}, readBlob);
}

Result<QStringList> Store::blobsAmong(const QStringList& ids)
{
    return among(u"blob"_s, u"id"_s, ids);
}

Result<void> Store::addBlob(const BlobRow& row)
{
    return m_sql->run(u"INSERT INTO blob (id, size, content_mac, device, stored_at) VALUES (?, ?, ?, ?, ?)"_s,
                      {row.id, row.size, bytes(row.contentMac), row.device, row.storedAt});
}

Result<std::vector<BlobRef>> Store::blobsOf(const QString& entryId)
{
    return all(u"SELECT blob, size FROM entry_blob WHERE entry = ? ORDER BY blob"_s, {entryId}, readBlobRef);
}

} // namespace ow::center
