// SPDX-License-Identifier: GPL-3.0-or-later
// How SupplementDesk writes what came in: the resubmit with its answer, or the supply, in one transaction.
#include "desk/decision.h"
#include "desk/paperplan.h"
#include "desk/supplementdesk.h"
#include "ledger/numbers.h"

#include <QCborArray>

#include <iterator>
#include <utility>

namespace ow::desk {

using domain::CaseState;
using domain::ErrorCode;
using domain::Finding;
using domain::Kind;
using domain::Result;
using ledger::ActDraft;
using ledger::Ledger;
using papers::PaperKind;

ActDraft SupplementDesk::resubmitAct() const
{
    QCborArray answers;
    for (const SupplementItem& item : m_items) {
        const SupplementState state = stateOf(item);
        const Finding& finding = m_seen.file.noticed[static_cast<std::size_t>(item.finding)];
        const QString how = state == SupplementState::Promised ? QStringLiteral("promised")
                            : state == SupplementState::Open   ? QStringLiteral("missing")
                            : item.material.isEmpty()          ? QStringLiteral("corrected")
                                                               : QStringLiteral("brought");
        answers.append(QCborMap{{QStringLiteral("finding"), item.finding},
                                {QStringLiteral("code"), finding.code},
                                {QStringLiteral("how"), how}});
    }
    ActDraft act;
    act.kind = Kind::Resubmit;
    act.actor = m_workplace.person()->id;
    act.about = ActDraft::Case::Existing;
    act.caseNumber = m_seen.number;
    act.seenHead = m_seen.head;
    act.guide = guideOf(*m_seen.guide);
    act.blobs = blobsOf(m_sheet->effective().materials);
    act.settlesDraft = draftId();
    act.body = [intake = m_sheet->effective(), guide = m_seen.guide, answers,
                rules = m_workplace.rules()](ledger::Numbers& numbers) -> Result<QCborMap> {
        const auto regime = rules->regimes.forTypeCode(guide->typeCode);
        if (!regime) {
            return tl::unexpected(regime.error());
        }
        const auto due = dueDates(*guide, intake, *regime, rules->calendar, numbers.day(), false);
        return QCborMap{{QStringLiteral("intake"), domain::intakeToCbor(intake)},
                        {QStringLiteral("completedOn"), numbers.day().toString(Qt::ISODate)},
                        {QStringLiteral("answers"), answers},
                        {QStringLiteral("due"), domain::dueToCbor(due)}};
    };
    return act;
}

ActDesk::Answered SupplementDesk::resubmit(domain::Answer answer, const QString& reason)
{
    const auto refuse = [](const domain::Error& error) {
        return QtFuture::makeReadyFuture(Result<ActDone>(tl::unexpected(error)));
    };
    if (!isActive() || m_purpose != Purpose::Resubmit || m_filesUnderWay > 0 || m_writing ||
        !m_workplace.person()) {
        return refuse({ErrorCode::NotAllowed, QStringLiteral("no supplement to write"), {}});
    }
    ActDraft act = resubmitAct();
    auto plan = planPaper(PaperKind::SupplementReceipt, m_seen.guide->typeCode, *m_workplace.rules());
    if (!plan) {
        return refuse(plan.error());
    }
    act.body = withPaper(std::move(*plan), std::move(act.body));
    std::vector<ActDraft> acts{std::move(act)};
    if (answer != domain::Answer::ReceiveOnly) {
        DecisionRequest request;
        request.guide = *m_seen.guide;
        request.intake = m_sheet->effective();
        request.answer = answer;
        request.findings = findings();
        request.reason = reason;
        request.actor = m_workplace.person()->id;
        request.received = ReceivedCase{m_seen.number,
                                        CaseState::Resubmitted,
                                        m_seen.file.notices,
                                        {},
                                        rolesAtDesk(*m_workplace.person())};
        auto more = decisionActs(request, m_workplace.rules());
        if (!more) {
            return refuse(more.error());
        }
        std::ranges::move(*more, std::back_inserter(acts));
    }
    return write(std::move(acts));
}

ActDesk::Answered SupplementDesk::supply()
{
    const auto refuse = [](const domain::Error& error) {
        return QtFuture::makeReadyFuture(Result<ActDone>(tl::unexpected(error)));
    };
    const bool any =
        isActive() && m_purpose == Purpose::Supply && openCount() < static_cast<int>(m_items.size());
    if (!any || m_filesUnderWay > 0 || m_writing || !m_workplace.person()) {
        return refuse({ErrorCode::NotAllowed, QStringLiteral("nothing to supply"), {}});
    }
    // Only what came in: the entry adds to the application and repeats nothing of it.
    domain::Intake brought;
    brought.guide = intake().guide;
    brought.channel = intake().channel;
    for (const SupplementItem& item : m_items) {
        if (stateOf(item) == SupplementState::Done) {
            brought.materials.push_back(*intake().material(item.material));
        }
    }
    auto plan = planPaper(PaperKind::SupplyReceipt, m_seen.guide->typeCode, *m_workplace.rules());
    if (!plan) {
        return refuse(plan.error());
    }
    ActDraft act;
    act.kind = Kind::Supply;
    act.actor = m_workplace.person()->id;
    act.about = ActDraft::Case::Existing;
    act.caseNumber = m_seen.number;
    act.seenHead = m_seen.head;
    act.guide = guideOf(*m_seen.guide);
    act.blobs = blobsOf(brought.materials);
    act.settlesDraft = draftId();
    act.body = withPaper(
        std::move(*plan),
        [brought, owed = m_seen.file.openDeficiencies()](ledger::Numbers& numbers) -> Result<QCborMap> {
            QCborArray late;
            for (const domain::Deficiency& deficiency : owed) {
                const bool here = brought.material(deficiency.material) != nullptr;
                if (here && deficiency.due < numbers.day()) {
                    late.append(deficiency.material);
                }
            }
            return QCborMap{{QStringLiteral("intake"), domain::intakeToCbor(brought)},
                            {QStringLiteral("suppliedOn"), numbers.day().toString(Qt::ISODate)},
                            {QStringLiteral("late"), late}};
        });
    return write({std::move(act)});
}

ActDesk::Answered SupplementDesk::write(std::vector<ActDraft> acts)
{
    m_writing = true;
    m_saveTimer.stop();
    Q_EMIT changed();
    return m_workplace.ledger()
        .run([acts = std::move(acts), now = m_workplace.options().clock->utcMs(),
              confirmed = std::exchange(m_clockConfirmed, false)](Ledger& ledger) {
            return writeActs(ledger, acts, now, confirmed);
        })
        .then(this, [this](Result<ActDone> done) {
            m_writing = false;
            if (!done) {
                saveDraft();
                Q_EMIT changed();
                return done;
            }
            clear();
            m_workplace.noteWritten();
            Q_EMIT acted(*done);
            return done;
        });
}

} // namespace ow::desk
