// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/houserules.h"
#include "domain/casefile.h"
#include "domain/preflight.h"
#include "ledger/actdraft.h"

#include <QString>

#include <vector>

namespace ow::desk {

/// What a clerk has decided about an application that stands complete on the desk.
struct DecisionRequest
{
    domain::Guide guide;
    domain::Intake intake;
    domain::Answer answer = domain::Answer::Accept;
    domain::Findings findings; ///< all of pre-flight; papers are written from them
    QString reason;            ///< of a decline beyond the findings; may be empty
    QString actor;             ///< user id
};

/// Key of the paper an answer is given by: papers::paperKindKey.
[[nodiscard]] QString paperKindOf(domain::Answer answer);

/// The acts that make the decision, to be appended together (I1): `receive`, then the answer, which draws its
/// paper's number in the same transaction. NotAllowed when the findings do not allow this answer;
/// GuideInvalid when no regime, series or template fits.
[[nodiscard]] domain::Result<std::vector<ledger::ActDraft>> decisionActs(const DecisionRequest& request,
                                                                         const HouseRulesPtr& rules);

/// Days by which the case is due if it is received (and, where `accepted`, accepted) on this day.
[[nodiscard]] domain::DueDates dueDates(const domain::Guide& guide, const domain::Intake& intake,
                                        const domain::Regime& regime, const domain::WorkCalendar& calendar,
                                        QDate day, bool accepted);

} // namespace ow::desk
