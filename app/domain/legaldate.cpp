// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/legaldate.h"

namespace ow::domain {

namespace {

constexpr qint64 kDayMs = qint64{24} * 60 * 60 * 1000;
constexpr qint64 kOffsetMs = qint64{kLegalOffsetSeconds} * 1000;
constexpr qint64 kEpochJulianDay = 2440588; // 1970-01-01

} // namespace

QDate legalDay(qint64 utcMs)
{
    // Split before adding the offset, so that no instant can overflow.
    qint64 day = utcMs / kDayMs;
    qint64 rest = utcMs % kDayMs;
    if (rest < 0) {
        rest += kDayMs;
        --day;
    }
    if (rest + kOffsetMs >= kDayMs)
        ++day;
    return QDate::fromJulianDay(kEpochJulianDay + day);
}

qint64 legalDayStartMs(QDate day)
{
    if (!day.isValid())
        return 0;
    return (day.toJulianDay() - kEpochJulianDay) * kDayMs - kOffsetMs;
}

QDateTime legalTime(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, kLegalOffsetSeconds);
}

} // namespace ow::domain
