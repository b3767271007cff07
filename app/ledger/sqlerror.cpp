// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/sqlerror.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

namespace ow::ledger {

using domain::ErrorCode;

namespace {

ErrorCode codeFor(int extended)
{
    switch (extended & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DatabaseFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::DatabaseCorrupt;
    case SQLITE_READONLY:
        return ErrorCode::ReadOnly;
    case SQLITE_CANTOPEN:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::DatabaseOpen;
    case SQLITE_IOERR:
    case SQLITE_PROTOCOL:
        return ErrorCode::DatabaseFailed;
    default: // constraints, misuse: the disk is fine, we are not
        return ErrorCode::Internal;
    }
}

} // namespace

domain::Error sqlError(sqlite3* handle, const QString& what)
{
    if (!handle)
        return {ErrorCode::DatabaseOpen, what + QStringLiteral(": no connection"), {}};
    const int extended = sqlite3_extended_errcode(handle);
    return {codeFor(extended),
            QStringLiteral("%1: %2 (%3)").arg(what, QString::fromUtf8(sqlite3_errmsg(handle))).arg(extended),
            {}};
}

sqlite3* sqliteHandle(const QString& connection)
{
    const QSqlDatabase database = QSqlDatabase::database(connection, false);
    if (!database.isOpen())
        return nullptr;
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3* const*>(handle.constData());
}

} // namespace ow::ledger
