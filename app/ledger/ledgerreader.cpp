// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledgerreader.h"

namespace ow::ledger {

using domain::Result;

Result<std::unique_ptr<LedgerReader>> LedgerReader::open(const ReaderTicket& ticket)
{
    auto database = Database::open(ticket.file, Database::Mode::Read);
    if (!database)
        return tl::unexpected(database.error());
    return std::unique_ptr<LedgerReader>(new LedgerReader(std::move(*database), ticket.sealer));
}

LedgerReader::LedgerReader(Database database, ColumnSealer sealer)
    : m_database(std::move(database))
    , m_sealer(std::move(sealer))
    , m_cases(m_database, m_sealer)
{
}

} // namespace ow::ledger
