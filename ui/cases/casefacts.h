// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/actdesk.h"
#include "desk/casedesk.h"
#include "domain/guide.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/timelinelist.h"
#include "ui/words/statewords.h"

#include <vector>

namespace ow::ui {

/// How many working days are left until the next date of a case, as a list shows it. The light (红黄灯) is a
/// display only, from the case and today: yellow on the last working day and on the day itself, red after it.
struct LeftWord
{
    QString word; ///< "3 天", "今天", "超 2 天"; "–" while no date runs
    QString icon; ///< only beside a light
    Tone tone = Tone::Plain;
    LightLook light = LightLook::Green;
};

[[nodiscard]] LeftWord leftWord(const desk::CaseLine& line);
/// The light as a sentence for the head of a case: "黄灯，还有 1 个工作日"; empty while it is green.
[[nodiscard]] QString lightSentence(const desk::CaseLine& line);
/// Letters of a case number that are the same all day at one window: "JT62-W03-".
[[nodiscard]] int constantPart(const QString& number);

/// What the detail pane says of a case, masked. `guide` is that of its version, or null.
[[nodiscard]] std::vector<Fact> caseFacts(const desk::CaseDetail& detail, const domain::Guide* guide);
/// What an act on a case says of it above its fields: whose it is and how it stands, masked.
[[nodiscard]] std::vector<Fact> actFacts(const desk::CaseToAct& seen);
/// Newest first. In training nothing is ever sent, and the rows say so.
[[nodiscard]] std::vector<TimelineRow> caseTimeline(const desk::CaseDetail& detail, bool training);

} // namespace ow::ui
