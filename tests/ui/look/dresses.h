// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/shellkit.h"

#include <functional>

namespace ow::ui::tests {

/// The Chinese words of the program while it lives; with OW_LOOK_WORDS set, a file of words that are not
/// merged yet on top of them.
struct Words
{
    Words();
    ~Words(); ///< the next test in the process asks for the words of the sources again
    Q_DISABLE_COPY_MOVE(Words)
};

/// Shows `scene` in the window of the kit at two sizes, in three themes, at 100 and 150 % of type, and
/// demands that the check of the look finds nothing in any. With OW_LOOK set to a folder, a picture of each
/// is left there for people, named NAME-THEME-PERCENT-WIDTH.png.
void demandInEveryDress(
    ShellKit& kit, const QString& name, const std::function<void()>& scene = [] {});

} // namespace ow::ui::tests
