// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <memory>

class QSqlQuery;

namespace ow::center {

/// The centre's one layer over Qt SQL: an SQLite database in WAL mode with synchronous=FULL (both read back,
/// since SQLite ignores what it cannot do), prepared statements kept by their text, errors as values. Belongs
/// to the thread that opened it. The `detail` of an error is SQLite's message, never a value.
class SqlDatabase
{
public:
    /// Opens or makes the file and brings it to the newest migration under `migrations` (0001_*.sql …, a
    /// folder or resource path), each in one transaction with the version it leads to. DatabaseNewer when the
    /// file is ahead.
    [[nodiscard]] static domain::Result<std::unique_ptr<SqlDatabase>> open(const QString& path,
                                                                           const QString& migrations);
    ~SqlDatabase();
    SqlDatabase(const SqlDatabase&) = delete;
    SqlDatabase& operator=(const SqlDatabase&) = delete;

    using Row = std::function<domain::Result<void>(const QSqlQuery&)>;
    [[nodiscard]] domain::Result<void> run(const QString& sql, const QVariantList& values = {});
    /// Rows changed by the last run().
    [[nodiscard]] int changed() const;
    [[nodiscard]] domain::Result<void> each(const QString& sql, const QVariantList& values, const Row& row);
    /// The first row is given to `row`; false when there is none.
    [[nodiscard]] domain::Result<bool> one(const QString& sql, const QVariantList& values,
                                           const std::function<void(const QSqlQuery&)>& row);
    /// BEGIN IMMEDIATE … COMMIT; rolled back when `work` fails. Not to be nested.
    [[nodiscard]] domain::Result<void> inTransaction(const std::function<domain::Result<void>()>& work);

private:
    struct Private;
    explicit SqlDatabase(std::unique_ptr<Private> data);
    [[nodiscard]] domain::Result<void> configure();
    [[nodiscard]] domain::Result<void> migrate(const QString& folder);
    [[nodiscard]] domain::Result<void> script(const QByteArray& sql);
    std::unique_ptr<Private> d;
};

} // namespace ow::center
