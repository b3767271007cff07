// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"
#include "desk/connection.h"
#include "desk/devicedesk.h"
#include "ui/frame/mainwindow.h"

#include <QObject>
#include <QTimer>

namespace ow::ui {

/// Keeps the status strip true: who, station, line to the centre, what waits and how long, today's count, day
/// and time.
class Strip : public QObject
{
    Q_OBJECT

public:
    Strip(MainWindow& window, desk::Workplace& workplace, desk::Connection& connection, desk::CaseDesk& cases,
          QObject* parent = nullptr);

    void refresh();
    /// Outlives this.
    void watch(desk::DeviceDesk& devices);

private:
    void countToday();
    [[nodiscard]] StripPart linePart() const;
    [[nodiscard]] StripPart pendingPart() const;
    [[nodiscard]] StripPart devicesPart() const;

    MainWindow& m_window;
    desk::Workplace& m_workplace;
    desk::Connection& m_connection;
    desk::CaseDesk& m_cases;
    desk::DeviceDesk* m_devices = nullptr;
    QTimer m_minute;
    qint64 m_today = 0;
};

} // namespace ow::ui
