// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <memory>

class QWidget;

namespace ow::ui::tests {

/// One theme for all tests of the process, put back to light and 100 %.
[[nodiscard]] Theme& theme();
void setTheme(ThemeId id, int percent);

/// Shows and activates a page and waits until it has the focus to give.
void show(QWidget& page, QSize size = {1366, 768});

} // namespace ow::ui::tests
