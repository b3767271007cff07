// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock.h"

#include <atomic>

namespace ow::test {

/// A clock that moves only when a test says so. Thread-safe, as Clock asks; the boot is changed by one
/// thread.
class ManualClock final : public domain::Clock
{
public:
    /// 2026-11-23 09:00 in the hall, a Monday.
    static constexpr qint64 kMondayMorning = 1'795'395'600'000;

    explicit ManualClock(qint64 utcMs = kMondayMorning)
        : m_utcMs(utcMs)
    {
    }

    [[nodiscard]] qint64 utcMs() const override { return m_utcMs; }

    [[nodiscard]] qint64 monotonicMs() const override { return m_monotonicMs; }

    [[nodiscard]] QString bootId() const override { return m_bootId; }

    /// Time goes by: both clocks move.
    void advance(qint64 ms)
    {
        m_utcMs += ms;
        m_monotonicMs += ms;
    }

    /// Somebody sets the wall clock: only that one moves.
    void setUtcMs(qint64 utcMs) { m_utcMs = utcMs; }

    /// The PC is started anew: the monotonic clock begins again.
    void reboot(const QString& bootId)
    {
        m_bootId = bootId;
        m_monotonicMs = 0;
    }

private:
    std::atomic<qint64> m_utcMs;
    std::atomic<qint64> m_monotonicMs{1000};
    QString m_bootId = QStringLiteral("00000000-0000-4000-8000-000000000001");
};

} // namespace ow::test
