// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/ratelimit.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

Result<Rate> readRate(const QString& text, const QString& option)
{
    constexpr double kMost = 1e6;
    if (text == u"off"_s)
        return Rate{};
    const QStringList parts = text.split(u':');
    bool isRate = false;
    bool isBurst = false;
    const Rate rate{parts.value(0).toDouble(&isRate), parts.value(1).toDouble(&isBurst)};
    const bool good = parts.size() == 2 && isRate && isBurst && rate.perSecond > 0 &&
                      rate.perSecond <= kMost && rate.burst >= 1 && rate.burst <= kMost;
    if (!good)
        return fail(ErrorCode::InvalidInput, u"neither requests a second : requests at once, nor off"_s,
                    option);
    return rate;
}

RateLimit::RateLimit(Rate rate, qsizetype capacity)
    : m_rate(rate)
    , m_half(std::max<qsizetype>(capacity / 2, 1))
{
}

RateLimit::Bucket& RateLimit::bucketOf(const QByteArray& key, Time now)
{
    if (const auto young = m_young.find(key); young != m_young.end())
        return *young;
    if (m_young.size() >= m_half)
        m_old = std::exchange(m_young, {});
    const auto old = m_old.constFind(key);
    const Bucket bucket = old != m_old.constEnd() ? *old : Bucket{m_rate.burst, now};
    return *m_young.insert(key, bucket);
}

std::chrono::milliseconds RateLimit::waitFor(const QByteArray& key, Time now)
{
    if (m_rate.perSecond <= 0)
        return std::chrono::milliseconds(0);
    const std::lock_guard lock(m_mutex);
    Bucket& bucket = bucketOf(key, now);
    const double passed = std::chrono::duration<double>(now - bucket.filled).count();
    bucket.tokens = std::min(m_rate.burst, bucket.tokens + std::max(passed, 0.0) * m_rate.perSecond);
    bucket.filled = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::chrono::milliseconds(0);
    }
    const double seconds = (1 - bucket.tokens) / m_rate.perSecond;
    return std::chrono::milliseconds(std::max<qint64>(1, std::llround(std::ceil(seconds * 1000))));
}

} // namespace ow::center
