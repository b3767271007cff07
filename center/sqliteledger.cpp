// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger's half of SqliteStore: entries, cases, tasks, blobs.
#include "center/sqlitestore.h"
#include "center/sqlvalues.h"

#include <QSqlQuery>

namespace ow::center {

using record::BlobRef;
using namespace Qt::StringLiterals;
using namespace sqlvalue;

namespace {

template <class T> using Result = domain::Result<T>;

const QString kCaseColumns = u"number, state, head, due, guide, applicant_mac, last4_mac"_s;

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

CaseRow readCase(const QSqlQuery& row)
{
    return {string(row, 0), domain::stateFromKey(string(row, 1)).value_or(domain::CaseState::None),
            string(row, 2), string(row, 3),
            string(row, 4), bytesAt(row, 5),
            bytesAt(row, 6)};
}

TaskRow readTask(const QSqlQuery& row)
{
    return {string(row, 0), string(row, 1), string(row, 2), row.value(3).toLongLong(), string(row, 4)};
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

QString readText(const QSqlQuery& row)
{
    return string(row, 0);
}

qint64 readNumber(const QSqlQuery& row)
{
    return row.value(0).toLongLong();
}

QByteArray readBytes(const QSqlQuery& row)
{
    return bytesAt(row, 0);
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

Result<std::optional<StoredOutcome>> SqliteStore::outcomeAt(const QString& device, qint64 seq)
{
    return first(
        u"SELECT id, hash, outcome, reason, flags, ord FROM entry WHERE device = ? AND seq = ? UNION ALL "
        "SELECT id, hash, 'rejected', reason, '', 0 FROM refused WHERE device = ? AND seq = ?"_s,
        {device, seq, device, seq}, readStored);
}

Result<std::optional<PlacedEntry>> SqliteStore::placed(const QString& entryId)
{
    return first(u"SELECT ord, case_number, outcome FROM entry WHERE id = ?"_s, {entryId}, readPlaced);
}

Result<QStringList> SqliteStore::acceptedKindsAfter(const QString& caseNumber, qint64 order)
{
    const auto kinds =
        all(u"SELECT kind FROM entry WHERE case_number = ? AND ord > ? AND outcome = 'accepted'"_s,
            {caseNumber, order}, readText);
    if (!kinds)
        return tl::unexpected(kinds.error());
    return QStringList(kinds->begin(), kinds->end());
}

Result<qint64> SqliteStore::addEntry(const EntryRow& row, const QByteArray& bodySealed)
{
    const record::EntryHeader& header = row.entry.header;
    Result<void> done = m_sql->run(u"INSERT INTO entry (id, device, seq, kind, case_number, received_at, "
                                   u"header, body_hash, prev, hash, mac, "
                                   "outcome, reason, flags) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
                                   {header.id, header.device, header.seq, header.kind,
                                    header.caseNumber ? QVariant(*header.caseNumber) : QVariant(),
                                    row.receivedAt, row.entry.headerBytes, row.entry.bodyHash, row.entry.prev,
                                    row.entry.hash, row.entry.mac, outcomeKey(row.verdict.outcome),
                                    text(row.verdict.reason), text(row.verdict.flags.join(u' '))});
    if (done)
        done = m_sql->run(u"INSERT INTO entry_body (entry, body_sealed) VALUES (?, ?)"_s,
                          {header.id, bytes(bodySealed)});
    for (const BlobRef& ref : header.blobs) {
        if (done)
            done = m_sql->run(u"INSERT OR IGNORE INTO entry_blob (entry, blob, size) VALUES (?, ?, ?)"_s,
                              {header.id, ref.id, ref.size});
    }
    if (!done)
        return tl::unexpected(done.error());
    const auto order = first(u"SELECT ord FROM entry WHERE id = ?"_s, {header.id}, readNumber);
    if (!order)
        return tl::unexpected(order.error());
    return order->value_or(0);
}

Result<void> SqliteStore::addRefused(const RefusedRow& row)
{
    return m_sql->run(u"INSERT INTO refused (device, seq, id, hash, reason, received_at, wire_sealed) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                      {row.device, row.seq, row.id, bytes(row.hash), text(row.reason), row.receivedAt,
                       bytes(row.wireSealed)});
}

Result<void> SqliteStore::settle(const QString& conflictId, const QString& resolvedBy)
{
    return m_sql->run(u"INSERT OR IGNORE INTO settled (entry, resolved_by) "
                      "SELECT id, ? FROM entry WHERE id = ? AND outcome = 'conflict'"_s,
                      {resolvedBy, conflictId});
}

Result<std::vector<EntryRow>> SqliteStore::entriesOf(const QString& caseNumber)
{
    std::vector<EntryRow> rows;
    const auto done =
        m_sql->each(u"SELECT ord, received_at, outcome, reason, flags, header, body_hash, prev, hash, mac, "
                    "(SELECT resolved_by FROM settled WHERE settled.entry = entry.id) "
                    "FROM entry WHERE case_number = ? ORDER BY ord"_s,
                    {caseNumber}, [&](const QSqlQuery& row) -> Result<void> {
                        auto entry = record::makeEntry(bytesAt(row, 5), bytesAt(row, 6), bytesAt(row, 7),
                                                       bytesAt(row, 8), bytesAt(row, 9));
                        if (!entry)
                            return tl::unexpected(entry.error());
                        rows.push_back({row.value(0).toLongLong(), std::move(*entry),
                                        row.value(1).toLongLong(), readVerdict(row, 2), string(row, 10)});
                        return {};
                    });
    if (!done)
        return tl::unexpected(done.error());
    return rows;
}

Result<std::optional<QByteArray>> SqliteStore::sealedBody(const QString& entryId)
{
    return first(u"SELECT body_sealed FROM entry_body WHERE entry = ?"_s, {entryId}, readBytes);
}

Result<std::optional<CaseRow>> SqliteStore::caseRow(const QString& number)
{
    return first(u"SELECT "_s + kCaseColumns + u" FROM case_file WHERE number = ?"_s, {number}, readCase);
}

Result<void> SqliteStore::putCase(const CaseRow& row)
{
    return m_sql->run(u"INSERT OR REPLACE INTO case_file ("_s + kCaseColumns +
                          u") VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                      {row.number, QString(domain::stateKey(row.state)), text(row.head), text(row.due),
                       text(row.guide), bytes(row.applicantMac), bytes(row.last4Mac)});
}

Result<void> SqliteStore::eachCase(const std::function<Result<void>(const CaseRow&)>& take)
{
    return m_sql->each(u"SELECT "_s + kCaseColumns + u" FROM case_file ORDER BY number"_s, {},
                       [&](const QSqlQuery& row) { return take(readCase(row)); });
}

Result<std::vector<CaseRow>> SqliteStore::casesOf(const QByteArray& applicantMac, const QString& guide)
{
    return all(u"SELECT "_s + kCaseColumns + u" FROM case_file WHERE applicant_mac = ? AND guide = ?"_s,
               {applicantMac, guide}, readCase);
}

Result<void> SqliteStore::addTask(const TaskRow& task)
{
    return m_sql->run(u"INSERT INTO task (entry, case_number, reason, made_at) VALUES (?, ?, ?, ?)"_s,
                      {task.entry, task.caseNumber.isEmpty() ? QVariant() : QVariant(task.caseNumber),
                       text(task.reason), task.madeAt});
}

Result<void> SqliteStore::finishTasks(const QString& entryId, const QString& doneBy)
{
    return m_sql->run(u"UPDATE task SET done_by = ? WHERE entry = ? AND done_by IS NULL"_s,
                      {doneBy, entryId});
}

Result<std::vector<TaskRow>> SqliteStore::tasksOf(const QString& caseNumber)
{
    return all(
        u"SELECT entry, case_number, reason, made_at, done_by FROM task WHERE case_number = ? ORDER BY id"_s,
        {caseNumber}, readTask);
}

Result<std::optional<BlobRow>> SqliteStore::blob(const QString& id)
{
    return first(u"SELECT id, size, content_mac, device, stored_at FROM blob WHERE id = ?"_s, {id}, readBlob);
}

Result<void> SqliteStore::addBlob(const BlobRow& row)
{
    return m_sql->run(u"INSERT INTO blob (id, size, content_mac, device, stored_at) VALUES (?, ?, ?, ?, ?)"_s,
                      {row.id, row.size, bytes(row.contentMac), row.device, row.storedAt});
}

Result<std::vector<BlobRef>> SqliteStore::blobsOf(const QString& entryId)
{
    return all(u"SELECT blob, size FROM entry_blob WHERE entry = ? ORDER BY blob"_s, {entryId}, readBlobRef);
}

} // namespace ow::center
