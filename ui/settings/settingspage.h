// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/scandesk.h"
#include "desk/settingsdesk.h"
#include "desk/signindesk.h"
#include "ui/devices/devicepanel.h"
#include "ui/frame/pageinfo.h"
#include "ui/widgets/fieldpanel.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

class KeyButton;
class MessageLine;
class PasswordEdit;
class PrimaryButton;
class ScanProfileGroup;

/// 设置: how the window looks, when it locks itself, what the scan profiles do, one's own password. A change
/// holds at once; what the administrator has settled is shown and says so.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    /// All outlive this.
    SettingsPage(const Theme& theme, desk::Workplace& workplace, desk::SettingsDesk& settings,
                 desk::ScanDesk& scan, desk::SignInDesk& signIn, QWidget* parent = nullptr);

    [[nodiscard]] static PageInfo info();

Q_SIGNALS:
    void devicesWanted();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void makeLook();
    void makeIdle();
    void makeProfiles(desk::ScanDesk& scan);
    void makePrinters();
    void makePassword();
    void layOut();
    void showLook();
    void showIdle();
    void showPassword();
    void say(FieldPanel& group, const domain::Result<void>& kept, const QString& done);
    void fix(const ChoiceField& choice, desk::Setting setting);
    void changePassword();
    void forget();

    const Theme& m_theme;
    desk::Workplace& m_workplace;
    desk::SettingsDesk& m_settings;
    desk::SignInDesk& m_signIn;
    QScrollArea* m_scroll;
    QWidget* m_inside;
    QVBoxLayout* m_column;
    QWidget* m_foot;
    MessageLine* m_why;
    PrimaryButton* m_change;
    FieldPanel* m_look = nullptr;
    ChoiceField m_themeChoice;
    ChoiceField m_scale;
    ChoiceField m_language;
    FieldPanel* m_lock = nullptr;
    ChoiceField m_idle;
    ScanProfileGroup* m_profiles = nullptr;
    KeyButton* m_devices = nullptr;
    FieldPanel* m_passwords = nullptr;
    PasswordEdit* m_old = nullptr;
    PasswordEdit* m_new = nullptr;
    PasswordEdit* m_again = nullptr;
    bool m_changing = false;
};

} // namespace ow::ui
