// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/stage.h"

namespace ow::tour {

/// A case that waits for its supplement: applied for once more beside it, the two compared and the later one
/// withdrawn; then what the notice asked for, item by item.
class SupplementJourney
{
public:
    explicit SupplementJourney(Stage& stage)
        : m_stage(stage)
    {
    }

    [[nodiscard]] bool run(const QString& waiting);

private:
    [[nodiscard]] bool compare();
    [[nodiscard]] bool withdraw();
    [[nodiscard]] bool supplement(const QString& waiting);

    Stage& m_stage;
};

} // namespace ow::tour
