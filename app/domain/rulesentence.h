// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ruleexpression.h"

#include <QString>

#include <optional>
#include <vector>

namespace ow::domain {

/// A sentence of a rule with the answers put in: "总高 {totalHei} m 超过 4.5 m". Between braces stands a
/// field key or an expression.
class RuleSentence
{
public:
    RuleSentence() = default;

    /// Nothing, and the reason in `faults`, when a place names what the guide has not.
    [[nodiscard]] static std::optional<RuleSentence>
    read(const QString& text, const Guide& guide, const QString& path, std::vector<RuleFault>& faults);

    [[nodiscard]] bool isEmpty() const { return m_parts.empty(); }

    void addInputs(RuleInputs& inputs) const;
    /// What is not known stands as a dash.
    [[nodiscard]] QString filled(const FormView& form) const;
    [[nodiscard]] bool allKnown(const FormView& form) const;

private:
    struct Part
    {
        QString text; ///< before the place
        std::optional<RuleExpression> place;
    };

    std::vector<Part> m_parts;
};

} // namespace ow::domain
