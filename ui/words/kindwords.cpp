// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/kindwords.h"

#include <QCoreApplication>

namespace ow::ui {

namespace {

StateWord make(const char* word, const char* icon, Tone tone)
{
    return {QCoreApplication::translate("KindWord", word), QString::fromLatin1(icon), tone};
}

/// Acts about how the halls are run and about one device.
StateWord houseKindWord(domain::Kind kind)
{
    using domain::Kind;
    switch (kind) {
    case Kind::Publish:
        return make(QT_TRANSLATE_NOOP("KindWord", "Guide published"), "book", Tone::Mute);
    case Kind::Person:
        return make(QT_TRANSLATE_NOOP("KindWord", "Person changed"), "users", Tone::Mute);
    case Kind::Authority:
        return make(QT_TRANSLATE_NOOP("KindWord", "Authority changed"), "key", Tone::Mute);
    case Kind::Calendar:
        return make(QT_TRANSLATE_NOOP("KindWord", "Calendar changed"), "cal", Tone::Mute);
    case Kind::Station:
        return make(QT_TRANSLATE_NOOP("KindWord", "Window changed"), "screen", Tone::Mute);
    case Kind::Enrol:
        return make(QT_TRANSLATE_NOOP("KindWord", "Device enrolled"), "link", Tone::Mute);
    case Kind::SignIn:
        return make(QT_TRANSLATE_NOOP("KindWord", "Signed in"), "key", Tone::Mute);
    case Kind::SignOut:
        return make(QT_TRANSLATE_NOOP("KindWord", "Signed out"), "key", Tone::Mute);
    case Kind::Lock:
        return make(QT_TRANSLATE_NOOP("KindWord", "Locked"), "lock", Tone::Mute);
    case Kind::Unlock:
        return make(QT_TRANSLATE_NOOP("KindWord", "Unlocked"), "lock", Tone::Mute);
    case Kind::Unmask:
        return make(QT_TRANSLATE_NOOP("KindWord", "Number shown"), "eye", Tone::Mute);
    case Kind::OpenCase:
        return make(QT_TRANSLATE_NOOP("KindWord", "Case opened"), "eye", Tone::Mute);
    case Kind::Export:
        return make(QT_TRANSLATE_NOOP("KindWord", "Exported"), "out", Tone::Mute);
    case Kind::Reprint:
        return make(QT_TRANSLATE_NOOP("KindWord", "Printed again"), "print", Tone::Mute);
    case Kind::ClockConfirmed:
        return make(QT_TRANSLATE_NOOP("KindWord", "Clock confirmed"), "clock", Tone::Mute);
    case Kind::PasswordChanged:
        return make(QT_TRANSLATE_NOOP("KindWord", "Password changed"), "key", Tone::Mute);
    default:
        return {}; // kindWord() names every kind and sends only these here
    }
}

} // namespace

// Without default: the compiler names a kind that has no word.
StateWord kindWord(domain::Kind kind)
{
    using domain::Kind;
    switch (kind) {
    case Kind::Receive:
        return make(QT_TRANSLATE_NOOP("KindWord", "Received"), "inbox", Tone::Info);
    case Kind::Accept:
        return make(QT_TRANSLATE_NOOP("KindWord", "Accepted"), "check", Tone::Ok);
    case Kind::Notice:
        return make(QT_TRANSLATE_NOOP("KindWord", "Told once what is missing"), "ret", Tone::Warn);
    case Kind::Decline:
        return make(QT_TRANSLATE_NOOP("KindWord", "Not accepted"), "block", Tone::Block);
    case Kind::NotRequired:
        return make(QT_TRANSLATE_NOOP("KindWord", "No permit needed"), "minus", Tone::Info);
    case Kind::PassOn:
        return make(QT_TRANSLATE_NOOP("KindWord", "Passed on"), "right", Tone::Mute);
    case Kind::Advice:
        return make(QT_TRANSLATE_NOOP("KindWord", "Advice given"), "info", Tone::Info);
    case Kind::CorrectOnSpot:
        return make(QT_TRANSLATE_NOOP("KindWord", "Corrected on the spot"), "pen", Tone::Mute);
    case Kind::Resubmit:
        return make(QT_TRANSLATE_NOOP("KindWord", "Supplemented"), "inbox", Tone::Info);
    case Kind::Supply:
        return make(QT_TRANSLATE_NOOP("KindWord", "Promised material received"), "doc", Tone::Ok);
    case Kind::Withdraw:
        return make(QT_TRANSLATE_NOOP("KindWord", "Withdrawn"), "minus", Tone::Mute);
    case Kind::Terminate:
        return make(QT_TRANSLATE_NOOP("KindWord", "Terminated"), "minus", Tone::Mute);
    case Kind::Review:
        return make(QT_TRANSLATE_NOOP("KindWord", "Under review"), "clock", Tone::Info);
    case Kind::Grant:
        return make(QT_TRANSLATE_NOOP("KindWord", "Granted"), "check", Tone::Ok);
    case Kind::Refuse:
        return make(QT_TRANSLATE_NOOP("KindWord", "Refused"), "block", Tone::Block);
    case Kind::Extend:
        return make(QT_TRANSLATE_NOOP("KindWord", "Limit extended"), "cal", Tone::Warn);
    case Kind::Pause:
        return make(QT_TRANSLATE_NOOP("KindWord", "Clock paused"), "pause", Tone::Mute);
    case Kind::Resume:
        return make(QT_TRANSLATE_NOOP("KindWord", "Clock runs again"), "clock", Tone::Info);
    case Kind::Revoke:
        return make(QT_TRANSLATE_NOOP("KindWord", "Revoked"), "block", Tone::Block);
    case Kind::Issue:
        return make(QT_TRANSLATE_NOOP("KindWord", "Issued"), "out", Tone::Ok);
    case Kind::Paper:
        return make(QT_TRANSLATE_NOOP("KindWord", "Paper made"), "print", Tone::Mute);
    case Kind::Note:
        return make(QT_TRANSLATE_NOOP("KindWord", "Note"), "pen", Tone::Mute);
    case Kind::Rate:
        return make(QT_TRANSLATE_NOOP("KindWord", "Service rated"), "users", Tone::Mute);
    case Kind::Promise:
        return make(QT_TRANSLATE_NOOP("KindWord", "Promise"), "half", Tone::Warn);
    case Kind::Task:
        return make(QT_TRANSLATE_NOOP("KindWord", "Task given"), "list", Tone::Info);
    case Kind::Check:
        return make(QT_TRANSLATE_NOOP("KindWord", "Checked by the chief"), "check", Tone::Ok);
    case Kind::Resolve:
        return make(QT_TRANSLATE_NOOP("KindWord", "Conflict settled"), "check", Tone::Ok);
    case Kind::Deem:
        return make(QT_TRANSLATE_NOOP("KindWord", "Deemed accepted"), "check", Tone::Info);
    case Kind::Lapse:
        return make(QT_TRANSLATE_NOOP("KindWord", "Lapsed"), "minus", Tone::Mute);
    case Kind::Forget:
        return make(QT_TRANSLATE_NOOP("KindWord", "Content deleted in time"), "x", Tone::Mute);
    case Kind::Publish:
    case Kind::Person:
    case Kind::Authority:
    case Kind::Calendar:
    case Kind::Station:
    case Kind::Enrol:
    case Kind::SignIn:
    case Kind::SignOut:
    case Kind::Lock:
    case Kind::Unlock:
    case Kind::Unmask:
    case Kind::OpenCase:
    case Kind::Export:
    case Kind::Reprint:
    case Kind::ClockConfirmed:
    case Kind::PasswordChanged:
        return houseKindWord(kind);
    }
    return {};
}

StateWord unknownKindWord(const QString& key)
{
    return {QCoreApplication::translate("KindWord", "Act of a newer version (%1)").arg(key),
            QStringLiteral("info"), Tone::Mute};
}

QString paperWord(const QString& kindKey)
{
    static constexpr struct
    {
        QLatin1StringView key;
        const char* word;
    } kPapers[] = {
        {QLatin1StringView("acceptance"), QT_TRANSLATE_NOOP("PaperWord", "Notice of acceptance")},
        {QLatin1StringView("oneTimeNotice"), QT_TRANSLATE_NOOP("PaperWord", "Notice of what is missing")},
        {QLatin1StringView("decline"), QT_TRANSLATE_NOOP("PaperWord", "Notice of non-acceptance")},
        {QLatin1StringView("notRequired"), QT_TRANSLATE_NOOP("PaperWord", "Notice that no permit is needed")},
        {QLatin1StringView("deficientAcceptance"),
         QT_TRANSLATE_NOOP("PaperWord", "Notice of acceptance, papers follow")},
        {QLatin1StringView("promise"), QT_TRANSLATE_NOOP("PaperWord", "Promise to be signed")},
        {QLatin1StringView("receipt"), QT_TRANSLATE_NOOP("PaperWord", "Receipt of the application")},
        {QLatin1StringView("supplementReceipt"), QT_TRANSLATE_NOOP("PaperWord", "Receipt of the supplement")},
        {QLatin1StringView("supplyReceipt"), QT_TRANSLATE_NOOP("PaperWord", "Receipt of promised materials")},
        {QLatin1StringView("correction"), QT_TRANSLATE_NOOP("PaperWord", "Confirmation of corrections")},
        {QLatin1StringView("advice"), QT_TRANSLATE_NOOP("PaperWord", "Advice slip")},
        {QLatin1StringView("passOn"), QT_TRANSLATE_NOOP("PaperWord", "Slip of passing on")},
        {QLatin1StringView("result"), QT_TRANSLATE_NOOP("PaperWord", "Notice of the result")},
        {QLatin1StringView("withdrawal"), QT_TRANSLATE_NOOP("PaperWord", "Confirmation of the withdrawal")},
    };

    for (const auto& paper : kPapers) {
        if (paper.key == kindKey) {
            return QCoreApplication::translate("PaperWord", paper.word);
        }
    }
    return QCoreApplication::translate("PaperWord", "Paper");
}

} // namespace ow::ui
