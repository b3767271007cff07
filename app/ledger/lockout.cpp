// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/lockout.h"

#include "ledger/ledgercore.h"

#include <algorithm>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

Result<Lockout::State> Lockout::load(const QString& user) const
{
    auto rows = m_core.database().prepare(
        QStringLiteral("SELECT wrong, served, boot, tick FROM lockout WHERE user = ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->bind(user).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return State{};
    return State{static_cast<int>(rows->integer(0)), rows->integer(1), rows->text(2), rows->integer(3)};
}

Result<void> Lockout::store(const QString& user, const State& state)
{
    return m_core.write(
        [&]() -> Result<void> {
            auto row = m_core.database().prepare(
                QStringLiteral("INSERT OR REPLACE INTO lockout (user, wrong, served, boot, tick, at) VALUES "
                               "(?, ?, ?, ?, ?, ?)"));
            if (!row)
                return tl::unexpected(row.error());
            return row->bind(user)
                .bind(qint64(state.wrong))
                .bind(state.served)
                .bind(state.boot)
                .bind(state.tick)
                .bind(m_core.clock().utcMs())
                .run();
        },
        LedgerCore::Purpose::Housekeeping);
}

Result<void> Lockout::beginTry(const QString& user)
{
    auto state = load(user);
    if (!state)
        return tl::unexpected(state.error());
    const QString boot = m_core.clock().bootId();
    const qint64 tick = m_core.clock().monotonicMs();
    if (state->wrong >= kTries) {
        // In another run of the machine at least the time since its start has passed.
        state->served +=
            state->boot == boot ? std::max<qint64>(0, tick - state->tick) : std::max<qint64>(0, tick);
        state->boot = boot;
        state->tick = tick;
        if (state->served < kLockMs) {
            if (auto stored = store(user, *state); !stored)
                return stored;
            const qint64 seconds = (kLockMs - state->served + 999) / 1000;
            return fail(ErrorCode::PasswordLocked, QStringLiteral("too many wrong passwords"),
                        QString::number(seconds));
        }
        *state = State{};
    }
    ++state->wrong;
    state->boot = boot;
    state->tick = tick;
    return store(user, *state);
}

Result<void> Lockout::succeeded(const QString& user)
{
    return m_core.write(
        [&]() -> Result<void> {
            auto row = m_core.database().prepare(QStringLiteral("DELETE FROM lockout WHERE user = ?"));
            if (!row)
                return tl::unexpected(row.error());
            return row->bind(user).run();
        },
        LedgerCore::Purpose::Housekeeping);
}

} // namespace ow::ledger
