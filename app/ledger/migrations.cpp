// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/migrations.h"

#include "ledger/database.h"
#include "ledger/durablefile.h"
#include "ledger/statement.h"
#include "ledger/transaction.h"

#include <QFile>
#include <QFileInfo>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr int kApplicationId = 0x4f574c31; // "OWL1"
constexpr const char* kFiles[] = {":/ledger/sql/0001_initial.sql", ":/ledger/sql/0002_lists.sql",
                                  ":/ledger/sql/0003_drafts.sql", ":/ledger/sql/0004_forgetting.sql"};

Result<int> numberOf(const Database& database, const QString& pragma)
{
    return database.value(pragma).map([](const QVariant& value) { return value.toInt(); });
}

Result<void> backUp(const Database& database, int version)
{
    const QString target = backupPath(database.file(), version);
    // A copy cut short by a crash is of no use, and VACUUM INTO wants no file there.
    if (QFile::exists(target) && !QFile::remove(target))
        return fail(ErrorCode::DatabaseFailed, QStringLiteral("an old copy cannot be replaced"));
    auto vacuum = database.prepare(QStringLiteral("VACUUM INTO ?"));
    if (!vacuum)
        return tl::unexpected(vacuum.error());
    if (auto done = vacuum->bind(target).run(); !done)
        return done;
    QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    if (auto done = syncFile(target); !done)
        return done;
    return syncFolder(QFileInfo(target).absolutePath());
}

Result<void> apply(const Database& database, const Migration& step)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto done = database.script(step.sql); !done)
        return done;
    const auto broken = database.value(QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check"));
    if (!broken)
        return tl::unexpected(broken.error());
    if (broken->toInt() != 0)
        return fail(ErrorCode::DatabaseCorrupt,
                    QStringLiteral("step %1 breaks a foreign key").arg(step.version));
    if (auto done = database.exec(QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId)); !done)
        return done;
    if (auto done = database.exec(QStringLiteral("PRAGMA user_version=%1").arg(step.version)); !done)
        return done;
    return transaction->commit();
}

} // namespace

Result<std::vector<Migration>> builtInMigrations()
{
    std::vector<Migration> steps;
    for (const char* path : kFiles) {
        QFile file(QString::fromLatin1(path));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Internal, QStringLiteral("a migration is missing"));
        steps.push_back({static_cast<int>(steps.size()) + 1, file.readAll()});
    }
    return steps;
}

QString backupPath(const QString& file, int version)
{
    return file + QStringLiteral(".before-v%1").arg(version + 1);
}

Result<void> migrate(const Database& database, std::span<const Migration> steps)
{
    const auto version = numberOf(database, QStringLiteral("PRAGMA user_version"));
    const auto application = numberOf(database, QStringLiteral("PRAGMA application_id"));
    if (!version)
        return tl::unexpected(version.error());
    if (!application)
        return tl::unexpected(application.error());
    const int last = steps.empty() ? 0 : steps.back().version;
    if (*version > last)
        return fail(ErrorCode::DatabaseNewer,
                    QStringLiteral("schema %1, this program knows %2").arg(*version).arg(last));
    if (*version > 0 && *application != kApplicationId)
        return fail(ErrorCode::DatabaseOpen, QStringLiteral("this is not a ledger"));
    if (*version > 0 && *version < last) {
        if (auto done = backUp(database, *version); !done)
            return done;
    }
    for (const Migration& step : steps) {
        if (step.version <= *version)
            continue;
        if (auto done = apply(database, step); !done)
            return done;
    }
    return {};
}

} // namespace ow::ledger
