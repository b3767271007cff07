// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ruleexpression.h"

namespace ow::domain {

/// What the form holds for a Field, Column, Axis or Blank, in the type the expression has: "4.60 " is the
/// number 4.6, a blank or badly written answer is unknown.
[[nodiscard]] RuleValue answerOf(const RuleExpression& expression, const FormView& form);

} // namespace ow::domain
