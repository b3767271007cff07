// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace ow::ledger {

class Database;

/// One numbered step of the schema, never changed after release.
struct Migration
{
    int version = 0;
    QByteArray sql;
};

/// The steps built into this program, 1, 2, 3 …; an Internal error when one is missing from the resources.
[[nodiscard]] domain::Result<std::vector<Migration>> builtInMigrations();

/// Brings a database to the last step. Each step is one transaction with its `user_version`; before the first
/// step on a database that holds anything, a copy is made beside it (`ledger.db.before-v2`). A database of a
/// newer program is refused (DatabaseNewer) and not touched; a file that is no ledger is DatabaseOpen.
[[nodiscard]] domain::Result<void> migrate(const Database& database, std::span<const Migration> steps);

/// Where migrate() puts the copy it makes before it leaves `version`.
[[nodiscard]] QString backupPath(const QString& file, int version);

} // namespace ow::ledger
