// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/uscc.h"

#include "domain/divisiontable.h"
#include "domain/identifierfault.h"
#include "domain/identifiertext.h"

#include <algorithm>
#include <array>

namespace ow::domain {

namespace {

constexpr qsizetype kLength = 18;
constexpr qsizetype kOldLength = 15;
constexpr int kWholeCountry = 10; // 100000: registered by a body of the state
constexpr QStringView kAlphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr QStringView kAuthorities = u"123456789ANY";
constexpr std::array<int, 17> kWeights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

bool hasStrangeCharacter(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return !kAlphabet.contains(c); });
}

QChar checkCharacter(QStringView text)
{
    qsizetype sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += kAlphabet.indexOf(text.at(static_cast<qsizetype>(i))) * kWeights[i];
    return kAlphabet.at((31 - sum % 31) % 31);
}

} // namespace

Result<CreditCode> CreditCode::parse(QStringView typed)
{
    const QString text = identifierText(typed);
    if (text.isEmpty())
        return failIdentifier(IdentifierFault::Empty);
    if (text.size() == kOldLength && allAsciiDigits(text))
        return failIdentifier(IdentifierFault::UsccOldNumber);
    if (text.size() != kLength)
        return failIdentifier(IdentifierFault::UsccLength);
    if (hasStrangeCharacter(text))
        return failIdentifier(IdentifierFault::UsccCharacter);
    if (!kAuthorities.contains(text.front()))
        return failIdentifier(IdentifierFault::UsccAuthority);
    const QStringView region = QStringView(text).mid(2, 6);
    const int province = region.left(2).toInt();
    if (!allAsciiDigits(region) || (province != kWholeCountry && provinceByCode(province) == nullptr))
        return failIdentifier(IdentifierFault::UsccRegion);
    if (checkCharacter(text) != text.back())
        return failIdentifier(IdentifierFault::UsccCheckCharacter);
    return CreditCode(text);
}

QString CreditCode::masked() const
{
    return maskedMiddle(text(), 6, 4);
}

} // namespace ow::domain
