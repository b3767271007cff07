// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace ow::ui {

/// A day as the screen has it: "12-03 周四". Empty for an invalid date.
[[nodiscard]] QString dayWord(QDate day);

} // namespace ow::ui
