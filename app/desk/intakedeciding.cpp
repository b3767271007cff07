// SPDX-License-Identifier: GPL-3.0-or-later
// How IntakeDesk decides: the acts, the look at the clock, the one transaction.
#include "desk/clockcheck.h"
#include "desk/decision.h"
#include "desk/intakedesk.h"
#include "ledger/ledger.h"

#include <utility>

namespace ow::desk {

using domain::ErrorCode;
using domain::Result;
using ledger::Ledger;

namespace {

/// A clerk who looked at the clock and went on says so in the ledger, before the number it is given by.
ledger::ActDraft clockAct(const QString& actor, const QString& doubt)
{
    ledger::ActDraft act;
    act.kind = domain::Kind::ClockConfirmed;
    act.actor = actor;
    act.body = ledger::fixedBody({{QStringLiteral("doubt"), doubt}});
    return act;
}

Result<Decided> decideThere(Ledger& ledger, std::vector<ledger::ActDraft> acts, qint64 nowMs,
                            bool clockConfirmed)
{
    if (const auto clock = checkClock(ledger, nowMs); !clock) {
        if (!clockConfirmed) {
            return tl::unexpected(clock.error());
        }
        acts.insert(acts.begin(), clockAct(ledger.user(), clock.error().field));
    }
    const auto written = ledger.append(acts);
    if (!written) {
        return tl::unexpected(written.error());
    }
    Decided decided;
    decided.caseNumber = written->back().entry.header.caseNumber.value_or(QString());
    const QCborMap paper = written->back().what.value(QLatin1StringView("paper")).toMap();
    decided.paperNumber = paper.value(QLatin1StringView("number")).toString();
    decided.paperKind = paper.value(QLatin1StringView("kind")).toString();
    if (const auto row = ledger.cases().row(decided.caseNumber)) {
        decided.state = row->state;
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
    const auto acts = decisionActs(request, m_workplace.rules());
    if (!acts) {
        return QtFuture::makeReadyFuture(Result<Decided>(tl::unexpected(acts.error())));
    }
    m_deciding = true;
    m_saveTimer.stop();
    Q_EMIT changed();
    return m_workplace.ledger()
        .run([acts = *acts, now = m_workplace.options().clock->utcMs(),
              confirmed = std::exchange(m_clockConfirmed, false)](Ledger& ledger) {
            return decideThere(ledger, acts, now, confirmed);
        })
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
