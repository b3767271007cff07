// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/databaseaddress.h"
#include "domain/result.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <memory>

class QSqlQuery;

namespace ow::center {

class SqlDialect;

/// The centre's one layer over Qt SQL: SQLite in WAL mode with synchronous=FULL, or PostgreSQL with
/// synchronous_commit (all read back, since both ignore what they cannot do). Prepared statements are kept by
/// their text, errors are values, `?` stands for a value in either. Belongs to the thread that opened it. The
/// `detail` of an error is the database's message, never a value.
class SqlDatabase
{
public:
    enum class Kind { Sqlite, Postgres };

    /// How often work is begun anew after the database said that it collided with somebody else's, or that
    /// the line to it broke before the commit was sent.
    static constexpr int kMostTries = 6;

    /// Opens (SQLite: or makes) the database and brings it to the newest migration under
    /// `migrations`/sqlite or `migrations`/postgresql (0001_*.sql …; a folder or resource path), all in one
    /// transaction with the version they lead to. DatabaseNewer when it is ahead of this program.
    [[nodiscard]] static domain::Result<std::unique_ptr<SqlDatabase>> open(const DatabaseAddress& address,
                                                                           const QString& migrations);
    ~SqlDatabase();
    SqlDatabase(const SqlDatabase&) = delete;
    SqlDatabase& operator=(const SqlDatabase&) = delete;

    [[nodiscard]] Kind kind() const;

    using Row = std::function<domain::Result<void>(const QSqlQuery&)>;
    [[nodiscard]] domain::Result<void> run(const QString& sql, const QVariantList& values = {});
    /// Rows changed by the last run().
    [[nodiscard]] int changed() const;
    [[nodiscard]] domain::Result<void> each(const QString& sql, const QVariantList& values, const Row& row);
    /// The first row is given to `row`; false when there is none.
    [[nodiscard]] domain::Result<bool> one(const QString& sql, const QVariantList& values,
                                           const std::function<void(const QSqlQuery&)>& row);
    /// All of `work` or nothing; durable when it returns. `work` runs again from its beginning when the
    /// database gave it up for somebody else's sake, so it must not keep anything of an earlier run.
    [[nodiscard]] domain::Result<void> inTransaction(const std::function<domain::Result<void>()>& work);

private:
    struct Private;
    explicit SqlDatabase(std::unique_ptr<Private> data);
    [[nodiscard]] domain::Result<void> connect();
    [[nodiscard]] domain::Result<void> migrate(const QString& folder);
    [[nodiscard]] domain::Result<void> tryTransaction(const std::function<domain::Result<void>()>& work);
    std::unique_ptr<Private> d;
};

} // namespace ow::center
