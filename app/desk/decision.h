// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/houserules.h"
#include "domain/casefile.h"
#include "domain/preflight.h"
#include "ledger/actdraft.h"
#include "papers/paperrequest.h"

#include <QString>

#include <optional>
#include <vector>

namespace ow::desk {

/// A case that was received before and is answered now.
struct ReceivedCase
{
    QString number;
    domain::CaseState state = domain::CaseState::None; ///< as the answer finds it
    int notices = 0;
    std::optional<QString> seenHead; ///< last entry the clerk saw; none when an act before it is in the same
                                     ///< transaction
    domain::Roles roles = domain::NoRole; ///< of the clerk: a second notice is the chief's
};

/// What a clerk has decided about an application that stands complete on the desk.
struct DecisionRequest
{
    domain::Guide guide;
    domain::Intake intake;
    domain::Answer answer = domain::Answer::Accept;
    domain::Findings findings;                 ///< all of pre-flight; papers are written from them
    QString reason;                            ///< of a decline beyond the findings; may be empty
    QString actor;                             ///< user id
    std::optional<ReceivedCase> received = {}; ///< none: the application is received by the same act
};

/// The paper an answer is given by.
[[nodiscard]] papers::PaperKind paperKindOf(domain::Answer answer);

/// Whether the law and what was found allow this answer. NotAllowed; RoleMissing for a second notice without
/// the chief; InvalidInput (`field` applicantName) when the paper would go to nobody.
[[nodiscard]] domain::Result<void> allowAnswer(const DecisionRequest& request);

/// The acts that make the decision, to be appended together (I1): `receive` where it is new, then the answer,
/// which draws its paper's number in the same transaction, then what belongs to it: the written promise of a
/// deficiency, the grant and hand-over of an on-the-spot item, the advice of an item that is only advised on.
/// allowAnswer()'s errors; GuideInvalid when no regime, series or template fits.
[[nodiscard]] domain::Result<std::vector<ledger::ActDraft>> decisionActs(const DecisionRequest& request,
                                                                         const HouseRulesPtr& rules);

/// Days by which the case is due if it is received (and, where `accepted`, accepted) on this day.
[[nodiscard]] domain::DueDates dueDates(const domain::Guide& guide, const domain::Intake& intake,
                                        const domain::Regime& regime, const domain::WorkCalendar& calendar,
                                        QDate day, bool accepted);

/// Whether the result of an on-the-spot item is printed here and handed over at once; a certificate or a
/// plate is made elsewhere and fetched.
[[nodiscard]] bool isHandedOverAtOnce(const domain::Guide& guide);

} // namespace ow::desk
