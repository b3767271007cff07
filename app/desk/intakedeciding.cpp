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

} // namespace

QFuture<Result<Decided>> IntakeDesk::decide(domain::Answer answer, const QString& reason)
{
    const auto refuse = [](const char* why) {
        return QtFuture::makeReadyFuture(
            Result<Decided>(domain::fail(ErrorCode::NotAllowed, QString::fromLatin1(why))));
    };
    if (!isActive() || m_deciding) {
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
    m_deciding = true;
    m_saveTimer.stop();
    Q_EMIT changed();
    // The pages are bound first, for the receipt names the PDF; meanwhile nothing can be changed.
    const auto write = [this, request, confirmed = std::exchange(m_clockConfirmed, false)](
                           const Result<domain::Intake>& bound) mutable {
        Result<std::vector<ledger::ActDraft>> acts = bound.and_then([&](const domain::Intake& intake) {
            request.intake = intake;
            return decisionActs(request, m_workplace.rules());
        });
        return m_workplace.ledger().run([acts = std::move(acts), answer = request.answer,
                                         now = m_workplace.options().clock->utcMs(),
                                         confirmed](Ledger& ledger) -> Result<Decided> {
            return acts ? decideThere(ledger, *acts, answer, now, confirmed) : tl::unexpected(acts.error());
        });
    };
    return bindPages(m_workplace, this, request.intake)
        .then(this, write)
        .unwrap()
        .then(this, [this](Result<Decided> done) {
            m_deciding = false;
            if (!done) {
                saveDraft();
                Q_EMIT changed();
                return done;
            }
            clear();
            m_workplace.noteWritten();
            Q_EMIT decided(*done);
            return done;
        });
}

} // namespace ow::desk
