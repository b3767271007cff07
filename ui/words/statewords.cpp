// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/statewords.h"

#include <QCoreApplication>

namespace ow::ui {

namespace {

StateWord make(const char* word, const char* icon, Tone tone)
{
    return {QCoreApplication::translate("StateWord", word), QString::fromLatin1(icon), tone};
}

} // namespace

// Every switch is without default: the compiler names a state that has no word.

StateWord stateWord(domain::CaseState state, bool deficient)
{
    using domain::CaseState;
    if (deficient && state == CaseState::Accepted) {
        return make(QT_TRANSLATE_NOOP("StateWord", "Accepted, papers follow"), "half", Tone::Warn);
    }
    switch (state) {
    case CaseState::None:
        return draftWord();
    case CaseState::Received:
        return make(QT_TRANSLATE_NOOP("StateWord", "Received"), "inbox", Tone::Info);
    case CaseState::Accepted:
        return make(QT_TRANSLATE_NOOP("StateWord", "Accepted"), "check", Tone::Ok);
    case CaseState::AwaitingSupplement:
        return make(QT_TRANSLATE_NOOP("StateWord", "To be supplemented"), "ret", Tone::Warn);
    case CaseState::Resubmitted:
        return make(QT_TRANSLATE_NOOP("StateWord", "Supplemented"), "inbox", Tone::Info);
    case CaseState::Declined:
        return make(QT_TRANSLATE_NOOP("StateWord", "Not accepted"), "block", Tone::Block);
    case CaseState::NotRequired:
        return make(QT_TRANSLATE_NOOP("StateWord", "No permit needed"), "minus", Tone::Info);
    case CaseState::PassedOn:
        return make(QT_TRANSLATE_NOOP("StateWord", "Passed on"), "right", Tone::Mute);
    case CaseState::UnderReview:
        return make(QT_TRANSLATE_NOOP("StateWord", "Under review"), "clock", Tone::Info);
    case CaseState::Paused:
        return make(QT_TRANSLATE_NOOP("StateWord", "Special procedure"), "pause", Tone::Mute);
    case CaseState::Granted:
        return make(QT_TRANSLATE_NOOP("StateWord", "Granted"), "check", Tone::Ok);
    case CaseState::Refused:
        return make(QT_TRANSLATE_NOOP("StateWord", "Refused"), "block", Tone::Block);
    case CaseState::ReadyToIssue:
        return make(QT_TRANSLATE_NOOP("StateWord", "Ready to issue"), "out", Tone::Ok);
    case CaseState::Issued:
        return make(QT_TRANSLATE_NOOP("StateWord", "Issued"), "check", Tone::Mute);
    case CaseState::Revoked:
        return make(QT_TRANSLATE_NOOP("StateWord", "Revoked"), "block", Tone::Block);
    case CaseState::Withdrawn:
        return make(QT_TRANSLATE_NOOP("StateWord", "Withdrawn"), "minus", Tone::Mute);
    case CaseState::Terminated:
        return make(QT_TRANSLATE_NOOP("StateWord", "Terminated"), "minus", Tone::Mute);
    case CaseState::Lapsed:
        return make(QT_TRANSLATE_NOOP("StateWord", "Lapsed"), "minus", Tone::Mute);
    }
    return {};
}

StateWord stateWord(domain::Effect effect)
{
    using domain::Effect;
    switch (effect) {
    case Effect::NotRequired:
        return make(QT_TRANSLATE_NOOP("StateWord", "No permit needed"), "minus", Tone::Info);
    case Effect::NotOurs:
        return make(QT_TRANSLATE_NOOP("StateWord", "Not for this window"), "minus", Tone::Info);
    case Effect::CorrectNow:
        return make(QT_TRANSLATE_NOOP("StateWord", "Correct now"), "block", Tone::Block);
    case Effect::Supplement:
        return make(QT_TRANSLATE_NOOP("StateWord", "To be supplied"), "block", Tone::Block);
    case Effect::DeficiencyPossible:
        return make(QT_TRANSLATE_NOOP("StateWord", "May follow later"), "half", Tone::Warn);
    case Effect::WillBeRefused:
        return make(QT_TRANSLATE_NOOP("StateWord", "May be refused"), "warn", Tone::Warn);
    case Effect::Hint:
        return make(QT_TRANSLATE_NOOP("StateWord", "Hint"), "info", Tone::Info);
    }
    return {};
}

StateWord stateWord(MaterialLook look)
{
    switch (look) {
    case MaterialLook::Verified:
        return make(QT_TRANSLATE_NOOP("StateWord", "Checked"), "check", Tone::Ok);
    case MaterialLook::Scanned:
        return make(QT_TRANSLATE_NOOP("StateWord", "Scanned, to be checked"), "clock", Tone::Info);
    case MaterialLook::Tolerated:
        return make(QT_TRANSLATE_NOOP("StateWord", "Follows later"), "half", Tone::Warn);
    case MaterialLook::Unfit:
        return make(QT_TRANSLATE_NOOP("StateWord", "Unfit"), "block", Tone::Block);
    case MaterialLook::Missing:
        return make(QT_TRANSLATE_NOOP("StateWord", "Missing"), "block", Tone::Block);
    case MaterialLook::NotNeeded:
        return make(QT_TRANSLATE_NOOP("StateWord", "Not needed here"), "ring", Tone::Mute);
    }
    return {};
}

StateWord stateWord(SyncLook look)
{
    switch (look) {
    case SyncLook::Pending:
        return make(QT_TRANSLATE_NOOP("StateWord", "Waiting to be sent"), "clock", Tone::Mute);
    case SyncLook::Sending:
        return make(QT_TRANSLATE_NOOP("StateWord", "Sending"), "up", Tone::Info);
    case SyncLook::Accepted:
        return make(QT_TRANSLATE_NOOP("StateWord", "In sync"), "check", Tone::Mute);
    case SyncLook::AwaitingBlobs:
        return make(QT_TRANSLATE_NOOP("StateWord", "Waiting for materials"), "clock", Tone::Info);
    case SyncLook::Conflict:
        return make(QT_TRANSLATE_NOOP("StateWord", "Conflict"), "warn", Tone::Warn);
    case SyncLook::Rejected:
        return make(QT_TRANSLATE_NOOP("StateWord", "Returned by the centre"), "block", Tone::Block);
    }
    return {};
}

StateWord stateWord(LightLook look)
{
    switch (look) {
    case LightLook::Green:
        return make(QT_TRANSLATE_NOOP("StateWord", "Normal"), "check", Tone::Ok);
    case LightLook::Yellow:
        return make(QT_TRANSLATE_NOOP("StateWord", "Yellow light"), "warn", Tone::Warn);
    case LightLook::Red:
        return make(QT_TRANSLATE_NOOP("StateWord", "Red light"), "block", Tone::Block);
    case LightLook::Paused:
        return make(QT_TRANSLATE_NOOP("StateWord", "Clock paused"), "pause", Tone::Mute);
    }
    return {};
}

StateWord draftWord()
{
    return make(QT_TRANSLATE_NOOP("StateWord", "Draft"), "pen", Tone::Mute);
}

StateWord pendingOnlineWord()
{
    return make(QT_TRANSLATE_NOOP("StateWord", "Checked when online"), "clock", Tone::Mute);
}

StateWord passedWord()
{
    return make(QT_TRANSLATE_NOOP("StateWord", "Passed"), "check", Tone::Ok);
}

QString roleWord(domain::Role role)
{
    using domain::Role;
    switch (role) {
    case Role::Clerk:
        return QCoreApplication::translate("Role", "Window clerk");
    case Role::Chief:
        return QCoreApplication::translate("Role", "Chief representative");
    case Role::Reviewer:
        return QCoreApplication::translate("Role", "Reviewer");
    case Role::Administrator:
        return QCoreApplication::translate("Role", "Administrator");
    case Role::Supervisor:
        return QCoreApplication::translate("Role", "Supervisor");
    case Role::Centre:
        return QCoreApplication::translate("Role", "Centre");
    case Role::NoRole:
    case Role::AnyPerson:
        break;
    }
    return {};
}

} // namespace ow::ui
