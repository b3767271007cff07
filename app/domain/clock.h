// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace ow::domain {

/// The one way the program learns the time. Injected everywhere, so that tests can hold it still and a
/// doubtful clock can be told from a good one. Implementations may be called from any thread.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    /// Milliseconds since 1970-01-01T00:00Z as the machine has it. May jump when somebody sets the clock.
    [[nodiscard]] virtual qint64 utcMs() const = 0;

    /// Milliseconds that only grow within one boot, time asleep included. Comparable only under the same
    /// bootId().
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;

    /// Names the boot that monotonicMs() counts from; empty where the system cannot tell.
    [[nodiscard]] virtual QString bootId() const = 0;
};

} // namespace ow::domain
