// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gate.h"

#include "ui/words/daywords.h"
#include "ui/words/errortext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSysInfo>
#include <QUrl>

namespace ow::ui {

namespace {

using domain::Result;

QString longDay(QDate day)
{
    return QLocale(QLocale::Chinese, QLocale::China).toString(day, QStringLiteral("M 月 d 日 dddd"));
}

QString themeWord(ThemeId id)
{
    switch (id) {
    case ThemeId::Light:
        return Gate::tr("Light");
    case ThemeId::Dark:
        return Gate::tr("Dark");
    case ThemeId::Contrast:
        return Gate::tr("High contrast");
    }
    return {};
}

QString monthDay(QDate day)
{
    return QLocale(QLocale::Chinese, QLocale::China).toString(day, QStringLiteral("M 月 d 日"));
}

} // namespace

Gate::Gate(desk::Workplace& workplace, desk::SignInDesk& signIn, desk::Connection& connection,
           const Theme& theme, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_signIn(signIn)
    , m_connection(connection)
    , m_theme(theme)
    , m_page(new SignInPage(theme))
{
    connect(m_page, &SignInPage::signInRequested, this, &Gate::signIn);
    connect(m_page, &SignInPage::enrolRequested, this, &Gate::enrol);
    connect(m_page, &SignInPage::trainingRequested, this, &Gate::train);
}

void Gate::begin()
{
    if (m_workplace.hasProfile(desk::Profile::Window)) {
        open(desk::Profile::Window);
    } else {
        showFirstStart();
    }
}

void Gate::showLocked(const desk::Person& person)
{
    m_lockedBy = person;
    m_page->forget();
    refresh();
}

void Gate::show()
{
    m_lockedBy.reset();
    m_page->forget();
    refresh();
}

void Gate::showScale()
{
    if (m_workplace.profile()) {
        refresh();
    } else {
        showFirstStart();
    }
}

void Gate::open(desk::Profile profile)
{
    m_page->setBusy(true);
    m_workplace.openProfile(profile).then(this, [this](const Result<void>& opened) {
        m_page->setBusy(false);
        if (!opened) {
            showFirstStart();
            refused(opened.error());
            return;
        }
        refresh();
    });
}

void Gate::showFirstStart()
{
    SignInModel model;
    model.mode = SignInMode::FirstStart;
    model.date = longDay(m_workplace.today());
    model.facts = {{tr("This machine"), QSysInfo::machineHostName(), {}, Tone::Plain},
                   {tr("Standing"), tr("Not a window of a hall yet"), {}, Tone::Plain}};
    showSettled(model);
    m_page->setModel(model);
    if (const auto& provision = m_workplace.options().provisioning.provision) {
        m_page->proposeCentre(provision->centre, provision->isFixed(desk::Setting::Centre));
    }
}

/// The look, and what the administrator has settled: also that it could not be read.
void Gate::showSettled(SignInModel& model) const
{
    model.scale = QString::number(m_theme.metrics().percent()) + u'%';
    model.themeWord = themeWord(m_theme.id());
    const desk::Provisioning& settled = m_workplace.options().provisioning;
    if (!settled.fault.isEmpty()) {
        model.facts.push_back({tr("Settings of the administrator"),
                               tr("Cannot be read and are left aside: %1").arg(settled.fault),
                               QStringLiteral("warn"), Tone::Warn});
    } else if (model.mode == SignInMode::FirstStart && settled.provision &&
               !settled.provision->hallHint.isEmpty()) {
        model.facts.push_back({tr("Hall"), settled.provision->hallHint, {}, Tone::Plain});
    }
}

void Gate::refresh()
{
    m_signIn.facts().then(this, [this](const Result<desk::SignInFacts>& facts) {
        if (!facts) {
            refused(facts.error());
            return;
        }
        SignInModel model;
        model.date = longDay(facts->today);
        model.daySentence =
            facts->workday
                ? tr("Workday · received today, five working days end on %1").arg(monthDay(facts->answerBy))
                : tr("Not a workday · received today, five working days end on %1")
                      .arg(monthDay(facts->answerBy));
        model.facts.push_back({tr("Window"), facts->station, {}, Tone::Plain});
        if (!facts->hallName.isEmpty()) {
            model.facts.push_back({tr("Hall"), facts->hallName, {}, Tone::Plain});
        }
        model.facts.push_back({tr("Ledger"), tr("%1 entries").arg(QLocale().toString(facts->entries)),
                               QStringLiteral("check"), Tone::Ok});
        if (facts->training) {
            model.facts.push_back({tr("Training"), tr("Nothing here is real, nothing is sent"),
                                   QStringLiteral("info"), Tone::Info});
            model.facts.push_back({tr("Password"), desk::SignInDesk::trainingPassword(), {}, Tone::Plain});
        }
        if (facts->pending > 0) {
            model.facts.push_back({tr("Waiting to be sent"), tr("%1 entries").arg(facts->pending),
                                   QStringLiteral("clock"), Tone::Warn});
        }
        if (!facts->readOnly.isEmpty()) {
            model.facts.push_back({tr("Read only"), tr("Nothing can be written; call the administrator"),
                                   QStringLiteral("block"), Tone::Block});
        }
        model.versionLine = tr("Version %1 · %2 items · calendar up to %3")
                                .arg(QCoreApplication::applicationVersion())
                                .arg(facts->guides)
                                .arg(facts->calendarUntil);
        if (m_lockedBy) {
            model.lockedFor = m_lockedBy->id;
            model.people.push_back({m_lockedBy->id, m_lockedBy->name, tr("locked this station")});
        }
        for (const QString& user : facts->users) {
            if (user != model.lockedFor) {
                // Names are sealed until somebody signs in; the learner's is no secret.
                const bool learner = facts->training && user == desk::SignInDesk::trainingUser();
                model.people.push_back({user, learner ? desk::SignInDesk::trainingName() : user, {}});
            }
        }
        showSettled(model);
        m_page->setModel(model);
        if (m_page->isVisible()) {
            m_page->setFocus(Qt::OtherFocusReason); // the password is what comes next
        }
    });
}

void Gate::enrol(const QString& centre, const QString& code)
{
    const QString address =
        centre.contains(QLatin1StringView("://")) ? centre : QStringLiteral("https://") + centre;
    m_page->setBusy(true);
    m_connection.enrol(QUrl(address), code, QSysInfo::machineHostName())
        .then(this, [this](const Result<void>& done) {
            m_page->setBusy(false);
            if (!done) {
                refused(done.error());
                return;
            }
            refresh();
        });
}

void Gate::train()
{
    if (m_workplace.profile() == desk::Profile::Training && m_workplace.hasProfile(desk::Profile::Window)) {
        open(desk::Profile::Window);
        return;
    }
    m_page->setBusy(true);
    m_signIn.beginTraining().then(this, [this](const Result<void>& done) {
        m_page->setBusy(false);
        if (!done) {
            refused(done.error());
            return;
        }
        refresh();
    });
}

void Gate::unlock(const QString& password)
{
    m_page->setBusy(true);
    m_signIn.unlock(password).then(this, [this](const Result<void>& done) {
        m_page->setBusy(false);
        if (!done) {
            refused(done.error());
            return;
        }
        m_lockedBy.reset();
        m_page->forget();
        Q_EMIT unlocked();
    });
}

void Gate::takeOver(const QString& user, const QString& password)
{
    m_page->setBusy(true);
    m_signIn.takeOver(user, password).then(this, [this](const Result<desk::Person>& person) {
        m_page->setBusy(false);
        if (!person) {
            refused(person.error());
            return;
        }
        m_lockedBy.reset();
        m_page->forget();
        Q_EMIT takenOver(*person);
    });
}

void Gate::signIn(const QString& user, const QString& password)
{
    if (m_lockedBy) {
        if (user == m_lockedBy->id) {
            unlock(password);
        } else {
            takeOver(user, password);
        }
        return;
    }
    m_page->setBusy(true);
    m_signIn.signIn(user, password).then(this, [this](const Result<desk::Person>& person) {
        m_page->setBusy(false);
        if (!person) {
            refused(person.error());
            return;
        }
        m_page->forget();
        Q_EMIT signedIn(*person);
    });
}

void Gate::refused(const domain::Error& error)
{
    QString sentence = errorText(error.code).sentence();
    if (error.code == domain::ErrorCode::PasswordLocked) {
        const int minutes = (error.field.toInt() + 59) / 60;
        sentence += tr(" %1 minute(s) to wait.").arg(minutes);
    }
    m_page->showError(sentence);
}

} // namespace ow::ui
