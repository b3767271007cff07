// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/vin.h"

#include "domain/identifierfault.h"
#include "domain/identifiertext.h"

#include <algorithm>
#include <array>

namespace ow::domain {

namespace {

constexpr std::array<int, 17> kWeights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
constexpr qsizetype kLength = static_cast<qsizetype>(kWeights.size());
constexpr qsizetype kCheckPlace = 8; // the ninth

/// What ISO 3779 counts a character as, A…Z; 0 for I, O and Q, which it does not have.
constexpr std::array<int, 26> kLetterValues{1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4,
                                            5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};

bool isPlace(QChar c)
{
    return isAsciiDigit(c) || (isAsciiCapital(c) && c != u'I' && c != u'O' && c != u'Q');
}

QChar checkDigit(QStringView text)
{
    int sum = 0;
    for (qsizetype i = 0; i < kLength; ++i) {
        const QChar c = text.at(i);
        const int value =
            isAsciiDigit(c) ? c.digitValue() : kLetterValues[static_cast<std::size_t>(c.unicode() - u'A')];
        sum += value * kWeights[static_cast<std::size_t>(i)];
    }
    const int rest = sum % 11;
    return rest == 10 ? QChar(u'X') : QChar(static_cast<char16_t>(u'0' + rest));
}

} // namespace

Result<Vin> Vin::parse(QStringView typed)
{
    const QString text = identifierText(typed);
    if (text.isEmpty())
        return failIdentifier(IdentifierFault::Empty);
    if (text.size() != kLength)
        return failIdentifier(IdentifierFault::VinLength);
    if (!std::all_of(text.begin(), text.end(), isPlace))
        return failIdentifier(IdentifierFault::VinCharacter);
    return Vin(text, checkDigit(text) != text.at(kCheckPlace));
}

QString Vin::masked() const
{
    return maskedMiddle(text(), 3, 4);
}

} // namespace ow::domain
