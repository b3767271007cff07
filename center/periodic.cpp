// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/periodic.h"

namespace ow::center {

Periodic::Periodic(std::chrono::milliseconds every, std::function<void()> work)
    : m_work(std::move(work))
    , m_thread([this, every] { run(every); })
{
}

Periodic::~Periodic()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Periodic::run(std::chrono::milliseconds every)
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        lock.unlock();
        m_work();
        lock.lock();
        m_wake.wait_for(lock, every, [this] { return m_ending; });
    }
}

} // namespace ow::center
