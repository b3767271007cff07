// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace ow::sync {

/// When to try again: full jitter (a random time up to base · 2ⁿ, never above the cap), so that a hall's
/// windows do not come back all at once; a centre that names a time is never asked earlier. Not thread-safe.
class Backoff
{
public:
    static constexpr std::chrono::milliseconds kBase{1000};
    static constexpr std::chrono::milliseconds kCap{120'000};

    /// `random` gives [0, 1); injected so that tests know what comes.
    explicit Backoff(std::function<double()> random);

    /// The wait after one more failure.
    [[nodiscard]] std::chrono::milliseconds next(std::optional<std::chrono::milliseconds> retryAfter = {});

    /// After a success, or when a person says 立即重试.
    void reset() { m_failures = 0; }

    [[nodiscard]] int failures() const { return m_failures; }

private:
    std::function<double()> m_random;
    int m_failures = 0;
};

} // namespace ow::sync
