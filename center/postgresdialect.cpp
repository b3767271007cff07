// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/postgresdialect.h"

#include "center/sqlitedialect.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

// SQLSTATE, appendix A of PostgreSQL's manual.
constexpr QLatin1StringView kSerializationFailure{"40001"};
constexpr QLatin1StringView kDeadlock{"40P01"};
constexpr QLatin1StringView kLockNotAvailable{"55P03"};
constexpr QLatin1StringView kReadOnly{"25006"}; ///< the server became a standby

domain::Error errorOf(const QSqlError& error)
{
    const QString state = error.nativeErrorCode();
    ErrorCode kind = ErrorCode::DatabaseFailed;
    if (state == "53100"_L1)
        kind = ErrorCode::DatabaseFull;
    else if (state.startsWith("XX00"_L1) && state != "XX000"_L1)
        kind = ErrorCode::DatabaseCorrupt;
    // The second line on is DETAIL, which names values.
    return {kind, state + u' ' + error.databaseText().section(u'\n', 0, 0), {}};
}

Result<QString> plain(QSqlDatabase& connection, const QString& sql)
{
    QSqlQuery query(connection);
    if (!query.exec(sql))
        return tl::unexpected(errorOf(query.lastError()));
    return query.next() ? query.value(0).toString() : QString();
}

Result<void> done(const Result<QString>& said)
{
    return said ? Result<void>() : tl::unexpected(said.error());
}

} // namespace

std::unique_ptr<const SqlDialect> SqlDialect::of(const DatabaseAddress& address)
{
    if (address.isPostgres())
        return std::make_unique<PostgresDialect>();
    return std::make_unique<SqliteDialect>();
}

void PostgresDialect::address(QSqlDatabase& connection, const DatabaseAddress& address) const
{
    connection.setConnectOptions(address.conninfo);
}

Result<void> PostgresDialect::configure(QSqlDatabase& connection) const
{
    const QString settings[] = {
        u"SET client_min_messages = warning"_s,
        u"SET synchronous_commit = on"_s,
        u"SET lock_timeout = '30s'"_s,
        u"SET statement_timeout = '120s'"_s,
        u"SET standard_conforming_strings = on"_s,
        u"SET bytea_output = hex"_s,
        u"SET idle_in_transaction_session_timeout = '60s'"_s,
    };
    for (const QString& set : settings) {
        if (const auto said = plain(connection, set); !said)
            return tl::unexpected(said.error());
    }
    // A commit that does not reach the disk would break every receipt.
    for (const QString& name : {u"fsync"_s, u"full_page_writes"_s}) {
        const auto value = plain(connection, u"SHOW "_s + name);
        if (!value || *value != "on"_L1)
            return fail(ErrorCode::DatabaseOpen, u"%1 is not on at the server"_s.arg(name));
    }
    const auto encoding = plain(connection, u"SHOW server_encoding"_s);
    if (!encoding || *encoding != "UTF8"_L1)
        return fail(ErrorCode::DatabaseOpen, u"the database is not in UTF8"_s);
    return {};
}

Result<void> PostgresDialect::beginMigration(QSqlDatabase& connection) const
{
    const QString steps[] = {
        u"BEGIN"_s,
        u"CREATE TABLE IF NOT EXISTS schema_version (single BOOLEAN PRIMARY KEY DEFAULT true CHECK (single), "
        "version BIGINT NOT NULL)"_s,
        u"LOCK TABLE schema_version IN EXCLUSIVE MODE"_s,
        u"INSERT INTO schema_version (version) VALUES (0) ON CONFLICT DO NOTHING"_s,
    };
    for (const QString& step : steps) {
        if (const auto said = plain(connection, step); !said)
            return done(said);
    }
    return {};
}

Result<int> PostgresDialect::version(QSqlDatabase& connection) const
{
    const auto value = plain(connection, u"SELECT version FROM schema_version"_s);
    if (!value)
        return tl::unexpected(value.error());
    return value->toInt();
}

QByteArray PostgresDialect::setVersion(int version) const
{
    return "\nUPDATE schema_version SET version = " + QByteArray::number(version) + ';';
}

Result<void> PostgresDialect::script(QSqlDatabase& connection, const QByteArray& sql) const
{
    return done(plain(connection, QString::fromUtf8(sql)));
}

Result<void> PostgresDialect::endMigration(QSqlDatabase& connection, bool commit) const
{
    return done(plain(connection, commit ? u"COMMIT"_s : u"ROLLBACK"_s));
}

domain::Error PostgresDialect::error(const QSqlError& error) const
{
    return errorOf(error);
}

bool PostgresDialect::isCollision(const QSqlError& error) const
{
    const QString state = error.nativeErrorCode();
    return state == kSerializationFailure || state == kDeadlock || state == kLockNotAvailable;
}

bool PostgresDialect::isLineLost(const QSqlError& error) const
{
    const QString state = error.nativeErrorCode();
    // 08 connection, 57P administrator; libpq itself gives no state when the socket is gone.
    return state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P"_L1) || state == kReadOnly;
}

} // namespace ow::center
