// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <mutex>
#include <vector>

namespace ow::center {

/// Long polls that wait for something new in a topic. Any thread; who is woken is called outside the lock.
class FeedWaiters
{
public:
    static constexpr size_t kMost = 4000; ///< every window of a province, once

    /// Called once: when there may be something new, when `until` has passed, or when all is told to end.
    using Wake = std::function<void()>;

    /// False when too many wait, or the server ends: the caller answers at once.
    [[nodiscard]] bool wait(const QString& topic, qint64 until, Wake wake);
    void wakeUp(const QStringList& topics);
    /// Those whose time has come. `now` by the clock `until` is of.
    void wakeDue(qint64 now);
    /// Everybody, and nobody waits any more.
    void end();
    /// What is waited for.
    [[nodiscard]] QStringList topics();

private:
    struct Waiter
    {
        QString topic;
        qint64 until = 0;
        Wake wake;
    };

    template <class Which> void wakeThose(Which which);

    std::mutex m_mutex;
    std::vector<Waiter> m_waiters; ///< under m_mutex
    bool m_ended = false;          ///< under m_mutex
};

} // namespace ow::center
