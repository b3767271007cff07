// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/actdesk.h"

#include "desk/answerbodies.h"
#include "desk/brokenpromise.h"
#include "desk/decision.h"
#include "desk/paperplan.h"
#include "desk/worksheet.h"
#include "domain/formvalue.h"
#include "ledger/numbers.h"

#include <QCborArray>

#include <utility>

namespace ow::desk {

namespace {

using domain::CaseState;
using domain::ErrorCode;
using domain::Kind;
using domain::Result;
using ledger::ActDraft;
using ledger::Ledger;
using papers::PaperKind;
using Acts = Result<std::vector<ActDraft>>;

bool isUnanswered(CaseState state)
{
    return state == CaseState::Received || state == CaseState::Resubmitted;
}

bool allows(CaseState state, Kind kind)
{
    return domain::stateAfter(state, kind).has_value();
}

/// As a person reads a value of the form: what was and what became of it stand on the paper.
QString valueWords(const QCborValue& value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const QCborValue& part : value.toArray()) {
            parts << valueWords(part);
        }
        return parts.join(u'、');
    }
    if (value.isBool()) {
        return value.toBool() ? ActDesk::tr("Yes") : ActDesk::tr("No");
    }
    return value.isString() ? value.toString() : value.toVariant().toString();
}

QCborArray correctionsOf(const domain::Guide& guide, const domain::Intake& before,
                         const std::vector<Correction>& corrections)
{
    QCborArray list;
    for (const Correction& correction : corrections) {
        const QCborValue was = domain::formValue(before, correction.field);
        if (was == correction.became) {
            continue;
        }
        const domain::GuideField* field = guide.field(correction.field);
        QCborMap row{{QStringLiteral("field"), correction.field},
                     {QStringLiteral("label"), field != nullptr ? field->label : correction.field},
                     {QStringLiteral("became"), correction.became},
                     {QStringLiteral("wasWords"), valueWords(was)},
                     {QStringLiteral("becameWords"), valueWords(correction.became)}};
        if (!was.isUndefined()) {
            row.insert(QStringLiteral("was"), was);
        }
        list.append(row);
    }
    return list;
}

Result<ActBody> paperBody(PaperKind kind, const CaseToAct& now, const HouseRulesPtr& rules, ActBody body)
{
    return planPaper(kind, now.guide->typeCode, *rules).map([&body](PaperPlan plan) {
        return withPaper(std::move(plan), std::move(body));
    });
}

Acts one(ActDraft act, Result<ActBody> body)
{
    if (!body) {
        return tl::unexpected(body.error());
    }
    act.body = std::move(*body);
    return std::vector{std::move(act)};
}

/// What stands in the way today of a case nobody has answered yet.
Result<domain::Findings> findingsOf(const Ledger& ledger, const HouseRulesPtr& rules, const CaseToAct& seen,
                                    QDate today)
{
    const auto formRules = rules->formRules->of(*seen.guide);
    if (!formRules) {
        return tl::unexpected(formRules.error());
    }
    const auto broken = brokenPromiseOf(ledger, seen.file.intake.applicant.idNumber, today);
    if (!broken) {
        return tl::unexpected(broken.error());
    }
    Worksheet sheet(seen.guide, *formRules, seen.file.intake, rules, today);
    sheet.setBrokenPromise(*broken);
    return sheet.findings();
}

} // namespace

CaseOffers offersFor(const domain::CaseFile& file, domain::Roles roles)
{
    const auto may = [&file, roles](Kind kind) {
        return (domain::kindInfo(kind).roles & roles) != 0U && allows(file.state, kind);
    };
    CaseOffers offers;
    offers.answer = isUnanswered(file.state) && may(Kind::Accept);
    offers.supplement = may(Kind::Resubmit);
    offers.supply = domain::isOpen(file.state) && !file.openDeficiencies().empty() && may(Kind::Supply);
    offers.signPromise = file.promise && file.promise->signedBlob.isEmpty() && domain::isOpen(file.state) &&
                         may(Kind::Promise);
    offers.correct = file.state == CaseState::Received && may(Kind::CorrectOnSpot);
    offers.passOn = may(Kind::PassOn);
    offers.advise = may(Kind::Advice);
    offers.withdraw = may(Kind::Withdraw);
    offers.answerTask = !file.openTasks().empty() && (roles & (domain::Clerk | domain::Chief)) != 0U;
    return offers;
}

Result<CaseToAct> lookAtCase(const Ledger& ledger, const HouseRulesPtr& rules, const QString& number,
                             domain::Roles roles, QDate today)
{
    auto history = ledger.cases().history(number);
    if (!history) {
        return tl::unexpected(history.error());
    }
    CaseToAct seen;
    seen.number = number;
    seen.head = history->file.lastEntry;
    seen.file = std::move(history->file);
    seen.guide = rules->catalogue.find(seen.file.intake.guide);
    if (seen.guide == nullptr) {
        return domain::fail(ErrorCode::GuideMissing, {}, seen.file.intake.guide.code);
    }
    seen.offers = offersFor(seen.file, roles);
    if (isUnanswered(seen.file.state)) {
        auto findings = findingsOf(ledger, rules, seen, today);
        if (!findings) {
            return tl::unexpected(findings.error());
        }
        seen.findings = std::move(*findings);
        seen.answer = domain::answerFor(*seen.guide, seen.findings);
    }
    return seen;
}

ActDesk::ActDesk(Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
{
}

QFuture<Result<CaseToAct>> ActDesk::look(const QString& number)
{
    const domain::Roles roles =
        m_workplace.person() ? rolesAtDesk(*m_workplace.person()) : domain::Roles(domain::NoRole);
    return m_workplace.ledger().run(
        [number, roles, rules = m_workplace.rules(), today = m_workplace.today()](Ledger& ledger) {
            return lookAtCase(ledger, rules, number, roles, today);
        });
}

ActDraft ActDesk::draft(const CaseToAct& seen, Kind kind) const
{
    ActDraft act;
    act.kind = kind;
    act.actor = m_workplace.person()->id;
    act.about = ActDraft::Case::Existing;
    act.caseNumber = seen.number;
    act.seenHead = seen.head;
    act.guide = guideOf(*seen.guide);
    return act;
}

ActDesk::Answered ActDesk::write(const CaseToAct& seen, MakeActs make)
{
    if (!m_workplace.person()) {
        return QtFuture::makeReadyFuture(Result<ActDone>(domain::fail(ErrorCode::KeyLocked)));
    }
    return m_workplace.ledger()
        .run([seen, make = std::move(make), roles = rolesAtDesk(*m_workplace.person()),
              rules = m_workplace.rules(), today = m_workplace.today(),
              nowMs = m_workplace.options().clock->utcMs(),
              confirmed = std::exchange(m_clockConfirmed, false)](Ledger& ledger) -> Result<ActDone> {
            // Judged on what the ledger has now; what the person saw is checked when it is written.
            const auto now = lookAtCase(ledger, rules, seen.number, roles, today);
            if (!now) {
                return tl::unexpected(now.error());
            }
            const Acts acts = make(*now);
            return acts ? writeActs(ledger, *acts, nowMs, confirmed) : tl::unexpected(acts.error());
        })
        .then(this, [this](Result<ActDone> done) {
            if (done) {
                m_workplace.noteWritten();
                Q_EMIT acted(*done);
            }
            return done;
        });
}

ActDesk::Answered ActDesk::answer(const CaseToAct& seen, domain::Answer answer, const QString& reason)
{
    if (!m_workplace.person()) {
        return write(seen, {});
    }
    const Person person = *m_workplace.person();
    return write(seen, [seen, answer, reason, person, rules = m_workplace.rules()](const CaseToAct& now) {
        DecisionRequest request;
        request.guide = *now.guide;
        request.intake = now.file.intake;
        request.answer = answer;
        request.findings = now.findings;
        request.reason = reason;
        request.actor = person.id;
        request.received =
            ReceivedCase{seen.number, now.file.state, now.file.notices, seen.head, rolesAtDesk(person)};
        return decisionActs(request, rules);
    });
}

ActDesk::Answered ActDesk::correct(const CaseToAct& seen, const std::vector<Correction>& corrections,
                                   const QString& confirmedBy)
{
    if (!m_workplace.person()) {
        return write(seen, {});
    }
    return write(seen,
                 [act = draft(seen, Kind::CorrectOnSpot), corrections, confirmedBy,
                  rules = m_workplace.rules()](const CaseToAct& now) -> Acts {
                     const QCborArray list = correctionsOf(*now.guide, now.file.intake, corrections);
                     if (list.isEmpty() || confirmedBy.trimmed().isEmpty()) {
                         return domain::fail(ErrorCode::InvalidInput,
                                             QStringLiteral("nothing is corrected, or by nobody"),
                                             QStringLiteral("confirmedBy"));
                     }
                     if (!now.offers.correct) {
                         return domain::fail(ErrorCode::MoveIllegal, QStringLiteral("answered already"));
                     }
                     return one(act, paperBody(PaperKind::Correction, now, rules,
                                               ledger::fixedBody({{QStringLiteral("corrections"), list},
                                                                  {QStringLiteral("confirmedBy"),
                                                                   confirmedBy.trimmed()}})));
                 });
}

ActDesk::Answered ActDesk::advise(const CaseToAct& seen, const QString& question)
{
    if (!m_workplace.person()) {
        return write(seen, {});
    }
    ActDraft act = draft(seen, Kind::Advice);
    act.seenHead.reset(); // takes nothing from what another wrote meanwhile
    return write(seen, [act, question, rules = m_workplace.rules()](const CaseToAct& now) {
        return one(act, paperBody(PaperKind::Advice, now, rules,
                                  ledger::fixedBody(adviceBody(*now.guide, now.file.intake, question))));
    });
}

ActDesk::Answered ActDesk::withdraw(const CaseToAct& seen, const QString& reason)
{
    if (!m_workplace.person()) {
        return write(seen, {});
    }
    return write(
        seen, [act = draft(seen, Kind::Withdraw), reason, rules = m_workplace.rules()](const CaseToAct& now) {
            return one(act, paperBody(PaperKind::Withdrawal, now, rules,
                                      [reason](ledger::Numbers& numbers) -> Result<QCborMap> {
                                          return QCborMap{{QStringLiteral("withdrawnOn"),
                                                           numbers.day().toString(Qt::ISODate)},
                                                          {QStringLiteral("reason"), reason.trimmed()}};
                                      }));
        });
}

ActDesk::Answered ActDesk::answerTask(const CaseToAct& seen, const QString& done)
{
    if (!m_workplace.person()) {
        return write(seen, {});
    }
    return write(seen, [act = draft(seen, Kind::Note), done](const CaseToAct& now) -> Acts {
        if (done.trimmed().isEmpty()) {
            return domain::fail(ErrorCode::InvalidInput, QStringLiteral("nothing is said to be done"),
                                QStringLiteral("done"));
        }
        if (!now.offers.answerTask) {
            return domain::fail(ErrorCode::NotAllowed, QStringLiteral("no task is open"));
        }
        QCborArray cures;
        for (const domain::CaseTask& task : now.file.openTasks()) {
            cures.append(task.entry);
        }
        return one(act, ledger::fixedBody(
                            {{QStringLiteral("text"), done.trimmed()}, {QStringLiteral("cures"), cures}}));
    });
}

} // namespace ow::desk
