// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identifieriso7064.h"

#include "domain/identifiertext.h"

namespace ow::domain {

std::optional<QChar> iso7064Mod11Radix2(QStringView digits)
{
    if (!allAsciiDigits(digits))
        return std::nullopt;
    int sum = 0;
    for (const QChar c : digits)
        sum = (sum + c.digitValue()) * 2 % 11;
    const int check = (12 - sum) % 11;
    return check == 10 ? QChar(u'X') : QChar(static_cast<char16_t>(u'0' + check));
}

std::optional<QChar> iso7064Mod37Mod36(QStringView text)
{
    if (text.isEmpty())
        return std::nullopt;
    int product = 36;
    for (const QChar c : text) {
        if (!isAsciiDigit(c) && !isAsciiCapital(c))
            return std::nullopt;
        const int value = isAsciiDigit(c) ? c.digitValue() : c.unicode() - u'A' + 10;
        const int sum = (product + value) % 36;
        product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    const int check = (37 - product) % 36;
    return QChar(static_cast<char16_t>(check < 10 ? u'0' + check : u'A' + check - 10));
}

} // namespace ow::domain
