// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ow::test {

/// What becomes of an application of the day.
enum class Story {
    Plain,          ///< what the item calls for: accepted, granted, passed on, advised on, no permit needed
    Broken,         ///< a promise of three weeks ago nobody has kept
    Late,           ///< a promise of three weeks ago that is kept today
    Barred,         ///< the applicant of Broken wants another promise
    AfterLate,      ///< the applicant of Late is trusted again once the material has come
    Supplied,       ///< promised, signed, brought in time
    NoticeAccepted, ///< noticed, supplemented item by item, accepted
    NoticeOpen,     ///< noticed and waiting
    NoticeTwice,    ///< a second notice, which is the chief's
    NoticeDeclined, ///< what was brought was not all
    ReceivedAnswered,
    ReceivedOpen,
    Corrected,
    Advised,
    Withdrawn,
    WithdrawnEarly, ///< before the answer
    PutAside,       ///< thrown away, brought back, put aside, resumed
    HandedOver,     ///< to the chief, who finishes it
    Undone,         ///< with wrong steps taken back
    Returned,       ///< the chief gives it back, the window answers, the chief checks it
    Duplicate,      ///< twice the same by one applicant
    Interrupted,    ///< the program ends while it is typed
};

struct Application
{
    QString item;
    Story story = Story::Plain;
    int applicant = 0;     ///< tells applicants apart
    bool natural = false;  ///< where the item asks
    QString oversize = {}; ///< of 大件运输: none, I, II, III
    QString handling = {}; ///< of 大件运输: situation on that axis
    bool divisible = false;
    bool inScope = true;
};

/// What an answer makes of a case and which entries and papers it writes, by the law and not by the program.
struct Outcome
{
    domain::Answer answer;
    domain::CaseState state;
    QStringList kinds;
    QStringList papers;
};

[[nodiscard]] Outcome accepted();
[[nodiscard]] Outcome deficient();
[[nodiscard]] Outcome noticed();
[[nodiscard]] Outcome received();
/// Of an application with nothing left out.
[[nodiscard]] Outcome outcomeOf(const Application& application);

/// Sixty: every role of the window, every handling, 大件运输 of every class within and across provinces.
[[nodiscard]] std::vector<Application> applicationsOfTheDay();

/// The whole form and all materials, all right; on the desk.
void fillIn(desk::IntakeDesk& intake, const Application& application);

} // namespace ow::test
