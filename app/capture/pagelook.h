// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ow::capture {

/// What a page looks like to the helper: suggestions, never more. A person takes them or leaves them.
struct PageLook
{
    int skew = 0;           ///< hundredths of a degree to turn clockwise so that its lines are level
    int skewConfidence = 0; ///< tenths; of rows of text 30 and more is sure
    bool blank = false;     ///< next to no ink on it

    /// Worth telling: sure enough, and more than an eye forgives.
    [[nodiscard]] bool suggestsLevelling() const
    {
        constexpr int kSure = 30;
        constexpr int kVisible = 30;
        constexpr int kMost = 1500;
        return !blank && skewConfidence >= kSure && (skew >= kVisible || skew <= -kVisible) &&
               skew <= kMost && skew >= -kMost;
    }

    friend bool operator==(const PageLook&, const PageLook&) = default;
};

} // namespace ow::capture
