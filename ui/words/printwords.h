// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/printdesk.h"
#include "ui/theme/token.h"

#include <QString>

namespace ow::ui {

/// Where a job stands, in a sentence with what to do.
struct PrintWord
{
    Tone tone = Tone::Info;
    QString sentence = {};
};

[[nodiscard]] PrintWord printWord(const desk::PrintProgress& progress);
/// "No paper": why a printer does not print. Empty for None.
[[nodiscard]] QString troubleWord(desk::PrinterTrouble trouble);

} // namespace ow::ui
