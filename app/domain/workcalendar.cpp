// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workcalendar.h"

#include <algorithm>

namespace ow::domain {

namespace {

bool isWeekday(QDate date)
{
    return date.dayOfWeek() <= Qt::Friday;
}

/// Mondays to Fridays up to and including `date`, from an arbitrary Monday on.
qint64 weekdaysUpTo(QDate date)
{
    const qint64 day = date.toJulianDay(); // divisible by seven on Mondays
    const qint64 weekday = ((day % 7) + 7) % 7;
    return (day - weekday) / 7 * 5 + std::min<qint64>(weekday + 1, 5);
}

} // namespace

const WorkCalendar::Special* WorkCalendar::special(QDate date) const
{
    const auto found =
        std::lower_bound(m_special.begin(), m_special.end(), date,
                         [](const Special& entry, QDate wanted) { return entry.date < wanted; });
    return found != m_special.end() && found->date == date ? &*found : nullptr;
}

bool WorkCalendar::covers(QDate date) const
{
    return date.isValid() && date.year() >= m_firstYear && date.year() <= m_lastYear;
}

bool WorkCalendar::isWorkday(QDate date) const
{
    if (!date.isValid())
        return false;
    const Special* entry = special(date);
    return entry != nullptr ? entry->workday : isWeekday(date);
}

QString WorkCalendar::name(QDate date) const
{
    const Special* entry = special(date);
    return entry != nullptr ? entry->name : QString();
}

bool WorkCalendar::certain(QDate after, QDate upTo) const
{
    return after == upTo || (covers(after.addDays(1)) && covers(upTo));
}

DueDate WorkCalendar::addWorkdays(QDate from, int workdays) const
{
    if (!from.isValid() || workdays < 0 || workdays > kMaxWorkdays)
        return {};
    QDate day = from;
    for (int counted = 0; counted < workdays;) {
        day = day.addDays(1);
        if (!day.isValid())
            return {};
        counted += isWorkday(day) ? 1 : 0;
    }
    return {day, certain(from, day)};
}

qint64 WorkCalendar::workdaysUpTo(QDate date) const
{
    const auto after =
        std::upper_bound(m_special.begin(), m_special.end(), date,
                         [](QDate wanted, const Special& entry) { return wanted < entry.date; });
    const int correction = after == m_special.begin() ? 0 : std::prev(after)->sum;
    return weekdaysUpTo(date) + correction;
}

WorkdayCount WorkCalendar::workdaysBetween(QDate from, QDate to) const
{
    if (!from.isValid() || !to.isValid())
        return {};
    return {workdaysUpTo(to) - workdaysUpTo(from), certain(std::min(from, to), std::max(from, to))};
}

} // namespace ow::domain
