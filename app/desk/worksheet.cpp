// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/worksheet.h"

#include "desk/decision.h"
#include "desk/houserules.h"
#include "domain/formvalue.h"

#include <QCoreApplication>

#include <utility>

namespace ow::desk {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Worksheet)
};

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
    QStringList touched = m_rules->update(m_form, m_typed, key);
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

void Worksheet::setUnchecked(bool unchecked)
{
    if (m_unchecked != unchecked) {
        m_unchecked = unchecked;
        conclude();
    }
}

void Worksheet::conclude()
{
    m_effective = domain::effectiveIntake(m_typed, m_form);
    m_situation = domain::resolveSituation(*m_guide, m_effective.situations, m_effective.answers);
    m_due = dueDates(*m_guide, m_effective, m_context.regime, m_house->calendar, m_today, true);
    m_context.decisionDue = m_due.promised;
    if (!m_unchecked) {
        m_findings = domain::preflight(*m_guide, m_typed, m_form, m_context);
        return;
    }
    domain::PreflightContext careful = m_context;
    careful.brokenPromise = true;
    m_findings = domain::preflight(*m_guide, m_typed, m_form, careful);
    m_findings.push_back({QStringLiteral("applicant.unchecked"),
                          domain::Effect::Hint,
                          Words::tr("Earlier cases and promises of this applicant could not be looked up."),
                          {},
                          {},
                          {},
                          {}});
}

} // namespace ow::desk
