// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/idnumber.h"

#include "domain/divisiontable.h"
#include "domain/identifierfault.h"
#include "domain/identifieriso7064.h"
#include "domain/identifiertext.h"
#include "domain/legaldate.h"
#include "domain/systemclock.h"

#include <optional>

namespace ow::domain {

namespace {

constexpr qsizetype kLength = 18;
constexpr qsizetype kOldLength = 15;
constexpr int kGansu = 62;
constexpr int kFirstSpecialRegion = 71; // Taiwan, Hong Kong, Macao: their codes head no citizen's number

std::optional<IdNumber::Holder> holderOf(QStringView region)
{
    using enum IdNumber::Holder;
    if (region == u"810000" || region == u"820000" || region == u"830000")
        return HongKongMacaoTaiwanResident;
    const bool foreign = region.startsWith(u'9');
    const int province = region.mid(foreign ? 1 : 0, 2).toInt();
    if (province >= kFirstSpecialRegion || provinceByCode(province) == nullptr)
        return std::nullopt;
    if (foreign)
        return region.endsWith(u"000") ? std::nullopt : std::optional(ForeignResident);
    if (province != kGansu)
        return Citizen;
    const DivisionRow* row = gansuDivision(region.toInt());
    if (row == nullptr || row->status == DivisionStatus::Statistical)
        return std::nullopt;
    return Citizen;
}

std::optional<IdentifierFault> faultOfForm(const QString& text)
{
    if (text.isEmpty())
        return IdentifierFault::Empty;
    if (text.size() == kOldLength && allAsciiDigits(text))
        return IdentifierFault::IdOldNumber;
    if (text.size() != kLength)
        return IdentifierFault::IdLength;
    if (!allAsciiDigits(QStringView(text).chopped(1)) || (!isAsciiDigit(text.back()) && text.back() != u'X'))
        return IdentifierFault::IdCharacter;
    return std::nullopt;
}

} // namespace

IdNumber::IdNumber(QString text, QDate birthDate, Holder holder)
    : Identifier(std::move(text))
    , m_birthDate(birthDate)
    , m_holder(holder)
{
}

Result<IdNumber> IdNumber::parse(QStringView typed)
{
    return parse(typed, legalDay(SystemClock().utcMs()));
}

Result<IdNumber> IdNumber::parse(QStringView typed, QDate today)
{
    const QString text = identifierText(typed);
    if (const auto fault = faultOfForm(text))
        return failIdentifier(*fault);
    const QStringView view(text);
    const auto holder = holderOf(view.left(6));
    if (!holder)
        return failIdentifier(IdentifierFault::IdRegion);
    const QDate born(view.mid(6, 4).toInt(), view.mid(10, 2).toInt(), view.mid(12, 2).toInt());
    if (!born.isValid())
        return failIdentifier(IdentifierFault::IdDate);
    if (born.year() < 1900)
        return failIdentifier(IdentifierFault::IdBefore1900);
    if (born > today)
        return failIdentifier(IdentifierFault::IdFuture);
    if (iso7064Mod11Radix2(view.chopped(1)) != text.back())
        return failIdentifier(IdentifierFault::IdCheckDigit);
    return IdNumber(text, born, *holder);
}

QString IdNumber::masked() const
{
    return maskedMiddle(text(), 6, 4);
}

bool IdNumber::isFemale() const
{
    return text().at(16).digitValue() % 2 == 0;
}

} // namespace ow::domain
