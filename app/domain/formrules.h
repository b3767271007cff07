// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"
#include "domain/intake.h"
#include "domain/result.h"

#include <QCborValue>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace ow::domain {

/// What the rules make of one field, given the answers so far.
struct FieldState
{
    bool visible = true;
    bool required = false;
    bool computed = false;
    QCborValue value;    ///< of a computed field; undefined while it cannot be known yet
    QStringList options; ///< what may be chosen now; empty = as the guide has it
    QString why; ///< 为什么?: one sentence on why it is computed, demanded or shown; empty = no rule
    friend bool operator==(const FieldState&, const FieldState&) = default;
};

/// What the rules make of a form.
struct FormState
{
    QHash<QString, FieldState> fields; ///< every field of the guide
    QMap<QString, QString> situations; ///< computed axis -> situation; an axis not decided yet is absent
    QHash<QString, QString> axisWhy;   ///< computed axis -> why it stands there
    QMap<QString, Finding> findings;   ///< rule id -> what does not hold; rules over blank answers are silent
    friend bool operator==(const FormState&, const FormState&) = default;
};

/// What is wrong with a rule. `path` is a JSON pointer into the guide's document ("/rules/3/when/1"),
/// `reason` a translated sentence for the administrator who repairs it.
struct RuleFault
{
    QString path;
    QString reason;
    friend bool operator==(const RuleFault&, const RuleFault&) = default;
};

/// The rules of one guide, made ready once: which rule asks which answer is known, so that a key press
/// evaluates only what depends on the field it changed. Immutable after make(); any thread.
class FormRules
{
public:
    /// GuideInvalid naming the rule when an expression is not one, names what the guide has not, or computed
    /// fields go in a circle.
    [[nodiscard]] static Result<std::shared_ptr<const FormRules>> make(const Guide& guide);
    /// Everything that is wrong with the rules of a guide; empty when make() gives them.
    [[nodiscard]] static std::vector<RuleFault> check(const Guide& guide);
    /// What update() is told when the clerk chose another situation on an axis: "axis:handling".
    [[nodiscard]] static QString axisKey(const QString& axis);
    ~FormRules();

    [[nodiscard]] FormState evaluate(const Intake& intake) const;
    /// Brings `state` up to date after the answer of one field (or axisKey()) changed; gives the keys of the
    /// fields whose state changed, in no order. Equal to evaluate() afterwards (tested).
    [[nodiscard]] QStringList update(FormState& state, const Intake& intake, const QString& changed) const;

    [[nodiscard]] bool isEmpty() const; ///< the guide has no rules: every field is as the guide says

private:
    struct Parts;
    explicit FormRules(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> d;
};

/// The application as it counts: hidden answers left out, computed ones put in, computed axes chosen as far
/// as they are decided. The draft keeps what was typed. What pre-flight looks at and what is submitted. Twice
/// is as good as once.
[[nodiscard]] Intake effectiveIntake(const Intake& typed, const FormState& state);

} // namespace ow::domain
