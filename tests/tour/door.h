// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/driver.h"
#include "ui/shell/shell.h"

#include <QString>

namespace ow::ui {
class PersonList;
} // namespace ow::ui

namespace ow::tour {

/// How people come and go at the station: enrol it, sign in and out, lock, take over, go to training and
/// back.
class Door
{
public:
    /// All of them outlive this. The password is that of every person of the sample hall.
    Door(ui::Shell& shell, desk::Workplace& workplace, Driver& driver, QString password);

    [[nodiscard]] bool enrol(const QString& centre, const QString& code);
    /// At the gate: chooses the person and types the password. Also unlocks, and takes over.
    [[nodiscard]] bool enter(const QString& user);
    /// At the gate of the training, where one person learns.
    [[nodiscard]] bool enterTraining();
    /// By the person's name at the left end of the strip.
    [[nodiscard]] bool leave();
    [[nodiscard]] bool lock();
    /// At the gate: from the window to the training, or back.
    [[nodiscard]] bool switchTraining();
    /// By Ctrl and the page's digit.
    [[nodiscard]] bool openPage(const QString& id);

private:
    [[nodiscard]] ui::PersonList& people() const;
    [[nodiscard]] bool giveName(const QString& user, const QString& password);
    /// After `act` the gate is shown anew.
    [[nodiscard]] bool awaitGate(const char* what, int before);

    ui::Shell& m_shell;
    desk::Workplace& m_workplace;
    Driver& m_driver;
    QString m_password;
    int m_shown = 0; ///< times the gate has shown its people
};

} // namespace ow::tour
