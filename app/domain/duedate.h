// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/workcalendar.h"

#include <QDate>

#include <optional>
#include <span>

namespace ow::domain {

/// The periods of the 行政许可法 in working days (Art. 82). Guides and regimes carry their own figures; these
/// are what they default to and are checked against.
inline constexpr int kAnswerDays = 5;             ///< Art. 32(4): to say once what is missing
inline constexpr int kDecisionDays = 20;          ///< Art. 42: to decide
inline constexpr int kDecisionExtensionDays = 10; ///< Art. 42: once, with the head's approval
inline constexpr int kJointDecisionDays = 45;     ///< Art. 42: several bodies together
inline constexpr int kJointExtensionDays = 15;    ///< Art. 42: once, with the government head's approval
inline constexpr int kFirstReviewDays = 20;       ///< Art. 43: a lower body that reviews first
inline constexpr int kIssueDays = 10;             ///< Art. 44: to hand over the licence after the decision

/// Art. 32(4): the last day on which the one notice of everything missing may be given. The day of receipt is
/// not counted. `days` is the regime's; by default the law's five.
[[nodiscard]] DueDate noticeLatest(QDate receivedOn, const WorkCalendar& calendar, int days = kAnswerDays);

/// Art. 32(4), last clause: no notice in time, and the application counts as accepted from the day of
/// receipt.
struct DeemedAcceptance
{
    QDate acceptedOn;     ///< the day of receipt itself; limits run from here
    QDate effectiveFrom;  ///< the first day on which that is so: the one after the last day for the notice
    bool certain = false; ///< of `effectiveFrom`

    [[nodiscard]] bool inForce(QDate today) const
    {
        return effectiveFrom.isValid() && today >= effectiveFrom;
    }

    friend bool operator==(const DeemedAcceptance&, const DeemedAcceptance&) = default;
};

[[nodiscard]] DeemedAcceptance deemedAcceptance(QDate receivedOn, const WorkCalendar& calendar,
                                                int days = kAnswerDays);

/// Art. 42 and 43, and promised limits: the last day for the decision, `limitDays` working days after
/// acceptance (Art. 82; the day of acceptance is not counted). 0 = on the spot, the day of acceptance itself.
[[nodiscard]] DueDate limitDue(QDate acceptedOn, int limitDays, const WorkCalendar& calendar);

/// Art. 42: the last day after an extension; limit and extension run as one period from acceptance.
[[nodiscard]] DueDate extendedDue(QDate acceptedOn, int limitDays, int extensionDays,
                                  const WorkCalendar& calendar);

/// Art. 45: time for a hearing, tender, test or expert review. The clock stands from the first day of the
/// pause and runs again on the day work goes on, which counts. `resumedOn` empty = still standing.
struct ClockPause
{
    QDate pausedOn;
    std::optional<QDate> resumedOn;
};

/// Art. 42 with Art. 45: as limitDue, leaving out the days of the pauses (in any order, may overlap). Nothing
/// while a pause that began before the limit ran out still stands: then there is no date to print.
[[nodiscard]] std::optional<DueDate> limitDueWithPauses(QDate acceptedOn, int limitDays,
                                                        std::span<const ClockPause> pauses,
                                                        const WorkCalendar& calendar);

/// Art. 44: the last day for handing over what was granted, ten working days after the decision.
[[nodiscard]] DueDate issueDue(QDate decidedOn, const WorkCalendar& calendar, int days = kIssueDays);

} // namespace ow::domain
