// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/todaydesk.h"
#include "ui/today/queuelist.h"

#include <vector>

namespace ow::ui {

/// The queue in words: what to look at first, the normal ones, what was returned, each group under its head.
[[nodiscard]] std::vector<QueueRow> queueRows(const desk::TodayList& list);

} // namespace ow::ui
