// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/sqldialect.h"

namespace ow::center {

/// One file in WAL mode, synchronous=FULL; writers wait for each other.
class SqliteDialect final : public SqlDialect
{
public:
    [[nodiscard]] SqlDatabase::Kind kind() const override { return SqlDatabase::Kind::Sqlite; }

    [[nodiscard]] QString driver() const override { return QStringLiteral("QSQLITE"); }

    [[nodiscard]] QString folder() const override { return QStringLiteral("sqlite"); }

    [[nodiscard]] QString begin() const override { return QStringLiteral("BEGIN IMMEDIATE"); }

    void address(QSqlDatabase& connection, const DatabaseAddress& address) const override;
    [[nodiscard]] domain::Result<void> configure(QSqlDatabase& connection) const override;
    [[nodiscard]] domain::Result<void> beginMigration(QSqlDatabase& connection) const override;
    [[nodiscard]] domain::Result<int> version(QSqlDatabase& connection) const override;
    [[nodiscard]] QByteArray setVersion(int version) const override;
    [[nodiscard]] domain::Result<void> script(QSqlDatabase& connection, const QByteArray& sql) const override;
    [[nodiscard]] domain::Result<void> endMigration(QSqlDatabase& connection, bool commit) const override;
    [[nodiscard]] domain::Error error(const QSqlError& error) const override;
    [[nodiscard]] bool isCollision(const QSqlError& error) const override;

    [[nodiscard]] bool isLineLost(const QSqlError&) const override { return false; }
};

} // namespace ow::center
