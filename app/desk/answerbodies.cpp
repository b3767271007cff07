// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/answerbodies.h"

#include "domain/situation.h"

#include <QCborArray>
#include <QCoreApplication>

namespace ow::desk {

namespace {

using domain::Answer;
using domain::Effect;
using domain::Finding;
using domain::Findings;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AnswerBody)
};

QCborArray findingsWith(const Findings& findings, auto wanted)
{
    QCborArray list;
    for (const Finding& finding : findings) {
        if (wanted(finding.effect)) {
            list.append(domain::findingToCbor(finding));
        }
    }
    return list;
}

bool isAdvice(Effect effect)
{
    return effect == Effect::WillBeRefused || effect == Effect::Hint;
}

bool isNotForThisWindow(Effect effect)
{
    return effect == Effect::NotOurs || effect == Effect::NotRequired;
}

/// What a notice asks for: everything the applicant still has to bring or set right. A tolerable material
/// belongs to it as well, because a notice tells everything at once (Art. 32(4)).
bool belongsOnNotice(Effect effect)
{
    return domain::displacesAcceptance(effect) || effect == Effect::DeficiencyPossible;
}

bool isSupplemented(const DecisionRequest& request)
{
    return request.received && request.received->state == domain::CaseState::Resubmitted;
}

/// What leads to a decline: that it is not for this window, or, after the one notice, what is still not
/// there.
bool leadsToDecline(const DecisionRequest& request, Effect effect)
{
    return isNotForThisWindow(effect) || (isSupplemented(request) && domain::displacesAcceptance(effect));
}

QString declineReason(const DecisionRequest& request)
{
    QStringList reasons;
    for (const Finding& finding : request.findings) {
        if (leadsToDecline(request, finding.effect)) {
            reasons.append(finding.where.isEmpty() ? finding.sentence : finding.sentence + finding.where);
        }
    }
    if (!request.reason.isEmpty()) {
        reasons.append(request.reason);
    }
    return reasons.join(u'\n');
}

QCborMap acceptBody(const DecisionRequest& request, const domain::Regime& regime, const HouseRules& rules,
                    QDate day)
{
    const auto situation =
        domain::resolveSituation(request.guide, request.intake.situations, request.intake.answers);
    const auto due = dueDates(request.guide, request.intake, regime, rules.calendar, day, true);
    return {{QStringLiteral("acceptedOn"), day.toString(Qt::ISODate)},
            {QStringLiteral("statutoryDays"), situation.statutoryDays},
            {QStringLiteral("promisedDays"), situation.promisedDays},
            {QStringLiteral("due"), domain::dueToCbor(due)},
            {QStringLiteral("deficiencies"), deficienciesOf(request, rules.calendar, day)},
            {QStringLiteral("advice"), findingsWith(request.findings, isAdvice)}};
}

QCborMap passOnBody(const DecisionRequest& request)
{
    const QString to = request.reason.trimmed().isEmpty() ? authorityOf(request.guide) : request.reason;
    return {{QStringLiteral("to"), to},
            {QStringLiteral("findings"), findingsWith(request.findings, isNotForThisWindow)},
            {QStringLiteral("advice"), findingsWith(request.findings, isAdvice)}};
}

} // namespace

QString authorityOf(const domain::Guide& guide)
{
    return guide.decisionDepartment.isEmpty() ? guide.leadDepartment : guide.decisionDepartment;
}

QString formOf(const domain::GuideMaterial& material)
{
    QStringList parts;
    if (material.originals > 0) {
        parts << Words::tr("%1 original(s)").arg(material.originals);
    }
    if (material.photocopies > 0) {
        parts << Words::tr("%1 photocopy(ies)").arg(material.photocopies);
    }
    return parts.join(Words::tr(", "));
}

QCborArray deficienciesOf(const DecisionRequest& request, const domain::WorkCalendar& calendar, QDate day)
{
    const auto situation =
        domain::resolveSituation(request.guide, request.intake.situations, request.intake.answers);
    QCborArray list;
    for (const Finding& finding : request.findings) {
        const domain::GuideMaterial* material = request.guide.material(finding.material);
        if (finding.effect != Effect::DeficiencyPossible || material == nullptr) {
            continue;
        }
        const int days = domain::effectiveToleranceDays(*material, situation.promisedDays);
        list.append(
            QCborMap{{QStringLiteral("material"), finding.material},
                     {QStringLiteral("due"), calendar.addWorkdays(day, days).date.toString(Qt::ISODate)}});
    }
    return list;
}

QCborMap adviceBody(const domain::Guide& guide, const domain::Intake& intake, const QString& question)
{
    QCborArray bring;
    for (const domain::DueMaterial& due :
         domain::resolveSituation(guide, intake.situations, intake.answers).materials) {
        const domain::GuideMaterial& material = *due.material;
        QString sentence = material.name;
        if (!material.requiredWhen.isEmpty()) {
            sentence = Words::tr("%1 (when: %2)").arg(material.name, material.requiredWhen);
        } else if (!due.required) {
            sentence = Words::tr("%1 (if there is one)").arg(material.name);
        }
        bring.append(domain::findingToCbor({QStringLiteral("advice.material"),
                                            Effect::Hint,
                                            sentence,
                                            formOf(material),
                                            {},
                                            material.id,
                                            material.issuer}));
    }
    return {{QStringLiteral("question"), question},
            {QStringLiteral("to"), authorityOf(guide)},
            {QStringLiteral("findings"), bring}};
}

QCborMap answerBody(const DecisionRequest& request, const domain::Regime& regime, const HouseRules& rules,
                    QDate day)
{
    switch (request.answer) {
    case Answer::Accept:
    case Answer::AcceptDeficient:
    case Answer::AcceptAndGrant:
        return acceptBody(request, regime, rules, day);
    case Answer::Notice:
        return {{QStringLiteral("findings"), findingsWith(request.findings, belongsOnNotice)},
                {QStringLiteral("advice"), findingsWith(request.findings, isAdvice)}};
    case Answer::Decline:
    case Answer::NotRequired:
        // What is missing does not matter to an authority that is not the right one.
        return {{QStringLiteral("reason"), declineReason(request)},
                {QStringLiteral("findings"), findingsWith(request.findings, [&request](Effect effect) {
                     return leadsToDecline(request, effect);
                 })}};
    case Answer::PassOn:
        return passOnBody(request);
    case Answer::ReceiveOnly:
        return {};
    }
    return {};
}

} // namespace ow::desk
