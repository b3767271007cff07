// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/store.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

class QThread;

namespace ow::center {

/// The one thread that owns the store (Qt SQL connections belong to the thread that made them). Jobs run one
/// after the other; the queue is bounded, so a slow disk is felt at the door and not in memory.
class DatabaseThread
{
public:
    static constexpr size_t kMaxJobs = 512;

    using Open = std::function<domain::Result<std::unique_ptr<Store>>()>;
    using Job = std::function<void(Store&)>;

    /// Starts the thread and opens the store on it.
    [[nodiscard]] static domain::Result<std::unique_ptr<DatabaseThread>> start(Open open);
    /// Runs what is queued, then ends.
    ~DatabaseThread();
    DatabaseThread(const DatabaseThread&) = delete;
    DatabaseThread& operator=(const DatabaseThread&) = delete;

    /// From any thread; false when the queue is full or the thread is ending: the job will not run.
    [[nodiscard]] bool post(Job job);
    /// Jobs that wait.
    [[nodiscard]] qint64 queued() const;

private:
    DatabaseThread();
    void work(Store& store);

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs; // under m_mutex
    bool m_ending = false;  // under m_mutex
    std::unique_ptr<QThread> m_thread;
};

} // namespace ow::center
