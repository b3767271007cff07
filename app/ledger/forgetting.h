// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/columnsealer.h"
#include "ledger/database.h"

#include <QString>

namespace ow::ledger {

/// Lets the bodies of a case go once an accepted forget entry says so (个人信息保护法 Art. 47). Inside a
/// transaction of the caller. Own bodies the centre has not accepted stay, and so does everything when the
/// forget entry keeps no summary, because then the case could not be projected any more. The headers, hashes
/// and MACs stay for ever.
class Forgetting
{
public:
    /// Both outlive this.
    Forgetting(const Database& database, const ColumnSealer& sealer)
        : m_database(database)
        , m_sealer(sealer)
    {
    }

    /// `forgetId`: the entry, own or foreign, already stored with its outcome.
    [[nodiscard]] domain::Result<void> apply(const QString& caseNumber, const QString& forgetId) const;

private:
    [[nodiscard]] domain::Result<void> dropOwnBody(qint64 seq, const QString& forgetId) const;
    [[nodiscard]] domain::Result<void> dropBlob(const QString& caseNumber, const QString& blob) const;

    const Database& m_database;
    const ColumnSealer& m_sealer;
};

} // namespace ow::ledger
