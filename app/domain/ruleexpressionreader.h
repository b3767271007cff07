// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ruleexpression.h"

#include <QCborValue>
#include <QString>

#include <optional>
#include <vector>

namespace ow::domain {

/// How large one expression may be; together with the rows of a table this bounds what a key press can cost.
inline constexpr int kMaxExpressionNodes = 300;
inline constexpr int kMaxExpressionDepth = 12;

/// Reads ["<=", ["field", "totalHei"], "4.2"] into a tree in which every name is one of the guide's and every
/// operand has the type its operation needs. Texts stand for decimals and dates where those are wanted.
/// `wanted` is the type the whole must have. On failure nothing is given and `faults` says where, by JSON
/// pointers that begin with `path`.
[[nodiscard]] std::optional<RuleExpression> readExpression(const QCborValue& value, ValueType wanted,
                                                           const Guide& guide, const QString& path,
                                                           std::vector<RuleFault>& faults);

/// The same where any type will do: the places of a sentence.
[[nodiscard]] std::optional<RuleExpression> readAnyExpression(const QCborValue& value, const Guide& guide,
                                                              const QString& path,
                                                              std::vector<RuleFault>& faults);

} // namespace ow::domain
