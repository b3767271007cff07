// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stationlock.h"

#include "ui/frame/mainwindow.h"
#include "ui/shell/gate.h"

#include <QApplication>
#include <QDialog>

namespace ow::ui {

namespace {

/// A dialog of files stands before the gate, shows the folders of whoever opened it, and would give what the
/// next person chooses to what that one had open. Menus likewise.
void closeDialogs()
{
    while (QWidget* menu = QApplication::activePopupWidget()) {
        if (!menu->close()) {
            break;
        }
    }
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<QDialog*>(window); dialog != nullptr && dialog->isVisible()) {
            dialog->reject();
        }
    }
}

} // namespace

StationLock::StationLock(MainWindow& window, Gate& gate, desk::Workplace& workplace, desk::SignInDesk& signIn,
                         desk::IntakeDesk& intake, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_gate(gate)
    , m_workplace(workplace)
    , m_signIn(signIn)
    , m_intake(intake)
{
    const QAction* key = m_window.actions().add(
        {QStringLiteral("lock"), tr("Lock this station"), QKeySequence(Qt::CTRL | Qt::Key_L), {}});
    connect(key, &QAction::triggered, this, &StationLock::lock);
    connect(&m_idle, &IdleLock::idle, this, &StationLock::lock);
    connect(&m_gate, &Gate::unlocked, this, [this] { m_window.setGated(false); });
    connect(&m_gate, &Gate::takenOver, this, &StationLock::takenOver);
}

void StationLock::lock()
{
    if (m_window.isGated() || !m_workplace.person()) {
        return;
    }
    m_window.setGated(true); // first of all nobody sees anything any more
    closeDialogs();
    m_intake.saveNow();
    Q_EMIT locking();
    m_gate.showLocked(*m_workplace.person());
    m_signIn.lock().then(this, [](const domain::Result<void>&) {});
}

} // namespace ow::ui
