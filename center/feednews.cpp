// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/feednews.h"

namespace ow::center {

void FeedNews::tick()
{
    m_waiters.wakeDue(m_clock.monotonicMs());
    const QStringList topics = m_waiters.topics();
    if (topics.isEmpty())
        return;
    // A queue that is full has other things to do; the next tick asks again.
    [[maybe_unused]] const bool queued =
        m_database.post([waiters = &m_waiters, seen = m_seen, topics](Store& store) {
            QStringList changed;
            for (const QString& topic : topics) {
                const auto last = store.lastOf(topic);
                if (last && seen->value(topic, -1) != *last) {
                    seen->insert(topic, *last);
                    changed << topic;
                }
            }
            waiters->wakeUp(changed);
        });
}

} // namespace ow::center
