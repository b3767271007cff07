// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/exportwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ow::desk {

namespace {

using domain::CaseState;
using domain::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseExport)
};

struct KindText
{
    Kind kind;
    const char* text;
};

constexpr std::array kKinds{
    KindText{Kind::Publish, QT_TRANSLATE_NOOP("KindWord", "Guide published")},
    KindText{Kind::Person, QT_TRANSLATE_NOOP("KindWord", "Person changed")},
    KindText{Kind::Authority, QT_TRANSLATE_NOOP("KindWord", "Authority changed")},
    KindText{Kind::Calendar, QT_TRANSLATE_NOOP("KindWord", "Calendar changed")},
    KindText{Kind::Station, QT_TRANSLATE_NOOP("KindWord", "Window changed")},
    KindText{Kind::Enrol, QT_TRANSLATE_NOOP("KindWord", "Device enrolled")},
    KindText{Kind::SignIn, QT_TRANSLATE_NOOP("KindWord", "Signed in")},
    KindText{Kind::SignOut, QT_TRANSLATE_NOOP("KindWord", "Signed out")},
    KindText{Kind::Lock, QT_TRANSLATE_NOOP("KindWord", "Locked")},
    KindText{Kind::Unlock, QT_TRANSLATE_NOOP("KindWord", "Unlocked")},
    KindText{Kind::Unmask, QT_TRANSLATE_NOOP("KindWord", "Number shown")},
    KindText{Kind::OpenCase, QT_TRANSLATE_NOOP("KindWord", "Case opened")},
    KindText{Kind::Export, QT_TRANSLATE_NOOP("KindWord", "Exported")},
    KindText{Kind::Reprint, QT_TRANSLATE_NOOP("KindWord", "Printed again")},
    KindText{Kind::ClockConfirmed, QT_TRANSLATE_NOOP("KindWord", "Clock confirmed")},
    KindText{Kind::PasswordChanged, QT_TRANSLATE_NOOP("KindWord", "Password changed")},
    KindText{Kind::Receive, QT_TRANSLATE_NOOP("KindWord", "Received")},
    KindText{Kind::Accept, QT_TRANSLATE_NOOP("KindWord", "Accepted")},
    KindText{Kind::Notice, QT_TRANSLATE_NOOP("KindWord", "Told once what is missing")},
    KindText{Kind::Decline, QT_TRANSLATE_NOOP("KindWord", "Not accepted")},
    KindText{Kind::NotRequired, QT_TRANSLATE_NOOP("KindWord", "No permit needed")},
    KindText{Kind::PassOn, QT_TRANSLATE_NOOP("KindWord", "Passed on")},
    KindText{Kind::Advice, QT_TRANSLATE_NOOP("KindWord", "Advice given")},
    KindText{Kind::CorrectOnSpot, QT_TRANSLATE_NOOP("KindWord", "Corrected on the spot")},
    KindText{Kind::Resubmit, QT_TRANSLATE_NOOP("KindWord", "Supplemented")},
    KindText{Kind::Supply, QT_TRANSLATE_NOOP("KindWord", "Promised material received")},
    KindText{Kind::Withdraw, QT_TRANSLATE_NOOP("KindWord", "Withdrawn")},
    KindText{Kind::Terminate, QT_TRANSLATE_NOOP("KindWord", "Terminated")},
    KindText{Kind::Review, QT_TRANSLATE_NOOP("KindWord", "Under review")},
    KindText{Kind::Grant, QT_TRANSLATE_NOOP("KindWord", "Granted")},
    KindText{Kind::Refuse, QT_TRANSLATE_NOOP("KindWord", "Refused")},
    KindText{Kind::Extend, QT_TRANSLATE_NOOP("KindWord", "Limit extended")},
    KindText{Kind::Pause, QT_TRANSLATE_NOOP("KindWord", "Clock paused")},
    KindText{Kind::Resume, QT_TRANSLATE_NOOP("KindWord", "Clock runs again")},
    KindText{Kind::Revoke, QT_TRANSLATE_NOOP("KindWord", "Revoked")},
    KindText{Kind::Issue, QT_TRANSLATE_NOOP("KindWord", "Issued")},
    KindText{Kind::Paper, QT_TRANSLATE_NOOP("KindWord", "Paper made")},
    KindText{Kind::Note, QT_TRANSLATE_NOOP("KindWord", "Note")},
    KindText{Kind::Rate, QT_TRANSLATE_NOOP("KindWord", "Service rated")},
    KindText{Kind::Promise, QT_TRANSLATE_NOOP("KindWord", "Promise")},
    KindText{Kind::Task, QT_TRANSLATE_NOOP("KindWord", "Task given")},
    KindText{Kind::Check, QT_TRANSLATE_NOOP("KindWord", "Checked by the chief")},
    KindText{Kind::Resolve, QT_TRANSLATE_NOOP("KindWord", "Conflict settled")},
    KindText{Kind::Deem, QT_TRANSLATE_NOOP("KindWord", "Deemed accepted")},
    KindText{Kind::Lapse, QT_TRANSLATE_NOOP("KindWord", "Lapsed")},
    KindText{Kind::Forget, QT_TRANSLATE_NOOP("KindWord", "Content deleted in time")},
};

struct StateText
{
    CaseState state;
    const char* text;
};

constexpr std::array kStates{
    StateText{CaseState::Received, QT_TRANSLATE_NOOP("StateWord", "Received")},
    StateText{CaseState::Accepted, QT_TRANSLATE_NOOP("StateWord", "Accepted")},
    StateText{CaseState::AwaitingSupplement, QT_TRANSLATE_NOOP("StateWord", "To be supplemented")},
    StateText{CaseState::Resubmitted, QT_TRANSLATE_NOOP("StateWord", "Supplemented")},
    StateText{CaseState::Declined, QT_TRANSLATE_NOOP("StateWord", "Not accepted")},
    StateText{CaseState::NotRequired, QT_TRANSLATE_NOOP("StateWord", "No permit needed")},
    StateText{CaseState::PassedOn, QT_TRANSLATE_NOOP("StateWord", "Passed on")},
    StateText{CaseState::UnderReview, QT_TRANSLATE_NOOP("StateWord", "Under review")},
    StateText{CaseState::Paused, QT_TRANSLATE_NOOP("StateWord", "Special procedure")},
    StateText{CaseState::Granted, QT_TRANSLATE_NOOP("StateWord", "Granted")},
    StateText{CaseState::Refused, QT_TRANSLATE_NOOP("StateWord", "Refused")},
    StateText{CaseState::ReadyToIssue, QT_TRANSLATE_NOOP("StateWord", "Ready to issue")},
    StateText{CaseState::Issued, QT_TRANSLATE_NOOP("StateWord", "Issued")},
    StateText{CaseState::Revoked, QT_TRANSLATE_NOOP("StateWord", "Revoked")},
    StateText{CaseState::Withdrawn, QT_TRANSLATE_NOOP("StateWord", "Withdrawn")},
    StateText{CaseState::Terminated, QT_TRANSLATE_NOOP("StateWord", "Terminated")},
    StateText{CaseState::Lapsed, QT_TRANSLATE_NOOP("StateWord", "Lapsed")},
};

} // namespace

QString exportKindWord(const QString& kindKey)
{
    const auto kind = domain::kindFromKey(kindKey);
    const auto* found =
        std::ranges::find_if(kKinds, [&kind](const KindText& one) { return kind == one.kind; });
    return found == kKinds.end() ? kindKey : QCoreApplication::translate("KindWord", found->text);
}

QString exportCaseStateWord(CaseState state)
{
    const auto* found = std::ranges::find(kStates, state, &StateText::state);
    return found == kStates.end() ? QString() : QCoreApplication::translate("StateWord", found->text);
}

QString exportStateWord(ledger::EntryState state)
{
    switch (state) {
    case ledger::EntryState::Pending:
        return Words::tr("Not yet sent");
    case ledger::EntryState::Accepted:
        return Words::tr("Taken over");
    case ledger::EntryState::Conflict:
        return Words::tr("In conflict");
    case ledger::EntryState::Rejected:
        return Words::tr("Not taken over");
    }
    return {};
}

} // namespace ow::desk
