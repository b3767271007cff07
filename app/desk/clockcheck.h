// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

namespace ow::ledger {
class Ledger;
}

namespace ow::desk {

/// A clock nobody should give a number by without having looked at it (design: the legal day comes from one
/// clock).
enum class ClockDoubt {
    None,
    BeforeLastEntry, ///< earlier than what the ledger has already recorded
    BeforeBuild,     ///< earlier than this program was made
    OffCentre,       ///< more than two minutes from the centre's clock when that was last known
};

/// On the ledger thread.
[[nodiscard]] ClockDoubt clockDoubt(const ledger::Ledger& ledger, qint64 nowMs);

/// ClockDoubtful with the doubt in `field`, or nothing.
[[nodiscard]] domain::Result<void> checkClock(const ledger::Ledger& ledger, qint64 nowMs);

} // namespace ow::desk
