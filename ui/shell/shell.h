// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"
#include "desk/connection.h"
#include "desk/devicedesk.h"
#include "desk/finder.h"
#include "desk/guidesdesk.h"
#include "desk/intakedesk.h"
#include "desk/paperdesk.h"
#include "desk/printdesk.h"
#include "desk/scandesk.h"
#include "desk/settingsdesk.h"
#include "desk/signindesk.h"
#include "desk/todaydesk.h"
#include "desk/workplace.h"
#include "ui/frame/mainwindow.h"
#include "ui/theme/theme.h"

#include <QFuture>
#include <QObject>

namespace ow::ui {

class CasesPage;
class DevicesPage;
class Gate;
class GuidesPage;
class GunFilter;
class HelpPage;
class IntakePage;
class ProgressPage;
class SearchBridge;
class SettingsPage;
class StationLock;
class Strip;
class TodayPage;
class TrainingPage;

/// The whole window put together over one workplace: gate, pages, search, strip, and what leads from one to
/// the other. Both composition roots that show a window (the program, the tour) make one.
class Shell : public QObject
{
    Q_OBJECT

public:
    Shell(desk::Workplace& workplace, Theme& theme, QObject* parent = nullptr);
    ~Shell() override;

    /// Opens the gate when the house's data is there, whose reading has begun with the constructor. Once.
    void begin();

    [[nodiscard]] MainWindow& window() { return *m_window; }

    [[nodiscard]] Gate& gate() { return *m_gate; }

    [[nodiscard]] IntakePage& intakePage() { return *m_intakePage; }

    [[nodiscard]] ProgressPage& progressPage() { return *m_progressPage; }

    [[nodiscard]] CasesPage& casesPage() { return *m_casesPage; }

    [[nodiscard]] DevicesPage& devicesPage() { return *m_devicesPage; }

    [[nodiscard]] SettingsPage& settingsPage() { return *m_settingsPage; }

    [[nodiscard]] TrainingPage& trainingPage() { return *m_trainingPage; }

    [[nodiscard]] HelpPage& helpPage() { return *m_helpPage; }

    [[nodiscard]] desk::SettingsDesk& settings() { return m_settings; }

    [[nodiscard]] desk::DeviceDesk& devices() { return m_devices; }

    [[nodiscard]] desk::IntakeDesk& intake() { return m_intake; }

    [[nodiscard]] desk::Connection& connection() { return m_connection; }

    [[nodiscard]] bool isEnrolled() const { return m_workplace.profile() == desk::Profile::Window; }

    [[nodiscard]] StationLock& stationLock() { return *m_lock; }

    [[nodiscard]] desk::PaperDesk& papers() { return m_papers; }

Q_SIGNALS:
    void ready(); ///< the gate can be used
    void paperMade(const QString& caseNumber, const QString& paperNumber);

private:
    void enter(const desk::Person& person);
    void leave();
    void stay(const domain::Error& error);
    void connectGate();
    void connectRolePages();
    void connectSettings();
    void connectHelp();
    void tellUnkept(const domain::Result<void>& kept);
    void countTasks();
    [[nodiscard]] QString firstPage(domain::Roles roles) const;
    void paperAfter(const desk::Decided& decided);
    void printSlip(const desk::Decided& decided);
    void tellDecided(const desk::Decided& decided, const QString& paperWords, Tone tone);
    void connectParts();
    /// What the code gun has read; false: it is typed where the focus is.
    [[nodiscard]] bool takeCode(const QString& code);

    desk::Workplace& m_workplace;
    QFuture<domain::Result<void>> m_rules; ///< read on a worker while the pages are made here
    desk::SignInDesk m_signIn;
    desk::Connection m_connection;
    desk::IntakeDesk m_intake;
    desk::CaseDesk m_cases;
    desk::TodayDesk m_today;
    desk::GuidesDesk m_guides;
    desk::PaperDesk m_papers;
    desk::Finder m_finder;
    desk::SettingsDesk m_settings; ///< before the devices: it settles what they read
    desk::PrintDesk m_printer;
    desk::DeviceDesk m_devices;
    desk::ScanDesk m_scan;
    Theme& m_theme;
    std::unique_ptr<MainWindow> m_window;
    Gate* m_gate;
    IntakePage* m_intakePage;
    CasesPage* m_casesPage;
    TodayPage* m_todayPage;
    GuidesPage* m_guidesPage;
    DevicesPage* m_devicesPage;
    ProgressPage* m_progressPage;
    TrainingPage* m_trainingPage;
    SettingsPage* m_settingsPage;
    HelpPage* m_helpPage;
    QString m_before; ///< the page the manual was opened from
    SearchBridge* m_search;
    GunFilter* m_gun;
    Strip* m_strip;
    StationLock* m_lock;
    bool m_leaving = false;
    desk::Decided m_last; ///< what the banner's action opens
};

} // namespace ow::ui
