// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include "desk/scannedcode.h"
#include "ui/cases/casespage.h"
#include "ui/devices/devicespage.h"
#include "ui/devices/gunfilter.h"
#include "ui/frame/topbar.h"
#include "ui/guides/guidespage.h"
#include "ui/help/helppage.h"
#include "ui/intake/intakepage.h"
#include "ui/papers/paperview.h"
#include "ui/progress/progresspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/gate.h"
#include "ui/shell/searchbridge.h"
#include "ui/shell/stationlock.h"
#include "ui/shell/strip.h"
#include "ui/today/todaypage.h"
#include "ui/training/trainingpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/whenanswered.h"
#include "ui/words/errortext.h"

#include <QAction>
#include <QCoreApplication>
#include <QLabel>

namespace ow::ui {

namespace {

using domain::Result;

const QString kIntake = QStringLiteral("intake");
const QString kCases = QStringLiteral("cases");
const QString kToday = QStringLiteral("today");
const QString kGuides = QStringLiteral("guides");

} // namespace

Shell::Shell(desk::Workplace& workplace, Theme& theme, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_rules(workplace.loadRules())
    , m_signIn(workplace)
    , m_connection(workplace)
    , m_intake(workplace)
    , m_cases(workplace)
    , m_today(workplace, m_cases)
    , m_guides(workplace, m_connection)
    , m_papers(workplace)
    , m_finder(workplace)
    , m_settings(workplace)
    , m_devices(workplace, m_printer)
    , m_scan(workplace)
    , m_theme(theme)
    , m_window(std::make_unique<MainWindow>(theme))
    , m_gate(new Gate(workplace, m_signIn, m_connection, theme, this))
    , m_intakePage(new IntakePage(theme, m_workplace, m_intake, m_finder, m_window->pageParent()))
    , m_casesPage(new CasesPage(theme, m_workplace, m_cases, m_papers, m_printer, m_window->pageParent()))
    , m_todayPage(new TodayPage(theme, m_workplace, m_today, m_window->pageParent()))
    , m_guidesPage(new GuidesPage(theme, m_workplace, m_guides, m_window->pageParent()))
    , m_devicesPage(new DevicesPage(theme, m_workplace, m_devices, m_printer, m_window->pageParent()))
    , m_progressPage(new ProgressPage(theme, m_workplace, m_window->pageParent()))
    , m_trainingPage(new TrainingPage(theme, m_workplace, m_signIn, m_intake, m_window->pageParent()))
    , m_settingsPage(
          new SettingsPage(theme, m_workplace, m_settings, m_scan, m_signIn, m_window->pageParent()))
    , m_helpPage(new HelpPage(theme, m_window->pageParent()))
    , m_search(new SearchBridge(m_window->search(), workplace, m_finder, this))
    , m_gun(new GunFilter(
          *m_window, [this](const QString& code) { return takeCode(code); }, this))
    , m_strip(new Strip(*m_window, workplace, m_connection, m_cases, this))
    , m_lock(new StationLock(*m_window, *m_gate, workplace, m_signIn, m_intake, this))
{
    auto* saved = new QLabel;
    saved->setAccessibleName(tr("Draft"));
    connect(m_intakePage, &IntakePage::draftSavedText, saved, &QLabel::setText);
    m_window->addPage(
        {kToday, tr("Today"), QStringLiteral("today"), domain::Chief | domain::Reviewer | domain::Supervisor},
        m_todayPage);
    m_window->addPage(IntakePage::info(), m_intakePage, saved);
    m_window->addPage({kCases, tr("Cases"), QStringLiteral("list"), domain::AnyPerson}, m_casesPage);
    m_window->addPage({kGuides, tr("Guides"), QStringLiteral("book"), domain::Administrator}, m_guidesPage);
    m_window->addPage(DevicesPage::info(), m_devicesPage);
    m_devicesPage->addActions(m_window->actions());
    m_intakePage->setDevices(m_devices);
    m_intakePage->setScanDesk(m_scan);
    m_casesPage->setScanDesk(m_scan);
    m_strip->watch(m_devices);
    m_window->addPage(ProgressPage::info(), m_progressPage);
    m_progressPage->addActions(m_window->actions());
    m_window->addPage(TrainingPage::info(), m_trainingPage);
    m_window->addPage(SettingsPage::info(), m_settingsPage);
    m_window->addPage(HelpPage::info(), m_helpPage);
    m_helpPage->addActions(m_window->actions());
    m_window->setOffered(TrainingPage::info().id, false);
    m_intakePage->addActions(m_window->actions());
    m_casesPage->addActions(m_window->actions(), kCases);
    m_todayPage->addActions(m_window->actions(), kToday);
    m_guidesPage->addActions(m_window->actions(), kGuides);
    m_window->setGate(m_gate->page());
    m_window->setGated(true);
    connectParts();
}

Shell::~Shell()
{
    // The last answers find their desks alive; after that none can come.
    m_workplace.shutDown();
    QCoreApplication::sendPostedEvents();
}

void Shell::connectParts()
{
    connectGate();
    connectRolePages();
    connectSettings();
    connectHelp();
    connect(m_search, &SearchBridge::itemWanted, this, [this](const QString& code) {
        const auto& person = m_workplace.person();
        const bool takesIn =
            !person || person->roles == domain::NoRole || (person->roles & IntakePage::info().roles) != 0U;
        if (!takesIn) {
            Q_EMIT m_search->guideWanted(code); // who takes nothing in reads
            return;
        }
        m_window->showPage(kIntake);
        m_intakePage->beginItem(code);
    });
    connect(m_search, &SearchBridge::caseWanted, this, [this](const QString& number) {
        m_window->showPage(kCases);
        m_casesPage->showCase(number);
    });
    connect(m_intakePage, &IntakePage::comparisonWanted, this, [this](const QString& number) {
        m_window->showPage(kCases);
        m_casesPage->compareOnDesk(m_intake.effective(), number);
    });
    connect(m_casesPage, &CasesPage::comparedOnDesk, this,
            [this](const std::optional<desk::TwinDecision>& said) {
                m_window->showPage(kIntake);
                if (said) {
                    m_intakePage->takeTwin(*said);
                }
            });
    connect(m_search, &SearchBridge::progressWanted, this, [this](const QString& text) {
        m_window->showPage(ProgressPage::info().id);
        m_progressPage->ask(text);
    });
    connect(m_progressPage, &ProgressPage::caseWanted, this, [this](const QString& number) {
        m_window->showPage(kCases);
        m_casesPage->showCase(number);
    });
    connect(m_progressPage, &ProgressPage::slipWanted, this,
            [this](const QString& caseNumber, const QString& paperNumber) {
                whenAnswered(m_devices.printSlip(caseNumber, paperNumber), this,
                             [this](const Result<void>& printed) {
                                 if (!printed) {
                                     Q_EMIT m_progressPage->failed(printed.error());
                                 }
                             });
            });
    connect(m_progressPage, &ProgressPage::failed, this, [this](const domain::Error& error) {
        m_window->banner().post({Tone::Block, errorText(error.code).sentence(), {}, {}});
    });
    connect(m_intakePage, &IntakePage::decided, this, &Shell::paperAfter);
    connect(m_intakePage, &IntakePage::messagePosted, &m_window->banner(), &Banner::post);
    connect(m_intakePage, &IntakePage::searchWanted, this, [this] { m_window->topBar().openSearch(); });
    connect(m_intakePage, &IntakePage::titleChanged, &m_window->topBar(), &TopBar::setTitle);
    connect(m_casesPage, &CasesPage::failed, this, [this](const domain::Error& error) {
        m_window->banner().post({Tone::Block, errorText(error.code).sentence(), {}, {}});
    });
    connect(&m_connection, &desk::Connection::settled, m_casesPage, &CasesPage::refresh);
    connect(m_window.get(), &MainWindow::statusClicked, this, [this](const QString& id) {
        if (id == QLatin1StringView("person")) {
            leave();
        } else if (id == QLatin1StringView("pending") || id == QLatin1StringView("line")) {
            m_connection.retryNow();
        } else if (id == QLatin1StringView("today")) {
            m_window->showPage(kCases);
        } else if (id == QLatin1StringView("devices")) {
            m_window->showPage(DevicesPage::info().id);
        }
    });
    connect(&m_window->banner(), &Banner::actionTriggered, this, [this] {
        if (!m_intakePage->takeBannerAction() && !m_last.caseNumber.isEmpty()) {
            m_window->showPage(kCases);
            m_casesPage->openPaper(m_last.caseNumber, m_last.paperNumber);
            m_last = {};
        }
    });
}

void Shell::connectGate()
{
    connect(m_gate, &Gate::signedIn, this, &Shell::enter);
    connect(m_lock, &StationLock::takenOver, this, [this](const desk::Person& person) {
        m_window->banner().dismiss(); // the one before was meant, also by what it offers to undo
        enter(person);
    });
    connect(m_lock, &StationLock::locking, m_casesPage, &CasesPage::saveNow);
    connect(m_gate->page(), &SignInPage::keysRequested, m_window.get(), [this] {
        if (QAction* keys = m_window->actions().find(QStringLiteral("keys"))) {
            keys->trigger();
        }
    });
}

void Shell::connectRolePages()
{
    connect(m_search, &SearchBridge::guideWanted, this, [this](const QString& code) {
        m_window->showPage(kGuides);
        m_guidesPage->showGuide(code);
    });
    connect(&m_workplace, &desk::Workplace::rulesFailed, this, [this](const domain::Error& error) {
        m_window->banner().post({Tone::Block, errorText(error.code).sentence(), {}, {}});
    });
    connect(m_todayPage, &TodayPage::messagePosted, &m_window->banner(), &Banner::post);
    connect(m_guidesPage, &GuidesPage::messagePosted, &m_window->banner(), &Banner::post);
    connect(m_todayPage, &TodayPage::counted, this,
            [this](int toCheck) { m_window->setBadge(kToday, m_today.mayAct() ? toCheck : 0); });
    connect(&m_connection, &desk::Connection::settled, m_todayPage, &TodayPage::refresh);
    connect(&m_connection, &desk::Connection::settled, this, &Shell::countTasks);
    connect(&m_workplace, &desk::Workplace::written, this, &Shell::countTasks);
    connect(&m_workplace, &desk::Workplace::personChanged, this, &Shell::countTasks);
}

void Shell::countTasks()
{
    const auto& person = m_workplace.person();
    if (!person || (person->roles & domain::Supervisor) != 0U || !m_workplace.rules()) {
        m_window->setBadge(kCases, 0);
        return;
    }
    desk::CaseFilter returned;
    returned.which = desk::CaseList::All;
    returned.tasks = true; // what the chief has sent back and nobody has answered
    whenAnswered(m_cases.keys(returned), this, [this](const Result<desk::CaseKeys>& found) {
        if (found && m_workplace.person()) {
            m_window->setBadge(kCases, static_cast<int>(found->keys.size()));
        }
    });
}

QString Shell::firstPage(domain::Roles roles) const
{
    // Where the day begins: for who takes applications in at the desk, for a chief at what waits for him.
    if (roles == domain::NoRole || (roles & IntakePage::info().roles) != 0U) {
        return kIntake;
    }
    for (const PageInfo& page : m_window->pages()) {
        if ((page.roles & roles) != 0U) {
            return page.id;
        }
    }
    return kCases;
}

void Shell::begin()
{
    m_strip->refresh();
    m_rules.then(this, [this](const Result<void>& loaded) {
        if (!loaded) {
            m_window->banner().post({Tone::Block, errorText(loaded.error().code).sentence(), {}, {}});
            return;
        }
        m_gate->begin();
        Q_EMIT ready();
    });
}

void Shell::enter(const desk::Person& person)
{
    // Somebody whose roles are not known yet (training, a fresh window) still has to be able to work.
    m_window->setRoles(person.roles == domain::NoRole ? domain::Roles(domain::Clerk) : person.roles);
    m_window->setGated(false);
    m_window->showPage(firstPage(person.roles));
    m_casesPage->refresh();
    m_strip->refresh();
    // Papers whose number was given and whose PDF a crash has kept from being made.
    whenAnswered(m_papers.makeMissing(), this, [](const Result<int>&) {});
}

/// Only when everything is on the disk: what could not be saved would be the next person's to find, or lost.
void Shell::leave()
{
    if (m_leaving) {
        return;
    }
    m_leaving = true;
    whenAnswered(m_intake.putAside(), this, [this](const Result<void>& intake) {
        if (!intake) {
            stay(intake.error());
            return;
        }
        whenAnswered(m_casesPage->putAside(), this, [this](const Result<void>& supplement) {
            if (!supplement) {
                stay(supplement.error());
                return;
            }
            whenAnswered(m_signIn.signOut(), this, [this](const Result<void>&) {
                m_leaving = false;
                m_window->banner().dismiss();
                m_window->setGated(true);
                m_gate->show();
            });
        });
    });
}

void Shell::stay(const domain::Error& error)
{
    m_leaving = false;
    const QString why = error.code == domain::ErrorCode::NotAllowed
                            ? tr("Something is still being written. Please sign out when it is done.")
                            : tr("You are still signed in: what is open could not be saved. %1")
                                  .arg(errorText(error.code).sentence());
    m_window->banner().post({Tone::Block, why, {}, {}});
}

bool Shell::takeCode(const QString& code)
{
    if (m_window->isGated()) {
        return false; // typed where the focus is: the code of enrolment, a password
    }
    m_devices.noteScan();
    if (m_window->currentPage() == DevicesPage::info().id) {
        m_devicesPage->showScan(code);
        return true;
    }
    const desk::ScannedCode read = desk::readScannedCode(code);
    switch (read.kind) {
    case desk::ScannedCode::Kind::Case:
        m_window->showPage(kCases);
        m_casesPage->showCase(read.text);
        return true;
    case desk::ScannedCode::Kind::Identifier:
        if (m_window->currentPage() == kIntake && m_intakePage->takeCode(read.text)) {
            return true;
        }
        m_window->topBar().openSearch();
        m_window->search().setText(read.text);
        return true;
    case desk::ScannedCode::Kind::Unknown:
        return m_window->currentPage() == kIntake && m_intakePage->takeCode(code);
    }
    return false;
}

} // namespace ow::ui
