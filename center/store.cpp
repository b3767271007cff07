// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/store.h"

#include "center/sqlvalues.h"

namespace ow::center {

using namespace Qt::StringLiterals;
using namespace sqlvalue;

namespace {

template <class T> using Result = domain::Result<T>;

const QString kPersonColumns = u"id, name_sealed, roles, keys, revoked_at, hall, department"_s;

PersonRow readPerson(const QSqlQuery& row)
{
    return {string(row, 0),          bytesAt(row, 1), row.value(2).toUInt(), bytesAt(row, 3),
            maybeTime(row.value(4)), string(row, 5),  string(row, 6)};
}

const QString kDeviceColumns =
    u"id, hall, station, numbering_station, department, facts, certificate, enrolled_at, revoked_at, "
    "last_seq, last_hash, last_at, mac_key_sealed, escrow_wrap"_s;

DeviceRow readDevice(const QSqlQuery& row)
{
    return {string(row, 0),          string(row, 1),
            string(row, 2),          string(row, 3),
            string(row, 4),          bytesAt(row, 5),
            bytesAt(row, 6),         row.value(7).toLongLong(),
            maybeTime(row.value(8)), row.value(9).toLongLong(),
            bytesAt(row, 10),        row.value(11).toLongLong(),
            bytesAt(row, 12),        bytesAt(row, 13)};
}

EnrolCodeRow readCode(const QSqlQuery& row)
{
    return {bytesAt(row, 0),           string(row, 1),          string(row, 2), string(row, 3),
            row.value(4).toLongLong(), maybeTime(row.value(5)), string(row, 6), string(row, 7)};
}

const QString kHallColumns = u"id, name, escrow_id, escrow_public_key"_s;

HallRow readHall(const QSqlQuery& row)
{
    return {string(row, 0), string(row, 1), string(row, 2), bytesAt(row, 3)};
}

const QString kSessionColumns = u"token_mac, person, device, made_at, expires_at"_s;

SessionRow readSession(const QSqlQuery& row)
{
    return {bytesAt(row, 0), string(row, 1), string(row, 2), row.value(3).toLongLong(),
            row.value(4).toLongLong()};
}

} // namespace

Store::Store(std::unique_ptr<SqlDatabase> database)
    : m_sql(std::move(database))
{
}

Result<std::unique_ptr<Store>> Store::open(const DatabaseAddress& address)
{
    auto database = SqlDatabase::open(address, u":/center/sql"_s);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<Store>(new Store(std::move(*database)));
}

Result<void> Store::inTransaction(const std::function<Result<void>()>& work)
{
    return m_sql->inTransaction(work);
}

Result<bool> Store::changes(const QString& sql, const QVariantList& values)
{
    const auto done = m_sql->run(sql, values);
    if (!done)
        return tl::unexpected(done.error());
    return m_sql->changed() == 1;
}

QString Store::listed() const
{
    return m_sql->kind() == SqlDatabase::Kind::Postgres
               ? u"(SELECT value FROM jsonb_array_elements_text(CAST(? AS jsonb)) AS listed(value))"_s
               : u"(SELECT value FROM json_each(?))"_s;
}

QString Store::forUpdate() const
{
    // SQLite has one writer at a time: who has begun to write holds everything.
    return m_sql->kind() == SqlDatabase::Kind::Postgres ? u" FOR UPDATE"_s : QString();
}

Result<QStringList> Store::among(const QString& table, const QString& column, const QStringList& keys)
{
    if (keys.isEmpty())
        return QStringList();
    const auto found =
        all(u"SELECT %1 FROM %2 WHERE %1 IN "_s.arg(column, table) + listed(), {jsonList(keys)}, firstText);
    if (!found)
        return tl::unexpected(found.error());
    return QStringList(found->begin(), found->end());
}

Result<std::optional<QByteArray>> Store::setting(const QString& key)
{
    return first(u"SELECT value FROM setting WHERE key = ?"_s, {key}, firstBytes);
}

Result<void> Store::setSetting(const QString& key, const QByteArray& value)
{
    return m_sql->run(u"INSERT INTO setting (key, value) VALUES (?, ?) "
                      "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                      {key, bytes(value)});
}

Result<std::vector<HallRow>> Store::halls()
{
    return all(u"SELECT "_s + kHallColumns + u" FROM hall ORDER BY id"_s, {}, readHall);
}

Result<std::optional<HallRow>> Store::hall(const QString& id)
{
    return first(u"SELECT "_s + kHallColumns + u" FROM hall WHERE id = ?"_s, {id}, readHall);
}

Result<void> Store::addHall(const HallRow& hall)
{
    const auto added = m_sql->run(u"INSERT INTO hall ("_s + kHallColumns + u") VALUES (?, ?, ?, ?)"_s,
                                  {hall.id, hall.name, hall.escrowId, bytes(hall.escrowPublicKey)});
    return added ? m_sql->run(u"INSERT INTO topic (name, last) VALUES (?, 0)"_s, {hall.id}) : added;
}

Result<std::vector<PersonRow>> Store::people()
{
    return all(u"SELECT "_s + kPersonColumns + u" FROM person ORDER BY id"_s, {}, readPerson);
}

Result<std::vector<PersonRow>> Store::peopleOf(const QString& hall)
{
    return all(u"SELECT "_s + kPersonColumns + u" FROM person WHERE hall = ? OR hall = '' ORDER BY id"_s,
               {hall}, readPerson);
}

Result<std::optional<PersonRow>> Store::person(const QString& id)
{
    return first(u"SELECT "_s + kPersonColumns + u" FROM person WHERE id = ?"_s, {id}, readPerson);
}

Result<void> Store::putPerson(const PersonRow& person)
{
    return m_sql->run(u"INSERT INTO person ("_s + kPersonColumns +
                          u") VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                          "name_sealed = excluded.name_sealed, roles = excluded.roles, "
                          "keys = excluded.keys, revoked_at = excluded.revoked_at, hall = excluded.hall, "
                          "department = excluded.department"_s,
                      {person.id, bytes(person.nameSealed), qint64(person.roles), bytes(person.keys),
                       orNull(person.revokedAt), text(person.hall), text(person.department)});
}

Result<std::vector<DeviceRow>> Store::devices()
{
    return all(u"SELECT "_s + kDeviceColumns + u" FROM device ORDER BY enrolled_at, id"_s, {}, readDevice);
}

Result<std::optional<DeviceRow>> Store::device(const QString& id)
{
    return first(u"SELECT "_s + kDeviceColumns + u" FROM device WHERE id = ?"_s, {id}, readDevice);
}

Result<std::optional<DeviceRow>> Store::lockDevice(const QString& id)
{
    return first(u"SELECT "_s + kDeviceColumns + u" FROM device WHERE id = ?"_s + forUpdate(), {id},
                 readDevice);
}

Result<void> Store::addDevice(const DeviceRow& device)
{
    return m_sql->run(u"INSERT INTO device ("_s + kDeviceColumns +
                          u") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
                      {device.id, text(device.hall), device.station, device.numberingStation,
                       text(device.department), bytes(device.facts), bytes(device.certificate),
                       device.enrolledAt, orNull(device.revokedAt), device.lastSeq, bytes(device.lastHash),
                       device.lastAt, bytes(device.macKeySealed), bytes(device.escrowWrap)});
}

Result<bool> Store::revokeDevice(const QString& id, qint64 at)
{
    return changes(u"UPDATE device SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"_s, {at, id});
}

Result<void> Store::advanceDevice(const DeviceRow& device)
{
    return m_sql->run(
        u"UPDATE device SET last_seq = ?, last_hash = ?, last_at = ?, mac_key_sealed = ? WHERE id = ?"_s,
        {device.lastSeq, bytes(device.lastHash), device.lastAt, bytes(device.macKeySealed), device.id});
}

Result<void> Store::addEnrolCode(const EnrolCodeRow& code)
{
    if (auto cleared = m_sql->run(
            u"DELETE FROM enrol_code WHERE hall = ? AND numbering_station = ? AND used_at IS NULL"_s,
            {code.hall, code.numberingStation});
        !cleared)
        return cleared;
    return m_sql->run(u"INSERT INTO enrol_code (code_mac, device, station, numbering_station, expires_at, "
                      "hall, department) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                      {bytes(code.codeMac), code.device, code.station, code.numberingStation, code.expiresAt,
                       code.hall, text(code.department)});
}

Result<std::optional<EnrolCodeRow>> Store::enrolCode(const QByteArray& codeMac)
{
    return first(u"SELECT code_mac, device, station, numbering_station, expires_at, used_at, hall, "
                 "department FROM enrol_code WHERE code_mac = ?"_s,
                 {codeMac}, readCode);
}

Result<bool> Store::useEnrolCode(const QByteArray& codeMac, qint64 at)
{
    return changes(u"UPDATE enrol_code SET used_at = ? WHERE code_mac = ? AND used_at IS NULL"_s,
                   {at, codeMac});
}

Result<void> Store::addSession(const SessionRow& row)
{
    return m_sql->run(u"INSERT INTO session ("_s + kSessionColumns + u") VALUES (?, ?, ?, ?, ?)"_s,
                      {bytes(row.tokenMac), row.person, row.device, row.madeAt, row.expiresAt});
}

Result<std::optional<SessionRow>> Store::session(const QByteArray& tokenMac)
{
    return first(u"SELECT "_s + kSessionColumns + u" FROM session WHERE token_mac = ?"_s, {tokenMac},
                 readSession);
}

Result<void> Store::endSession(const QByteArray& tokenMac)
{
    return m_sql->run(u"DELETE FROM session WHERE token_mac = ?"_s, {tokenMac});
}

Result<void> Store::endSessionsBefore(qint64 expired)
{
    return m_sql->run(u"DELETE FROM session WHERE expires_at < ?"_s, {expired});
}

Result<qint64> Store::lockTopic(const QString& name)
{
    const auto last = first(u"SELECT last FROM topic WHERE name = ?"_s + forUpdate(), {name}, firstNumber);
    if (!last)
        return tl::unexpected(last.error());
    if (!*last)
        return domain::fail(domain::ErrorCode::DatabaseCorrupt, u"topic %1 is missing"_s.arg(name));
    return **last;
}

Result<void> Store::setTopic(const QString& name, qint64 last)
{
    return m_sql->run(u"UPDATE topic SET last = ? WHERE name = ?"_s, {last, name});
}

Result<qint64> Store::lastOf(const QString& topic)
{
    const auto last = first(u"SELECT last FROM topic WHERE name = ?"_s, {topic}, firstNumber);
    if (!last)
        return tl::unexpected(last.error());
    return last->value_or(0);
}

} // namespace ow::center
