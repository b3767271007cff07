// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/simulatedqueues.h"

#include <QDir>
#include <QFile>

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

const QString kQueue = QStringLiteral("Training");
constexpr std::size_t kMostRemembered = 100;

} // namespace

Result<std::vector<PrintQueueInfo>> SimulatedQueues::list()
{
    PrintQueueInfo info;
    info.name = kQueue;
    info.isDefault = true;
    info.trays = {QStringLiteral("main"), QStringLiteral("alternate")};
    return std::vector{info};
}

Result<PrintTicket> SimulatedQueues::submit(const PrintJob& job)
{
    const std::scoped_lock lock(m_mutex);
    if (m_fault) {
        return fail(*m_fault, QStringLiteral("simulated"), job.queue);
    }
    if (m_jobs.size() >= kMostRemembered) {
        m_jobs.erase(m_jobs.begin());
    }
    m_jobs.push_back(job);
    const int number = static_cast<int>(m_jobs.size());
    if (!m_folder.isEmpty()) {
        QFile file(QDir(m_folder).filePath(job.title + QStringLiteral("-%1.pdf").arg(number)));
        if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) ||
            file.write(job.bytes) != job.bytes.size()) {
            return fail(ErrorCode::PrintRefused, QStringLiteral("the folder takes no file"));
        }
    }
    return PrintTicket{job.queue.isEmpty() ? kQueue : job.queue, number};
}

Result<PrintProgress> SimulatedQueues::look(const PrintTicket& /*ticket*/)
{
    const std::scoped_lock lock(m_mutex);
    return m_progress;
}

Result<void> SimulatedQueues::cancel(const PrintTicket& /*ticket*/)
{
    const std::scoped_lock lock(m_mutex);
    ++m_cancelled;
    return {};
}

void SimulatedQueues::setProgress(PrintProgress progress)
{
    const std::scoped_lock lock(m_mutex);
    m_progress = progress;
}

void SimulatedQueues::setFault(std::optional<ErrorCode> fault)
{
    const std::scoped_lock lock(m_mutex);
    m_fault = fault;
}

std::vector<PrintJob> SimulatedQueues::jobs() const
{
    const std::scoped_lock lock(m_mutex);
    return m_jobs;
}

int SimulatedQueues::cancelled() const
{
    const std::scoped_lock lock(m_mutex);
    return m_cancelled;
}

} // namespace ow::devices
