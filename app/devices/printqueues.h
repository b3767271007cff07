// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace ow::devices {

/// Why a printer does not print, as far as it says.
enum class PrinterTrouble { None, NoPaper, Jam, CoverOpen, NoToner, Offline, Paused, Other };

struct PrintQueueInfo
{
    QString name;        ///< as the print service knows it
    QString description; ///< as the administrator calls it; may be empty
    bool isDefault = false;
    bool accepting = true; ///< takes jobs
    bool stopped = false;  ///< keeps them, but prints none
    PrinterTrouble trouble = PrinterTrouble::None;
    QStringList trays; ///< keywords of `media-source`; empty where there is nothing to choose
};

struct PrintJob
{
    QString queue; ///< empty: the default one
    QString title; ///< printable ASCII, never a person's name: queues and other people read it
    QByteArray bytes;
    QByteArray mime = QByteArrayLiteral("application/pdf"); ///< or application/vnd.cups-raw
    int copies = 1;
    QString tray; ///< empty: the printer's own choice
};

/// What was handed over: the job's number and the queue it stands in.
struct PrintTicket
{
    QString queue;
    int job = 0;
};

struct PrintProgress
{
    enum class Stage {
        Waiting, ///< in the queue
        Printing,
        Stopped,   ///< in the queue, and the printer does not print: `trouble`
        Done,      ///< every page has left the printer, as far as the print service knows
        Aborted,   ///< the print service gave it up
        Cancelled, ///< somebody took it out of the queue
    };

    Stage stage = Stage::Waiting;
    PrinterTrouble trouble = PrinterTrouble::None;

    friend bool operator==(const PrintProgress&, const PrintProgress&) = default;
};

[[nodiscard]] constexpr bool isOver(PrintProgress::Stage stage)
{
    return stage >= PrintProgress::Stage::Done;
}

/// The print service of this PC. Every call blocks, with an end: one worker thread, never the GUI's.
///
/// Errors: PrintServiceGone (it does not answer), PrinterMissing (no such queue), PrintRefused (the queue
/// takes no jobs, or not this one).
class PrintQueues
{
public:
    PrintQueues() = default;
    PrintQueues(const PrintQueues&) = delete;
    PrintQueues& operator=(const PrintQueues&) = delete;
    virtual ~PrintQueues() = default;

    [[nodiscard]] virtual domain::Result<std::vector<PrintQueueInfo>> list() = 0;
    [[nodiscard]] virtual domain::Result<PrintTicket> submit(const PrintJob& job) = 0;
    [[nodiscard]] virtual domain::Result<PrintProgress> look(const PrintTicket& ticket) = 0;
    [[nodiscard]] virtual domain::Result<void> cancel(const PrintTicket& ticket) = 0;
};

} // namespace ow::devices
