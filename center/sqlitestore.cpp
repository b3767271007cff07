// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/sqlitestore.h"

#include "center/sqlvalues.h"

#include <QSqlQuery>

namespace ow::center {

using domain::fail;
using namespace Qt::StringLiterals;
using namespace sqlvalue;

namespace {

template <class T> using Result = domain::Result<T>;

const QString kPersonColumns = u"id, name_sealed, roles, keys, revoked_at"_s;

PersonRow readPerson(const QSqlQuery& row)
{
    return {string(row, 0), bytesAt(row, 1), row.value(2).toUInt(), bytesAt(row, 3), maybeTime(row.value(4))};
}

const QString kDeviceColumns =
    u"id, station, numbering_station, facts, certificate, enrolled_at, revoked_at, last_seq, "
    "last_hash, last_at, mac_key_sealed, escrow_wrap"_s;

DeviceRow readDevice(const QSqlQuery& row)
{
    return {string(row, 0),          string(row, 1),
            string(row, 2),          bytesAt(row, 3),
            bytesAt(row, 4),         row.value(5).toLongLong(),
            maybeTime(row.value(6)), row.value(7).toLongLong(),
            bytesAt(row, 8),         row.value(9).toLongLong(),
            bytesAt(row, 10),        bytesAt(row, 11)};
}

EnrolCodeRow readCode(const QSqlQuery& row)
{
    return {bytesAt(row, 0),           string(row, 1),         string(row, 2), string(row, 3),
            row.value(4).toLongLong(), maybeTime(row.value(5))};
}

QByteArray readBytes(const QSqlQuery& row)
{
    return bytesAt(row, 0);
}

} // namespace

SqliteStore::SqliteStore(std::unique_ptr<SqlDatabase> database)
    : m_sql(std::move(database))
{
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString& path)
{
    auto database = SqlDatabase::open(path, u":/center/sql"_s);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(*database)));
}

Result<void> SqliteStore::inTransaction(const std::function<Result<void>()>& work)
{
    return m_sql->inTransaction(work);
}

Result<std::optional<QByteArray>> SqliteStore::setting(const QString& key)
{
    return first(u"SELECT value FROM setting WHERE key = ?"_s, {key}, readBytes);
}

Result<void> SqliteStore::setSetting(const QString& key, const QByteArray& value)
{
    return m_sql->run(
        u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
        {key, bytes(value)});
}

Result<std::vector<PersonRow>> SqliteStore::people()
{
    return all(u"SELECT "_s + kPersonColumns + u" FROM person ORDER BY id"_s, {}, readPerson);
}

Result<std::optional<PersonRow>> SqliteStore::person(const QString& id)
{
    return first(u"SELECT "_s + kPersonColumns + u" FROM person WHERE id = ?"_s, {id}, readPerson);
}

Result<void> SqliteStore::addPerson(const PersonRow& person)
{
    return m_sql->run(u"INSERT INTO person (id, name_sealed, roles, keys) VALUES (?, ?, ?, ?)"_s,
                      {person.id, bytes(person.nameSealed), person.roles, bytes(person.keys)});
}

Result<bool> SqliteStore::revokePerson(const QString& id, qint64 at)
{
    const auto done =
        m_sql->run(u"UPDATE person SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"_s, {at, id});
    if (!done)
        return tl::unexpected(done.error());
    return m_sql->changed() == 1;
}

Result<std::vector<DeviceRow>> SqliteStore::devices()
{
    return all(u"SELECT "_s + kDeviceColumns + u" FROM device ORDER BY enrolled_at, id"_s, {}, readDevice);
}

Result<std::optional<DeviceRow>> SqliteStore::device(const QString& id)
{
    return first(u"SELECT "_s + kDeviceColumns + u" FROM device WHERE id = ?"_s, {id}, readDevice);
}

Result<void> SqliteStore::addDevice(const DeviceRow& device)
{
    return m_sql->run(u"INSERT INTO device ("_s + kDeviceColumns + u") VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"_s,
                      {device.id, device.station, device.numberingStation, bytes(device.facts),
                       bytes(device.certificate), device.enrolledAt, orNull(device.revokedAt), device.lastSeq,
                       bytes(device.lastHash), device.lastAt, bytes(device.macKeySealed),
                       bytes(device.escrowWrap)});
}

Result<bool> SqliteStore::revokeDevice(const QString& id, qint64 at)
{
    const auto done =
        m_sql->run(u"UPDATE device SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"_s, {at, id});
    if (!done)
        return tl::unexpected(done.error());
    return m_sql->changed() == 1;
}

Result<void> SqliteStore::advanceDevice(const DeviceRow& device)
{
    return m_sql->run(
        u"UPDATE device SET last_seq = ?, last_hash = ?, last_at = ?, mac_key_sealed = ? WHERE id = ?"_s,
        {device.lastSeq, bytes(device.lastHash), device.lastAt, bytes(device.macKeySealed), device.id});
}

Result<void> SqliteStore::addEnrolCode(const EnrolCodeRow& code)
{
    if (const auto cleared =
            m_sql->run(u"DELETE FROM enrol_code WHERE numbering_station = ? AND used_at IS NULL"_s,
                       {code.numberingStation});
        !cleared)
        return cleared;
    return m_sql->run(
        u"INSERT INTO enrol_code (code_mac, device, station, numbering_station, expires_at) VALUES (?, ?, ?, ?, ?)"_s,
        {bytes(code.codeMac), code.device, code.station, code.numberingStation, code.expiresAt});
}

Result<std::optional<EnrolCodeRow>> SqliteStore::enrolCode(const QByteArray& codeMac)
{
    return first(u"SELECT code_mac, device, station, numbering_station, expires_at, used_at FROM enrol_code "
                 "WHERE code_mac = ?"_s,
                 {codeMac}, readCode);
}

Result<void> SqliteStore::useEnrolCode(const QByteArray& codeMac, qint64 at)
{
    return m_sql->run(u"UPDATE enrol_code SET used_at = ? WHERE code_mac = ?"_s, {at, codeMac});
}

} // namespace ow::center
