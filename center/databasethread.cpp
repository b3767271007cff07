// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/databasethread.h"

#include <QThread>

#include <future>

namespace ow::center {

using domain::Result;

DatabaseThread::DatabaseThread() = default;

Result<std::unique_ptr<DatabaseThread>> DatabaseThread::start(Open open)
{
    std::unique_ptr<DatabaseThread> self(new DatabaseThread);
    std::promise<Result<void>> opened;
    std::future<Result<void>> outcome = opened.get_future();
    self->m_thread.reset(QThread::create([worker = self.get(), &opened, open = std::move(open)] {
        auto store = open();
        if (!store) {
            opened.set_value(tl::unexpected(store.error()));
            return;
        }
        opened.set_value({});
        worker->work(**store);
    }));
    self->m_thread->start();
    if (const Result<void> result = outcome.get(); !result)
        return tl::unexpected(result.error());
    return self;
}

DatabaseThread::~DatabaseThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    if (m_thread)
        m_thread->wait();
}

bool DatabaseThread::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending || m_jobs.size() >= kMaxJobs)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

qint64 DatabaseThread::queued() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qint64>(m_jobs.size());
}

void DatabaseThread::work(Store& store)
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(store);
    }
}

} // namespace ow::center
