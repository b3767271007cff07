// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/sqldialect.h"

namespace ow::center {

/// PostgreSQL 15 over libpq; durable at commit whatever the server is set to otherwise.
class PostgresDialect final : public SqlDialect
{
public:
    [[nodiscard]] SqlDatabase::Kind kind() const override { return SqlDatabase::Kind::Postgres; }

    [[nodiscard]] QString driver() const override { return QStringLiteral("QPSQL"); }

    [[nodiscard]] QString folder() const override { return QStringLiteral("postgresql"); }

    [[nodiscard]] QString begin() const override { return QStringLiteral("BEGIN"); }

    void address(QSqlDatabase& connection, const DatabaseAddress& address) const override;
    [[nodiscard]] domain::Result<void> configure(QSqlDatabase& connection) const override;
    [[nodiscard]] domain::Result<void> beginMigration(QSqlDatabase& connection) const override;
    [[nodiscard]] domain::Result<int> version(QSqlDatabase& connection) const override;
    [[nodiscard]] QByteArray setVersion(int version) const override;
    [[nodiscard]] domain::Result<void> script(QSqlDatabase& connection, const QByteArray& sql) const override;
    [[nodiscard]] domain::Result<void> endMigration(QSqlDatabase& connection, bool commit) const override;
    [[nodiscard]] domain::Error error(const QSqlError& error) const override;
    [[nodiscard]] bool isCollision(const QSqlError& error) const override;

    [[nodiscard]] bool isLineLost(const QSqlError& error) const override;
};

} // namespace ow::center
