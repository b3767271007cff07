// SPDX-License-Identifier: GPL-3.0-or-later
// How IntakeDesk decides: the acts, the look at the clock, the one transaction.
#include "desk/actwriting.h"
#include "desk/decision.h"
#include "desk/intakedesk.h"
#include "desk/intakepages.h"
#include "ledger/ledger.h"

#include <algorithm>
#include <utility>

namespace ow::desk {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;

namespace {

Result<Decided> decideThere(Ledger& ledger, const std::vector<ledger::ActDraft>& acts, domain::Answer answer,
                            qint64 nowMs, bool clockConfirmed)
{
    auto done = writeActs(ledger, acts, nowMs, clockConfirmed);
    if (!done) {
        return tl::unexpected(done.error());
    }
    Decided decided{done->caseNumber, done->state, {}, {}, std::move(done->papers)};
    const auto main = std::ranges::find(decided.papers, QString(papers::paperKindKey(paperKindOf(answer))),
                                        &GivenPaper::kind);
    if (main != decided.papers.end()) {
        decided.paperNumber = main->number;
        decided.paperKind = main->kind;
    }
    return decided;
}

/// What was said of open cases like it, on both. Where it could not be written, the page of cases asks again.
void noteTwins(Ledger& ledger, const QString& number, const QString& actor,
               const std::vector<TwinDecision>& twins)
{
    for (const TwinDecision& twin : twins) {
        static_cast<void>(ledger.append(std::vector{
            duplicateNote(number, std::nullopt, actor, twin),
            duplicateNote(twin.other, std::nullopt, actor, {number, twin.decision, twin.reason})}));
    }
}

} // namespace

QFuture<Result<Decided>> IntakeDesk::decide(domain::Answer answer, const QString& reason)
{
    const auto refuse = [](const char* why) {
        return QtFuture::makeReadyFuture(
            Result<Decided>(domain::fail(ErrorCode::NotAllowed, QString::fromLatin1(why))));
    };
    if (!mayChange() || !m_workplace.person()) {
        return refuse("no application to decide");
    }
    if (m_filesUnderWay > 0) {
        return refuse("files are still being taken in");
    }
    // Hidden answers stay in the draft; what counts goes into the ledger.
    DecisionRequest request;
    request.guide = guide();
    request.intake = effective();
    request.answer = answer;
    request.findings = findings();
    request.reason = reason;
    request.actor = m_workplace.person()->id;
    if (const auto possible = decisionActs(request, m_workplace.rules()); !possible) {
        return QtFuture::makeReadyFuture(Result<Decided>(tl::unexpected(possible.error())));
    }
    saveNow(); // before anything can go wrong: the binding of many pages takes its time
    const QString draft = request.intake.draftId;
    m_deciding = draft;
    Q_EMIT changed();
    // The pages are bound first, for the receipt names the PDF; meanwhile nothing can be changed.
    const auto write = [this, draft, request, confirmed = std::exchange(m_clockConfirmed, false)](
                           const Result<domain::Intake>& bound) mutable {
        if (m_deciding != draft) { // the station was taken over: it is not for the next person to decide
            return QtFuture::makeReadyFuture(Result<Decided>(domain::fail(ErrorCode::Cancelled)));
        }
        Result<std::vector<ledger::ActDraft>> acts = bound.and_then([&](const domain::Intake& intake) {
            request.intake = intake;
            return decisionActs(request, m_workplace.rules());
        });
        return m_workplace.ledger().run([acts = std::move(acts), answer = request.answer,
                                         now = m_workplace.options().clock->utcMs(), actor = request.actor,
                                         twins = m_note.twins, confirmed](Ledger& ledger) -> Result<Decided> {
            auto done = acts ? decideThere(ledger, *acts, answer, now, confirmed)
                             : Result<Decided>(tl::unexpected(acts.error()));
            if (done) {
                noteTwins(ledger, done->caseNumber, actor, twins);
            }
            return done;
        });
    };
    return bindPages(m_workplace, this, request.intake)
        .then(this, write)
        .unwrap()
        .then(this, [this, draft](Result<Decided> done) { return concluded(draft, std::move(done)); });
}

/// Only what was decided leaves the desk, and only who decided it is told.
Result<Decided> IntakeDesk::concluded(const QString& draft, Result<Decided> done)
{
    const bool mine = m_deciding == draft;
    if (mine) {
        m_deciding.clear();
    }
    if (!done) {
        if (mine) {
            Q_EMIT changed();
        }
        return done;
    }
    if (isActive() && intake().draftId == draft) {
        clear();
    }
    m_workplace.noteWritten();
    if (!mine) {
        return domain::fail(ErrorCode::Cancelled);
    }
    Q_EMIT decided(*done);
    return done;
}

} // namespace ow::desk
