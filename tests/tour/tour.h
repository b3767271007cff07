// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/centre.h"
#include "tour/stage.h"

#include <QElapsedTimer>
#include <QString>

namespace ow::tour {

struct TourOptions
{
    QString folder; ///< where pictures, papers and tour.json go
    QString code;   ///< one-time code
    QString password;
};

/// A day at the window, by keys alone, from the first start of the program to the last look: what every
/// journey comes to is looked at and noted, and the cases stay to be held against window and centre.
class Tour
{
public:
    /// All of them outlive this.
    Tour(ui::Shell& shell, desk::Workplace& workplace, Centre& centre, TourOptions options);

    /// 0 when every step was done and everything is at the centre.
    [[nodiscard]] int run();

private:
    [[nodiscard]] bool firstStart();
    [[nodiscard]] bool morning(); ///< sign-in, decided on the spot, notice, declined without a network
    [[nodiscard]] bool accept();
    [[nodiscard]] bool notice();
    [[nodiscard]] bool declineOffline();
    [[nodiscard]] bool oversize();
    [[nodiscard]] bool atTheCounter(); ///< what else a clerk does with applications and cases
    [[nodiscard]] bool chiefAndClerk();
    [[nodiscard]] bool lookAtPages();
    [[nodiscard]] bool evening(); ///< administrators, and the last look
    [[nodiscard]] bool writeReport() const;

    Centre& m_centre;
    TourOptions m_options;
    Driver m_driver;
    Door m_door;
    Counter m_counter;
    Stage m_stage;
    QElapsedTimer m_timer;
    QString m_waiting;  ///< case that waits for its supplement
    QString m_oversize; ///< accepted case of the class three
    int m_oversizeKeys = 0;
};

} // namespace ow::tour
