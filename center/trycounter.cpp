// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/trycounter.h"

#include <algorithm>

namespace ow::center {

TryCounter::TryCounter(int limit, qsizetype capacity)
    : m_limit(std::clamp(limit, 1, kMostTries))
    , m_capacity(std::max<qsizetype>(capacity, 1))
{
}

qint64 TryCounter::waitFor(const QString& key, qint64 now)
{
    if (m_tries.size() >= m_capacity && !m_tries.contains(key))
        forgetOld(now);
    Tries& tries = m_tries[key];
    // The oldest of the last m_limit tries stands where the next one will be written.
    const qint64 oldest = tries.at[static_cast<size_t>(tries.next)];
    if (tries.count == m_limit && now - oldest < kWindowMs && now >= oldest)
        return kWindowMs - (now - oldest);
    tries.at[static_cast<size_t>(tries.next)] = now;
    tries.next = (tries.next + 1) % m_limit;
    tries.count = std::min(tries.count + 1, m_limit);
    return 0;
}

void TryCounter::forgetOld(qint64 now)
{
    const auto last = [this](const Tries& tries) {
        return tries.at[static_cast<size_t>((tries.next + m_limit - 1) % m_limit)];
    };
    m_tries.removeIf([&](QHash<QString, Tries>::iterator it) { return now - last(it.value()) >= kWindowMs; });
    if (m_tries.size() < m_capacity)
        return;
    const auto quietest = std::min_element(m_tries.begin(), m_tries.end(),
                                           [&](const Tries& a, const Tries& b) { return last(a) < last(b); });
    m_tries.erase(quietest);
}

} // namespace ow::center
