// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/stage.h"

namespace ow::tour {

/// Only received: the 收件凭证, and what can be done with a case that is to be answered yet: advice, a
/// correction on the spot, the answer, passing on.
class ReceivingJourney
{
public:
    explicit ReceivingJourney(Stage& stage)
        : m_stage(stage)
    {
    }

    [[nodiscard]] bool run();

private:
    [[nodiscard]] bool receive(const QString& applicant, const QString& mobile);
    [[nodiscard]] bool adviseAndCorrect();
    [[nodiscard]] bool passOn();

    Stage& m_stage;
};

} // namespace ow::tour
