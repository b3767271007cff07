// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/casequeries.h"
#include "ledger/database.h"
#include "ledger/ledgeroptions.h"

#include <memory>

namespace ow::ledger {

/// A read-only look at the ledger from another thread (the read thread): sees what is committed. Drop it at
/// sign-out; it holds a share of the keys. Belongs to the thread that opened it.
class LedgerReader
{
public:
    [[nodiscard]] static domain::Result<std::unique_ptr<LedgerReader>> open(const ReaderTicket& ticket);
    LedgerReader(const LedgerReader&) = delete;
    LedgerReader& operator=(const LedgerReader&) = delete;

    [[nodiscard]] const CaseQueries& cases() const { return m_cases; }

private:
    LedgerReader(Database database, ColumnSealer sealer);

    Database m_database;
    ColumnSealer m_sealer;
    CaseQueries m_cases;
};

} // namespace ow::ledger
