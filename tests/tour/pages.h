// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/stage.h"

namespace ow::tour {

/// Pages of a material of the application on the desk: from the feeder by its profile, then turned, cut and
/// put into another order in the page viewer.
class PageJourney
{
public:
    explicit PageJourney(Stage& stage)
        : m_stage(stage)
    {
    }

    [[nodiscard]] bool run();

private:
    [[nodiscard]] bool scan();
    [[nodiscard]] bool edit();
    /// The row of the material the pages are in; -1 without one.
    [[nodiscard]] int row() const;

    Stage& m_stage;
    QString m_material;
};

} // namespace ow::tour
