// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/printqueues.h"

#include <mutex>
#include <optional>

namespace ow::devices {

/// A print service of one queue that puts each job as TITLE-n.pdf into a folder: for training, the tour and
/// tests, where nothing may come out of a real printer. Any thread.
class SimulatedQueues : public PrintQueues
{
public:
    explicit SimulatedQueues(QString folder)
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] domain::Result<std::vector<PrintQueueInfo>> list() override;
    [[nodiscard]] domain::Result<PrintTicket> submit(const PrintJob& job) override;
    [[nodiscard]] domain::Result<PrintProgress> look(const PrintTicket& ticket) override;
    [[nodiscard]] domain::Result<void> cancel(const PrintTicket& ticket) override;

    /// What every look says from now on; Done at first.
    void setProgress(PrintProgress progress);
    /// submit fails with this from now on; nothing: works.
    void setFault(std::optional<domain::ErrorCode> fault);

    [[nodiscard]] std::vector<PrintJob> jobs() const;
    [[nodiscard]] int cancelled() const;

private:
    QString m_folder;
    mutable std::mutex m_mutex;
    std::vector<PrintJob> m_jobs;
    PrintProgress m_progress{PrintProgress::Stage::Done, PrinterTrouble::None};
    std::optional<domain::ErrorCode> m_fault;
    int m_cancelled = 0;
};

} // namespace ow::devices
