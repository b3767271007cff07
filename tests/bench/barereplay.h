// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ow::bench {

/// Writes into a copy of a database what a ledger has meanwhile written into the original, by SQLite's own
/// interface and nothing else: same tables and indexes, no triggers, WAL with synchronous=FULL,
/// `transactions` transactions with an equal share of the new rows each. Rows that every transaction of the
/// ledger rewrote (last serial, MAC key) are rewritten by every one here, too.
///
/// Milliseconds of each transaction.
[[nodiscard]] std::vector<double> replayBare(const QString& copy, const QString& original, int transactions);

} // namespace ow::bench
