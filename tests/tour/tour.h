// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/centre.h"
#include "tour/driver.h"
#include "ui/shell/shell.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QString>

namespace ow::tour {

struct TourOptions
{
    QString folder; ///< where pictures, papers and tour.json go
    QString code;   ///< one-time code
    QString user;
    QString password;
};

/// The main job: enrol, sign in, accept, give notice, decline with the network cut, reconnect, look at the
/// cases.
class Tour
{
public:
    Tour(ui::Shell& shell, Centre& centre, TourOptions options);

    /// 0 when every step was done and everything is at the centre.
    [[nodiscard]] int run();

private:
    [[nodiscard]] bool enrol();
    [[nodiscard]] bool signIn();
    [[nodiscard]] bool accept();
    [[nodiscard]] bool notice();
    [[nodiscard]] bool declineOffline();
    [[nodiscard]] bool reconnect();
    [[nodiscard]] bool isAllThere(); ///< nothing waits for the centre
    [[nodiscard]] bool oversize();
    [[nodiscard]] bool lookAtPages();
    [[nodiscard]] bool lookAtCases();
    [[nodiscard]] bool begin(const QString& query, const QString& picture);
    [[nodiscard]] bool decide(const QString& picture);
    void fillCharter();
    void giveMaterials(int count);
    void keepPaper(const QString& caseNumber, const QString& paperNumber);
    [[nodiscard]] bool writeReport() const;

    ui::Shell& m_shell;
    Centre& m_centre;
    TourOptions m_options;
    Driver m_driver;
    QElapsedTimer m_timer;
    QJsonArray m_cases;
    desk::Decided m_last;
    int m_decided = 0;
    int m_papers = 0;
    int m_oversizeKeys = 0;
};

} // namespace ow::tour
