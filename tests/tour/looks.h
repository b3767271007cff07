// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/stage.h"

namespace ow::tour {

/// How it looks: themes and size of type from the settings, key sheet, manual.
class LookJourney
{
public:
    explicit LookJourney(Stage& stage)
        : m_stage(stage)
    {
    }

    [[nodiscard]] bool run();

private:
    [[nodiscard]] bool themes();
    [[nodiscard]] bool keys();

    Stage& m_stage;
};

} // namespace ow::tour
