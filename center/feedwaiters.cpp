// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/feedwaiters.h"

#include <algorithm>
#include <iterator>

namespace ow::center {

bool FeedWaiters::wait(const QString& topic, qint64 until, Wake wake)
{
    const std::lock_guard lock(m_mutex);
    if (m_ended || m_waiters.size() >= kMost)
        return false;
    m_waiters.push_back({topic, until, std::move(wake)});
    return true;
}

template <class Which> void FeedWaiters::wakeThose(Which which)
{
    std::vector<Waiter> woken;
    {
        const std::lock_guard lock(m_mutex);
        const auto from = std::stable_partition(m_waiters.begin(), m_waiters.end(),
                                                [&](const Waiter& waiter) { return !which(waiter); });
        std::move(from, m_waiters.end(), std::back_inserter(woken));
        m_waiters.erase(from, m_waiters.end());
    }
    for (const Waiter& waiter : woken)
        waiter.wake();
}

void FeedWaiters::wakeUp(const QStringList& topics)
{
    wakeThose([&](const Waiter& waiter) { return topics.contains(waiter.topic); });
}

void FeedWaiters::wakeDue(qint64 now)
{
    wakeThose([now](const Waiter& waiter) { return waiter.until <= now; });
}

void FeedWaiters::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    wakeThose([](const Waiter&) { return true; });
}

QStringList FeedWaiters::topics()
{
    QStringList topics;
    const std::lock_guard lock(m_mutex);
    for (const Waiter& waiter : m_waiters) {
        if (!topics.contains(waiter.topic))
            topics << waiter.topic;
    }
    return topics;
}

} // namespace ow::center
