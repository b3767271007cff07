// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>

namespace ow::ledger {

class StatementPool;

/// One prepared statement. Parameters are plain `?` (Qt miscounts `?1`), bound in order; rows are read
/// forwards only.
///
///     auto rows = db.prepare(u"SELECT seq, header FROM entry WHERE seq > ?"_s);
///     rows->bind(after);
///     for (auto more = rows->step(); more; more = rows->step()) { … rows->integer(0) … }
///
/// Once it goes out of scope, the prepared form waits in the pool of its Database to be used again, finished
/// and without the values it was bound to.
class Statement
{
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Binds the next parameter, in order.
    Statement& bind(qint64 value);
    Statement& bind(const QString& text);
    Statement& bind(const QByteArray& bytes);
    Statement& bindNull();
    /// Empty text is bound as NULL.
    Statement& bindOrNull(const QString& text);
    Statement& bindOrNull(const std::optional<qint64>& value);

    /// Runs a statement that gives no rows, and makes it ready for the next binds.
    [[nodiscard]] domain::Result<void> run();
    /// The next row: true, or false after the last.
    [[nodiscard]] domain::Result<bool> step();
    /// Ready for new binds.
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    friend class Database;

    Statement(QString sql, QSqlQuery query, QString connection, const std::shared_ptr<StatementPool>& pool)
        : m_sql(std::move(sql))
        , m_query(std::move(query))
        , m_connection(std::move(connection))
        , m_pool(pool)
    {
    }

    [[nodiscard]] domain::Error failed(const QString& what);
    void giveBack() noexcept;

    QString m_sql;
    QSqlQuery m_query;
    QString m_connection;
    std::weak_ptr<StatementPool> m_pool; ///< of the connection; gone with it, or with its schema
    int m_next = 0;
    int m_bound = 0; ///< most parameters bound at once
    bool m_running = false;
    bool m_failed = false;
};

} // namespace ow::ledger
