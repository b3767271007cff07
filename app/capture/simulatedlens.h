// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/cameralens.h"

namespace ow::capture {

/// A camera for training and tests: a white sheet on a dark desk, two degrees askew, with rows of strokes.
/// Or one that fails as real ones do.
class SimulatedLens final : public CameraLens
{
public:
    enum class Fault { None, Absent, Broken, Silent };

    explicit SimulatedLens(Fault fault = Fault::None)
        : m_fault(fault)
    {
    }

    [[nodiscard]] QList<ScanDevice> devices() override;
    [[nodiscard]] domain::Result<void> open(const QString& name) override;

    void close() override {}

    void shoot() override;

private:
    Fault m_fault;
    int m_sheet = 0;
};

} // namespace ow::capture
