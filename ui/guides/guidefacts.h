// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/guidesdesk.h"
#include "ui/today/queuelist.h"
#include "ui/widgets/factgrid.h"

#include <QString>

#include <vector>

namespace ow::ui {

/// One part of a guide's card.
struct GuidePart
{
    QString title;
    std::vector<Fact> facts;
};

/// A whole guide in words: limits, basis, conditions, situations, materials, form, rules, result.
[[nodiscard]] std::vector<GuidePart> guideParts(const domain::Guide& guide);

/// What should be looked at: doubts and warnings.
[[nodiscard]] GuidePart remarksPart(const QStringList& notes);

/// "5 个工作日", "即办".
[[nodiscard]] QString daysWord(int days);

/// The list of guides.
[[nodiscard]] std::vector<QueueRow> guideRows(const std::vector<desk::GuideLine>& lines);

/// Versions of a guide, the one in force first; and what this window has sent about guides.
[[nodiscard]] std::vector<Fact> versionFacts(const std::vector<desk::GuideVersion>& versions);
[[nodiscard]] std::vector<Fact> sentFacts(const std::vector<desk::SentPublish>& sent, const QString& code);

} // namespace ow::ui
