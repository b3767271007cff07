// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/caserisk.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace ow::desk {

namespace {

using domain::CaseState;
using Why = RiskPoint::Why;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseRisk)
};

RiskLevel levelOf(Why why)
{
    return why <= Why::DeficiencyOver ? RiskLevel::Red : RiskLevel::Yellow;
}

bool awaitsAnswer(CaseState state)
{
    return state == CaseState::Received || state == CaseState::Resubmitted;
}

/// While the clock is paused no limit runs (Art. 45), and what is decided has kept or broken it already.
bool awaitsDecision(CaseState state)
{
    return state == CaseState::Accepted || state == CaseState::UnderReview;
}

class Judging
{
public:
    Judging(QDate today, const domain::WorkCalendar& calendar)
        : m_today(today)
        , m_calendar(calendar)
    {
    }

    void day(QDate due, Why over, Why near)
    {
        if (!due.isValid()) {
            return;
        }
        const auto left = m_calendar.workdaysBetween(m_today, due);
        // A due day is no working day only by mistake, but over is over from the day after it.
        const bool isOver = m_today > due;
        if (isOver || left.days <= kNearDays) {
            add(isOver ? over : near,
                isOver ? std::min(-1, static_cast<int>(left.days)) : static_cast<int>(left.days), 1);
            m_risk.certain = m_risk.certain && left.certain;
        }
    }

    void add(Why why, int workdays, int count) { m_risk.points.push_back({why, workdays, count}); }

    void deficiencies(const std::vector<QDate>& days)
    {
        int over = 0;
        int near = 0;
        int later = 0;
        int worst = std::numeric_limits<int>::max();
        for (const QDate due : days) {
            const auto left = m_calendar.workdaysBetween(m_today, due);
            worst = std::min(worst, static_cast<int>(left.days));
            ++(m_today > due ? over : left.days <= kNearDays ? near : later);
        }
        if (over > 0) {
            add(Why::DeficiencyOver, std::min(-1, worst), over);
        } else if (near > 0) {
            add(Why::DeficiencyNear, worst, near);
        } else if (later > 0) {
            add(Why::Deficient, worst, later);
        }
    }

    [[nodiscard]] Risk take()
    {
        std::ranges::stable_sort(m_risk.points, {}, &RiskPoint::why);
        if (!m_risk.points.empty()) {
            m_risk.level = levelOf(m_risk.points.front().why);
        }
        return std::move(m_risk);
    }

private:
    QDate m_today;
    const domain::WorkCalendar& m_calendar;
    Risk m_risk;
};

int nearest(const Risk& risk)
{
    int days = std::numeric_limits<int>::max();
    for (const RiskPoint& point : risk.points) {
        const bool dated = point.why != Why::Conflict && point.why != Why::Rejected &&
                           point.why != Why::Flagged && point.why != Why::Corrected &&
                           point.why != Why::MayBeRefused;
        if (dated) {
            days = std::min(days, point.workdays);
        }
    }
    return days;
}

QString pointWords(const RiskPoint& point)
{
    switch (point.why) {
    case Why::Conflict:
        return Words::tr("two windows disagree");
    case Why::Rejected:
        return Words::tr("returned by the centre");
    case Why::AnswerOver:
        return Words::tr("answer %1 working day(s) over").arg(-point.workdays);
    case Why::DecisionOver:
        return Words::tr("statutory limit %1 working day(s) over").arg(-point.workdays);
    case Why::PromiseOver:
        return Words::tr("promise %1 working day(s) over").arg(-point.workdays);
    case Why::DeficiencyOver:
        return Words::tr("%1 promised material(s) have not come").arg(point.count);
    case Why::Flagged:
        return Words::tr("flagged by the centre");
    case Why::Corrected:
        return Words::tr("corrected, look again");
    case Why::AnswerNear:
        return point.workdays <= 0 ? Words::tr("answer due today")
                                   : Words::tr("answer due in %1 working day(s)").arg(point.workdays);
    case Why::PromiseNear:
        return point.workdays <= 0 ? Words::tr("promise due today")
                                   : Words::tr("promise due in %1 working day(s)").arg(point.workdays);
    case Why::DeficiencyNear:
        return point.workdays <= 0 ? Words::tr("%1 promised material(s) due today").arg(point.count)
                                   : Words::tr("%1 promised material(s) due in %2 working day(s)")
                                         .arg(point.count)
                                         .arg(point.workdays);
    case Why::MayBeRefused:
        return Words::tr("may be refused");
    case Why::Deficient:
        return Words::tr("%1 material(s) promised for later").arg(point.count);
    }
    return {};
}

} // namespace

Risk riskOf(const RiskFacts& facts, QDate today, const domain::WorkCalendar& calendar)
{
    Judging judging(today, calendar);
    if (facts.conflicts > 0) {
        judging.add(Why::Conflict, 0, facts.conflicts);
    }
    if (facts.rejected > 0) {
        judging.add(Why::Rejected, 0, facts.rejected);
    }
    if (awaitsAnswer(facts.state)) {
        judging.day(facts.answerDue, Why::AnswerOver, Why::AnswerNear);
    }
    if (awaitsDecision(facts.state)) {
        // A broken limit of the law says more than the broken promise before it.
        if (facts.statutoryDue.isValid() && today > facts.statutoryDue) {
            judging.day(facts.statutoryDue, Why::DecisionOver, Why::DecisionOver);
        } else {
            judging.day(facts.promisedDue, Why::PromiseOver, Why::PromiseNear);
        }
    }
    judging.deficiencies(facts.deficiencies);
    if (!facts.flags.isEmpty()) {
        judging.add(Why::Flagged, 0, static_cast<int>(facts.flags.size()));
    }
    if (facts.corrected) {
        judging.add(Why::Corrected, 0, 1);
    }
    if (facts.mayBeRefused > 0) {
        judging.add(Why::MayBeRefused, 0, facts.mayBeRefused);
    }
    return judging.take();
}

bool ranksBefore(const Risk& a, const Risk& b)
{
    if (a.level != b.level) {
        return a.level < b.level;
    }
    return nearest(a) < nearest(b);
}

QString riskSentence(const Risk& risk)
{
    QStringList words;
    for (const RiskPoint& point : risk.points) {
        words.append(pointWords(point));
    }
    return words.join(Words::tr("; "));
}

} // namespace ow::desk
