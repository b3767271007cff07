// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings, training and the manual have to do with the rest of the window.
#include "ui/cases/casespage.h"
#include "ui/devices/devicespage.h"
#include "ui/help/helppage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/gate.h"
#include "ui/shell/shell.h"
#include "ui/shell/stationlock.h"
#include "ui/today/todaypage.h"
#include "ui/training/trainingpage.h"
#include "ui/widgets/banner.h"
#include "ui/words/errortext.h"

#include <QApplication>

#include <algorithm>

namespace ow::ui {

using domain::Result;

void Shell::connectSettings()
{
    connect(m_gate->page(), &SignInPage::scaleRequested, this, [this] {
        const std::vector<int> scales = m_theme.scales();
        const auto next = std::ranges::upper_bound(scales, m_theme.metrics().percent());
        Q_EMIT m_window->scaleWanted(next == scales.end() ? scales.front() : *next);
    });
    connect(m_gate->page(), &SignInPage::themeRequested, this, [this] {
        const QStringList themes = desk::LookSettings::themes();
        const qsizetype now = themes.indexOf(QString(themeKey(m_theme.id())));
        tellUnkept(m_settings.setTheme(themes[(now + 1) % themes.size()]));
    });
    connect(m_window.get(), &MainWindow::scaleWanted, this,
            [this](int percent) { tellUnkept(m_settings.setScale(percent)); });
    connect(&m_settings, &desk::SettingsDesk::lookChanged, this, [this] {
        const desk::LookSettings& look = m_settings.look();
        const auto* id =
            std::ranges::find_if(kThemeIds, [&look](ThemeId one) { return look.theme == themeKey(one); });
        m_theme.apply(*qApp, id == kThemeIds.end() ? m_theme.id() : *id, look.scale);
        m_gate->showScale();
    });
    connect(&m_settings, &desk::SettingsDesk::idleChanged, this,
            [this](int minutes) { m_lock->idleLock().setMinutes(minutes); });
    connect(m_settingsPage, &SettingsPage::devicesWanted, this,
            [this] { m_window->showPage(DevicesPage::info().id); });
    connect(&m_workplace, &desk::Workplace::profileOpened, this, [this] {
        m_window->setOffered(TrainingPage::info().id, m_workplace.profile() == desk::Profile::Training);
    });
    connect(m_trainingPage, &TrainingPage::casesWanted, this,
            [this] { m_window->showPage(QStringLiteral("cases")); });
    connect(m_trainingPage, &TrainingPage::renewed, this, [this] {
        m_casesPage->refresh();
        m_todayPage->refresh();
    });
}

/// A key that changes nothing says why.
void Shell::tellUnkept(const Result<void>& kept)
{
    if (!kept) {
        const bool fixed = kept.error().code == domain::ErrorCode::NotAllowed;
        m_window->banner().post({Tone::Warn,
                                 fixed ? tr("Set by the administrator for every window.")
                                       : errorText(kept.error().code).sentence(),
                                 {},
                                 {}});
    }
}

void Shell::connectHelp()
{
    connect(m_window.get(), &MainWindow::manualWanted, this, [this](const QString& page) {
        if (page == HelpPage::info().id) {
            m_window->showPage(m_before);
            return;
        }
        m_before = page;
        m_window->showPage(HelpPage::info().id);
        m_helpPage->showSection(page);
    });
    connect(m_helpPage, &HelpPage::backWanted, this, [this] { m_window->showPage(m_before); });
}

} // namespace ow::ui
