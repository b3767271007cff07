// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>
#include <mutex>

namespace ow::center {

/// How often somebody may ask: so often a second in the long run, and so often at once after a pause.
struct Rate
{
    double perSecond = 0; ///< 0: as often as he likes
    double burst = 1;

    friend bool operator==(const Rate&, const Rate&) = default;
};

/// "500:5000" (a second : at once) or "off". InvalidInput naming the option.
[[nodiscard]] domain::Result<Rate> readRate(const QString& text, const QString& option);

/// The limits of one centre.
struct RateLimits
{
    Rate device;  ///< by client certificate
    Rate address; ///< without one: enrolment, progress, health; a hall may stand behind one address
};

/// A token bucket for each key. Bounded in keys: of the keys seen, those of the last `capacity` / 2 different
/// ones are known for certain, and a key that is forgotten starts with a full bucket. Thread-safe.
class RateLimit
{
public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr qsizetype kCapacity = 20'000;

    explicit RateLimit(Rate rate, qsizetype capacity = kCapacity);

    /// How long until the key may ask again; 0 = now, and it is counted.
    [[nodiscard]] std::chrono::milliseconds waitFor(const QByteArray& key, Time now);

private:
    struct Bucket
    {
        double tokens = 0;
        Time filled;
    };

    Bucket& bucketOf(const QByteArray& key, Time now);

    const Rate m_rate;
    const qsizetype m_half;
    std::mutex m_mutex;
    // Both under m_mutex. When the young are many they become the old, and the old are forgotten.
    QHash<QByteArray, Bucket> m_young;
    QHash<QByteArray, Bucket> m_old;
};

} // namespace ow::center
