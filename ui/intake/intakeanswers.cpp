// SPDX-License-Identifier: GPL-3.0-or-later
// How the intake page gives an answer, puts an application aside and takes steps back.
#include "domain/formvalue.h"
#include "ui/intake/actionpane.h"
#include "ui/intake/emptydesk.h"
#include "ui/intake/findingpane.h"
#include "ui/intake/formpane.h"
#include "ui/intake/intakepage.h"
#include "ui/intake/materialpane.h"
#include "ui/intake/situationpane.h"
#include "ui/widgets/findinglist.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

#include <QApplication>

namespace ow::ui {

void IntakePage::putAside()
{
    m_desk.putAside().then(this, [this](const domain::Result<void>& done) {
        if (!done) {
            say(Tone::Block, errorText(done.error().code).sentence());
        }
    });
}

QString IntakePage::namelessField() const
{
    static const QStringList names{QStringLiteral("applicantName"), QStringLiteral("orgName"),
                                   QStringLiteral("personName")};
    for (const domain::GuideField& field : m_desk.guide().fields) {
        if (names.contains(field.key) && domain::isBlank(domain::formValue(m_desk.intake(), field.key))) {
            return field.key;
        }
    }
    return {};
}

void IntakePage::decide(domain::Answer answer, const QString& reason)
{
    if (!m_desk.isActive() || m_desk.isDeciding()) {
        return;
    }
    if (m_desk.filesUnderWay() > 0) {
        say(Tone::Warn, tr("Pages are still coming in. Please answer when all of them are here."));
        return;
    }
    m_form->revealAll();
    if (const QString nameless = namelessField(); !nameless.isEmpty()) {
        showRegion(IntakeRegion::Form);
        m_form->focusField(nameless);
        say(Tone::Warn, tr("Whom is the answer for? Please enter the applicant's name first."));
        return;
    }
    m_cameFrom = QApplication::focusWidget();
    m_asked = {answer, reason, false};
    const auto answered = m_desk.decide(answer, reason);
    setWorking(true);
    auto waiting = answered;
    waiting.then(this, [this](const domain::Result<desk::Decided>& done) { finish(done); });
}

bool IntakePage::takeBannerAction()
{
    if (m_thrownAway) {
        bringBack();
        return true;
    }
    if (!m_asked.clock) {
        return false;
    }
    m_asked.clock = false;
    m_desk.confirmClock();
    decide(m_asked.answer, QString(m_asked.reason));
    return true;
}

/// While an answer is written nothing of the application can be changed.
void IntakePage::setWorking(bool working)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_situation, m_form, m_materials}) {
        part->setEnabled(!working);
    }
    m_actions->setBusy(working);
}

void IntakePage::finish(const domain::Result<desk::Decided>& done)
{
    if (!done && done.error().code == domain::ErrorCode::Cancelled) {
        return; // another person is at the station: openApplication() has seen to it
    }
    setWorking(false);
    if (done) {
        Q_EMIT decided(*done);
        return;
    }
    // Everything typed is where it was.
    const QString sentence = errorText(done.error().code).sentence();
    if (done.error().code == domain::ErrorCode::ClockDoubtful) {
        m_asked.clock = true;
        Q_EMIT messagePosted({Tone::Warn, sentence, tr("The time is right, go on"), {}});
    } else {
        say(Tone::Block, sentence);
    }
    if (m_cameFrom != nullptr) {
        m_cameFrom->setFocus(Qt::OtherFocusReason);
    }
}

void IntakePage::acceptOrGo()
{
    const domain::Answer answer = m_desk.answer();
    m_form->revealAll();
    if (answer == domain::Answer::Accept || answer == domain::Answer::AcceptDeficient ||
        answer == domain::Answer::AcceptAndGrant) {
        m_actions->trigger();
    } else {
        m_findings->goToFirstBlock();
    }
}

void IntakePage::undo()
{
    if (!m_desk.isActive()) {
        if (m_desk.canBringBackDiscarded()) {
            bringBack();
        }
        return;
    }
    const QString name = m_desk.undo();
    say(Tone::Info, name.isEmpty() ? tr("There is nothing to undo.") : tr("Undone: %1").arg(name));
}

void IntakePage::redo()
{
    if (!m_desk.isActive()) {
        return;
    }
    const QString name = m_desk.redo();
    say(Tone::Info, name.isEmpty() ? tr("There is nothing to do again.") : tr("Done again: %1").arg(name));
}

void IntakePage::bringEarlier()
{
    const int filled = m_desk.bringEarlier();
    if (filled > 0) {
        say(Tone::Info,
            tr("%n field(s) filled in as last time. Please check them with the applicant.", nullptr, filled));
        m_form->focusFirst();
    }
}

void IntakePage::thrownAway(const QString& name)
{
    m_thrownAway = true;
    Q_EMIT messagePosted({Tone::Info, tr("Thrown away: %1").arg(name), tr("Undo"), {}});
}

void IntakePage::takeTwin(const desk::TwinDecision& said)
{
    if (!m_desk.isActive()) {
        return;
    }
    if (said.decision != desk::DuplicateDecision::WithdrawLater) {
        m_desk.decideTwin(said);
        say(Tone::Ok, tr("Noted on both when this application is received."));
        return;
    }
    const QString name = m_desk.guide().name;
    whenAnswered(m_desk.discard(m_desk.intake().draftId), this,
                 [this, name](const domain::Result<void>& gone) {
                     if (gone) {
                         openApplication();
                         thrownAway(name);
                     } else {
                         say(Tone::Block, errorText(gone.error().code).sentence());
                     }
                 });
}

void IntakePage::bringBack()
{
    m_thrownAway = false;
    whenAnswered(m_desk.bringBackDiscarded(), this, [this](const domain::Result<void>& done) {
        if (!done) {
            say(Tone::Block, errorText(done.error().code).sentence());
            return;
        }
        m_empty->refresh();
        say(Tone::Info, tr("It is among the drafts again."));
    });
}

void IntakePage::goToPlace(const desk::Place& place)
{
    switch (place.region) {
    case desk::Place::Region::Form:
        if (!place.id.isEmpty()) {
            showRegion(IntakeRegion::Form);
            m_form->focusField(place.id);
        }
        break;
    case desk::Place::Region::Situation:
        showRegion(IntakeRegion::Guide);
        if (!m_situation->focusQuestion(place.id)) {
            m_situation->focusFirst();
        }
        break;
    case desk::Place::Region::Materials:
        showRegion(IntakeRegion::Materials);
        if (!m_materials->focusMaterial(place.id)) {
            m_materials->focusList();
        }
        break;
    }
}

} // namespace ow::ui
