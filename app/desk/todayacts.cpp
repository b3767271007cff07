// SPDX-License-Identifier: GPL-3.0-or-later
// What a chief does in TodayDesk: 已核 and 退回.
#include "desk/todaydesk.h"
#include "ledger/ledger.h"

#include <utility>

namespace ow::desk {

namespace {

using domain::ErrorCode;
using domain::Kind;
using domain::Result;
using ledger::Ledger;

Result<void> appendOne(Ledger& ledger, ledger::ActDraft act)
{
    const std::vector acts{std::move(act)};
    const auto written = ledger.append(acts);
    return written ? Result<void>() : tl::unexpected(written.error());
}

ledger::ActDraft actOn(Kind kind, const QString& actor, const QString& number, const QString& head)
{
    ledger::ActDraft act;
    act.kind = kind;
    act.actor = actor;
    act.about = ledger::ActDraft::Case::Existing;
    act.caseNumber = number;
    act.seenHead = head;
    return act;
}

} // namespace

void TodayDesk::noteShown(const TodayCase& opened)
{
    m_shown.insert(opened.line.line.number, opened.line.head);
}

QFuture<Result<CheckedCases>> TodayDesk::check(const QStringList& numbers)
{
    const auto refuse = [](const domain::Error& error) {
        return QtFuture::makeReadyFuture(Result<CheckedCases>(tl::unexpected(error)));
    };
    const Result<QString> actor = author();
    if (!actor) {
        return refuse(actor.error());
    }
    std::vector<ledger::ActDraft> acts;
    for (const QString& number : numbers) {
        if (!m_shown.contains(number)) {
            return refuse({ErrorCode::NotAllowed, QStringLiteral("a case that was not shown"), number});
        }
        const QString head = m_shown.value(number);
        acts.push_back(actOn(Kind::Check, *actor, number, head));
        acts.back().body = ledger::fixedBody({{QStringLiteral("head"), head}});
    }
    return m_workplace.ledger()
        .run([acts = std::move(acts)](Ledger& ledger) -> Result<CheckedCases> {
            CheckedCases done;
            for (const ledger::ActDraft& act : acts) {
                const auto appended = appendOne(ledger, act);
                if (!appended && appended.error().code != ErrorCode::CaseMoved) {
                    return tl::unexpected(appended.error());
                }
                (appended ? done.checked : done.moved).append(act.caseNumber);
            }
            return done;
        })
        .then(this, [this](const Result<CheckedCases>& done) {
            m_workplace.noteWritten();
            return done;
        });
}

QFuture<Result<void>> TodayDesk::giveBack(const QString& number, const QString& reason, const QString& to)
{
    const auto refuse = [](ErrorCode code, const QString& detail, const QString& field) {
        return QtFuture::makeReadyFuture(Result<void>(domain::fail(code, detail, field)));
    };
    const Result<QString> actor = author();
    if (!actor) {
        return refuse(actor.error().code, actor.error().detail, actor.error().field);
    }
    const QString text = reason.trimmed();
    if (text.isEmpty() || text.size() > kMaxReason) {
        return refuse(ErrorCode::InvalidInput, QStringLiteral("a return needs its reason"),
                      QStringLiteral("reason"));
    }
    if (!m_shown.contains(number)) {
        return refuse(ErrorCode::NotAllowed, QStringLiteral("a case that was not shown"), number);
    }
    ledger::ActDraft act = actOn(Kind::Task, *actor, number, m_shown.value(number));
    QCborMap what{{QStringLiteral("text"), text}};
    if (!to.isEmpty()) {
        what.insert(QStringLiteral("to"), to);
    }
    act.body = ledger::fixedBody(what);
    return m_workplace.ledger()
        .run([act](Ledger& ledger) { return appendOne(ledger, act); })
        .then(this, [this](const Result<void>& done) {
            m_workplace.noteWritten();
            return done;
        });
}

} // namespace ow::desk
