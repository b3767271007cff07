// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock.h"
#include "ledger/columnsealer.h"
#include "ledger/database.h"
#include "ledger/transaction.h"

#include <functional>
#include <optional>

namespace ow::ledger {

/// What the parts of a ledger share: the writing connection, the keys, the clock, and whether writing is
/// still allowed. Lives inside Ledger, on its thread.
class LedgerCore
{
public:
    LedgerCore(Database database, const record::CryptoProvider& crypto, const domain::Clock& clock);

    [[nodiscard]] const Database& database() const { return m_database; }

    [[nodiscard]] const domain::Clock& clock() const { return m_clock; }

    [[nodiscard]] const record::CryptoProvider& crypto() const { return m_sealer.crypto(); }

    [[nodiscard]] const ColumnSealer& sealer() const { return m_sealer; }

    void setKeys(std::shared_ptr<const DataKeys> keys);

    /// Why nothing is written any more, or none. Stays until the ledger is opened anew.
    [[nodiscard]] const std::optional<domain::Error>& blocked() const { return m_blocked; }

    void block(domain::Error why);
    /// Looks at the error of a write. After a failed sync or any I/O error what the disk holds is no longer
    /// known, so the ledger turns read-only; a full disk is an orderly refusal and does not.
    void noteFailure(const domain::Error& error);

    enum class Purpose {
        Act,          ///< refused whenever the ledger is read-only
        Housekeeping, ///< sign-in counts, marks: refused only when the disk is not to be trusted
    };

    /// `work` in one transaction: all of it or nothing. Fails with `blocked()` when writing is not allowed.
    [[nodiscard]] domain::Result<void> write(const std::function<domain::Result<void>()>& work,
                                             Purpose purpose = Purpose::Act);
    /// One row of `meta`, in the clear.
    [[nodiscard]] domain::Result<void> putMeta(const QString& name, const QByteArray& value);
    /// NotFound when there is none.
    [[nodiscard]] domain::Result<QByteArray> meta(const QString& name) const;

private:
    Database m_database;
    ColumnSealer m_sealer;
    const domain::Clock& m_clock;
    std::optional<domain::Error> m_blocked;
};

} // namespace ow::ledger
