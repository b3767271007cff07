// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/caserow.h"
#include "ledger/columnsealer.h"
#include "ledger/database.h"

#include <QByteArray>

#include <vector>

namespace ow::ledger {

/// case_person and material_shelf: who has to do with a case and which of his materials can serve again. Part
/// of Projections; everything happens inside the caller's transaction.
class PersonProjection
{
public:
    /// Both outlive this.
    PersonProjection(const Database& database, const ColumnSealer& sealer)
        : m_database(database)
        , m_sealer(sealer)
    {
    }

    struct Made
    {
        std::vector<QByteArray> keys; ///< sorted, none twice
        QByteArray applicant;         ///< whose the shelf is; empty when not known
        std::vector<ShelfRow> shelf;
    };

    [[nodiscard]] domain::Result<Made> make(const domain::CaseFile& file) const;
    [[nodiscard]] domain::Result<void> write(const QString& caseNumber, const Made& made) const;
    /// What stands in the tables for a case, in the form make() gives it.
    [[nodiscard]] domain::Result<Made> stored(const QString& caseNumber) const;

private:
    [[nodiscard]] domain::Result<void> writeShelf(const Made& made) const;

    const Database& m_database;
    const ColumnSealer& m_sealer;
};

/// Columns case_no, verified, sealed of a row of material_shelf.
[[nodiscard]] domain::Result<ShelfRow> readShelfRow(const Statement& row, const ColumnSealer& sealer);

} // namespace ow::ledger
