// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duedate.h"

#include <algorithm>

namespace ow::domain {

namespace {

constexpr int kLongestPauseDays = 3660; // a pause that long is a mistyped year, not a pause

bool stands(const ClockPause& pause, QDate day)
{
    return day >= pause.pausedOn && (!pause.resumedOn || day < *pause.resumedOn);
}

} // namespace

DueDate noticeLatest(QDate receivedOn, const WorkCalendar& calendar, int days)
{
    return calendar.addWorkdays(receivedOn, days);
}

DeemedAcceptance deemedAcceptance(QDate receivedOn, const WorkCalendar& calendar, int days)
{
    const DueDate latest = noticeLatest(receivedOn, calendar, days);
    if (!latest.date.isValid())
        return {};
    return {receivedOn, latest.date.addDays(1), latest.certain};
}

DueDate limitDue(QDate acceptedOn, int limitDays, const WorkCalendar& calendar)
{
    return calendar.addWorkdays(acceptedOn, limitDays);
}

DueDate extendedDue(QDate acceptedOn, int limitDays, int extensionDays, const WorkCalendar& calendar)
{
    if (limitDays < 0 || extensionDays < 0 || limitDays > WorkCalendar::kMaxWorkdays - extensionDays)
        return {};
    return calendar.addWorkdays(acceptedOn, limitDays + extensionDays);
}

std::optional<DueDate> limitDueWithPauses(QDate acceptedOn, int limitDays, std::span<const ClockPause> pauses,
                                          const WorkCalendar& calendar)
{
    const DueDate unpaused = calendar.addWorkdays(acceptedOn, limitDays);
    if (!unpaused.date.isValid() || limitDays == 0)
        return unpaused;
    QDate day = acceptedOn;
    const QDate horizon = unpaused.date.addDays(kLongestPauseDays);
    for (int counted = 0; counted < limitDays;) {
        day = day.addDays(1);
        const auto pause = std::find_if(pauses.begin(), pauses.end(),
                                        [&](const ClockPause& candidate) { return stands(candidate, day); });
        if (pause == pauses.end())
            counted += calendar.isWorkday(day) ? 1 : 0;
        else if (!pause->resumedOn || *pause->resumedOn > horizon)
            return std::nullopt;
    }
    return DueDate{day, calendar.workdaysBetween(acceptedOn, day).certain};
}

DueDate issueDue(QDate decidedOn, const WorkCalendar& calendar, int days)
{
    return calendar.addWorkdays(decidedOn, days);
}

} // namespace ow::domain
