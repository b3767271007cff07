// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

namespace ow::center {

/// A route as figures and logs name it: "GET", "/v1/cases/{}".
struct RouteName
{
    QByteArray method;
    QByteArray pattern;
};

/// What a centre has done since it was started, for Prometheus (text format 0.0.4). The set of labels is
/// bounded: the routes of the table and "other", statuses the centre gives and "other". No device, address,
/// case or person is ever a label. Thread-safe: counters are atomics, a scrape takes no lock.
class Metrics
{
public:
    /// Everything that is known only at the moment of a scrape.
    struct Readings
    {
        qint64 uploads = 0;       ///< bodies being received into the blob store
        qint64 databaseQueue = 0; ///< requests waiting for the database
    };

    explicit Metrics(std::vector<RouteName> routes);

    [[nodiscard]] const RouteName& nameOf(size_t route) const;

    void connectionOpened() { ++m_connections; }

    void connectionClosed() { --m_connections; }

    /// `route`: place in the table, or anything beyond its end for "other".
    void answered(size_t route, int status, std::chrono::microseconds took);

    void blobReceived(qint64 bytes) { m_blobBytes += bytes; }

    void answerSent(qint64 bytes) { m_answerBytes += bytes; }

    /// accepted, conflict or rejected; or repeated, for an entry the centre had already.
    void entryTaken(QLatin1StringView outcome);

    /// By the rate limits of this centre.
    void refusedByRate() { ++m_rateRefusals; }

    [[nodiscard]] QByteArray text(const Readings& now) const;

private:
    using Counter = std::atomic<qint64>;

    // Seconds. A batch takes milliseconds, an upload seconds, a long poll up to a minute.
    static constexpr std::array<double, 12> kBuckets{0.005, 0.01, 0.025, 0.05, 0.1, 0.25,
                                                     0.5,   1,    2.5,   10,   30,  60};
    static constexpr std::array<int, 23> kStatuses{200, 201, 204, 206, 400, 401, 403, 404, 405, 408, 409, 410,
                                                   411, 412, 413, 415, 416, 422, 429, 431, 500, 503, 507};
    static constexpr std::array<QLatin1StringView, 5> kOutcomes{
        QLatin1StringView("accepted"), QLatin1StringView("conflict"), QLatin1StringView("rejected"),
        QLatin1StringView("repeated"), QLatin1StringView("other")};

    struct OfRoute
    {
        std::array<Counter, kStatuses.size() + 1> byStatus{};
        std::array<Counter, kBuckets.size() + 1> byTime{};
        Counter micros{0};
    };

    void writeRequests(QByteArray& out) const;
    void writeTimes(QByteArray& out) const;
    [[nodiscard]] QByteArray labels(size_t route) const;

    const std::vector<RouteName> m_routes; ///< the last one is "other"
    const std::unique_ptr<OfRoute[]> m_of; ///< as many as m_routes
    const qint64 m_startedMs;
    std::array<Counter, kOutcomes.size()> m_outcomes{};
    Counter m_connections{0};
    Counter m_blobBytes{0};
    Counter m_answerBytes{0};
    Counter m_rateRefusals{0};
};

} // namespace ow::center
