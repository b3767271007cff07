// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stationlock.h"

#include "ui/frame/mainwindow.h"
#include "ui/shell/gate.h"

namespace ow::ui {

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
    connect(&m_gate, &Gate::takenOver, this, [this](const desk::Person& person) {
        m_intake.release();
        Q_EMIT takenOver(person);
    });
}

void StationLock::lock()
{
    if (m_window.isGated() || !m_workplace.person()) {
        return;
    }
    m_window.setGated(true); // first of all nobody sees anything any more
    m_intake.saveNow();
    m_gate.showLocked(*m_workplace.person());
    m_signIn.lock().then(this, [](const domain::Result<void>&) {});
}

} // namespace ow::ui
