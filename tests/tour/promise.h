// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/stage.h"

namespace ow::tour {

/// 容缺: accepted although a paper is missing, which is promised for a day; the acceptance and the promise as
/// papers.
class PromiseJourney
{
public:
    explicit PromiseJourney(Stage& stage)
        : m_stage(stage)
    {
    }

    [[nodiscard]] bool run();

private:
    [[nodiscard]] bool answerQuestion();

    Stage& m_stage;
};

} // namespace ow::tour
