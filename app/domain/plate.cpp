// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/plate.h"

#include "domain/divisiontable.h"
#include "domain/identifierfault.h"
#include "domain/identifiertext.h"

#include <algorithm>
#include <optional>

namespace ow::domain {

namespace {

constexpr qsizetype kOrdinaryLength = 7;
constexpr qsizetype kNewEnergyLength = 8;

bool isLetter(QChar c)
{
    return isAsciiCapital(c) && c != u'I' && c != u'O';
}

bool isPlace(QChar c)
{
    return isAsciiDigit(c) || isLetter(c);
}

bool allPlaces(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isPlace);
}

QString withoutSeparators(QString text)
{
    return text.removeIf(
        [](QChar c) { return QStringView(u"\u00B7\u2022\u2027\u30FB\uFF65.-").contains(c); });
}

/// GA 36-2018: A to E pure electric, F to K other; small vehicles have it before the serial, large ones after
/// it.
bool isNewEnergySerial(QStringView six)
{
    const auto marks = [](QChar c) { return c >= u'A' && c <= u'K' && isLetter(c); };
    const bool small = marks(six.front()) && isPlace(six.at(1)) && allAsciiDigits(six.mid(2));
    const bool large = marks(six.back()) && allAsciiDigits(six.chopped(1));
    return small || large;
}

std::optional<PlateNumber::Kind> kindOfEnding(const QString& text)
{
    using enum PlateNumber::Kind;
    const bool guangdongZ = text.startsWith(u"粤Z");
    switch (text.back().unicode()) {
    case u'挂':
        return Trailer;
    case u'学':
        return Driving;
    case u'警':
        return Police;
    case u'领':
        return Consulate;
    case u'港':
        return guangdongZ ? std::optional(HongKong) : std::nullopt;
    case u'澳':
        return guangdongZ ? std::optional(Macao) : std::nullopt;
    default:
        return text.back().unicode() < 0x80 ? std::optional(Ordinary) : std::nullopt;
    }
}

bool isEmbassy(QStringView text)
{
    return text.size() == kOrdinaryLength && ((text.front() == u'使' && allAsciiDigits(text.mid(1))) ||
                                              (text.back() == u'使' && allAsciiDigits(text.chopped(1))));
}

/// The number of a temporary plate without its mark: 临甘A12345, 甘A12345临, 甘A1234超. Empty for all others.
QStringView withoutTemporaryMark(QStringView text)
{
    if (text.front() == u'临') {
        return text.mid(1);
    }
    return QStringView(u"临超试").contains(text.back()) ? text.chopped(1) : QStringView();
}

/// Their serials are printed in several ways: only province, letter and the kind of characters are sure.
bool isTemporary(QStringView number)
{
    return (number.size() == kOrdinaryLength || number.size() == kOrdinaryLength - 1) &&
           provinceByPlate(number.front()) != nullptr && isLetter(number.at(1)) && allPlaces(number.mid(2));
}

} // namespace

Result<PlateNumber> PlateNumber::parse(QStringView typed)
{
    const QString text = withoutSeparators(identifierText(typed));
    if (text.isEmpty())
        return failIdentifier(IdentifierFault::Empty);
    if (isEmbassy(text))
        return PlateNumber(text, Kind::Embassy);
    if (isTemporary(withoutTemporaryMark(text)))
        return PlateNumber(text, Kind::Temporary);
    if (text.size() != kOrdinaryLength && text.size() != kNewEnergyLength)
        return failIdentifier(IdentifierFault::PlateLength);
    if (provinceByPlate(text.front()) == nullptr)
        return failIdentifier(IdentifierFault::PlateProvince);
    // 甘O belongs to the police alone
    if (!isLetter(text.at(1)) && !(text.at(1) == u'O' && text.endsWith(u'警')))
        return failIdentifier(IdentifierFault::PlateLetter);
    const QStringView serial = QStringView(text).mid(2);
    if (text.size() == kNewEnergyLength) {
        if (!isNewEnergySerial(serial))
            return failIdentifier(IdentifierFault::PlateNewEnergy);
        return PlateNumber(text, Kind::NewEnergy);
    }
    const auto kind = kindOfEnding(text);
    if (!kind)
        return failIdentifier(IdentifierFault::PlateEnding);
    if (!allPlaces(*kind == Kind::Ordinary ? serial : serial.chopped(1)))
        return failIdentifier(IdentifierFault::PlateCharacter);
    return PlateNumber(text, *kind);
}

QString PlateNumber::masked() const
{
    return maskedMiddle(text(), 2, 2);
}

} // namespace ow::domain
