// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

#include <functional>

namespace ow::ui {

/// What the template's marks stand for.
struct StyleSheetInput
{
    std::function<QString(QStringView)> color; ///< "#1B5A8E" for a token's name, empty when there is none
    std::function<int(int)> scaled;            ///< k(n)
    int focusWidth = 2;                        ///< of the ring; 3 in high contrast
};

/// Fills theme.qss: `@name` a colour, `@focusWidth` a length, `@k(n)` a scaled length, `@k(n,-d,…)` the same
/// less d px that are not scaled, where d is a number, `f` (focus width − 1: what a focused edge is thicker
/// by) or `2f`. Fails with ErrorCode::Internal naming the first mark that means nothing.
[[nodiscard]] domain::Result<QString> fillStyleSheet(const QString& source, const StyleSheetInput& input);

} // namespace ow::ui
