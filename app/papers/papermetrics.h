// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "papers/sheet.h"

/// Measures of the A4 papers that the parts of the layout share.
namespace ow::papers::metrics {

// Millimetres. Margins and sizes of the look (25/26 mm, 12 pt serif); 1 pt = 25.4/72 mm.
inline constexpr double kPoint = 25.4 / 72.0;
inline constexpr double kLeft = 26.0;
inline constexpr double kRight = Sheet::kWidth - 26.0;
inline constexpr double kTop = 25.0;
inline constexpr double kBottom = Sheet::kHeight - 25.0;
inline constexpr double kMeasure = kRight - kLeft;

inline constexpr double kBody = 12 * kPoint;
inline constexpr double kBodyLine = 20.5 * kPoint;
inline constexpr double kSmall = 10.5 * kPoint;
inline constexpr double kSmallLine = 18 * kPoint;

/// Where the baseline lies in a line box: Chinese glyphs stand in the middle of it.
[[nodiscard]] inline double baseline(double top, double lineHeight, double size)
{
    return top + lineHeight / 2 + 0.37 * size;
}

} // namespace ow::papers::metrics
