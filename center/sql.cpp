// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/sql.h"

#include "center/sqldialect.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <chrono>
#include <thread>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// What became of the last transaction that failed.
enum class Trouble { None, Collision, LineLost };

} // namespace

struct SqlDatabase::Private
{
    DatabaseAddress address;
    std::unique_ptr<const SqlDialect> dialect;
    QString name = QUuid::createUuid().toString();
    std::unique_ptr<QSqlDatabase> connection;
    QHash<QString, std::shared_ptr<QSqlQuery>> prepared;
    int changed = 0;
    bool inTransaction = false;
    Trouble trouble = Trouble::None;

    [[nodiscard]] Result<QSqlQuery*> execute(const QString& sql, const QVariantList& values);
    /// What cannot be prepared: the bounds of a transaction.
    [[nodiscard]] Result<void> plain(const QString& sql);
    [[nodiscard]] tl::unexpected<domain::Error> failure(const QSqlError& error);
    void disconnect();
};

tl::unexpected<domain::Error> SqlDatabase::Private::failure(const QSqlError& error)
{
    if (dialect->isCollision(error))
        trouble = Trouble::Collision;
    else if (dialect->isLineLost(error))
        trouble = Trouble::LineLost;
    return tl::unexpected(dialect->error(error));
}

Result<void> SqlDatabase::Private::plain(const QString& sql)
{
    QSqlQuery query(*connection);
    if (!query.exec(sql))
        return failure(query.lastError());
    return {};
}

void SqlDatabase::Private::disconnect()
{
    prepared.clear();
    if (connection)
        connection->close();
}

Result<QSqlQuery*> SqlDatabase::Private::execute(const QString& sql, const QVariantList& values)
{
    // Statements are written in the code, so there are only so many of them.
    std::shared_ptr<QSqlQuery>& query = prepared[sql];
    if (!query) {
        auto made = std::make_shared<QSqlQuery>(*connection);
        // PostgreSQL would hand out rows one by one then, and nothing else could be asked before the last.
        made->setForwardOnly(dialect->kind() == Kind::Sqlite);
        if (!made->prepare(sql)) {
            prepared.remove(sql);
            return failure(made->lastError());
        }
        query = std::move(made);
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values.at(i));
    if (!query->exec()) {
        auto error = failure(query->lastError());
        query->finish();
        return error;
    }
    return query.get();
}

SqlDatabase::SqlDatabase(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

SqlDatabase::~SqlDatabase()
{
    d->prepared.clear();
    d->connection.reset();
    QSqlDatabase::removeDatabase(d->name);
}

SqlDatabase::Kind SqlDatabase::kind() const
{
    return d->dialect->kind();
}

Result<std::unique_ptr<SqlDatabase>> SqlDatabase::open(const DatabaseAddress& address,
                                                       const QString& migrations)
{
    auto data = std::make_unique<Private>();
    data->address = address;
    data->dialect = SqlDialect::of(address);
    data->connection =
        std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(data->dialect->driver(), data->name));
    data->dialect->address(*data->connection, address);
    std::unique_ptr<SqlDatabase> database(new SqlDatabase(std::move(data)));
    if (const auto connected = database->connect(); !connected)
        return tl::unexpected(connected.error());
    const QString folder = QDir(migrations).filePath(database->d->dialect->folder());
    if (const auto migrated = database->migrate(folder); !migrated)
        return tl::unexpected(migrated.error());
    return database;
}

Result<void> SqlDatabase::connect()
{
    if (!d->connection->open())
        return fail(ErrorCode::DatabaseOpen, d->connection->lastError().text().section(u'\n', 0, 0));
    return d->dialect->configure(*d->connection);
}

Result<void> SqlDatabase::migrate(const QString& folder)
{
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return fail(ErrorCode::DatabaseOpen, QStringLiteral("no migrations"));
    if (auto begun = d->dialect->beginMigration(*d->connection); !begun)
        return begun;
    const auto steps = [&]() -> Result<void> {
        auto version = d->dialect->version(*d->connection);
        if (!version)
            return tl::unexpected(version.error());
        if (*version > files.size())
            return fail(ErrorCode::DatabaseNewer, QStringLiteral("version %1").arg(*version));
        for (int step = *version; step < files.size(); ++step) {
            QFile file(QDir(folder).filePath(files.at(step)));
            if (files.at(step).left(4).toInt() != step + 1 || !file.open(QIODevice::ReadOnly))
                return fail(ErrorCode::DatabaseOpen, QStringLiteral("migration %1").arg(files.at(step)));
            const QByteArray sql = file.readAll() + d->dialect->setVersion(step + 1);
            if (auto done = d->dialect->script(*d->connection, sql); !done)
                return done;
        }
        return {};
    }();
    const auto ended = d->dialect->endMigration(*d->connection, steps.has_value());
    return steps ? ended : steps;
}

Result<void> SqlDatabase::run(const QString& sql, const QVariantList& values)
{
    const auto query = d->execute(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    d->changed = (*query)->numRowsAffected();
    (*query)->finish();
    return {};
}

int SqlDatabase::changed() const
{
    return d->changed;
}

Result<void> SqlDatabase::each(const QString& sql, const QVariantList& values, const Row& row)
{
    auto query = d->execute(sql, values);
    // Outside a transaction nothing is lost when a reading is asked for again over a new line.
    if (!query && !d->inTransaction && std::exchange(d->trouble, Trouble::None) == Trouble::LineLost) {
        d->disconnect();
        if (auto again = connect(); !again)
            return again;
        query = d->execute(sql, values);
    }
    if (!query)
        return tl::unexpected(query.error());
    Result<void> result;
    while (result && (*query)->next())
        result = row(**query);
    if (result && (*query)->lastError().isValid())
        result = d->failure((*query)->lastError());
    (*query)->finish();
    return result;
}

Result<bool> SqlDatabase::one(const QString& sql, const QVariantList& values,
                              const std::function<void(const QSqlQuery&)>& row)
{
    bool found = false;
    const auto read = each(sql, values, [&](const QSqlQuery& query) -> Result<void> {
        if (!std::exchange(found, true))
            row(query);
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return found;
}

Result<void> SqlDatabase::tryTransaction(const std::function<Result<void>()>& work)
{
    if (auto begun = d->plain(d->dialect->begin()); !begun)
        return begun;
    d->inTransaction = true;
    Result<void> result = work();
    if (result) {
        result = d->plain(QStringLiteral("COMMIT"));
        // Whether a commit whose answer was lost took place is not known here. Who sends again finds out:
        // everything that is sent has the effect of being sent once (I3).
        if (!result && d->trouble == Trouble::LineLost)
            d->trouble = Trouble::None;
    }
    d->inTransaction = false;
    if (!result) {
        const Trouble first = d->trouble;
        // The first error is the one to tell; a rollback of nothing fails and may.
        [[maybe_unused]] const auto undone = d->plain(QStringLiteral("ROLLBACK"));
        d->trouble = first;
    }
    return result;
}

Result<void> SqlDatabase::inTransaction(const std::function<Result<void>()>& work)
{
    Result<void> result;
    for (int tries = 1; tries <= kMostTries; ++tries) {
        d->trouble = Trouble::None;
        result = tryTransaction(work);
        if (result || d->trouble == Trouble::None)
            return result;
        if (d->trouble == Trouble::LineLost) {
            d->disconnect();
            if (const auto again = connect(); !again)
                result = again;
        }
        // Those that collided must not meet again at once.
        std::this_thread::sleep_for(std::chrono::milliseconds(5 * (1 << tries)));
    }
    return result;
}

} // namespace ow::center
