// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/desk.h"
#include "center/metrics.h"
#include "center/ratelimit.h"
#include "center/shown.h"
#include "center/socketcaller.h"

#include <QHash>
#include <QRegularExpression>

#include <thread>

using namespace ow::test;
using namespace Qt::StringLiterals;
using ow::center::Metrics;
using ow::center::Rate;
using ow::center::RateLimit;
using ow::center::readRate;
using ow::center::RouteName;

namespace {

/// A scrape by the rules of the text format 0.0.4: every sample of a declared family, no name with labels
/// twice.
QHash<QString, double> samplesOf(const QByteArray& text)
{
    static const QRegularExpression comment(
        u"^# (HELP [a-z_]+ .+|TYPE ([a-z_]+) (counter|gauge|histogram))$"_s);
    static const QRegularExpression sample(
        u"^([a-z_]+)(\\{([a-z_]+=\"[^\"\\\\\\n]*\")(,[a-z_]+=\"[^\"\\\\\\n]*\")*\\})? (-?[0-9.]+)$"_s);
    QHash<QString, double> samples;
    QStringList families;
    CHECK(text.endsWith('\n'));
    for (const QString& line : QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts)) {
        INFO(line.toStdString());
        if (const auto said = comment.match(line); said.hasMatch()) {
            if (!said.captured(2).isEmpty()) {
                CHECK_FALSE(families.contains(said.captured(2)));
                families << said.captured(2);
            }
            continue;
        }
        const auto match = sample.match(line);
        REQUIRE(match.hasMatch());
        REQUIRE_FALSE(families.isEmpty());
        CHECK(match.captured(1).startsWith(families.constLast()));
        const QString key = match.captured(1) + match.captured(2);
        CHECK_FALSE(samples.contains(key));
        samples.insert(key, match.captured(5).toDouble());
    }
    return samples;
}

const QString kPush = u"{method=\"POST\",route=\"/v1/entries\""_s;

} // namespace

TEST_CASE("a scrape counts what windows asked and got and names nobody")
{
    Desk desk;
    const auto received = desk.device.receive(1);
    REQUIRE(desk.device.push({received, desk.device.accept(received)}).status == 200);
    REQUIRE(desk.device.push({received}).status == 200);
    const QByteArray content(300'000, 'p');
    REQUIRE(desk.device.client
                .post("/v1/blobs", content,
                      {{"X-Blob-Id", QByteArray(64, 'e')},
                       {"X-Content-SM3", desk.device.provider->sm3(content).toHex()}})
                .status == 204);
    WindowClient nobody(desk.box);
    CHECK(nobody.get("/v1/state").status == 401);
    CHECK(nobody.get("/nowhere/6537").status == 404);
    CHECK(nobody.get("/v1/cases/" + desk.device.numberOf(1).toLatin1()).status == 401);
    const Reply scraped = nobody.get("/metrics");
    CHECK(scraped.status == 200);

    const auto samples = samplesOf(scraped.raw);
    CHECK(samples.value(u"onewindow_requests_total"_s + kPush + u",status=\"200\"}"_s) == 2);
    CHECK(samples.value(u"onewindow_requests_total{method=\"GET\",route=\"/v1/state\",status=\"401\"}"_s) ==
          1);
    CHECK(samples.value(u"onewindow_requests_total{method=\"other\",route=\"other\",status=\"404\"}"_s) == 1);
    CHECK(samples.value(u"onewindow_request_seconds_count"_s + kPush + u'}') == 2);
    CHECK(samples.value(u"onewindow_request_seconds_bucket"_s + kPush + u",le=\"+Inf\"}"_s) == 2);
    CHECK(samples.value(u"onewindow_request_seconds_sum"_s + kPush + u'}') > 0);
    CHECK(samples.value(u"onewindow_entries_total{outcome=\"accepted\"}"_s) == 2);
    CHECK(samples.value(u"onewindow_entries_total{outcome=\"repeated\"}"_s) == 1);
    CHECK(samples.value(u"onewindow_entries_total{outcome=\"rejected\"}"_s) == 0);
    CHECK(samples.value(u"onewindow_blob_received_bytes_total"_s) == 300'000);
    CHECK(samples.value(u"onewindow_connections"_s) == 2);
    CHECK(samples.value(u"onewindow_uploads"_s, -1) == 0);
    CHECK(samples.value(u"onewindow_database_queue"_s, -1) == 0);
    CHECK(scraped.raw.contains("\nonewindow_build_info{version=\""));
    CHECK_FALSE(scraped.raw.contains(desk.device.id.toLatin1()));
    CHECK_FALSE(scraped.raw.contains("6537"));
    CHECK_FALSE(scraped.raw.contains(desk.device.numberOf(1).toLatin1()));
    CHECK_THAT(desk.box.contractFaults().toStdString(), Catch::Equals(""));
}

TEST_CASE("figures are for this machine and nobody behind the proxy")
{
    CentreBox box;
    box.start({u"--listen"_s, u"unix:"_s + box.socket()});
    const auto ask = [&box](const QByteArray& headers) {
        SocketCaller caller(box.socket());
        caller.get("/metrics", headers);
        return caller.answer();
    };
    const auto own = ask({});
    CHECK(own.status == 200);
    CHECK(own.head.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"));
    CHECK(samplesOf(own.body).value(u"onewindow_connections"_s) == 1);
    CHECK(ask("X-Real-IP: 203.0.113.7\r\n").status == 404);
    CHECK(ask("X-Real-IP: 127.0.0.1\r\nX-Real-IP: 127.0.0.1\r\n").status == 404);
}

TEST_CASE("buckets hold what took at most their edge and unknown routes and statuses have a place")
{
    Metrics metrics(std::vector<RouteName>{{"GET", "/a"}});
    metrics.answered(0, 200, std::chrono::milliseconds(5));
    metrics.answered(0, 200, std::chrono::microseconds(5001));
    metrics.answered(0, 200, std::chrono::seconds(61));
    metrics.answered(7, 299, std::chrono::microseconds(1));
    const auto samples = samplesOf(metrics.text({3, 4}));
    const QString bucket = u"onewindow_request_seconds_bucket{method=\"GET\",route=\"/a\",le=\"%1\"}"_s;
    CHECK(samples.value(bucket.arg(u"0.005"_s)) == 1);
    CHECK(samples.value(bucket.arg(u"0.01"_s)) == 2);
    CHECK(samples.value(bucket.arg(u"60"_s)) == 2);
    CHECK(samples.value(bucket.arg(u"+Inf"_s)) == 3);
    CHECK(samples.value(u"onewindow_request_seconds_sum{method=\"GET\",route=\"/a\"}"_s) == 61.010001);
    CHECK(samples.value(u"onewindow_requests_total{method=\"other\",route=\"other\",status=\"other\"}"_s) ==
          1);
    CHECK(samples.value(u"onewindow_uploads"_s) == 3);
    CHECK(samples.value(u"onewindow_database_queue"_s) == 4);
}

TEST_CASE("counting from many threads loses nothing")
{
    Metrics metrics(std::vector<RouteName>{{"GET", "/a"}});
    constexpr int kThreads = 4;
    constexpr int kTimes = 20'000;
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i)
        threads.emplace_back([&metrics] {
            for (int n = 0; n < kTimes; ++n) {
                metrics.answered(0, 200, std::chrono::microseconds(3));
                metrics.entryTaken("conflict"_L1);
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    const auto samples = samplesOf(metrics.text({}));
    CHECK(samples.value(u"onewindow_request_seconds_count{method=\"GET\",route=\"/a\"}"_s) ==
          kThreads * kTimes);
    CHECK(samples.value(u"onewindow_entries_total{outcome=\"conflict\"}"_s) == kThreads * kTimes);
}

TEST_CASE("a line of the log names route and status and neither path nor person")
{
    CentreBox box;
    box.start({u"--log"_s, u"requests"_s});
    TestDevice device(box);
    device.enrol(u"W03"_s);
    REQUIRE(device.push({device.receive(1)}).status == 200);
    CHECK(device.client.get("/v1/cases/" + device.numberOf(1).toLatin1()).status == 200);
    CHECK(device.client.get("/public/v1/progress?number=secret&last4=6537").status != 0);
    CHECK(box.terminate() == 0);
    const QByteArray log = box.log();
    static const QRegularExpression line(
        u"^\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z (GET|POST) [a-z0-9/{}]+ \\d{3} \\d+\\.\\dms device=(none|[0-9a-f]{8})$"_s);
    int lines = 0;
    for (const QString& one : QString::fromUtf8(log).split(u'\n', Qt::SkipEmptyParts)) {
        INFO(one.toStdString());
        CHECK(line.match(one).hasMatch());
        ++lines;
    }
    CHECK(lines == 5);
    CHECK(log.contains(" GET /v1/cases/{} 200 "));
    CHECK(log.contains(" POST /v1/enroll 200 "));
    CHECK_FALSE(log.contains("6537"));
    CHECK_FALSE(log.contains("secret"));
    CHECK_FALSE(log.contains("JT62"));
}

TEST_CASE("a bucket gives its burst at once and its rate afterwards to each key by itself")
{
    RateLimit limit(Rate{2, 3});
    const RateLimit::Time start{};
    for (int i = 0; i < 3; ++i)
        CHECK(limit.waitFor("a", start).count() == 0);
    CHECK(limit.waitFor("a", start) == std::chrono::milliseconds(500));
    CHECK(limit.waitFor("b", start).count() == 0);
    CHECK(limit.waitFor("a", start + std::chrono::milliseconds(400)) == std::chrono::milliseconds(100));
    CHECK(limit.waitFor("a", start + std::chrono::milliseconds(500)).count() == 0);
    CHECK(limit.waitFor("a", start + std::chrono::milliseconds(500)).count() > 0);
    // An hour of quiet fills it, and no further.
    for (int i = 0; i < 3; ++i)
        CHECK(limit.waitFor("a", start + std::chrono::hours(1)).count() == 0);
    CHECK(limit.waitFor("a", start + std::chrono::hours(1)).count() > 0);
    // A clock that goes back gives nothing.
    CHECK(limit.waitFor("a", start).count() > 0);
}

TEST_CASE("the keys of a limit are bounded and one that keeps asking is not forgotten")
{
    RateLimit limit(Rate{0.001, 1}, 10);
    const RateLimit::Time start{};
    CHECK(limit.waitFor("storm", start).count() == 0);
    for (int i = 0; i < 1000; ++i) {
        CHECK(limit.waitFor(QByteArray::number(i), start).count() == 0);
        CHECK(limit.waitFor("storm", start).count() > 0);
    }
    // Who was quiet while others filled both generations starts anew.
    CHECK(limit.waitFor("0", start).count() == 0);
}

TEST_CASE("a rate is read strictly and off means none")
{
    CHECK(readRate(u"500:5000"_s, u"--x"_s) == Rate{500, 5000});
    CHECK(readRate(u"0.5:1"_s, u"--x"_s) == Rate{0.5, 1});
    const auto off = readRate(u"off"_s, u"--x"_s);
    REQUIRE(off);
    RateLimit limit(*off);
    for (int i = 0; i < 1000; ++i)
        CHECK(limit.waitFor("a", {}).count() == 0);
    for (const QString& wrong :
         {u""_s, u"5"_s, u"0:5"_s, u"5:0"_s, u"-1:5"_s, u"nan:5"_s, u"inf:5"_s, u"5:6:7"_s})
        CHECK_FALSE(readRate(wrong, u"--x"_s));
}

TEST_CASE("a device that storms is told when to come back and others are not held up")
{
    CentreBox box;
    box.start({u"--limit-device"_s, u"0.01:3"_s, u"--limit-address"_s, u"0.01:4"_s});
    TestDevice device(box);
    device.enrol(u"W03"_s); // two of the address
    const QByteArray state = "/v1/state";
    for (int i = 0; i < 3; ++i)
        CHECK(device.client.get(state).status == 200);
    const Reply refused = device.client.get(state);
    CHECK(refused.status == 429);
    CHECK(refused.problem() == u"too_many_requests"_s);
    CHECK(refused.body.value(u"retryable"_s).toBool());
    CHECK(refused.body.value(u"after_ms"_s).toInteger() > 1000);
    WindowClient nobody(box);
    CHECK(nobody.get("/health").status == 200);
    const Reply figures = nobody.get("/metrics");
    CHECK(samplesOf(figures.raw).value(u"onewindow_rate_refusals_total"_s) == 1);
    CHECK(nobody.get("/health").status == 429);
    CHECK_THAT(box.contractFaults().toStdString(), Catch::Equals(""));
}
