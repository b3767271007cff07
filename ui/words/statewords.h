// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/finding.h"
#include "domain/kinds.h"
#include "ui/theme/token.h"

#include <QString>

namespace ow::ui {

/// A state as it is shown: word, icon and tone, in that order of trust. The icon and the tone alone say
/// nothing.
struct StateWord
{
    QString word = {};
    QString icon = {};
    Tone tone = Tone::Plain;
    friend bool operator==(const StateWord&, const StateWord&) = default;
};

/// What the clerk sees of a material in the list.
enum class MaterialLook { Verified, Scanned, Tolerated, Unfit, Missing, NotNeeded };

/// Where an entry of this device stands with the centre.
enum class SyncLook { Pending, Sending, Accepted, AwaitingBlobs, Conflict, Rejected };

/// 红黄灯: how near the promised day is.
enum class LightLook { Green, Yellow, Red, Paused };

/// A case; `deficient` when it was accepted with something to be supplied later (容缺受理).
[[nodiscard]] StateWord stateWord(domain::CaseState state, bool deficient = false);
[[nodiscard]] StateWord stateWord(domain::Effect effect);
[[nodiscard]] StateWord stateWord(MaterialLook look);
[[nodiscard]] StateWord stateWord(SyncLook look);
[[nodiscard]] StateWord stateWord(LightLook look);
/// 暂存: a row of this device, no case yet.
[[nodiscard]] StateWord draftWord();
/// A check that only the centre can make.
[[nodiscard]] StateWord pendingOnlineWord();
[[nodiscard]] StateWord passedWord();

/// 窗口人员, 首席代表, …
[[nodiscard]] QString roleWord(domain::Role role);

} // namespace ow::ui
