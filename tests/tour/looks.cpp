// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/looks.h"

#include "ui/frame/keysheet.h"
#include "ui/help/helppage.h"
#include "ui/settings/settingspage.h"

namespace ow::tour {

bool LookJourney::themes()
{
    Driver& driver = m_stage.driver;
    const desk::SettingsDesk& settings = m_stage.shell.settings();
    const auto dressed = [&settings](const char* theme, int scale) {
        return [&settings, theme, scale] {
            return settings.look().theme == QLatin1StringView(theme) && settings.look().scale == scale;
        };
    };
    if (!m_stage.door.openPage(ui::SettingsPage::info().id) || !driver.goTo(ui::SettingsPage::tr("Theme")) ||
        !driver.choose(ui::SettingsPage::tr("Dark")) ||
        !driver.show("深色", QStringLiteral("71-dark"), dressed("dark", 100)) ||
        !driver.choose(ui::SettingsPage::tr("High contrast")) ||
        !driver.show("高对比", QStringLiteral("72-contrast"), dressed("contrast", 100)) ||
        !driver.choose(ui::SettingsPage::tr("Light")) || !driver.goTo(ui::SettingsPage::tr("Size of type")) ||
        !driver.choose(QStringLiteral("150%")) ||
        !driver.show("150 %", QStringLiteral("73-large-type"), dressed("light", 150))) {
        return false;
    }
    driver.key(Qt::Key_0, Qt::ControlModifier);
    return driver.until("the type has its usual size", dressed("light", 100));
}

bool LookJourney::keys()
{
    Driver& driver = m_stage.driver;
    const auto* sheet = m_stage.shell.window().findChild<ui::KeySheet*>();
    if (!m_stage.door.openPage(QStringLiteral("cases"))) {
        return false;
    }
    driver.key(Qt::Key_F1);
    if (!driver.glance("按键表", QStringLiteral("74-keys"), [sheet] { return sheet->isOpen(); })) {
        return false;
    }
    driver.key(Qt::Key_F1);
    const bool manual = driver.show("手册", QStringLiteral("75-manual"), [this] {
        return m_stage.shell.window().currentPage() == ui::HelpPage::info().id;
    });
    driver.key(Qt::Key_Escape);
    return manual && driver.until("the page is back", [this] {
        return m_stage.shell.window().currentPage() == QLatin1StringView("cases");
    });
}

bool LookJourney::run()
{
    return themes() && keys();
}

} // namespace ow::tour
