// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"
#include "domain/workcalendar.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace ow::desk {

/// 红黄灯 of a case in the chief's queue, the worst first.
enum class RiskLevel {
    Red,    ///< a limit of the law or a promise is broken, or two windows disagree
    Yellow, ///< a person should look before it turns red
    Normal,
};

/// One reason why a case stands high.
struct RiskPoint
{
    enum class Why {
        Conflict,       ///< two windows acted on it: a person decides
        Rejected,       ///< the centre does not take an entry of it
        AnswerOver,     ///< Art. 32(4): past the last day for the one notice
        DecisionOver,   ///< past the statutory limit (Art. 42)
        PromiseOver,    ///< past the promised day
        DeficiencyOver, ///< a promised material has not come
        Flagged,        ///< the centre asks for a look
        Corrected,      ///< what the chief returned comes back
        AnswerNear,
        PromiseNear,
        DeficiencyNear,
        MayBeRefused, ///< pre-flight said so at the decision
        Deficient,    ///< accepted with something missing
    };
    Why why = Why::Flagged;
    int workdays = 0; ///< left until the day; negative = over
    int count = 0;    ///< of materials or flags
    friend bool operator==(const RiskPoint&, const RiskPoint&) = default;
};

struct Risk
{
    RiskLevel level = RiskLevel::Normal;
    std::vector<RiskPoint> points; ///< the worst first
    bool certain = true;           ///< false: counted beyond the calendar (待日历更新)
    friend bool operator==(const Risk&, const Risk&) = default;
};

/// What the light of a case depends on.
struct RiskFacts
{
    domain::CaseState state = domain::CaseState::None;
    QDate answerDue; ///< invalid dates do not count
    QDate promisedDue;
    QDate statutoryDue;
    std::vector<QDate> deficiencies; ///< days of materials still owed
    int conflicts = 0;
    int rejected = 0;
    QStringList flags; ///< of the centre, not yet cured
    int mayBeRefused = 0;
    bool corrected = false; ///< a task of the chief was answered since he last looked
};

/// Working days ahead from which a day counts as near.
inline constexpr int kNearDays = 2;

/// The light and its reasons: a pure function of the case, the day and the calendar. Nothing is written.
[[nodiscard]] Risk riskOf(const RiskFacts& facts, QDate today, const domain::WorkCalendar& calendar);

/// Red before yellow before normal; then the nearer day; else equal.
[[nodiscard]] bool ranksBefore(const Risk& a, const Risk& b);

/// Line 3 of a queue row: "答复还剩 1 个工作日；容缺 1 项". Empty for a case without reasons.
[[nodiscard]] QString riskSentence(const Risk& risk);

} // namespace ow::desk
