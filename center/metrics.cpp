// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/metrics.h"

#include <QDateTime>

#include <algorithm>

namespace ow::center {

namespace {

std::vector<RouteName> withOther(std::vector<RouteName> routes)
{
    routes.push_back({"other", "other"});
    return routes;
}

template <class Table, class Value> size_t placeOf(const Table& table, const Value& value)
{
    return static_cast<size_t>(std::find(table.begin(), table.end(), value) - table.begin());
}

void head(QByteArray& out, const char* name, const char* kind, const char* help)
{
    out += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + kind + '\n';
}

void single(QByteArray& out, const char* name, const char* kind, const char* help, const QByteArray& value)
{
    head(out, name, kind, help);
    out += QByteArray(name) + ' ' + value + '\n';
}

void single(QByteArray& out, const char* name, const char* kind, const char* help, qint64 value)
{
    single(out, name, kind, help, QByteArray::number(value));
}

/// Seconds with all the digits there are; QByteArray's 'g' with 6 would round a large sum.
QByteArray seconds(qint64 millionths)
{
    const QByteArray fraction = QByteArray::number(millionths % 1'000'000).rightJustified(6, '0');
    return QByteArray::number(millionths / 1'000'000) + '.' + fraction;
}

} // namespace

Metrics::Metrics(std::vector<RouteName> routes)
    : m_routes(withOther(std::move(routes)))
    , m_of(std::make_unique<OfRoute[]>(m_routes.size()))
    , m_startedMs(QDateTime::currentMSecsSinceEpoch())
{
}

const RouteName& Metrics::nameOf(size_t route) const
{
    return m_routes[std::min(route, m_routes.size() - 1)];
}

void Metrics::answered(size_t route, int status, std::chrono::microseconds took)
{
    OfRoute& one = m_of[std::min(route, m_routes.size() - 1)];
    ++one.byStatus[placeOf(kStatuses, status)];
    const double time = std::chrono::duration<double>(took).count();
    const auto bucket = std::lower_bound(kBuckets.begin(), kBuckets.end(), time);
    ++one.byTime[static_cast<size_t>(bucket - kBuckets.begin())];
    one.micros += took.count();
}

void Metrics::entryTaken(QLatin1StringView outcome)
{
    ++m_outcomes[std::min(placeOf(kOutcomes, outcome), kOutcomes.size() - 1)];
}

QByteArray Metrics::labels(size_t route) const
{
    return "method=\"" + m_routes[route].method + "\",route=\"" + m_routes[route].pattern + '"';
}

void Metrics::writeRequests(QByteArray& out) const
{
    head(out, "onewindow_requests_total", "counter", "Requests answered, by route and status.");
    for (size_t route = 0; route < m_routes.size(); ++route) {
        for (size_t i = 0; i <= kStatuses.size(); ++i) {
            const qint64 count = m_of[route].byStatus[i];
            if (count == 0)
                continue;
            const QByteArray status = i < kStatuses.size() ? QByteArray::number(kStatuses[i]) : "other";
            out += "onewindow_requests_total{" + labels(route) + ",status=\"" + status + "\"} " +
                   QByteArray::number(count) + '\n';
        }
    }
}

void Metrics::writeTimes(QByteArray& out) const
{
    head(out, "onewindow_request_seconds", "histogram",
         "From the end of a request's header to the end of its answer.");
    for (size_t route = 0; route < m_routes.size(); ++route) {
        // One reading of each bucket, and the count made of them: so they always agree.
        qint64 sum = 0;
        QByteArray lines;
        for (size_t i = 0; i <= kBuckets.size(); ++i) {
            sum += m_of[route].byTime[i];
            const QByteArray edge = i < kBuckets.size() ? QByteArray::number(kBuckets[i]) : "+Inf";
            lines += "onewindow_request_seconds_bucket{" + labels(route) + ",le=\"" + edge + "\"} " +
                     QByteArray::number(sum) + '\n';
        }
        if (sum == 0)
            continue;
        out += lines + "onewindow_request_seconds_sum{" + labels(route) + "} " + seconds(m_of[route].micros) +
               "\nonewindow_request_seconds_count{" + labels(route) + "} " + QByteArray::number(sum) + '\n';
    }
}

QByteArray Metrics::text(const Readings& now) const
{
    QByteArray out;
    head(out, "onewindow_build_info", "gauge", "The version that runs.");
    out += "onewindow_build_info{version=\"" OW_VERSION "\"} 1\n";
    single(out, "onewindow_start_time_seconds", "gauge", "When it was started, since 1970.",
           seconds(m_startedMs * 1000));
    writeRequests(out);
    writeTimes(out);
    head(out, "onewindow_entries_total", "counter", "Entries taken, by the outcome they were given.");
    for (size_t i = 0; i < kOutcomes.size(); ++i)
        out += QByteArray("onewindow_entries_total{outcome=\"") + kOutcomes[i].data() + "\"} " +
               QByteArray::number(m_outcomes[i]) + '\n';
    single(out, "onewindow_blob_received_bytes_total", "counter", "Bytes of materials received.",
           m_blobBytes);
    single(out, "onewindow_answer_bytes_total", "counter", "Bytes of answers sent, without headers.",
           m_answerBytes);
    single(out, "onewindow_rate_refusals_total", "counter", "Requests refused by the centre's rate limits.",
           m_rateRefusals);
    single(out, "onewindow_uploads", "gauge", "Materials being received now.", now.uploads);
    single(out, "onewindow_database_queue", "gauge", "Requests waiting for the database now.",
           now.databaseQueue);
    single(out, "onewindow_connections", "gauge", "Connections open now.", m_connections);
    return out;
}

} // namespace ow::center
