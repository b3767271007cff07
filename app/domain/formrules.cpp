// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/formrules.h"

#include "domain/formvalue.h"
#include "domain/rulegraph.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ow::domain {

namespace {

/// What the rules write: text, decimals and dates as text, yes and no.
QCborValue written(const RuleValue& value)
{
    if (const auto* yes = std::get_if<bool>(&value)) {
        return *yes;
    }
    return isKnown(value) ? QCborValue(wordsOf(value)) : QCborValue();
}

bool holds(const ReadyRule& rule, const FormView& form)
{
    if (!rule.when) {
        return true;
    }
    const RuleValue value = evaluateExpression(*rule.when, form);
    return isKnown(value) && std::get<bool>(value);
}

bool fails(const ReadyRule& rule, const FormView& form)
{
    const RuleValue value = evaluateExpression(*rule.when, form);
    return isKnown(value) && !std::get<bool>(value);
}

struct Outcome
{
    const ReadyRule* rule = nullptr; ///< the first that holds
    QCborValue value;                ///< undefined when it cannot be known yet
};

template <class Put> bool put(Put& member, Put value)
{
    if (member == value) {
        return false;
    }
    member = std::move(value);
    return true;
}

} // namespace

struct FormRules::Parts
{
    Guide guide; ///< a copy: cheap (everything in it is shared) and safe from any change of the catalogue
    std::vector<ReadyRule> rules;
    RuleGraph graph;

    using RuleList = std::vector<std::size_t>;

    [[nodiscard]] Outcome outcome(const RuleList& list, const FormView& form) const;
    [[nodiscard]] QString whyOf(const RuleList& list, const FormView& form, const FieldState& field) const;
    void begin(FormState& state, const Intake& intake) const;
    /// Whether what hangs on this node must be looked at again; keys of changed fields go to `changed`.
    bool run(const RuleNode& node, FormState& state, const Intake& intake, QStringList& changed) const;
    bool runField(const RuleNode& node, FieldState& field, const FormView& form, bool& stateChanged) const;
    bool runAxis(const RuleNode& node, FormState& state, const FormView& form) const;
    void runFinding(const RuleNode& node, FormState& state, const FormView& form) const;
};

/// The first rule that holds gives the value. One before it whose condition is not known does no harm when it
/// would give the same.
Outcome FormRules::Parts::outcome(const RuleList& list, const FormView& form) const
{
    std::vector<QCborValue> possible;
    for (const std::size_t index : list) {
        const ReadyRule& rule = rules[index];
        const RuleValue condition = rule.when ? evaluateExpression(*rule.when, form) : RuleValue(true);
        if (isKnown(condition) && !std::get<bool>(condition)) {
            continue;
        }
        QCborValue value = written(evaluateExpression(*rule.value, form));
        if (isKnown(condition)) {
            const bool agreed =
                std::ranges::all_of(possible, [&value](const QCborValue& other) { return other == value; });
            return {&rule, agreed ? value : QCborValue()};
        }
        possible.push_back(std::move(value));
    }
    return {};
}

/// The sentence of the rule that weighs most: what computes the field, demands it, shows it, narrows it.
QString FormRules::Parts::whyOf(const RuleList& list, const FormView& form, const FieldState& field) const
{
    static constexpr std::array kOrder{RuleKind::Computed, RuleKind::Required, RuleKind::Visible,
                                       RuleKind::Choices};
    for (const RuleKind kind : kOrder) {
        for (const std::size_t index : list) {
            const ReadyRule& rule = rules[index];
            const bool speaks = rule.rule.kind == kind && !rule.why.isEmpty() && field.visible;
            if (speaks && holds(rule, form) && rule.why.allKnown(form)) {
                return rule.why.filled(form);
            }
        }
    }
    return {};
}

bool FormRules::Parts::runField(const RuleNode& node, FieldState& field, const FormView& form,
                                bool& stateChanged) const
{
    const auto all = [this, &form](const RuleList& list) {
        return std::ranges::all_of(list, [&](std::size_t index) { return holds(rules[index], form); });
    };
    const auto first = [this, &form](const RuleList& list) {
        return std::ranges::find_if(list, [&](std::size_t index) { return holds(rules[index], form); });
    };
    switch (node.kind) {
    case RuleNode::Kind::Visible:
        stateChanged = put(field.visible, all(node.rules));
        return stateChanged;
    case RuleNode::Kind::Value: {
        const Outcome made = outcome(node.rules, form);
        stateChanged = put(field.computed, made.rule != nullptr);
        stateChanged = put(field.value, made.value) || stateChanged;
        // A typed answer is looked at again because it, or whether it shows, has changed.
        return stateChanged || !field.computed;
    }
    case RuleNode::Kind::Required: {
        const bool demanded =
            isRequired(*guide.field(node.key), form.intake) || first(node.rules) != node.rules.end();
        stateChanged = put(field.required, demanded && field.visible && !field.computed);
        return stateChanged;
    }
    case RuleNode::Kind::Choices: {
        const auto rule = first(node.rules);
        stateChanged =
            put(field.options, rule == node.rules.end() ? QStringList() : rules[*rule].rule.options);
        return stateChanged;
    }
    default:
        stateChanged = put(field.why, whyOf(node.rules, form, field));
        return false; // nothing hangs on a sentence
    }
}

bool FormRules::Parts::runAxis(const RuleNode& node, FormState& state, const FormView& form) const
{
    const Outcome made = outcome(node.rules, form);
    const QString before = state.situations.value(node.key);
    const QString chosen = made.value.toString();
    if (chosen.isEmpty()) {
        state.situations.remove(node.key);
    } else {
        state.situations.insert(node.key, chosen);
    }
    if (chosen.isEmpty() || made.rule->why.isEmpty()) {
        state.axisWhy.remove(node.key);
    } else {
        state.axisWhy.insert(node.key, made.rule->why.filled(form));
    }
    // An axis without rules is chosen by the clerk: it is only looked at because he chose.
    return chosen != before || node.rules.empty();
}

void FormRules::Parts::runFinding(const RuleNode& node, FormState& state, const FormView& form) const
{
    const ReadyRule& ready = rules[node.rules.front()];
    const FormRule& rule = ready.rule;
    if (!fails(ready, form)) {
        state.findings.remove(rule.id);
        return;
    }
    state.findings.insert(rule.id, {QStringLiteral("rule.") + rule.id,
                                    rule.effect,
                                    ready.sentence.filled(form),
                                    rule.source,
                                    rule.targets.front(),
                                    {},
                                    {}});
}

bool FormRules::Parts::run(const RuleNode& node, FormState& state, const Intake& intake,
                           QStringList& changed) const
{
    const FormView form{intake, state};
    if (node.kind == RuleNode::Kind::Axis) {
        return runAxis(node, state, form);
    }
    if (node.kind == RuleNode::Kind::Finding) {
        runFinding(node, state, form);
        return false;
    }
    FieldState field = state.fields.value(node.key);
    bool stateChanged = false;
    const bool goesOn = runField(node, field, form, stateChanged);
    if (stateChanged) {
        state.fields.insert(node.key, field);
        if (!changed.contains(node.key)) {
            changed.append(node.key);
        }
    }
    return goesOn;
}

void FormRules::Parts::begin(FormState& state, const Intake& intake) const
{
    state.fields.reserve(static_cast<qsizetype>(guide.fields.size()));
    for (const GuideField& field : guide.fields) {
        FieldState fresh;
        fresh.required = isRequired(field, intake);
        state.fields.insert(field.key, fresh);
    }
}

FormRules::FormRules(std::unique_ptr<Parts> parts)
    : d(std::move(parts))
{
}

FormRules::~FormRules() = default;

Result<std::shared_ptr<const FormRules>> FormRules::make(const Guide& guide)
{
    std::vector<RuleFault> faults;
    auto parts = std::make_unique<Parts>();
    parts->guide = guide;
    parts->rules = readyRules(guide, faults);
    parts->graph = RuleGraph::make(guide, parts->rules, faults);
    if (!faults.empty()) {
        return fail(ErrorCode::GuideInvalid, faults.front().reason, faults.front().path);
    }
    return std::shared_ptr<const FormRules>(new FormRules(std::move(parts)));
}

std::vector<RuleFault> FormRules::check(const Guide& guide)
{
    std::vector<RuleFault> faults;
    const std::vector<ReadyRule> rules = readyRules(guide, faults);
    if (faults.empty()) {
        (void)RuleGraph::make(guide, rules, faults);
    }
    return faults;
}

QString FormRules::axisKey(const QString& axis)
{
    return QStringLiteral("axis:") + axis;
}

FormState FormRules::evaluate(const Intake& intake) const
{
    FormState state;
    QStringList changed;
    d->begin(state, intake);
    for (const RuleNode& node : d->graph.nodes()) {
        (void)d->run(node, state, intake, changed);
    }
    return state;
}

QStringList FormRules::update(FormState& state, const Intake& intake, const QString& changed) const
{
    QStringList keys;
    std::vector<bool> due = d->graph.touchedBy(changed);
    const auto& nodes = d->graph.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) { // in an order in which everything comes after its inputs
        if (due[i] && d->run(nodes[i], state, intake, keys)) {
            for (const std::size_t next : nodes[i].next) {
                due[next] = true;
            }
        }
    }
    return keys;
}

bool FormRules::isEmpty() const
{
    return d->rules.empty();
}

Intake effectiveIntake(const Intake& typed, const FormState& state)
{
    Intake intake = typed;
    for (auto it = state.fields.cbegin(); it != state.fields.cend(); ++it) {
        if (!it->visible) {
            setFormValue(intake, it.key(), {});
        } else if (it->computed) {
            setFormValue(intake, it.key(), it->value);
        }
    }
    for (auto it = state.situations.cbegin(); it != state.situations.cend(); ++it) {
        intake.situations.insert(it.key(), it.value());
    }
    return intake;
}

} // namespace ow::domain
