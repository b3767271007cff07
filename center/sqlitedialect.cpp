// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/sqlitedialect.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

domain::Error errorOf(const QSqlError& error)
{
    bool numeric = false;
    const int code = error.nativeErrorCode().toInt(&numeric) & 0xff;
    ErrorCode kind = ErrorCode::DatabaseFailed;
    if (numeric && code == SQLITE_FULL)
        kind = ErrorCode::DatabaseFull;
    else if (numeric && (code == SQLITE_CORRUPT || code == SQLITE_NOTADB))
        kind = ErrorCode::DatabaseCorrupt;
    return {kind, error.text(), {}};
}

Result<void> plain(QSqlDatabase& connection, const QString& sql)
{
    QSqlQuery query(connection);
    if (!query.exec(sql))
        return tl::unexpected(errorOf(query.lastError()));
    return {};
}

Result<QString> pragma(QSqlDatabase& connection, const QString& name)
{
    QSqlQuery query(connection);
    if (!query.exec(u"PRAGMA "_s + name))
        return tl::unexpected(errorOf(query.lastError()));
    return query.next() ? query.value(0).toString() : QString();
}

} // namespace

void SqliteDialect::address(QSqlDatabase& connection, const DatabaseAddress& address) const
{
    connection.setDatabaseName(address.file);
    // The command line works on the database while the server runs.
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
}

Result<void> SqliteDialect::configure(QSqlDatabase& connection) const
{
    const std::pair<QString, QString> pragmas[] = {
        {u"journal_mode"_s, u"wal"_s},
        {u"synchronous"_s, u"2"_s},
        {u"foreign_keys"_s, u"1"_s},
    };
    for (const auto& [name, wanted] : pragmas) {
        if (auto set = plain(connection, u"PRAGMA %1 = %2"_s.arg(name, wanted)); !set)
            return set;
        const auto value = pragma(connection, name);
        if (!value || *value != wanted)
            return fail(ErrorCode::DatabaseOpen,
                        u"%1 stays at %2"_s.arg(name, value ? *value : value.error().detail));
    }
    return {};
}

Result<void> SqliteDialect::beginMigration(QSqlDatabase& connection) const
{
    // A table that is made anew under its old name is for a moment not there for those that refer to it.
    if (auto off = plain(connection, u"PRAGMA foreign_keys = 0"_s); !off)
        return off;
    return plain(connection, begin());
}

Result<int> SqliteDialect::version(QSqlDatabase& connection) const
{
    const auto value = pragma(connection, u"user_version"_s);
    if (!value)
        return tl::unexpected(value.error());
    return value->toInt();
}

QByteArray SqliteDialect::setVersion(int version) const
{
    return "\nPRAGMA user_version = " + QByteArray::number(version) + ';';
}

Result<void> SqliteDialect::script(QSqlDatabase& connection, const QByteArray& sql) const
{
    // Qt runs one statement at a time and cannot read triggers; its plugin uses the same SQLite as we do.
    const QVariant handle = connection.driver()->handle();
    auto* const* raw = static_cast<sqlite3* const*>(handle.constData());
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0 || raw == nullptr || *raw == nullptr)
        return fail(ErrorCode::DatabaseOpen, u"the driver is not SQLite"_s);
    char* message = nullptr;
    if (sqlite3_exec(*raw, sql.constData(), nullptr, nullptr, &message) != SQLITE_OK) {
        const QString text = QString::fromUtf8(message);
        sqlite3_free(message);
        return fail(ErrorCode::DatabaseFailed, text);
    }
    return {};
}

Result<void> SqliteDialect::endMigration(QSqlDatabase& connection, bool commit) const
{
    Result<void> done;
    if (commit) {
        const auto broken = pragma(connection, u"foreign_key_check"_s);
        if (!broken)
            done = tl::unexpected(broken.error());
        else if (!broken->isEmpty())
            done = fail(ErrorCode::DatabaseCorrupt, u"rows of %1 refer to nothing"_s.arg(*broken));
    }
    const auto ended = plain(connection, commit && done ? u"COMMIT"_s : u"ROLLBACK"_s);
    const auto on = plain(connection, u"PRAGMA foreign_keys = 1"_s);
    if (done)
        done = ended;
    return done ? on : done;
}

domain::Error SqliteDialect::error(const QSqlError& error) const
{
    return errorOf(error);
}

bool SqliteDialect::isCollision(const QSqlError& error) const
{
    return (error.nativeErrorCode().toInt() & 0xff) == SQLITE_BUSY;
}

} // namespace ow::center
