// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decimal.h"
#include "domain/formrules.h"

#include <QDate>
#include <QString>

#include <optional>
#include <set>
#include <variant>
#include <vector>

namespace ow::domain {

/// What an expression of a form rule gives (docs/form-rules.md). The plurals come from tables and multiple
/// choices.
enum class ValueType { Bool, Number, Text, Date, Numbers, Texts };

using RuleNumbers = std::vector<std::optional<Decimal>>; ///< a cell that is blank or no number has nothing
using RuleTexts = std::vector<std::optional<QString>>;
/// The first alternative is "unknown": what a blank answer gives, and everything that rests on it.
using RuleValue = std::variant<std::monostate, bool, Decimal, QString, QDate, RuleNumbers, RuleTexts>;

[[nodiscard]] inline bool isKnown(const RuleValue& value)
{
    return value.index() != 0;
}

enum class RuleOp {
    Literal,
    Field,
    Column,
    Axis,
    Blank,
    Known,
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
    And,
    Or,
    Not,
    Case,
    In,
    List,
    Contains,
    Add,
    Subtract,
    Multiply,
    Divide,
    Absolute,
    Round,
    Sum,
    Mean,
    Max,
    Min,
    Count,
    NumberAt,
    Days,
    AddDays,
    AddMonths,
};

/// A checked expression. Made by readExpression() only.
struct RuleExpression
{
    RuleOp op = RuleOp::Literal;
    ValueType type = ValueType::Bool;
    RuleValue literal;                  ///< of Literal; of Axis the situation it stands at by default
    QString key;                        ///< of Field, Column, Blank, Axis
    FieldType answer = FieldType::Text; ///< of Field: how the answer is written; of Column its cells
    qsizetype column = 0;               ///< of Column
    bool computed = false;              ///< of Axis: a rule decides it
    std::vector<RuleExpression> operands;
};

/// Field keys and axis ids an expression asks for.
struct RuleInputs
{
    std::set<QString> fields;
    std::set<QString> axes;

    void add(const RuleExpression& expression);
};

/// A form as the rules see it: hidden answers are blank, computed ones are there.
struct FormView
{
    const Intake& intake;
    const FormState& state;

    [[nodiscard]] QCborValue answer(const QString& key) const;
};

/// Three-valued: unknown in, unknown out, unless the answer does not hang on it (false and unknown is false).
[[nodiscard]] RuleValue evaluateExpression(const RuleExpression& expression, const FormView& form);

/// A known value as it stands in a sentence: 4.6, 2026-12-03, 是, a、b; a dash for unknown.
[[nodiscard]] QString wordsOf(const RuleValue& value);

} // namespace ow::domain
