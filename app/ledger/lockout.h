// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace ow::ledger {

class LedgerCore;

/// Five wrong passwords lock a person's sign-in for 15 minutes (GB/T 22239-2019 8.1.4.1 b). The time is
/// counted by the monotonic clock and kept in the database: restarting the program or setting the clock,
/// forwards or back, shortens nothing; after a restart of the machine what was served before counts on.
class Lockout
{
public:
    static constexpr int kTries = 5;
    static constexpr qint64 kLockMs = 15LL * 60 * 1000;

    /// `core` outlives this.
    explicit Lockout(LedgerCore& core)
        : m_core(core)
    {
    }

    /// PasswordLocked with the seconds left in `field`; else counts one wrong try, before the password is
    /// looked at, so that ending the program in the middle gains nothing.
    [[nodiscard]] domain::Result<void> beginTry(const QString& user);
    /// The password was right.
    [[nodiscard]] domain::Result<void> succeeded(const QString& user);

private:
    struct State
    {
        int wrong = 0;
        qint64 served = 0; ///< ms of the lock
        QString boot;
        qint64 tick = 0;
    };

    [[nodiscard]] domain::Result<State> load(const QString& user) const;
    [[nodiscard]] domain::Result<void> store(const QString& user, const State& state);

    LedgerCore& m_core;
};

} // namespace ow::ledger
