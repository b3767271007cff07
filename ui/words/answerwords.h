// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/preflight.h"

#include <QString>

namespace ow::ui {

/// The verb of an answer, as the primary action and the menus carry it.
[[nodiscard]] QString answerVerb(domain::Answer answer);

} // namespace ow::ui
