// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/houserules.h"
#include "ledger/actdraft.h"
#include "papers/paperrequest.h"

#include <functional>

namespace ow::desk {

using ActBody = std::function<domain::Result<QCborMap>(ledger::Numbers&)>;

/// Series and template a new paper of this kind takes under this law.
struct PaperPlan
{
    QString kind; ///< papers::paperKindKey
    domain::PaperSeries series;
    QString templateId;
    int templateVersion = 0;
};

/// GuideInvalid when the house has no series, or no template for the type code: found before anything is
/// written.
[[nodiscard]] domain::Result<PaperPlan> planPaper(papers::PaperKind kind, const QString& typeCode,
                                                  const HouseRules& rules);

/// The body with `paper`: its number is drawn in the transaction of the act that gives it (I5).
[[nodiscard]] ActBody withPaper(PaperPlan plan, ActBody body);

[[nodiscard]] record::GuideRef guideOf(const domain::Guide& guide);

/// Every file of these materials once, as the header of an entry names them.
[[nodiscard]] QVector<record::BlobRef> blobsOf(const std::vector<domain::MaterialIntake>& materials);

} // namespace ow::desk
