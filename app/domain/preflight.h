// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/finding.h"
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
};

/// 一次办成: everything that stands in the way of this application, said before the applicant leaves. Pure
/// and quick enough to run after every change. Ordered by effect, then as the guide lists things. Sentences
/// are translated.
[[nodiscard]] Findings preflight(const Guide& guide, const Intake& intake, const PreflightContext& context);

/// The answer the law allows now (行政许可法 Art. 32; other regimes use the same five).
enum class Answer { Accept, AcceptDeficient, Notice, Decline, NotRequired };

[[nodiscard]] Answer answerFor(const Findings& findings);

/// How many findings displace acceptance: "还差 n 项".
[[nodiscard]] int displacingCount(const Findings& findings);

} // namespace ow::domain
