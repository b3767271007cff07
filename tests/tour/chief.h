// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/stage.h"

namespace ow::tour {

/// 今日: a chief checks a case and returns another with a reason; the clerk sees the task and does it.
class ChiefJourney
{
public:
    explicit ChiefJourney(Stage& stage)
        : m_stage(stage)
    {
    }

    [[nodiscard]] bool run(const QString& returned);
    [[nodiscard]] bool cure(const QString& returned);

private:
    [[nodiscard]] bool check();
    [[nodiscard]] bool giveBack(const QString& number);

    Stage& m_stage;
};

} // namespace ow::tour
