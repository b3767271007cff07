// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/casenumber.h"

#include "domain/identifierfault.h"
#include "domain/identifieriso7064.h"
#include "domain/identifiertext.h"

#include <QRegularExpression>

namespace ow::domain {

namespace {

constexpr int kSerialWidth = 4;
constexpr int kMaxSerial = 999'999'999;
constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2999;

bool matches(QStringView text, const QRegularExpression& form)
{
    return form.match(text).hasMatch();
}

/// A hall that begins YL would make its numbers read as training numbers.
bool isHall(QStringView hall)
{
    static const QRegularExpression form(QStringLiteral("\\A(?!YL)[A-Z]{2}(\\d{2}){1,3}\\z"));
    return hall == kTrainingHall || matches(hall, form);
}

bool isStation(QStringView station)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Z]\\d{2}[A-Z]?\\z"));
    return matches(station, form);
}

QString withoutCheck(const CaseNumber& number, QStringView separator)
{
    const QString serial = QString::number(number.serial()).rightJustified(kSerialWidth, u'0');
    const QString day = number.day().toString(u"yyyyMMdd");
    return number.hall() + separator + number.station() + separator + day + separator + serial;
}

} // namespace

CaseNumber::CaseNumber(QString hall, QString station, QDate day, int serial)
    : m_hall(std::move(hall))
    , m_station(std::move(station))
    , m_day(day)
    , m_serial(serial)
{
}

Result<CaseNumber> CaseNumber::make(QStringView hall, QStringView station, QDate legalDay, int serial)
{
    if (!isHall(hall) || !isStation(station))
        return failIdentifier(IdentifierFault::CaseNumberForm);
    if (!legalDay.isValid() || legalDay.year() < kFirstYear || legalDay.year() > kLastYear)
        return failIdentifier(IdentifierFault::CaseNumberDay);
    if (serial < 1 || serial > kMaxSerial)
        return failIdentifier(IdentifierFault::CaseNumberSerial);
    return CaseNumber(hall.toString(), station.toString(), legalDay, serial);
}

Result<CaseNumber> CaseNumber::parse(QStringView typed)
{
    // Without hyphens the parts can still be told apart: a station begins with a letter, a day has eight
    // digits, and the check character is the last one.
    static const QRegularExpression form(QStringLiteral(
        "\\A([A-Z]{2}(?:\\d{2}){0,3})-?([A-Z]\\d{2}[A-Z]?)-?(\\d{8})-?(\\d{4,9})-?([0-9A-Z])\\z"));
    const auto match = form.match(identifierText(typed));
    if (!match.hasMatch())
        return failIdentifier(IdentifierFault::CaseNumberForm);
    const QStringView serial = match.capturedView(4);
    if (serial.size() > kSerialWidth && serial.startsWith(u'0'))
        return failIdentifier(IdentifierFault::CaseNumberSerial);
    const QStringView day = match.capturedView(3);
    const QDate date(day.left(4).toInt(), day.mid(4, 2).toInt(), day.mid(6, 2).toInt());
    auto number = make(match.capturedView(1), match.capturedView(2), date, serial.toInt());
    if (number && iso7064Mod37Mod36(withoutCheck(*number, {})) != match.capturedView(5).front())
        return failIdentifier(IdentifierFault::CaseNumberCheck);
    return number;
}

bool CaseNumber::isTraining() const
{
    return m_hall == kTrainingHall;
}

QString CaseNumber::format() const
{
    // Every character comes from make(), so there always is a check character.
    const QChar check = iso7064Mod37Mod36(withoutCheck(*this, {})).value_or(QChar(u'?'));
    return withoutCheck(*this, u"-") + u'-' + check;
}

} // namespace ow::domain
