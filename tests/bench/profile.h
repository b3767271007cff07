// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/figure.h"
#include "ledger/ledger.h"
#include "support/manualclock.h"

#include <memory>

namespace ow::bench {

/// A profile of window W03 as an enrolment makes it, in a folder of the caller's, with one clerk who may do
/// everything. Its clock stands where the caller puts it.
class Profile
{
public:
    /// `folder` and `mirrorFolder` must hold none yet.
    Profile(const QString& folder, const QString& mirrorFolder);

    [[nodiscard]] std::unique_ptr<ledger::Ledger> create() const; ///< and signs the clerk in
    [[nodiscard]] std::unique_ptr<ledger::Ledger> open() const;   ///< and signs the clerk in
    [[nodiscard]] QString database() const;                       ///< path of ledger.db

    /// Receive + accept of case `n`, as two acts of one transaction: different people, items and materials.
    [[nodiscard]] static std::vector<ledger::ActDraft> acceptance(int n);
    /// Real entries of `cases` cases, 80 a day up to yesterday, many to a transaction.
    void fill(ledger::Ledger& ledger, int cases);

    test::ManualClock clock;

    static const QString kClerk;
    static const QString kPassword;
    static const QByteArray kMachine;

private:
    QString m_folder;
    QString m_mirrorFolder;
    std::unique_ptr<record::CryptoProvider> m_crypto;

    [[nodiscard]] ledger::LedgerOptions options() const;
};

} // namespace ow::bench
