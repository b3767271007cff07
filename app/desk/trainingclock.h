// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock.h"

#include <atomic>

namespace ow::desk {

/// The clock of a workplace: the machine's own, but for the minutes in which a training ledger is filled with
/// sample cases of earlier days. Any thread.
class TrainingClock final : public domain::Clock
{
public:
    /// `real` outlives this.
    explicit TrainingClock(const domain::Clock& real)
        : m_real(real)
    {
    }

    [[nodiscard]] qint64 utcMs() const override { return m_real.utcMs() - m_backMs; }

    [[nodiscard]] qint64 monotonicMs() const override { return m_real.monotonicMs(); }

    [[nodiscard]] QString bootId() const override { return m_real.bootId(); }

    [[nodiscard]] qint64 realMs() const { return m_real.utcMs(); }

    void setBack(qint64 ms) { m_backMs = ms; }

private:
    const domain::Clock& m_real;
    std::atomic<qint64> m_backMs = 0;
};

} // namespace ow::desk
