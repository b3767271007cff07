// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <vector>

namespace ow::domain {

/// A day reckoned in working days. Not certain = the count ran over days no State Council notice has been
/// read for yet; people see 待日历更新 beside it.
struct DueDate
{
    QDate date;
    bool certain = false;
    friend bool operator==(const DueDate&, const DueDate&) = default;
};

/// A number of working days, with the same reservation.
struct WorkdayCount
{
    qint64 days = 0;
    bool certain = false;
    friend bool operator==(const WorkdayCount&, const WorkdayCount&) = default;
};

/// Which days are working days (行政许可法 Art. 82: periods count in working days, statutory holidays left
/// out). A value, immutable after reading; thread-safe. Days outside the covered years are Monday to Friday.
class WorkCalendar
{
public:
    /// Covers no year: Monday to Friday, never certain.
    WorkCalendar() = default;

    /// Reads the form of resources/calendar/holidays.json. CalendarInvalid names the place and the fault: not
    /// the form, more than 256 KiB, years with a gap or none, a day twice or outside the years, a make-up
    /// workday that is not a Saturday or Sunday, a year without any holiday.
    [[nodiscard]] static Result<WorkCalendar> read(const QByteArray& json);

    /// Grows with each issue; 0 for a calendar that covers nothing.
    [[nodiscard]] int version() const { return m_version; }

    [[nodiscard]] int firstYear() const { return m_firstYear; } ///< 0 when no year is covered

    [[nodiscard]] int lastYear() const { return m_lastYear; }

    [[nodiscard]] bool covers(QDate date) const;

    /// False for an invalid date.
    [[nodiscard]] bool isWorkday(QDate date) const;

    /// What the notice calls a holiday or make-up workday (春节), empty for any other day.
    [[nodiscard]] QString name(QDate date) const;

    /// The workday on which a period of `workdays` ends; the day it starts from is not counted (so Art. 32
    /// and 42 count from the day after receipt or acceptance). 0 gives `from` itself, a workday or not. An
    /// invalid date for an invalid `from`, a negative count or one above kMaxWorkdays.
    [[nodiscard]] DueDate addWorkdays(QDate from, int workdays) const;
    static constexpr int kMaxWorkdays = 2600; ///< about ten years; no legal period is near it

    /// Workdays after `from` up to and including `to`; negative when `to` lies before. Inverse of
    /// addWorkdays. Zero and not certain for invalid dates.
    [[nodiscard]] WorkdayCount workdaysBetween(QDate from, QDate to) const;

private:
    struct Special
    {
        QDate date;
        bool workday = false;
        int sum = 0; ///< workdays gained less lost against Monday–Friday, up to and including this day
        QString name;
    };

    [[nodiscard]] const Special* special(QDate date) const;
    [[nodiscard]] qint64 workdaysUpTo(QDate date) const;
    [[nodiscard]] bool certain(QDate after, QDate upTo) const;

    int m_version = 0;
    int m_firstYear = 0;
    int m_lastYear = 0;
    std::vector<Special> m_special; ///< by date

    friend class WorkCalendarReader;
};

} // namespace ow::domain
