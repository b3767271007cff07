// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace ow::center {

/// Does something at once and then every so often, on a thread of its own, until it is destroyed; a run under
/// way is waited for.
class Periodic
{
public:
    Periodic(std::chrono::milliseconds every, std::function<void()> work);
    ~Periodic();
    Periodic(const Periodic&) = delete;
    Periodic& operator=(const Periodic&) = delete;

private:
    void run(std::chrono::milliseconds every);

    std::function<void()> m_work;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ending = false; ///< under m_mutex
    std::thread m_thread;
};

} // namespace ow::center
