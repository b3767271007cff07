// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/decision.h"

#include "desk/answerbodies.h"
#include "desk/paperplan.h"
#include "domain/duedate.h"
#include "domain/situation.h"
#include "ledger/numbers.h"

#include <QCborArray>

#include <utility>

namespace ow::desk {

namespace {

using domain::Answer;
using domain::CaseState;
using domain::ErrorCode;
using domain::Kind;
using domain::Result;
using ledger::ActDraft;
using papers::PaperKind;

/// A result that is made elsewhere: a licence, a plate.
constexpr char16_t kCertificate = u'证';
constexpr char16_t kPlate = u'牌';

Kind kindOf(Answer answer)
{
    switch (answer) {
    case Answer::Accept:
    case Answer::AcceptDeficient:
    case Answer::AcceptAndGrant:
        return Kind::Accept;
    case Answer::Notice:
        return Kind::Notice;
    case Answer::Decline:
        return Kind::Decline;
    case Answer::NotRequired:
        return Kind::NotRequired;
    case Answer::PassOn:
        return Kind::PassOn;
    case Answer::ReceiveOnly:
        return Kind::Receive;
    }
    return Kind::Accept;
}

bool isAllowed(const DecisionRequest& request, Answer open)
{
    const bool supplemented = request.received && request.received->state == CaseState::Resubmitted;
    switch (request.answer) {
    case Answer::Accept:
    case Answer::AcceptDeficient:
        return open == request.answer;
    case Answer::AcceptAndGrant:
        return domain::answerFor(request.guide, request.findings) == request.answer;
    case Answer::Notice:
        // Whoever would rather bring everything at once than promise it may have the notice.
        return open == Answer::Notice || open == Answer::AcceptDeficient;
    case Answer::Decline:
        return open == Answer::Decline || open == Answer::PassOn || !request.reason.trimmed().isEmpty() ||
               (supplemented && open == Answer::Notice);
    case Answer::NotRequired:
        return open == Answer::NotRequired;
    case Answer::PassOn:
        // A clerk who knows the right authority better than the guide names it.
        return open == Answer::PassOn || (request.received && !request.reason.trimmed().isEmpty());
    case Answer::ReceiveOnly:
        return !request.received;
    }
    return false;
}

/// Writes the acts of one decision, in order.
class Acts
{
public:
    Acts(const DecisionRequest& request, domain::Regime regime, HouseRulesPtr rules)
        : m_request(request)
        , m_regime(std::move(regime))
        , m_rules(std::move(rules))
    {
    }

    [[nodiscard]] Result<std::vector<ActDraft>> all()
    {
        const bool receives = !m_request.received;
        if (receives && !addReceive()) {
            return tl::unexpected(m_error);
        }
        if (m_request.answer == Answer::ReceiveOnly) {
            return std::move(m_acts);
        }
        if (!add(kindOf(m_request.answer), paperKindOf(m_request.answer),
                 [request = m_request, regime = m_regime, rules = m_rules](ledger::Numbers& numbers)
                     -> Result<QCborMap> { return answerBody(request, regime, *rules, numbers.day()); })) {
            return tl::unexpected(m_error);
        }
        if (!addWhatBelongs()) {
            return tl::unexpected(m_error);
        }
        return std::move(m_acts);
    }

private:
    bool fail(const domain::Error& error)
    {
        m_error = error;
        return false;
    }

    ActDraft draft(Kind kind) const
    {
        ActDraft act;
        act.kind = kind;
        act.actor = m_request.actor;
        act.guide = guideOf(m_request.guide);
        act.about = ActDraft::Case::AsBefore;
        if (m_acts.empty() && m_request.received) {
            act.about = ActDraft::Case::Existing;
            act.caseNumber = m_request.received->number;
            act.seenHead = m_request.received->seenHead;
        }
        return act;
    }

    bool add(Kind kind, std::optional<PaperKind> paper, ActBody body)
    {
        ActDraft act = draft(kind);
        act.body = std::move(body);
        if (paper) {
            auto plan = planPaper(*paper, m_request.guide.typeCode, *m_rules);
            if (!plan) {
                return fail(plan.error());
            }
            act.body = withPaper(std::move(*plan), std::move(act.body));
        }
        m_acts.push_back(std::move(act));
        return true;
    }

    bool addReceive()
    {
        const bool only = m_request.answer == Answer::ReceiveOnly;
        const bool done =
            add(Kind::Receive, only ? std::optional(PaperKind::Receipt) : std::nullopt,
                [request = m_request, regime = m_regime, rules = m_rules,
                 only](ledger::Numbers& numbers) -> Result<QCborMap> {
                    const auto due = dueDates(request.guide, request.intake, regime, rules->calendar,
                                              numbers.day(), false);
                    QCborMap what{{QStringLiteral("intake"), domain::intakeToCbor(request.intake)},
                                  {QStringLiteral("receivedOn"), numbers.day().toString(Qt::ISODate)},
                                  {QStringLiteral("due"), domain::dueToCbor(due)}};
                    if (only && !request.reason.isEmpty()) {
                        what.insert(QStringLiteral("reason"), request.reason);
                    }
                    return what;
                });
        if (done) {
            ActDraft& act = m_acts.back();
            act.about = ActDraft::Case::Open;
            act.blobs = blobsOf(m_request.intake.materials);
            act.settlesDraft = m_request.intake.draftId;
        }
        return done;
    }

    bool addWhatBelongs()
    {
        switch (m_request.answer) {
        case Answer::AcceptDeficient:
            return add(Kind::Promise, PaperKind::Promise,
                       [request = m_request, rules = m_rules](ledger::Numbers& numbers) -> Result<QCborMap> {
                           return QCborMap{{QStringLiteral("materials"),
                                            deficienciesOf(request, rules->calendar, numbers.day())}};
                       });
        case Answer::AcceptAndGrant:
            return addGrant();
        case Answer::Decline:
            // 咨询引导: told where to go by the decline, and what to take there by the advice.
            return m_request.received || m_request.guide.windowRole != domain::WindowRole::Advise ||
                   add(Kind::Advice, PaperKind::Advice,
                       ledger::fixedBody(adviceBody(m_request.guide, m_request.intake, {})));
        default:
            return true;
        }
    }

    bool addGrant()
    {
        const domain::Guide& guide = m_request.guide;
        const bool handedOver = isHandedOverAtOnce(guide);
        const bool granted = add(
            Kind::Grant, PaperKind::Result,
            [result = guide.resultName, validity = guide.resultValidity, handedOver,
             issueDays = m_regime.issueDays, rules = m_rules](ledger::Numbers& numbers) -> Result<QCborMap> {
                QCborMap what{{QStringLiteral("decidedOn"), numbers.day().toString(Qt::ISODate)},
                              {QStringLiteral("result"), result},
                              {QStringLiteral("validity"), validity}};
                if (handedOver) {
                    what.insert(QStringLiteral("service"), QStringLiteral("direct"));
                } else if (issueDays > 0) {
                    const auto due = domain::issueDue(numbers.day(), rules->calendar, issueDays);
                    what.insert(QStringLiteral("issueBy"), due.date.toString(Qt::ISODate));
                }
                return what;
            });
        if (!granted || !handedOver) {
            return granted;
        }
        const domain::Intake& intake = m_request.intake;
        const QString receiver = intake.agent ? intake.agent->name : intake.applicant.name;
        return add(Kind::Issue, std::nullopt, [receiver](ledger::Numbers& numbers) -> Result<QCborMap> {
            return QCborMap{{QStringLiteral("issuedOn"), numbers.day().toString(Qt::ISODate)},
                            {QStringLiteral("service"), QStringLiteral("direct")},
                            {QStringLiteral("receiver"), receiver}};
        });
    }

    const DecisionRequest& m_request;
    domain::Regime m_regime;
    HouseRulesPtr m_rules;
    std::vector<ActDraft> m_acts;
    domain::Error m_error;
};

} // namespace

PaperKind paperKindOf(Answer answer)
{
    switch (answer) {
    case Answer::Accept:
    case Answer::AcceptAndGrant:
        return PaperKind::Acceptance;
    case Answer::AcceptDeficient:
        return PaperKind::DeficientAcceptance;
    case Answer::Notice:
        return PaperKind::OneTimeNotice;
    case Answer::Decline:
        return PaperKind::Decline;
    case Answer::NotRequired:
        return PaperKind::NotRequired;
    case Answer::PassOn:
        return PaperKind::PassOn;
    case Answer::ReceiveOnly:
        return PaperKind::Receipt;
    }
    return PaperKind::Acceptance;
}

bool isHandedOverAtOnce(const domain::Guide& guide)
{
    return !guide.resultName.isEmpty() && !guide.resultName.contains(QChar(kCertificate)) &&
           !guide.resultName.contains(QChar(kPlate));
}

Result<void> allowAnswer(const DecisionRequest& request)
{
    if (request.intake.applicant.name.trimmed().isEmpty()) {
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("a paper to nobody"),
                            QStringLiteral("applicantName"));
    }
    if (!isAllowed(request, domain::answerFor(request.findings))) {
        return domain::fail(ErrorCode::NotAllowed, QStringLiteral("the findings call for another answer"),
                            QStringLiteral("answer"));
    }
    // Everything missing is told once (Art. 32(4)); telling more is answered for by the chief.
    const bool again = request.answer == Answer::Notice && request.received && request.received->notices > 0;
    if (again && (request.received->roles & domain::Chief) == 0U) {
        return domain::fail(ErrorCode::RoleMissing, QStringLiteral("a second notice is the chief's"));
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

Result<std::vector<ActDraft>> decisionActs(const DecisionRequest& request, const HouseRulesPtr& rules)
{
    if (const auto allowed = allowAnswer(request); !allowed) {
        return tl::unexpected(allowed.error());
    }
    const Result<domain::Regime> regime = rules->regimes.forTypeCode(request.guide.typeCode);
    if (!regime) {
        return tl::unexpected(regime.error());
    }
    return Acts(request, *regime, rules).all();
}

} // namespace ow::desk
