// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/stage.h"

namespace ow::tour {

/// Looking things up: the list filtered, ordered, narrowed; the search; unmasking; preview and second print;
/// the code gun; the answer to who asks how far it is.
class CaseListJourney
{
public:
    explicit CaseListJourney(Stage& stage)
        : m_stage(stage)
    {
    }

    /// With a case of the day and the identifier of its applicant.
    [[nodiscard]] bool run(const QString& number, const QString& identifier);

private:
    [[nodiscard]] bool filter();
    [[nodiscard]] bool unmask();
    [[nodiscard]] bool printAgain();
    [[nodiscard]] bool shoot(const QString& number);
    [[nodiscard]] bool answer(const QString& number, const QString& identifier);

    Stage& m_stage;
};

} // namespace ow::tour
