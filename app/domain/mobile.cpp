// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mobile.h"

#include "domain/identifierfault.h"
#include "domain/identifiertext.h"

namespace ow::domain {

namespace {

constexpr qsizetype kLength = 11;

QString withoutCountry(QString text)
{
    text.remove(u'-');
    for (const QStringView country : {QStringView(u"+86"), QStringView(u"0086"), QStringView(u"86")}) {
        if (text.startsWith(country) && text.size() == country.size() + kLength)
            return text.mid(country.size());
    }
    return text;
}

} // namespace

Result<MobileNumber> MobileNumber::parse(QStringView typed)
{
    const QString text = withoutCountry(identifierText(typed));
    if (text.isEmpty())
        return failIdentifier(IdentifierFault::Empty);
    if (!allAsciiDigits(text))
        return failIdentifier(IdentifierFault::MobileCharacter);
    if (text.size() != kLength)
        return failIdentifier(IdentifierFault::MobileLength);
    if (text.at(0) != u'1' || text.at(1) < u'3')
        return failIdentifier(IdentifierFault::MobilePrefix);
    return MobileNumber(text);
}

QString MobileNumber::masked() const
{
    return maskedMiddle(text(), 3, 4);
}

} // namespace ow::domain
