// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/finding.h"
#include "domain/formrules.h"
#include "domain/intake.h"
#include "domain/regime.h"
#include "domain/situation.h"

#include <QDate>
#include <QString>

#include <vector>

namespace ow::domain {

/// A case of the same applicant that is not finished yet, as far as this window knows.
struct OpenCase
{
    QString number;
    QString itemCode;
    QString applicantId;
    QDate receivedOn;
};

/// What pre-flight must know besides the application itself.
struct PreflightContext
{
    Regime regime;
    std::vector<OpenCase> openCases;
    bool brokenPromise = false; ///< the applicant did not keep an earlier promise: bars 容缺 and nothing else
    QDate
        decisionDue; ///< promised day of the decision: papers that end before it are named; invalid = unknown
};

/// 一次办成: everything that stands in the way of this application, said before the applicant leaves. Pure
/// and quick enough to run after every change. Ordered by effect, then as the guide lists things. Sentences
/// are translated.
///
/// Looks at the application as it counts (effectiveIntake): hidden answers are neither demanded nor checked,
/// what does not hold of the guide's rules stands among the findings in the guide's order. This form
/// evaluates the rules itself.
[[nodiscard]] Findings preflight(const Guide& guide, const Intake& intake, const PreflightContext& context);
/// For those who keep the state of the form up to date with FormRules::update().
[[nodiscard]] Findings preflight(const Guide& guide, const Intake& intake, const FormState& form,
                                 const PreflightContext& context);

/// What a window can answer (行政许可法 Art. 32; other regimes use the same).
enum class Answer {
    Accept,
    AcceptDeficient, ///< 容缺受理: accepted, with a written promise for what is left out
    Notice,
    Decline,
    NotRequired,
    PassOn,         ///< 收件转办: received here, decided by another authority
    AcceptAndGrant, ///< 即办件: accepted, decided and handed over at once (Art. 34)
    ReceiveOnly,    ///< 收件: a receipt now, one of the other answers within the days of Art. 32(4)
};

/// The answer the law allows now.
[[nodiscard]] Answer answerFor(const Findings& findings);
/// As above, knowing whether the item is decided at the window.
[[nodiscard]] Answer answerFor(const Guide& guide, const Findings& findings);

/// How many findings displace acceptance: "还差 n 项".
[[nodiscard]] int displacingCount(const Findings& findings);

} // namespace ow::domain
