// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/sql.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <sqlite3.h>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

tl::unexpected<domain::Error> failure(const QSqlError& error)
{
    bool numeric = false;
    const int code = error.nativeErrorCode().toInt(&numeric) & 0xff;
    ErrorCode kind = ErrorCode::DatabaseFailed;
    if (numeric && code == SQLITE_FULL)
        kind = ErrorCode::DatabaseFull;
    else if (numeric && (code == SQLITE_CORRUPT || code == SQLITE_NOTADB))
        kind = ErrorCode::DatabaseCorrupt;
    return fail(kind, error.text());
}

} // namespace

struct SqlDatabase::Private
{
    QString name = QUuid::createUuid().toString();
    std::unique_ptr<QSqlDatabase> connection;
    QHash<QString, std::shared_ptr<QSqlQuery>> prepared;
    int changed = 0;

    [[nodiscard]] Result<QSqlQuery*> execute(const QString& sql, const QVariantList& values);
};

Result<QSqlQuery*> SqlDatabase::Private::execute(const QString& sql, const QVariantList& values)
{
    // Statements are written in the code, so there are only so many of them.
    std::shared_ptr<QSqlQuery>& query = prepared[sql];
    if (!query) {
        auto made = std::make_shared<QSqlQuery>(*connection);
        made->setForwardOnly(true);
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

Result<std::unique_ptr<SqlDatabase>> SqlDatabase::open(const QString& path, const QString& migrations)
{
    auto data = std::make_unique<Private>();
    data->connection =
        std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), data->name));
    data->connection->setDatabaseName(path);
    // The command line works on the database while the server runs.
    data->connection->setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    std::unique_ptr<SqlDatabase> database(new SqlDatabase(std::move(data)));
    if (!database->d->connection->open())
        return fail(ErrorCode::DatabaseOpen, database->d->connection->lastError().text());
    if (const auto configured = database->configure(); !configured)
        return tl::unexpected(configured.error());
    if (const auto migrated = database->migrate(migrations); !migrated)
        return tl::unexpected(migrated.error());
    return database;
}

Result<void> SqlDatabase::configure()
{
    const std::pair<QString, QString> pragmas[] = {
        {QStringLiteral("journal_mode"), QStringLiteral("wal")},
        {QStringLiteral("synchronous"), QStringLiteral("2")},
        {QStringLiteral("foreign_keys"), QStringLiteral("1")},
    };
    for (const auto& [name, wanted] : pragmas) {
        QString value;
        QSqlQuery query(*d->connection);
        if (!query.exec(QStringLiteral("PRAGMA %1 = %2").arg(name, wanted)))
            return failure(query.lastError());
        query.finish();
        if (query.exec(QStringLiteral("PRAGMA %1").arg(name)) && query.next())
            value = query.value(0).toString();
        if (value != wanted)
            return fail(ErrorCode::DatabaseOpen, QStringLiteral("%1 stays at %2").arg(name, value));
    }
    return {};
}

Result<void> SqlDatabase::script(const QByteArray& sql)
{
    // Qt runs one statement at a time and cannot read triggers; its plugin uses the same SQLite as we do.
    const QVariant handle = d->connection->driver()->handle();
    auto* const* raw = static_cast<sqlite3* const*>(handle.constData());
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0 || raw == nullptr || *raw == nullptr)
        return fail(ErrorCode::DatabaseOpen, QStringLiteral("the driver is not SQLite"));
    char* message = nullptr;
    if (sqlite3_exec(*raw, sql.constData(), nullptr, nullptr, &message) != SQLITE_OK) {
        const QString text = QString::fromUtf8(message);
        sqlite3_free(message);
        return fail(ErrorCode::DatabaseFailed, text);
    }
    return {};
}

Result<void> SqlDatabase::migrate(const QString& folder)
{
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return fail(ErrorCode::DatabaseOpen, QStringLiteral("no migrations"));
    return inTransaction([&]() -> Result<void> {
        int version = 0;
        if (const auto read = one(QStringLiteral("PRAGMA user_version"), {},
                                  [&](const QSqlQuery& row) { version = row.value(0).toInt(); });
            !read)
            return tl::unexpected(read.error());
        if (version > files.size())
            return fail(ErrorCode::DatabaseNewer, QStringLiteral("version %1").arg(version));
        for (; version < files.size(); ++version) {
            QFile file(QDir(folder).filePath(files.at(version)));
            if (files.at(version).left(4).toInt() != version + 1 || !file.open(QIODevice::ReadOnly))
                return fail(ErrorCode::DatabaseOpen, QStringLiteral("migration %1").arg(files.at(version)));
            const QByteArray step = file.readAll() + QByteArrayLiteral("\nPRAGMA user_version = ") +
                                    QByteArray::number(version + 1) + ';';
            if (const auto done = script(step); !done)
                return done;
        }
        return {};
    });
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
    const auto query = d->execute(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    Result<void> result;
    while (result && (*query)->next())
        result = row(**query);
    if (result && (*query)->lastError().isValid())
        result = failure((*query)->lastError());
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

Result<void> SqlDatabase::inTransaction(const std::function<Result<void>()>& work)
{
    if (const auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    Result<void> result = work();
    if (result)
        result = run(QStringLiteral("COMMIT"));
    if (!result) {
        // The first error is the one to tell; a rollback of nothing fails and may.
        [[maybe_unused]] const auto undone = run(QStringLiteral("ROLLBACK"));
    }
    return result;
}

} // namespace ow::center
