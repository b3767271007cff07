// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/profilecheck.h"

#include "ledger/identity.h"
#include "ledger/migrations.h"
#include "ledger/mirror.h"

#include <QFile>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

Result<ProfileCheck> checkProfile(const LedgerOptions& options, const VerifyOptions& verify)
{
    const QString path = databasePath(options);
    if (!options.crypto || !QFile::exists(path))
        return fail(ErrorCode::NotEnrolled, QStringLiteral("no profile here"));
    const auto database = Database::open(path, Database::Mode::Read);
    if (!database)
        return tl::unexpected(database.error());
    const auto steps = builtInMigrations();
    const auto version = database->value(QStringLiteral("PRAGMA user_version"));
    if (!steps || !version)
        return tl::unexpected(steps ? version.error() : steps.error());
    if (version->toInt() != steps->back().version)
        return fail(version->toInt() > steps->back().version ? ErrorCode::DatabaseNewer
                                                             : ErrorCode::DatabaseOpen,
                    QStringLiteral("schema %1").arg(version->toInt()));
    auto identity = readIdentity(*database);
    if (!identity)
        return tl::unexpected(identity.error());
    const ColumnSealer noKeys(*options.crypto, nullptr);
    const Mirror mirror(options.folder, options.mirrorFolder, identity->device);
    auto report =
        Verifier(*database, noKeys, {identity->device, identity->centrePublicKey, mirror.witnesses()})
            .run(verify);
    if (!report)
        return tl::unexpected(report.error());
    return ProfileCheck{std::move(*identity), std::move(*report)};
}

} // namespace ow::ledger
