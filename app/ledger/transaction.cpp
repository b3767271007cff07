// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/transaction.h"

#include "ledger/database.h"

#include <utility>

namespace ow::ledger {

using domain::Result;

Result<Transaction> Transaction::begin(const Database& database)
{
    if (auto begun = database.exec(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database)
        rollBack();
}

Result<void> Transaction::commit()
{
    const Database* database = std::exchange(m_database, nullptr);
    auto done = database->exec(QStringLiteral("COMMIT"));
    if (!done) {
        m_database = database;
        rollBack();
        m_database = nullptr;
    }
    return done;
}

void Transaction::rollBack() const
{
    // SQLite itself rolls back on some errors (full disk, I/O); what it says to a second ROLLBACK does not
    // matter.
    if (m_database->inTransaction())
        static_cast<void>(m_database->exec(QStringLiteral("ROLLBACK")));
}

} // namespace ow::ledger
