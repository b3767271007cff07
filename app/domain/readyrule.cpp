// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/readyrule.h"

#include "domain/ruleexpressionreader.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

namespace ow::domain {

namespace {

/// The type a computed field's value must have; nothing for those that cannot be computed.
std::optional<ValueType> computedType(const GuideField& field)
{
    switch (field.type) {
    case FieldType::Number:
        return ValueType::Number;
    case FieldType::Date:
        return ValueType::Date;
    case FieldType::Bool:
        return ValueType::Bool;
    case FieldType::Text:
    case FieldType::TextArea:
    case FieldType::Select:
        return field.common ? std::nullopt : std::optional(ValueType::Text);
    default:
        return std::nullopt;
    }
}

class RuleChecker
{
    Q_DECLARE_TR_FUNCTIONS(FormRules)

public:
    RuleChecker(const Guide& guide, std::vector<RuleFault>& faults)
        : m_guide(guide)
        , m_faults(faults)
    {
    }

    std::optional<ReadyRule> ready(const FormRule& rule, const QString& path);

private:
    void refuse(const QString& path, const QString& reason) { m_faults.push_back({path, reason}); }

    void checkTargets(const FormRule& rule, const QString& path);
    void checkParts(const FormRule& rule, const QString& path);
    void checkOptions(const FormRule& rule, const QString& path);
    void readValue(ReadyRule& made, const QString& path);
    void checkOutcomes(const RuleExpression& value, const QStringList& offered, const QString& path);

    const Guide& m_guide;
    std::vector<RuleFault>& m_faults;
    QSet<QString> m_ids;
};

void RuleChecker::checkTargets(const FormRule& rule, const QString& path)
{
    const bool one =
        rule.kind == RuleKind::Computed || rule.kind == RuleKind::Choices || rule.kind == RuleKind::Axis;
    if (rule.targets.isEmpty() || (one && rule.targets.size() != 1)) {
        refuse(path + QStringLiteral("/targets"), tr("the rule has the wrong number of targets"));
        return;
    }
    for (qsizetype i = 0; i < rule.targets.size(); ++i) {
        const QString& target = rule.targets[i];
        const QString place = path + QStringLiteral("/targets/%1").arg(i);
        if (rule.kind == RuleKind::Axis) {
            const GuideAxis* axis = m_guide.axis(target);
            if (axis == nullptr || !axis->computed) {
                refuse(place, tr("there is no computed axis “%1”").arg(target));
            }
            continue;
        }
        const GuideField* field = m_guide.field(target);
        if (field == nullptr) {
            refuse(place, tr("there is no field “%1”").arg(target));
        } else if (rule.kind == RuleKind::Computed && !computedType(*field)) {
            refuse(place, tr("“%1” cannot be computed").arg(target));
        } else if (rule.kind == RuleKind::Visible && target == QLatin1StringView("applicantKind")) {
            refuse(place, tr("“%1” cannot be hidden").arg(target)); // an application always has one
        }
    }
}

void RuleChecker::checkOptions(const FormRule& rule, const QString& path)
{
    const GuideField* field = m_guide.field(rule.targets.value(0));
    const bool chosen =
        field != nullptr && (field->type == FieldType::Select || field->type == FieldType::MultiSelect);
    for (qsizetype i = 0; i < rule.options.size(); ++i) {
        if (!chosen || !field->options.contains(rule.options[i])) {
            refuse(path + QStringLiteral("/options/%1").arg(i),
                   tr("“%1” cannot be chosen in “%2”").arg(rule.options[i], rule.targets.value(0)));
        }
    }
}

/// Each kind has the members it needs and no others, so that nothing written is passed over.
void RuleChecker::checkParts(const FormRule& rule, const QString& path)
{
    const bool gives = rule.kind == RuleKind::Computed || rule.kind == RuleKind::Axis;
    if (gives == rule.value.isUndefined()) {
        refuse(path + QStringLiteral("/value"),
               tr("a value belongs to a computed field or axis, and only there"));
    }
    const bool checks = rule.kind == RuleKind::Valid;
    if (checks == rule.sentence.trimmed().isEmpty()) {
        refuse(path + QStringLiteral("/sentence"), tr("a sentence belongs to a check, and only there"));
    }
    if ((rule.kind == RuleKind::Choices) == rule.options.isEmpty()) {
        refuse(path + QStringLiteral("/options"), tr("options belong to a rule of choices, and only there"));
    }
    if (rule.when.isUndefined() && !gives) {
        refuse(path + QStringLiteral("/when"), tr("the rule has no condition"));
    }
}

/// What a case of literals can give must be there to be chosen.
void RuleChecker::checkOutcomes(const RuleExpression& value, const QStringList& offered, const QString& path)
{
    if (value.op == RuleOp::Case) {
        for (std::size_t i = 1; i < value.operands.size(); i += 2) {
            checkOutcomes(value.operands[i], offered, path);
        }
        checkOutcomes(value.operands.back(), offered, path);
        return;
    }
    if (value.op != RuleOp::Literal) {
        refuse(path, tr("the value must be one of those offered, written out"));
        return;
    }
    const QString text = std::get<QString>(value.literal);
    if (!offered.contains(text)) {
        refuse(path, tr("“%1” is not offered").arg(text));
    }
}

void RuleChecker::readValue(ReadyRule& made, const QString& path)
{
    QStringList offered;
    ValueType wanted = ValueType::Text;
    if (made.rule.kind == RuleKind::Axis) {
        for (const GuideSituation& situation : m_guide.axis(made.rule.targets[0])->situations) {
            offered.append(situation.id);
        }
    } else {
        const GuideField& field = *m_guide.field(made.rule.targets[0]);
        wanted = *computedType(field);
        offered = field.options;
    }
    made.value = readExpression(made.rule.value, wanted, m_guide, path, m_faults);
    if (made.value && !offered.isEmpty()) {
        checkOutcomes(*made.value, offered, path);
    }
}

std::optional<ReadyRule> RuleChecker::ready(const FormRule& rule, const QString& path)
{
    const std::size_t before = m_faults.size();
    if (rule.id.isEmpty() || m_ids.contains(rule.id)) {
        refuse(path + QStringLiteral("/id"), tr("the id “%1” is used twice").arg(rule.id));
    }
    m_ids.insert(rule.id);
    checkTargets(rule, path);
    checkParts(rule, path);
    checkOptions(rule, path);
    if (m_faults.size() != before) {
        return std::nullopt;
    }
    ReadyRule made;
    made.rule = rule;
    if (!rule.when.isUndefined()) {
        made.when =
            readExpression(rule.when, ValueType::Bool, m_guide, path + QStringLiteral("/when"), m_faults);
    }
    if (!rule.value.isUndefined()) {
        readValue(made, path + QStringLiteral("/value"));
    }
    const auto sentence = [this, &path](const QString& text, const char* member) {
        return RuleSentence::read(text, m_guide, path + QString::fromLatin1(member), m_faults)
            .value_or(RuleSentence());
    };
    made.sentence = sentence(rule.sentence, "/sentence");
    made.why = sentence(rule.why, "/why");
    return m_faults.size() == before ? std::optional(std::move(made)) : std::nullopt;
}

} // namespace

std::vector<ReadyRule> readyRules(const Guide& guide, std::vector<RuleFault>& faults)
{
    std::vector<ReadyRule> rules;
    if (guide.rules.size() > kMaxRules) {
        faults.push_back(
            {QStringLiteral("/rules"),
             QCoreApplication::translate("FormRules", "there are more than %1 rules").arg(kMaxRules)});
        return rules;
    }
    RuleChecker checker(guide, faults);
    for (std::size_t i = 0; i < guide.rules.size(); ++i) {
        if (auto made = checker.ready(guide.rules[i], QStringLiteral("/rules/%1").arg(i))) {
            rules.push_back(std::move(*made));
        }
    }
    return rules;
}

} // namespace ow::domain
