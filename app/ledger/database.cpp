// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/database.h"

#include "ledger/sqlerror.h"
#include "ledger/statementpool.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <sqlite3.h>

#include <utility>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr int kSynchronousFull = 2;
/// A WAL is cut back to this after a checkpoint, bytes: old frames hold old (sealed) rows and need not stay.
/// Well above where SQLite checkpoints by itself (1000 pages, 4 MiB): a file cut and grown again all day
/// makes every sync write its length as well. Closing empties it.
constexpr int kWalLimit = 8 << 20;

/// Qt counts the columns of a statement before SQLite has had the chance to prepare it again under a changed
/// schema, and then writes past their end: what asks for "all columns" is used once.
bool hasSteadyColumns(const QString& sql)
{
    return !sql.contains(QLatin1String("SELECT *")) && !sql.contains(QLatin1String(".*"));
}

} // namespace

Result<Database> Database::open(const QString& file, Mode mode)
{
    const QString name = QStringLiteral("ledger-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Database database(name, file);
    QString problem;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        connection.setDatabaseName(file);
        connection.setConnectOptions(mode == Mode::Read
                                         ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                         : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!connection.open())
            problem = connection.lastError().databaseText();
    }
    if (!problem.isNull())
        return fail(ErrorCode::DatabaseOpen, problem);
    auto ready = mode == Mode::Write ? database.prepareToWrite() : database.prepareToRead();
    if (!ready)
        return tl::unexpected(ready.error());
    return database;
}

Database::Database(QString connection, QString file)
    : m_connection(std::move(connection))
    , m_file(std::move(file))
    , m_pool(std::make_shared<StatementPool>())
{
}

Database::Database(Database&& other) noexcept
    : m_connection(std::exchange(other.m_connection, QString()))
    , m_file(std::move(other.m_file))
    , m_pool(std::move(other.m_pool))
{
}

Database& Database::operator=(Database&& other) noexcept
{
    if (this != &other) {
        close();
        m_connection = std::exchange(other.m_connection, QString());
        m_file = std::move(other.m_file);
        m_pool = std::move(other.m_pool);
    }
    return *this;
}

Database::~Database()
{
    close();
}

void Database::close()
{
    if (m_connection.isEmpty())
        return;
    m_pool.reset();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

sqlite3* Database::handle() const
{
    return sqliteHandle(m_connection);
}

Result<void> Database::prepareToWrite() const
{
    static constexpr const char* kPragmas[] = {
        "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA foreign_keys=ON",
        "PRAGMA temp_store=MEMORY",  "PRAGMA mmap_size=0",        "PRAGMA secure_delete=ON",
        "PRAGMA journal_mode=WAL",   "PRAGMA synchronous=FULL",
    };
    for (const char* pragma : kPragmas) {
        if (auto done = exec(QString::fromLatin1(pragma)); !done)
            return done;
    }
    if (auto done = exec(QStringLiteral("PRAGMA journal_size_limit=%1").arg(kWalLimit)); !done)
        return done;
    // What a pragma was told and what it does are two things: an acknowledged act must survive a power cut.
    const auto mode = value(QStringLiteral("PRAGMA journal_mode"));
    const auto synchronous = value(QStringLiteral("PRAGMA synchronous"));
    const auto secure = value(QStringLiteral("PRAGMA secure_delete"));
    const auto keys = value(QStringLiteral("PRAGMA foreign_keys"));
    if (!mode || !synchronous || !secure || !keys)
        return fail(ErrorCode::DatabaseOpen, QStringLiteral("settings cannot be read back"));
    if (mode->toString() != QLatin1String("wal") || synchronous->toInt() != kSynchronousFull ||
        secure->toInt() != 1 || keys->toInt() != 1)
        return fail(ErrorCode::DatabaseOpen,
                    QStringLiteral("the database does not take WAL with synchronous=FULL"));
    return {};
}

Result<void> Database::prepareToRead() const
{
    static constexpr const char* kPragmas[] = {"PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON",
                                               "PRAGMA temp_store=MEMORY",  "PRAGMA mmap_size=0",
                                               "PRAGMA query_only=ON",      "PRAGMA wal_autocheckpoint=0"};
    for (const char* pragma : kPragmas) {
        if (auto done = exec(QString::fromLatin1(pragma)); !done)
            return done;
    }
    return {};
}

Result<Statement> Database::prepare(const QString& sql) const
{
    if (auto waiting = m_pool ? m_pool->take(sql) : std::nullopt)
        return Statement(sql, std::move(*waiting), m_connection, m_pool);
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(sqlError(handle(), QStringLiteral("prepare")));
    return Statement(sql, std::move(query), m_connection, hasSteadyColumns(sql) ? m_pool : nullptr);
}

Result<void> Database::exec(const QString& sql) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return tl::unexpected(sqlError(handle(), sql.section(QLatin1Char(' '), 0, 1)));
    return {};
}

Result<void> Database::script(const QByteArray& sql) const
{
    sqlite3* connection = handle();
    // Those in use find their pool gone and are not kept either.
    if (m_pool)
        m_pool = std::make_shared<StatementPool>();
    if (!connection || sqlite3_exec(connection, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(sqlError(connection, QStringLiteral("script")));
    return {};
}

Result<QVariant> Database::value(const QString& sql) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return tl::unexpected(sqlError(handle(), QStringLiteral("value")));
    if (!query.next())
        return fail(ErrorCode::NotFound, QStringLiteral("no row"));
    return query.value(0);
}

Result<void> Database::quickCheck() const
{
    const auto said = value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!said)
        return tl::unexpected(said.error());
    if (said->toString() != QLatin1String("ok"))
        return fail(ErrorCode::DatabaseCorrupt, said->toString());
    return {};
}

Result<void> Database::checkpoint() const
{
    return exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

qint64 Database::changedRows() const
{
    sqlite3* connection = handle();
    return connection ? sqlite3_changes64(connection) : 0;
}

bool Database::inTransaction() const
{
    sqlite3* connection = handle();
    return connection && sqlite3_get_autocommit(connection) == 0;
}

} // namespace ow::ledger
