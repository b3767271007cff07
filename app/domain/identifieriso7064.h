// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QStringView>

#include <optional>

namespace ow::domain {

/// The check character of ISO 7064 MOD 11-2 (0–9, X) over digits. Nothing for a text that is empty or holds
/// anything but digits.
[[nodiscard]] std::optional<QChar> iso7064Mod11Radix2(QStringView digits);

/// The check character of ISO 7064 MOD 37,36 (0–9, A–Z) over digits and capital letters. Nothing for a text
/// that is empty or holds anything else.
[[nodiscard]] std::optional<QChar> iso7064Mod37Mod36(QStringView text);

} // namespace ow::domain
