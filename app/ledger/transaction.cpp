// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/transaction.h"

#include "ledger/database.h"

#include <utility>

namespace ow::ledger {

using domain::Result;

namespace {

/// As Database::exec(), but from the pool: said at both ends of every act.
Result<void> say(const Database& database, const QString& word)
{
    auto statement = database.prepare(word);
    return statement ? statement->run() : tl::unexpected(statement.error());
}

} // namespace

Result<Transaction> Transaction::begin(const Database& database)
{
    if (auto begun = say(database, QStringLiteral("BEGIN IMMEDIATE")); !begun)
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
    auto done = say(*database, QStringLiteral("COMMIT"));
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
