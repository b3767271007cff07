// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <array>

namespace ow::center {

/// How often something was tried in the last hour, by key; bounded in tries and in keys. One thread.
class TryCounter
{
public:
    static constexpr qint64 kWindowMs = 3'600'000;
    static constexpr int kMostTries = 32;

    /// `limit` tries an hour, at most kMostTries; `capacity` keys, the one that was quiet longest is dropped
    /// first.
    explicit TryCounter(int limit, qsizetype capacity = 20'000);

    /// How long until the key may try again; 0 = now, and the try is counted.
    [[nodiscard]] qint64 waitFor(const QString& key, qint64 now);

private:
    struct Tries
    {
        std::array<qint64, kMostTries> at{};
        int next = 0;
        int count = 0;
    };

    void forgetOld(qint64 now);

    int m_limit;
    qsizetype m_capacity;
    QHash<QString, Tries> m_tries;
};

} // namespace ow::center
