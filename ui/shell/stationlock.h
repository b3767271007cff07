// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "desk/signindesk.h"
#include "ui/shell/idlelock.h"

#include <QObject>

namespace ow::ui {

class Gate;
class MainWindow;

/// Locks the station by key or when nobody has touched it for a while, and opens it again to the same person
/// or to another who takes it over. Nothing is lost: what was typed is on the disk before the keys are kept
/// back, and stays on the desk for whoever locked it.
class StationLock : public QObject
{
    Q_OBJECT

public:
    StationLock(MainWindow& window, Gate& gate, desk::Workplace& workplace, desk::SignInDesk& signIn,
                desk::IntakeDesk& intake, QObject* parent = nullptr);

    void lock();

    [[nodiscard]] IdleLock& idleLock() { return m_idle; }

Q_SIGNALS:
    void locking(); ///< nobody sees anything any more; what is not saved yet is saved now
    /// Somebody else is signed in now.
    void takenOver(const ow::desk::Person& person);

private:
    MainWindow& m_window;
    Gate& m_gate;
    desk::Workplace& m_workplace;
    desk::SignInDesk& m_signIn;
    desk::IntakeDesk& m_intake;
    IdleLock m_idle;
};

} // namespace ow::ui
