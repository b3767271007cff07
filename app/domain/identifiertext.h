// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace ow::domain {

/// What was typed or scanned, as the standards write it: full-width letters, digits and signs of an IME made
/// half-width, ASCII letters raised, all spaces and invisible characters taken out (numbers copied from chats
/// carry them). Longer texts are cut at kMaxIdentifierLength + 1, so that their length is still seen to be
/// wrong.
[[nodiscard]] QString identifierText(QStringView typed);
inline constexpr qsizetype kMaxIdentifierLength = 64;

/// One character made half-width (U+FF01…U+FF5E, U+3000); any other as it is.
[[nodiscard]] QChar halfWidth(QChar c);

/// `text` with all but the first `head` and last `tail` characters as asterisks; all of them when it is too
/// short.
[[nodiscard]] QString maskedMiddle(const QString& text, qsizetype head, qsizetype tail);

[[nodiscard]] constexpr bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

[[nodiscard]] constexpr bool isAsciiCapital(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

[[nodiscard]] bool allAsciiDigits(QStringView text); ///< false for an empty text

} // namespace ow::domain
