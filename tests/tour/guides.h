// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/stage.h"

namespace ow::tour {

/// 指南: one administrator proposes other days, a second one confirms, the centre publishes, the window has
/// it.
class GuideJourney
{
public:
    explicit GuideJourney(Stage& stage)
        : m_stage(stage)
    {
    }

    [[nodiscard]] bool run();

private:
    [[nodiscard]] bool choose();
    [[nodiscard]] bool propose();
    [[nodiscard]] bool confirm();

    Stage& m_stage;
};

} // namespace ow::tour
