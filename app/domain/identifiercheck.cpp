// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identifiercheck.h"

#include "domain/division.h"
#include "domain/divisiontable.h"
#include "domain/identifiertext.h"
#include "domain/idnumber.h"
#include "domain/legaldate.h"
#include "domain/mobile.h"
#include "domain/plate.h"
#include "domain/systemclock.h"
#include "domain/uscc.h"
#include "domain/vin.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace ow::domain {

namespace {

/// The normal form of a value and what is said of it: no fault, a warning, or why it has no normal form.
struct Checked
{
    QString canonical;
    std::optional<IdentifierFault> fault;
};

using Rule = Checked (*)(QStringView value, QDate today);

Checked refused(const Error& error)
{
    const auto reason = identifierReason(error);
    return {{}, reason ? reason->fault : IdentifierFault::RuleUnknown};
}

template <class T> Checked checked(const Result<T>& parsed)
{
    return parsed ? Checked{parsed->text(), {}} : refused(parsed.error());
}

Checked checkId(QStringView value, QDate today)
{
    return checked(IdNumber::parse(value, today));
}

Checked checkUscc(QStringView value, QDate)
{
    return checked(CreditCode::parse(value));
}

Checked checkMobile(QStringView value, QDate)
{
    return checked(MobileNumber::parse(value));
}

Checked checkPlate(QStringView value, QDate)
{
    const auto plate = PlateNumber::parse(value);
    Checked result = checked(plate);
    if (plate && plate->kind() == PlateNumber::Kind::Temporary)
        result.fault = IdentifierFault::PlateTemporary;
    return result;
}

Checked checkVin(QStringView value, QDate)
{
    const auto vin = Vin::parse(value);
    Checked result = checked(vin);
    if (vin && vin->checkDigitDoubtful())
        result.fault = IdentifierFault::VinCheckDigit;
    return result;
}

Checked checkDivision(QStringView value, QDate)
{
    const auto division = Division::parse(value);
    Checked result = checked(division);
    if (division && division->isHistoric())
        result.fault = IdentifierFault::DivisionHistoric;
    return result;
}

/// Which of the two was meant, when neither fits: letters before the last place mean a code; a plausible date
/// of birth means a person.
Checked checkIdOrUscc(QStringView value, QDate today)
{
    Checked person = checkId(value, today);
    if (!person.fault)
        return person;
    Checked body = checkUscc(value, today);
    if (!body.fault)
        return body;
    using enum IdentifierFault;
    if (person.fault == Empty || person.fault == IdLength || person.fault == IdOldNumber)
        return {{}, person.fault == Empty ? Empty : IdOrUsccForm};
    if (person.fault == IdCharacter)
        return body;
    if (person.fault == IdCheckDigit || person.fault == IdFuture || person.fault == IdBefore1900)
        return person;
    return {{}, IdOrUsccForm};
}

Checked matched(const QString& text, const QRegularExpression& form, IdentifierFault fault)
{
    if (text.isEmpty())
        return {{}, IdentifierFault::Empty};
    return form.match(text).hasMatch() ? Checked{text, {}} : Checked{{}, fault};
}

/// GB/T 917: G national, S provincial, X county, Y township, C village road, Z special; the three lowest may
/// have letters in the serial and the six digits of their county after it.
Checked checkRoadNumber(QStringView value, QDate)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(?:[GSZ]\\d{1,4}[A-Z]?|[XYC](?:\\d{1,4}[A-Z]?|[A-Z0-9]{3,4})(?:\\d{6})?)\\z"));
    return matched(identifierText(value), form, IdentifierFault::RoadNumberForm);
}

/// K1567+200; ramps and rebuilt lengths have letters before the K, surveys decimals after the metres.
Checked checkStake(QStringView value, QDate)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[A-Z]{0,2}K\\d{1,4}\\+\\d{3}(?:\\.\\d{1,3})?\\z"));
    return matched(identifierText(value), form, IdentifierFault::StakeForm);
}

Checked checkProjectCode(QStringView value, QDate)
{
    static const QRegularExpression form(QStringLiteral("\\A\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}\\z"));
    static const QRegularExpression dashes(QStringLiteral("[\\x{2010}-\\x{2015}\\x{2212}]"));
    Checked result = matched(identifierText(value).replace(dashes, QStringLiteral("-")), form,
                             IdentifierFault::ProjectCodeForm);
    if (!result.fault && !result.canonical.startsWith(u'2'))
        return {{}, IdentifierFault::ProjectCodeYear};
    return result;
}

Checked checkProvinces(QStringView value, QDate)
{
    constexpr qsizetype kMaxLength = 512; // all 34 by their long names, and room
    if (value.trimmed().isEmpty())
        return {{}, IdentifierFault::Empty};
    if (value.size() > kMaxLength)
        return {{}, IdentifierFault::ProvinceUnknown};
    static const QRegularExpression separators(QStringLiteral("[\\s\\x{3001}\\x{FF0C},;\\x{FF1B}/]+"));
    QStringList names;
    for (const QStringView name : value.split(separators, Qt::SkipEmptyParts)) {
        const Province* province = provinceByName(name);
        if (province == nullptr)
            return {{}, IdentifierFault::ProvinceUnknown};
        names.append(province->shortName.toString());
    }
    if (names.isEmpty())
        return {{}, IdentifierFault::ProvinceUnknown};
    names.removeDuplicates();
    return {names.join(u'、'), {}};
}

/// What mail servers take in practice: RFC 5321 lengths, a dotted domain, no quoted local parts.
Checked checkEmail(QStringView value, QDate)
{
    constexpr qsizetype kMaxAddress = 254;
    constexpr qsizetype kMaxLocal = 64;
    static const QRegularExpression form(QStringLiteral(
        "\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
        "[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]\\z"));
    const QStringView trimmed = value.trimmed();
    if (trimmed.size() > kMaxAddress)
        return {{}, IdentifierFault::EmailForm};
    QString text;
    for (const QChar c : trimmed)
        text.append(halfWidth(c));
    const QStringView local = QStringView(text).left(text.indexOf(u'@'));
    if (local.size() > kMaxLocal || local.startsWith(u'.') || local.endsWith(u'.') || local.contains(u".."))
        return {{}, IdentifierFault::EmailForm};
    return matched(text, form, IdentifierFault::EmailForm);
}

constexpr std::array<std::pair<QStringView, Rule>, 12> kRules{{
    {u"uscc", checkUscc},
    {u"id18", checkId},
    {u"id18_or_uscc", checkIdOrUscc},
    {u"mobile", checkMobile},
    {u"plate", checkPlate},
    {u"vin", checkVin},
    {u"roadno", checkRoadNumber},
    {u"stake", checkStake},
    {u"projcode", checkProjectCode},
    {u"division6", checkDivision},
    {u"province_list", checkProvinces},
    {u"email", checkEmail},
}};

Rule ruleNamed(QStringView name)
{
    const auto* found =
        std::find_if(kRules.begin(), kRules.end(), [&](const auto& rule) { return rule.first == name; });
    return found == kRules.end() ? nullptr : found->second;
}

QDate dayOrToday(QDate today)
{
    return today.isValid() ? today : legalDay(SystemClock().utcMs());
}

} // namespace

bool isIdentifierRule(QStringView rule)
{
    return ruleNamed(rule) != nullptr;
}

std::optional<IdentifierReason> checkIdentifier(QStringView rule, QStringView value, QDate today)
{
    const Rule check = ruleNamed(rule);
    if (check == nullptr)
        return identifierReason(IdentifierFault::RuleUnknown);
    const Checked result = check(value, dayOrToday(today));
    if (!result.fault)
        return std::nullopt;
    return identifierReason(*result.fault);
}

QString canonicalIdentifier(QStringView rule, QStringView value, QDate today)
{
    const Rule check = ruleNamed(rule);
    const QString canonical = check == nullptr ? QString() : check(value, dayOrToday(today)).canonical;
    return canonical.isEmpty() ? value.trimmed().toString() : canonical;
}

} // namespace ow::domain
