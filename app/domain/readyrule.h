// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rulesentence.h"

#include <optional>
#include <vector>

namespace ow::domain {

/// A rule of a guide with its expressions checked.
struct ReadyRule
{
    FormRule rule;
    std::optional<RuleExpression> when; ///< nothing = always
    std::optional<RuleExpression> value;
    RuleSentence sentence;
    RuleSentence why;
};

inline constexpr std::size_t kMaxRules = 200;

/// The rules of a guide in its order. What is wrong with them is added to `faults`; a rule with a fault is
/// left out.
[[nodiscard]] std::vector<ReadyRule> readyRules(const Guide& guide, std::vector<RuleFault>& faults);

} // namespace ow::domain
