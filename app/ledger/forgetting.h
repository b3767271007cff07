// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/columnsealer.h"
#include "ledger/database.h"
#include "record/entry.h"

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
    /// The same for an outcome that reaches this window after the forget entry of another one did.
    [[nodiscard]] domain::Result<void> applyEarlier(const QString& caseNumber) const;

private:
    [[nodiscard]] domain::Result<void> dropOwnBody(qint64 seq, const QString& forgetId) const;
    [[nodiscard]] domain::Result<void> dropBlob(const QString& caseNumber, const QString& blob) const;
    /// What lies outside the transaction's reach is left to Ledger::tidy(), which finds these marks.
    [[nodiscard]] domain::Result<void> noteWiping(const QString& caseNumber) const;

    const Database& m_database;
    const ColumnSealer& m_sealer;
};

/// Notes which blobs an own entry names, beside its row, so that forgetting need not read every header. (Not
/// a trigger: with an untrusted schema SQLite lets none read JSON.)
[[nodiscard]] domain::Result<void> noteBlobUse(const Database& database, const record::EntryHeader& header);

} // namespace ow::ledger
