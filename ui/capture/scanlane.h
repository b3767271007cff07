// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakepages.h"
#include "desk/scandesk.h"

#include <QObject>

#include <optional>

namespace ow::ui {

/// From the scanner into what is open: remembers which material a run was started for, so that the clerk may
/// go on to the next while its pages still arrive. Several lanes share one scanner; each takes the pages of
/// the runs it started and no others.
class ScanLane : public QObject
{
    Q_OBJECT

public:
    ScanLane(desk::Workplace& workplace, desk::PageTarget& target, desk::ScanDesk& scan,
             QObject* parent = nullptr);

    /// The material whose turn it is: the profile it had last is chosen.
    void choose(const QString& material);
    /// A run by the chosen profile, behind the material's other pages.
    [[nodiscard]] domain::Result<void> start(const QString& material);
    /// A run whose first page comes in place of the page `blob`; what else comes goes behind the others.
    [[nodiscard]] domain::Result<void> retake(const QString& material, const QString& blob);

    [[nodiscard]] bool isRunning() const { return m_run.has_value(); }

Q_SIGNALS:
    void refused(const QString& material, const ow::domain::Error& error);
    /// Stored with its material; `page` without its bytes: what the scanner says of it.
    void arrived(const QString& material, const ow::capture::ScannedPage& page);

private:
    struct Run
    {
        QString sheet;
        QString material;
        QString retake;                 ///< blob of the page that goes
        std::shared_ptr<void> expected; ///< nothing is written while the run goes on
    };

    void take(const capture::ScannedPage& page);
    void watch(const QString& material, capture::ScannedPage page,
               const QFuture<domain::Result<void>>& taken);

    desk::PageTarget& m_target;
    desk::ScanDesk& m_scan;
    desk::IntakePages m_pages;
    std::optional<Run> m_run;
};

} // namespace ow::ui
