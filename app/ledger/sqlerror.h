// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

struct sqlite3;

namespace ow::ledger {

/// The last error of a connection as ours, by SQLite's extended result code. DatabaseFailed is an I/O error
/// and nothing else: after one the ledger stops writing.
[[nodiscard]] domain::Error sqlError(sqlite3* handle, const QString& what);

/// The connection behind one of Qt's connection names; null when it is not open.
[[nodiscard]] sqlite3* sqliteHandle(const QString& connection);

} // namespace ow::ledger
