// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/looksettings.h"
#include "desk/provisioning.h"
#include "desk/workplace.h"

#include <QFuture>
#include <QObject>

namespace ow::desk {

/// What can be set at a window. The look (theme, type, language) is that of the user of this PC; when an idle
/// station locks belongs to the window and lies in its ledger. What the administrator has fixed stays. Make
/// it before DeviceDesk and ScanDesk: it puts the administrator's printers and scan profiles into the
/// settings of a profile before they read them. Lives on the GUI thread, never waits.
class SettingsDesk : public QObject
{
    Q_OBJECT

public:
    explicit SettingsDesk(Workplace& workplace, QObject* parent = nullptr);

    [[nodiscard]] const LookSettings& look() const { return m_look; }

    [[nodiscard]] const Provision& provision() const;

    [[nodiscard]] bool isFixed(Setting setting) const { return provision().isFixed(setting); }

    /// In force at once (lookChanged) and kept. InvalidInput for what is no choice, NotAllowed for what is
    /// fixed; DatabaseFailed when it holds now and could not be kept.
    domain::Result<void> setTheme(const QString& theme);
    domain::Result<void> setScale(int percent);
    /// From the next start.
    domain::Result<void> setLanguage(const QString& language);

    /// Minutes after which an untouched station locks itself; 0 = never.
    [[nodiscard]] int idleMinutes() const { return m_idle; }

    [[nodiscard]] QFuture<domain::Result<void>> setIdleMinutes(int minutes);

    static constexpr int kDefaultIdle = 10;

Q_SIGNALS:
    void lookChanged();
    void idleChanged(int minutes);

private:
    domain::Result<void> change(const LookSettings& look, Setting setting);
    void open();
    void useIdle(int minutes);

    Workplace& m_workplace;
    LookSettings m_look;
    int m_idle = kDefaultIdle;
};

} // namespace ow::desk
