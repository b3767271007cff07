// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/decision.h"

#include "domain/duedate.h"
#include "domain/situation.h"
#include "ledger/numbers.h"

#include <QCborArray>
#include <QCoreApplication>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::Answer;
using domain::Effect;
using domain::ErrorCode;
using domain::Finding;
using domain::Findings;
using domain::Kind;
using domain::Result;

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

/// What a notice asks for: everything the applicant still has to bring or set right. A tolerable material
/// belongs to it as well, because a notice tells everything at once (Art. 32(4)).
bool belongsOnNotice(Effect effect)
{
    return domain::displacesAcceptance(effect) || effect == Effect::DeficiencyPossible;
}

/// An application complete in form is accepted and nothing incomplete is (Art. 32); a decline needs a finding
/// that says so or a reason of its own.
Result<void> allow(const DecisionRequest& request)
{
    const Answer open = domain::answerFor(request.findings);
    bool allowed = false;
    switch (request.answer) {
    case Answer::Accept:
    case Answer::AcceptDeficient:
        allowed = open == request.answer;
        break;
    case Answer::Notice:
        // Whoever would rather bring everything at once than promise it may have the notice.
        allowed = open == Answer::Notice || open == Answer::AcceptDeficient;
        break;
    case Answer::Decline:
        allowed = open == Answer::Decline || !request.reason.trimmed().isEmpty();
        break;
    case Answer::NotRequired:
        allowed = open == Answer::NotRequired;
        break;
    }
    if (!allowed) {
        return domain::fail(ErrorCode::NotAllowed, QStringLiteral("the findings call for another answer"),
                            QStringLiteral("answer"));
    }
    return {};
}

QCborArray deficiencies(const DecisionRequest& request, const domain::WorkCalendar& calendar, QDate day)
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

QString declineReason(const DecisionRequest& request)
{
    QStringList reasons;
    for (const Finding& finding : request.findings) {
        if (finding.effect == Effect::NotOurs || finding.effect == Effect::NotRequired) {
            reasons.append(finding.where.isEmpty() ? finding.sentence : finding.sentence + finding.where);
        }
    }
    if (!request.reason.isEmpty()) {
        reasons.append(request.reason);
    }
    return reasons.join(u'\n');
}

struct PaperPlan
{
    QString kind;
    domain::PaperSeries series;
    QString templateId;
    int templateVersion = 0;
};

Result<PaperPlan> planPaper(const DecisionRequest& request, const HouseRules& rules)
{
    const QString kind = paperKindOf(request.answer);
    const auto series = rules.facts.series.constFind(kind);
    const auto paperKind = papers::paperKindFromKey(kind);
    const papers::PaperTemplate* paper =
        paperKind ? rules.templates.latest(*paperKind, request.guide.typeCode) : nullptr;
    if (series == rules.facts.series.constEnd() || paper == nullptr) {
        return domain::fail(ErrorCode::GuideInvalid, QStringLiteral("no series or template for this paper"),
                            kind);
    }
    return PaperPlan{kind, *series, paper->id, paper->version};
}

ledger::ActDraft receiveAct(const DecisionRequest& request, const domain::Regime& regime,
                            const HouseRulesPtr& rules)
{
    ledger::ActDraft act;
    act.kind = Kind::Receive;
    act.actor = request.actor;
    act.about = ledger::ActDraft::Case::Open;
    act.body = [request, regime, rules](ledger::Numbers& numbers) -> Result<QCborMap> {
        const auto due =
            dueDates(request.guide, request.intake, regime, rules->calendar, numbers.day(), false);
        return QCborMap{{QStringLiteral("intake"), domain::intakeToCbor(request.intake)},
                        {QStringLiteral("receivedOn"), numbers.day().toString(Qt::ISODate)},
                        {QStringLiteral("due"), domain::dueToCbor(due)}};
    };
    return act;
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
            {QStringLiteral("deficiencies"), deficiencies(request, rules.calendar, day)},
            {QStringLiteral("advice"), findingsWith(request.findings, isAdvice)}};
}

QCborMap answerBody(const DecisionRequest& request, const domain::Regime& regime, const HouseRules& rules,
                    QDate day)
{
    switch (request.answer) {
    case Answer::Accept:
    case Answer::AcceptDeficient:
        return acceptBody(request, regime, rules, day);
    case Answer::Notice:
        return {{QStringLiteral("findings"), findingsWith(request.findings, belongsOnNotice)},
                {QStringLiteral("advice"), findingsWith(request.findings, isAdvice)}};
    case Answer::Decline:
    case Answer::NotRequired:
        // What is missing does not matter to an authority that is not the right one.
        return {{QStringLiteral("reason"), declineReason(request)},
                {QStringLiteral("findings"), findingsWith(request.findings, [](Effect effect) {
                     return effect == Effect::NotOurs || effect == Effect::NotRequired;
                 })}};
    }
    return {};
}

Kind kindOf(Answer answer)
{
    switch (answer) {
    case Answer::Accept:
    case Answer::AcceptDeficient:
        return Kind::Accept;
    case Answer::Notice:
        return Kind::Notice;
    case Answer::Decline:
        return Kind::Decline;
    case Answer::NotRequired:
        return Kind::NotRequired;
    }
    return Kind::Accept;
}

} // namespace

QString paperKindOf(Answer answer)
{
    switch (answer) {
    case Answer::Accept:
    case Answer::AcceptDeficient:
        return papers::paperKindKey(papers::PaperKind::Acceptance);
    case Answer::Notice:
        return papers::paperKindKey(papers::PaperKind::OneTimeNotice);
    case Answer::Decline:
        return papers::paperKindKey(papers::PaperKind::Decline);
    case Answer::NotRequired:
        return papers::paperKindKey(papers::PaperKind::NotRequired);
    }
    return {};
}

domain::DueDates dueDates(const domain::Guide& guide, const domain::Intake& intake,
                          const domain::Regime& regime, const domain::WorkCalendar& calendar, QDate day,
                          bool accepted)
{
    domain::DueDates due;
    if (regime.answerDays > 0) {
        const domain::DueDate answer = domain::noticeLatest(day, calendar, regime.answerDays);
        due.answer = answer.date;
        due.certain = answer.certain;
    }
    if (accepted) {
        const auto situation = domain::resolveSituation(guide, intake.situations, intake.answers);
        const domain::DueDate promised = domain::limitDue(day, situation.promisedDays, calendar);
        const domain::DueDate statutory = domain::limitDue(day, situation.statutoryDays, calendar);
        due.promised = promised.date;
        due.statutory = statutory.date;
        due.certain = promised.certain && statutory.certain;
    }
    return due;
}

Result<std::vector<ledger::ActDraft>> decisionActs(const DecisionRequest& request, const HouseRulesPtr& rules)
{
    if (const auto allowed = allow(request); !allowed) {
        return tl::unexpected(allowed.error());
    }
    const Result<domain::Regime> regime = rules->regimes.forTypeCode(request.guide.typeCode);
    if (!regime) {
        return tl::unexpected(regime.error());
    }
    const Result<PaperPlan> plan = planPaper(request, *rules);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    ledger::ActDraft receive = receiveAct(request, *regime, rules);
    receive.guide = record::GuideRef{request.guide.ref.code, request.guide.ref.version,
                                     QString::fromLatin1(request.guide.ref.sm3.toHex())};
    for (const domain::MaterialIntake& material : request.intake.materials) {
        for (const domain::MaterialFile& file : material.files) {
            // One scan may serve two materials; the entry names it once.
            const record::BlobRef blob{file.blob, file.size};
            if (!receive.blobs.contains(blob)) {
                receive.blobs.append(blob);
            }
        }
    }
    receive.settlesDraft = request.intake.draftId;
    ledger::ActDraft answer;
    answer.kind = kindOf(request.answer);
    answer.actor = request.actor;
    answer.about = ledger::ActDraft::Case::AsBefore;
    answer.guide = receive.guide;
    answer.body = [request, regime = *regime, plan = *plan,
                   rules](ledger::Numbers& numbers) -> Result<QCborMap> {
        const Result<QString> number = numbers.drawPaper(plan.kind, plan.series);
        if (!number) {
            return tl::unexpected(number.error());
        }
        QCborMap body = answerBody(request, regime, *rules, numbers.day());
        body.insert(
            QStringLiteral("paper"),
            domain::paperToCbor({plan.kind, *number, plan.templateId, plan.templateVersion, {}, {}, {}}));
        return body;
    };
    return std::vector<ledger::ActDraft>{std::move(receive), std::move(answer)};
}

} // namespace ow::desk
