// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "papers/sheet.h"

#include <functional>
#include <vector>

namespace ow::papers {

/// A horizontal strip of a paper that is never cut: a line of text, a table row, the place of the seal.
struct Strip
{
    double height = 0;
    double before = 0;         ///< space above, dropped at the head of a sheet
    bool keepWithNext = false; ///< stands on one sheet with the strip after it
    bool atFoot = false;       ///< sinks to the foot of its sheet

    struct Spot
    {
        double y = 0;       ///< of its upper edge
        bool first = false; ///< on its sheet
        bool last = false;
    };

    std::function<void(std::vector<Piece>&, const Spot&)> paint;
};

/// Deals strips out to sheets between `top` and `bottom` (mm). Chains of keepWithNext stay together unless
/// they are taller than a sheet; then they part, because nothing may be lost.
[[nodiscard]] std::vector<Sheet> flow(const std::vector<Strip>& strips, double top, double bottom);

} // namespace ow::papers
