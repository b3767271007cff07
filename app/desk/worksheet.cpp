// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/worksheet.h"

#include "desk/decision.h"
#include "desk/houserules.h"
#include "domain/formvalue.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

namespace ow::desk {

namespace {

using domain::Finding;
using domain::Findings;

bool isRequiredFinding(const Finding& finding)
{
    return finding.code == QLatin1StringView("field.required");
}

Finding requiredFinding(const domain::GuideField& field)
{
    // The sentence of pre-flight, so that a demand of a rule reads like one of the guide.
    return {QStringLiteral("field.required"),
            domain::Effect::CorrectNow,
            QCoreApplication::translate("Preflight", "“%1” is not filled in.").arg(field.label),
            {},
            field.key,
            {},
            {}};
}

/// What the rules say beside pre-flight: no demand for what is hidden or computed, demands of their own, and
/// what does not hold. Findings keep the order effect, then form.
void applyRules(Findings& findings, const domain::Guide& guide, const domain::Intake& intake,
                const domain::FormState& form)
{
    std::erase_if(findings, [&form](const Finding& finding) {
        const auto state = form.fields.constFind(finding.field);
        return isRequiredFinding(finding) && state != form.fields.constEnd() && !state->required;
    });
    QSet<QString> demanded;
    QSet<QString> said;
    for (const Finding& finding : findings) {
        said.insert(finding.code);
        if (isRequiredFinding(finding)) {
            demanded.insert(finding.field);
        }
    }
    for (const domain::GuideField& field : guide.fields) {
        const auto state = form.fields.constFind(field.key);
        if (state != form.fields.constEnd() && state->required && !demanded.contains(field.key) &&
            domain::isBlank(domain::formValue(intake, field.key))) {
            findings.push_back(requiredFinding(field));
        }
    }
    for (const Finding& finding : form.findings) {
        if (!said.contains(finding.code)) {
            findings.push_back(finding);
        }
    }
    QHash<QString, int> places;
    for (const domain::GuideField& field : guide.fields) {
        places.insert(field.key, static_cast<int>(places.size()));
    }
    const auto last = static_cast<int>(places.size());
    std::ranges::stable_sort(findings, {}, [&places, last](const Finding& finding) {
        return std::pair(finding.effect, finding.field.isEmpty() ? last : places.value(finding.field, last));
    });
}

} // namespace

Worksheet::Worksheet(catalogue::GuidePtr guide, RulesPtr rules, domain::Intake typed,
                     std::shared_ptr<const HouseRules> house, QDate today)
    : m_guide(std::move(guide))
    , m_rules(std::move(rules))
    , m_house(std::move(house))
    , m_today(today)
    , m_typed(std::move(typed))
{
    if (const auto regime = m_house->regimes.forTypeCode(m_guide->typeCode)) {
        m_context.regime = *regime;
    }
    refresh();
}

QStringList Worksheet::setField(const QString& key, const QCborValue& value)
{
    domain::setFormValue(m_typed, key, value);
    const QStringList touched = m_rules->update(m_form, m_typed, key);
    conclude();
    return touched;
}

void Worksheet::refresh()
{
    m_form = m_rules->evaluate(m_typed);
    conclude();
}

void Worksheet::replace(domain::Intake typed)
{
    m_typed = std::move(typed);
    refresh();
}

void Worksheet::setOpenCases(std::vector<domain::OpenCase> cases)
{
    m_context.openCases = std::move(cases);
    conclude();
}

void Worksheet::setBrokenPromise(bool broken)
{
    m_context.brokenPromise = broken;
    conclude();
}

void Worksheet::conclude()
{
    m_effective = domain::effectiveIntake(m_typed, m_form);
    m_situation = domain::resolveSituation(*m_guide, m_effective.situations, m_effective.answers);
    m_findings = domain::preflight(*m_guide, m_effective, m_context);
    applyRules(m_findings, *m_guide, m_effective, m_form);
    m_due = dueDates(*m_guide, m_effective, m_context.regime, m_house->calendar, m_today, true);
}

} // namespace ow::desk
