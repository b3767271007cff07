// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/stage.h"

namespace ow::tour {

/// 演练: the sample day, and the devices that are simulated there: card reader, document camera, slip printer
/// and the page that tests them.
class TrainingDay
{
public:
    explicit TrainingDay(Stage& stage)
        : m_stage(stage)
    {
    }

    /// Begins and ends at the gate of the window.
    [[nodiscard]] bool run();

private:
    [[nodiscard]] bool fillDay();
    [[nodiscard]] bool readCard();
    [[nodiscard]] bool setCamera();
    [[nodiscard]] bool takePicture();
    [[nodiscard]] bool slip();
    [[nodiscard]] bool testDevices();

    Stage& m_stage;
};

} // namespace ow::tour
