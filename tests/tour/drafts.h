// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/stage.h"

namespace ow::tour {

/// An application that is left and gone on with: a step undone, put aside, the station locked and unlocked,
/// the draft resumed, the station taken over by another person.
class DraftJourney
{
public:
    explicit DraftJourney(Stage& stage)
        : m_stage(stage)
    {
    }

    /// Ends with lisi at the desk and a draft of zhangsan on the shelf.
    [[nodiscard]] bool run();
    /// By zhangsan; the draft is on the desk again.
    [[nodiscard]] bool resume(const char* what, const QString& picture);

private:
    [[nodiscard]] bool beginAndUndo();
    [[nodiscard]] bool lockAndUnlock();

    Stage& m_stage;
};

} // namespace ow::tour
