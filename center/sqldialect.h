// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/databaseaddress.h"
#include "center/sql.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QSqlDatabase;
class QSqlError;

namespace ow::center {

/// What differs between the databases below SqlDatabase: how one is opened and made durable, how a script of
/// many statements runs, where its version stands, what its errors mean.
class SqlDialect
{
public:
    SqlDialect() = default;
    SqlDialect(const SqlDialect&) = delete;
    SqlDialect& operator=(const SqlDialect&) = delete;
    virtual ~SqlDialect() = default;

    [[nodiscard]] static std::unique_ptr<const SqlDialect> of(const DatabaseAddress& address);

    [[nodiscard]] virtual SqlDatabase::Kind kind() const = 0;
    [[nodiscard]] virtual QString driver() const = 0; ///< Qt's name
    [[nodiscard]] virtual QString folder() const = 0; ///< of its migrations
    virtual void address(QSqlDatabase& connection, const DatabaseAddress& address) const = 0;
    /// After it is open: durability, and that it holds.
    [[nodiscard]] virtual domain::Result<void> configure(QSqlDatabase& connection) const = 0;
    [[nodiscard]] virtual QString begin() const = 0;

    /// Around all migrations: nobody else migrates meanwhile, and tables may be made anew.
    [[nodiscard]] virtual domain::Result<void> beginMigration(QSqlDatabase& connection) const = 0;
    [[nodiscard]] virtual domain::Result<int> version(QSqlDatabase& connection) const = 0;
    [[nodiscard]] virtual QByteArray setVersion(int version) const = 0;
    [[nodiscard]] virtual domain::Result<void> script(QSqlDatabase& connection,
                                                      const QByteArray& sql) const = 0;
    /// Commits when everything holds together, else rolls back.
    [[nodiscard]] virtual domain::Result<void> endMigration(QSqlDatabase& connection, bool commit) const = 0;

    [[nodiscard]] virtual domain::Error error(const QSqlError& error) const = 0;
    /// The same work may succeed at once: it was given up for somebody else's sake.
    [[nodiscard]] virtual bool isCollision(const QSqlError& error) const = 0;
    /// The line to the database is gone; nothing more comes over it.
    [[nodiscard]] virtual bool isLineLost(const QSqlError& error) const = 0;
};

} // namespace ow::center
