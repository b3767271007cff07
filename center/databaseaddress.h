// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace ow::center {

/// Where a centre's database is: an SQLite file, or PostgreSQL as libpq's connection string says it.
struct DatabaseAddress
{
    QString file;     ///< SQLite
    QString conninfo; ///< PostgreSQL; keyword=value pairs as libpq takes them

    [[nodiscard]] bool isPostgres() const { return !conninfo.isEmpty(); }

    [[nodiscard]] static DatabaseAddress sqlite(const QString& path) { return {path, {}}; }

    /// "postgresql://user@host1,host2/name?target_session_attrs=read-write&sslmode=verify-full": everything
    /// libpq reads there. InvalidInput for what it does not, and for a password: a command line can be read
    /// by every process, so libpq gets it from its password file.
    [[nodiscard]] static domain::Result<DatabaseAddress> fromUrl(const QString& url);
};

} // namespace ow::center
