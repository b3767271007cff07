// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakepages.h"
#include "desk/scandesk.h"

#include <QObject>

#include <optional>

namespace ow::ui {

/// From the scanner into the application on the desk: remembers which material a run was started for, so that
/// the clerk may go on to the next while its pages still arrive.
class ScanLane : public QObject
{
    Q_OBJECT

public:
    ScanLane(desk::Workplace& workplace, desk::IntakeDesk& desk, desk::ScanDesk& scan,
             QObject* parent = nullptr);

    /// The material whose turn it is: the profile it had last is chosen, and a run started elsewhere (by the
    /// panel's button) is for it.
    void choose(const QString& material);
    /// A run by the chosen profile, behind the material's other pages.
    [[nodiscard]] domain::Result<void> start(const QString& material);
    /// A run whose first page comes in place of the page `blob`; what else comes goes behind the others.
    [[nodiscard]] domain::Result<void> retake(const QString& material, const QString& blob);

    [[nodiscard]] bool isRunning() const { return m_target.has_value(); }

Q_SIGNALS:
    void refused(const QString& material, const ow::domain::Error& error);
    void arrived(const QString& material, bool incomplete);

private:
    struct Target
    {
        QString draft;
        QString material;
        QString retake; ///< blob of the page that goes
    };

    void take(const capture::ScannedPage& page);
    void watch(const QString& material, bool incomplete, QFuture<domain::Result<void>> taken);

    desk::IntakeDesk& m_desk;
    desk::ScanDesk& m_scan;
    desk::IntakePages m_pages;
    QString m_current; ///< material a run is for that somebody else started
    std::optional<Target> m_target;
};

} // namespace ow::ui
