// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

namespace ow::ledger {

class Database;

/// BEGIN IMMEDIATE until commit(); undone when it goes out of scope without one, or when the commit fails.
class Transaction
{
public:
    [[nodiscard]] static domain::Result<Transaction> begin(const Database& database);

    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    [[nodiscard]] domain::Result<void> commit();

private:
    explicit Transaction(const Database& database)
        : m_database(&database)
    {
    }

    void rollBack() const;

    const Database* m_database; ///< null once committed or moved from
};

} // namespace ow::ledger
