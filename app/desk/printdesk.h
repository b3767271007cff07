// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/devicesettings.h"
#include "desk/paperdesk.h"
#include "devices/printqueues.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace ow::desk {

using devices::PrinterTrouble;
using devices::PrintProgress;
using devices::PrintQueueInfo;

/// What came out of the printer.
struct Printed
{
    QString printer;
    int copies = 1;
};

struct PrintDeskOptions
{
    std::shared_ptr<devices::PrintQueues> queues; ///< null: CUPS of this PC
    std::chrono::milliseconds look = std::chrono::milliseconds(400);
    std::chrono::milliseconds patience = std::chrono::minutes(2); ///< for a job in the queue
};

/// Puts papers on paper: hands the sealed PDF's own bytes to the print service, asks for the job until it is
/// done, and says what is in the way. A job that is given up is taken out of the queue first, so that
/// printing again never brings two. Printing changes no case: the paper's number stands before, and a second
/// print is an entry of its own that whoever asks for it writes.
///
/// Lives on the GUI thread, never waits: every question to the print service is asked by one worker.
class PrintDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostAtOnce = 20;
    static constexpr int kMostCopies = 20;

    explicit PrintDesk(PrintDeskOptions options = {}, QObject* parent = nullptr);
    ~PrintDesk() override; ///< jobs in the queue stay there; who waits gets Cancelled

    /// Ends when the print service says the job is done. `paperKind` (papers::paperKindKey) chooses printer
    /// and tray.
    ///
    /// Errors: PrintServiceGone, PrinterMissing, PrintRefused (not accepted, or given up by the service),
    /// PrinterStopped (not done in time; taken back), Cancelled (somebody took it out of the queue),
    /// NotAllowed (too many at once). None of them concerns the paper: it is in the ledger.
    [[nodiscard]] QFuture<domain::Result<Printed>> print(const FinishedPaper& paper,
                                                         const QString& paperKind = {}, int copies = 1);
    /// As it is, for a test page or bytes for a receipt printer's queue. `title`: ASCII, no person.
    [[nodiscard]] QFuture<domain::Result<Printed>> printBytes(devices::PrintJob job);

    [[nodiscard]] QFuture<domain::Result<std::vector<PrintQueueInfo>>> printers();

    /// By DeviceDesk, whenever they are read or changed.
    void setChoices(const DeviceSettings& settings) { m_settings = settings; }

Q_SIGNALS:
    /// Something about a job under way; `title` is that of the job: the case number for a paper.
    void progressed(const QString& title, const ow::devices::PrintProgress& progress);

private:
    struct Job;

    void sent(const std::shared_ptr<Job>& job, const domain::Result<devices::PrintTicket>& ticket);
    void lookAll();
    void looked(const std::shared_ptr<Job>& job, const domain::Result<PrintProgress>& progress);
    void giveUp(const std::shared_ptr<Job>& job);
    void settle(const std::shared_ptr<Job>& job, domain::Result<Printed> result);

    template <class Work, class Take> void ask(Work work, Take take);

    std::shared_ptr<devices::PrintQueues> m_queues;
    PrintDeskOptions m_options;
    DeviceSettings m_settings;
    QThreadPool m_worker;
    QTimer m_look;
    std::vector<std::shared_ptr<Job>> m_jobs;
};

} // namespace ow::desk
