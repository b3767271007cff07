// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/preflight.h"

#include "domain/fieldcheck.h"
#include "domain/formvalue.h"

#include <QCoreApplication>

#include <algorithm>

namespace ow::domain {

namespace {

constexpr QLatin1StringView kPassOnCode("authority.passOn");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Preflight)
};

QString guideSource(const Guide& guide)
{
    return Words::tr("Service guide %1, version %2").arg(guide.ref.code, QString::number(guide.ref.version));
}

/// Whose business it is, as far as the guide knows: an address or phone is never invented.
QString authorityOf(const Guide& guide)
{
    return guide.decisionDepartment.isEmpty() ? guide.leadDepartment : guide.decisionDepartment;
}

void checkAuthority(Findings& findings, const Guide& guide, const Regime& regime)
{
    if (guide.windowRole == WindowRole::Accept) {
        return;
    }
    const QString basis = regime.notOursBasis.isEmpty() ? guideBasis(guide) : regime.notOursBasis;
    const bool passedOn = guide.windowRole == WindowRole::PassOn;
    findings.push_back(
        {passedOn ? QString(kPassOnCode) : QStringLiteral("authority.notOurs"),
         Effect::NotOurs,
         Words::tr("%1 is decided at %2 level, not by this window.").arg(guide.name, guide.level),
         basis,
         {},
         {},
         Words::tr("Please apply to: %1.").arg(authorityOf(guide))});
}

void checkApplicantKind(Findings& findings, const Guide& guide, const Intake& intake)
{
    const bool legal = intake.applicant.kind == ApplicantKind::Legal;
    if (legal ? guide.forLegal : guide.forNatural) {
        return;
    }
    findings.push_back({QStringLiteral("applicant.kind"),
                        Effect::CorrectNow,
                        legal ? Words::tr("Only natural persons can apply for this item.")
                              : Words::tr("Only organisations can apply for this item."),
                        guideSource(guide),
                        QStringLiteral("applicantKind"),
                        {},
                        {}});
}

/// The field as the rules leave it: what may be chosen, whether it is demanded.
GuideField ruled(const GuideField& field, const FormState& form, const Intake& intake)
{
    GuideField made = field;
    const auto state = form.fields.constFind(field.key);
    made.required = state == form.fields.cend() ? isRequired(field, intake) : state->required;
    if (state != form.fields.cend() && !state->options.isEmpty()) {
        made.options = state->options;
    }
    return made;
}

void checkField(Findings& findings, const GuideField& field, const Intake& intake)
{
    const QCborValue value = formValue(intake, field.key);
    if (isBlank(value)) {
        if (field.required) {
            findings.push_back({QStringLiteral("field.required"),
                                Effect::CorrectNow,
                                Words::tr("“%1” is not filled in.").arg(field.label),
                                {},
                                field.key,
                                {},
                                {}});
        }
        return;
    }
    if (const auto fault = checkField(field, intake, value)) {
        findings.push_back({QStringLiteral("field.") + fault->code,
                            fault->warning ? Effect::Hint : Effect::CorrectNow,
                            Words::tr("“%1”: %2").arg(field.label, fault->sentence),
                            {},
                            field.key,
                            {},
                            {}});
    }
}

void checkFields(Findings& findings, const Guide& guide, const Intake& intake, const FormState& form)
{
    for (const GuideField& field : guide.fields) {
        const auto state = form.fields.constFind(field.key);
        const bool asked = state == form.fields.cend() || (state->visible && !state->computed);
        if (asked) {
            checkField(findings, ruled(field, form, intake), intake);
        }
    }
    for (const FormRule& rule : guide.rules) {
        const auto found = form.findings.constFind(rule.id);
        if (found != form.findings.cend()) {
            findings.push_back(*found);
            if (found->source.isEmpty()) {
                findings.back().source = guideSource(guide);
            }
        }
    }
}

QString whereToGet(const GuideMaterial& material)
{
    return material.issuer.isEmpty() ? QString() : Words::tr("Issued by %1.").arg(material.issuer);
}

QString materialSentence(const GuideMaterial& material, const MaterialIntake* taken)
{
    if (taken != nullptr && taken->state == MaterialState::Unfit) {
        return taken->unfitReason.isEmpty()
                   ? Words::tr("“%1” cannot be used as it is.").arg(material.name)
                   : Words::tr("“%1” cannot be used: %2").arg(material.name, taken->unfitReason);
    }
    return Words::tr("“%1” is missing.").arg(material.name);
}

void checkMaterial(Findings& findings, const Guide& guide, const DueMaterial& due, const Intake& intake,
                   int toleranceDays)
{
    const GuideMaterial& material = *due.material;
    if (due.asked) {
        findings.push_back({QStringLiteral("material.asked"),
                            Effect::CorrectNow,
                            Words::tr("“%1”: please answer whether this applies: %2")
                                .arg(material.name, material.requiredWhen),
                            guideSource(guide),
                            {},
                            material.id,
                            {}});
        return;
    }
    const MaterialIntake* taken = intake.material(material.id);
    const bool here = taken != nullptr && taken->state == MaterialState::Received;
    const bool unfit = taken != nullptr && taken->state == MaterialState::Unfit;
    if (here || (!due.required && !unfit)) {
        return;
    }
    QString sentence = materialSentence(material, taken);
    if (toleranceDays > 0) {
        sentence += Words::tr(" It may follow within %1 working day(s).").arg(toleranceDays);
    }
    findings.push_back({unfit ? QStringLiteral("material.unfit") : QStringLiteral("material.missing"),
                        toleranceDays > 0 ? Effect::DeficiencyPossible : Effect::Supplement,
                        sentence,
                        guideSource(guide),
                        {},
                        material.id,
                        whereToGet(material)});
}

/// A paper that ends while the application is being decided is no fault today, but somebody should know.
void checkExpiry(Findings& findings, const GuideMaterial& material, const Intake& intake, QDate decisionDue)
{
    const MaterialIntake* taken = intake.material(material.id);
    if (taken == nullptr || taken->state != MaterialState::Received || !decisionDue.isValid() ||
        !taken->validUntil.isValid() || taken->validUntil >= decisionDue) {
        return;
    }
    findings.push_back(
        {QStringLiteral("material.expires"),
         Effect::Hint,
         Words::tr("“%1” is valid until %2 only; the decision is due on %3.")
             .arg(material.name, taken->validUntil.toString(Qt::ISODate), decisionDue.toString(Qt::ISODate)),
         {},
         {},
         material.id,
         whereToGet(material)});
}

void checkDuplicates(Findings& findings, const Guide& guide, const Intake& intake,
                     const PreflightContext& context)
{
    const QString applicant = intake.applicant.idNumber.trimmed().toUpper();
    if (applicant.isEmpty()) {
        return;
    }
    for (const OpenCase& open : context.openCases) {
        if (open.itemCode == guide.ref.code && open.applicantId.trimmed().toUpper() == applicant) {
            findings.push_back(
                {QStringLiteral("case.duplicate"),
                 Effect::Hint,
                 Words::tr("The same applicant has an open case of this item: %1, received on %2.")
                     .arg(open.number, open.receivedOn.toString(Qt::ISODate)),
                 {},
                 {},
                 {},
                 {}});
        }
    }
}

} // namespace

Findings preflight(const Guide& guide, const Intake& intake, const PreflightContext& context)
{
    // A guide whose rules cannot be evaluated is refused when it is read: here the form is then as it says.
    const auto rules = FormRules::make(guide);
    return preflight(guide, intake, rules ? (*rules)->evaluate(intake) : FormState(), context);
}

Findings preflight(const Guide& guide, const Intake& typed, const FormState& form,
                   const PreflightContext& context)
{
    const Intake intake = effectiveIntake(typed, form);
    Findings findings;
    checkAuthority(findings, guide, context.regime);
    checkApplicantKind(findings, guide, intake);
    checkFields(findings, guide, intake, form);
    const ResolvedSituation situation = resolveSituation(guide, intake.situations, intake.answers);
    for (const DueMaterial& due : situation.materials) {
        const MaterialIntake* taken = intake.material(due.material->id);
        const bool barred = context.brokenPromise || (taken != nullptr && taken->demanded);
        const int tolerance = barred ? 0 : effectiveToleranceDays(*due.material, situation.promisedDays);
        checkMaterial(findings, guide, due, intake, tolerance);
        checkExpiry(findings, *due.material, intake, context.decisionDue);
    }
    checkDuplicates(findings, guide, intake, context);
    std::ranges::stable_sort(findings, {}, &Finding::effect);
    return findings;
}

Answer answerFor(const Findings& findings)
{
    const auto has = [&findings](Effect effect) {
        return std::ranges::any_of(findings, [effect](const Finding& f) { return f.effect == effect; });
    };
    if (has(Effect::NotRequired)) {
        return Answer::NotRequired;
    }
    if (std::ranges::any_of(findings, [](const Finding& f) { return f.code == kPassOnCode; })) {
        return Answer::PassOn;
    }
    if (has(Effect::NotOurs)) {
        return Answer::Decline;
    }
    if (has(Effect::CorrectNow) || has(Effect::Supplement)) {
        return Answer::Notice;
    }
    return has(Effect::DeficiencyPossible) ? Answer::AcceptDeficient : Answer::Accept;
}

Answer answerFor(const Guide& guide, const Findings& findings)
{
    const Answer answer = answerFor(findings);
    const bool atOnce = guide.handling == Handling::OnTheSpot && guide.windowRole == WindowRole::Accept;
    return answer == Answer::Accept && atOnce ? Answer::AcceptAndGrant : answer;
}

int displacingCount(const Findings& findings)
{
    return static_cast<int>(
        std::ranges::count_if(findings, [](const Finding& f) { return displacesAcceptance(f.effect); }));
}

} // namespace ow::domain
