// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "ledger/statement.h"

#include <QString>

#include <memory>

struct sqlite3;

namespace ow::ledger {

/// One connection to the ledger's SQLite file, through Qt SQL. Belongs to the thread that opened it.
///
/// There is exactly one Write connection per process and, by the lock file, one such process: SQLite 3.40 has
/// a rare corruption when two connections checkpoint at the same instant, so nobody else writes or
/// checkpoints. Errors: DatabaseFull for a full disk, DatabaseCorrupt, ReadOnly, DatabaseOpen, else
/// DatabaseFailed; `detail` has SQLite's words and extended code, which never hold bound values.
class Database
{
public:
    enum class Mode {
        Write, ///< WAL, synchronous=FULL (read back), secure_delete, foreign keys
        Read,  ///< read-only, never checkpoints
    };

    [[nodiscard]] static domain::Result<Database> open(const QString& file, Mode mode);

    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    [[nodiscard]] const QString& file() const { return m_file; }

    /// Prepared anew only when none of this text waits in the pool: two users never share one. A SELECT * is
    /// never kept.
    [[nodiscard]] domain::Result<Statement> prepare(const QString& sql) const;
    /// One statement without parameters whose rows, if any, do not matter.
    [[nodiscard]] domain::Result<void> exec(const QString& sql) const;
    /// Any number of statements, triggers included (UTF-8). May change the schema: what was prepared before
    /// is not used again.
    [[nodiscard]] domain::Result<void> script(const QByteArray& sql) const;
    /// First column of the first row; NotFound when there is none.
    [[nodiscard]] domain::Result<QVariant> value(const QString& sql) const;
    /// `PRAGMA quick_check`: DatabaseCorrupt with the first complaint.
    [[nodiscard]] domain::Result<void> quickCheck() const;
    /// Moves the WAL into the database and empties it, so that overwritten keys do not linger there.
    [[nodiscard]] domain::Result<void> checkpoint() const;
    [[nodiscard]] qint64 changedRows() const;
    [[nodiscard]] bool inTransaction() const;

private:
    Database(QString connection, QString file);

    [[nodiscard]] sqlite3* handle() const;
    [[nodiscard]] domain::Result<void> prepareToWrite() const;
    [[nodiscard]] domain::Result<void> prepareToRead() const;
    void close();

    QString m_connection; ///< Qt's name of the connection; empty after a move
    QString m_file;
    mutable std::shared_ptr<StatementPool> m_pool; ///< goes before the connection
};

} // namespace ow::ledger
