// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/scandesk.h"
#include "ui/devices/devicepanel.h"
#include "ui/widgets/fieldpanel.h"

namespace ow::ui {

class FieldEdit;

/// The scan profiles of this window (Alt+1…9): which there are, and what each does. A change holds at once.
class ScanProfileGroup : public FieldPanel
{
    Q_OBJECT

public:
    /// `fixed`: the administrator has settled them.
    ScanProfileGroup(const Theme& theme, desk::ScanDesk& scan, bool fixed, QWidget* parent = nullptr);

private:
    void fillChoices();
    void showProfiles();
    void showDevices();
    void showProfile();
    void change();
    void add();
    void remove();
    void store(const QList<capture::ScanProfile>& profiles);

    desk::ScanDesk& m_scan;
    bool m_fixed;
    // Made in the order they stand in, which is the one Tab goes by.
    KeyButton* m_add;
    KeyButton* m_remove;
    ChoiceField m_which;
    FieldEdit* m_name;
    FormField* m_nameField;
    ChoiceField m_device; ///< data: the name of a device; empty: the first scanner
    ChoiceField m_source;
    ChoiceField m_mode;
    ChoiceField m_dpi;
    QList<std::pair<QString, QString>> m_offered; ///< names and titles of the devices in the box
    QList<capture::ScanProfile> m_shown;
};

} // namespace ow::ui
