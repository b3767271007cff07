// SPDX-License-Identifier: GPL-3.0-or-later
// How SupplementDesk writes what came in: the resubmit with its answer, or the supply, in one transaction.
#include "desk/decision.h"
#include "desk/intakepages.h"
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
using domain::MaterialIntake;
using domain::Result;
using ledger::ActDraft;
using ledger::Ledger;
using papers::PaperKind;

namespace {

using Acts = std::vector<ActDraft>;

} // namespace

/// Only what came in, as it counts.
domain::Intake SupplementDesk::broughtNow() const
{
    domain::Intake brought;
    brought.guide = intake().guide;
    brought.channel = intake().channel;
    for (const SupplementItem& item : m_items) {
        const MaterialIntake* slot = m_sheet->effective().material(item.material);
        if (slot != nullptr && stateOf(item) == SupplementState::Done &&
            brought.material(item.material) == nullptr) {
            brought.materials.push_back(*slot);
        }
    }
    return brought;
}

ActDraft SupplementDesk::resubmitAct(const domain::Intake& whole) const
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
    act.blobs = blobsOf(whole.materials);
    act.settlesDraft = draftId();
    act.body = [intake = whole, guide = m_seen.guide, answers,
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
    const auto make = [this, answer, reason,
                       whole = m_sheet->effective()](const domain::Intake& bound) -> Result<Acts> {
        domain::Intake intake = whole;
        for (const MaterialIntake& one : bound.materials) {
            intake.materialSlot(one.id) = one;
        }
        return resubmitActs(intake, answer, reason);
    };
    // What cannot be written is refused before a page is read.
    if (const auto possible = make(broughtNow()); !possible) {
        return refuse(possible.error());
    }
    return writeBound(broughtNow(), make);
}

Result<std::vector<ActDraft>> SupplementDesk::resubmitActs(const domain::Intake& intake,
                                                           domain::Answer answer, const QString& reason) const
{
    ActDraft act = resubmitAct(intake);
    auto plan = planPaper(PaperKind::SupplementReceipt, m_seen.guide->typeCode, *m_workplace.rules());
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    act.body = withPaper(std::move(*plan), std::move(act.body));
    std::vector<ActDraft> acts{std::move(act)};
    if (answer != domain::Answer::ReceiveOnly) {
        DecisionRequest request;
        request.guide = *m_seen.guide;
        request.intake = intake;
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
            return tl::unexpected(more.error());
        }
        std::ranges::move(*more, std::back_inserter(acts));
    }
    return acts;
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
    auto plan = planPaper(PaperKind::SupplyReceipt, m_seen.guide->typeCode, *m_workplace.rules());
    if (!plan) {
        return refuse(plan.error());
    }
    return writeBound(broughtNow(), [this, plan = *plan](const domain::Intake& bound) -> Result<Acts> {
        ActDraft act = supplyAct(bound);
        act.body = withPaper(plan, std::move(act.body));
        return Acts{std::move(act)};
    });
}

/// The entry adds to the application and repeats nothing of it.
ActDraft SupplementDesk::supplyAct(const domain::Intake& brought) const
{
    ActDraft act;
    act.kind = Kind::Supply;
    act.actor = m_workplace.person()->id;
    act.about = ActDraft::Case::Existing;
    act.caseNumber = m_seen.number;
    act.seenHead = m_seen.head;
    act.guide = guideOf(*m_seen.guide);
    act.blobs = blobsOf(brought.materials);
    act.settlesDraft = draftId();
    act.body = [brought,
                owed = m_seen.file.openDeficiencies()](ledger::Numbers& numbers) -> Result<QCborMap> {
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
    };
    return act;
}

/// The pages are bound first, for the entry names the PDF; meanwhile nothing can be changed.
ActDesk::Answered SupplementDesk::writeBound(const domain::Intake& brought, MakeActs make)
{
    saveNow(); // before anything can go wrong: the binding takes its time
    m_writing = true;
    Q_EMIT changed();
    return bindPages(m_workplace, this, brought)
        .then(this,
              [this, brought, turn = m_turn,
               make = std::move(make)](const Result<domain::Intake>& bound) -> ActDesk::Answered {
                  if (turn != m_turn) { // the station was taken over: nothing of it is the next person's
                      return QtFuture::makeReadyFuture(Result<ActDone>(domain::fail(ErrorCode::Cancelled)));
                  }
                  // An earlier page of another window's may not be here: the files are enough.
                  const bool unbound = !bound && bound.error().code == ErrorCode::BlobMissing;
                  auto acts = unbound ? make(brought) : bound.and_then(make);
                  if (!acts) {
                      m_writing = false;
                      Q_EMIT changed();
                      return QtFuture::makeReadyFuture(Result<ActDone>(tl::unexpected(acts.error())));
                  }
                  return write(std::move(*acts));
              })
        .unwrap();
}

ActDesk::Answered SupplementDesk::write(std::vector<ActDraft> acts)
{
    return m_workplace.ledger()
        .run([acts = std::move(acts), now = m_workplace.options().clock->utcMs(),
              confirmed = std::exchange(m_clockConfirmed, false)](Ledger& ledger) {
            return writeActs(ledger, acts, now, confirmed);
        })
        .then(this, [this, turn = m_turn](Result<ActDone> done) -> Result<ActDone> {
            const bool mine = turn == m_turn;
            m_writing = m_writing && !mine;
            if (!done) {
                if (mine) {
                    Q_EMIT changed();
                }
                return done;
            }
            if (mine) {
                clear();
            }
            m_workplace.noteWritten();
            if (!mine) {
                return domain::fail(ErrorCode::Cancelled);
            }
            Q_EMIT acted(*done);
            return done;
        });
}

} // namespace ow::desk
