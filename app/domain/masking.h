// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ow::domain {

/// What stands in a list instead of a person (个人信息保护法 Art. 6: no more than the purpose needs). A mask
/// keeps the length, so that who is told the whole can see whether it fits: fitsMask().

/// "620************123X": first three and last four stay; shorter ones are all stars.
[[nodiscard]] QString maskedNumber(const QString& number);
/// "王*明", "李*": first and last character stay, of two the first.
[[nodiscard]] QString maskedName(const QString& name);
/// Whether `text` could be what was masked: same length, same where there is no star. Letters of either case.
[[nodiscard]] bool fitsMask(const QString& text, const QString& mask);

} // namespace ow::domain
