// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock.h"

namespace ow::domain {

/// The machine's own clock. Made once in each composition root. Thread-safe: immutable after construction.
class SystemClock final : public Clock
{
public:
    SystemClock();

    [[nodiscard]] qint64 utcMs() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
    [[nodiscard]] QString bootId() const override;

private:
    QString m_bootId;
};

} // namespace ow::domain
