// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backoff.h"

#include <algorithm>
#include <utility>

namespace ow::sync {

namespace {

constexpr int kMaxDoublings = 7; // 2^7 s is above the cap

} // namespace

Backoff::Backoff(std::function<double()> random)
    : m_random(std::move(random))
{
}

std::chrono::milliseconds Backoff::next(std::optional<std::chrono::milliseconds> retryAfter)
{
    const int doublings = std::min(m_failures, kMaxDoublings);
    m_failures = std::min(m_failures + 1, 1000);
    const auto ceiling = std::min(kCap, kBase * (1 << doublings));
    const auto jittered =
        std::chrono::milliseconds(static_cast<long long>(static_cast<double>(ceiling.count()) * m_random()));
    return std::max(jittered, retryAfter.value_or(std::chrono::milliseconds(0)));
}

} // namespace ow::sync
