// SPDX-License-Identifier: GPL-3.0-or-later
// Sending twice has the effect of sending once (I3): answers lost after the commit, the centre killed while
// it works, its disk put back from an older copy.
#include "support/await.h"
#include "support/centreprocess.h"
#include "support/droppingproxy.h"
#include "sync/syncwindow.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongRequest = 4096; // longer than a handshake with certificates
constexpr int kLostAnswers = 500;
constexpr int kKills = 20;

/// Pushes cases until an answer has been lost `times` times, each time after the centre has the case durably.
/// A session ticket that comes in the middle of a request can be taken for its answer by the proxy, which
/// sees no plain text; then the answer came through, nothing was lost, and a new case follows.
void loseAnswers(SyncWindow& window, sync::Pusher& pusher, DroppingProxy& proxy, sync::CentreLink& direct,
                 int times)
{
    int base = 0;
    qint64 head = 0;
    const auto next = [&] {
        base = proxy.answersSwallowed();
        window.acceptCase(8192);
        head = window.head().seq;
        pusher.poke();
    };
    proxy.swallowAnswersTo(kLongRequest);
    next();
    for (int lost = 0; lost < times;) {
        REQUIRE(waitUntil([&] { return proxy.answersSwallowed() > base || window.settledUpTo() == head; }));
        REQUIRE(waitUntil([&] { return window.centreSeq(direct) == head; }));
        if (window.settledUpTo() == head) {
            next();
            continue;
        }
        // The window waits for its answer and knows nothing; the centre has committed.
        if (++lost < times) {
            base = proxy.answersSwallowed();
            proxy.cut();
        }
    }
    proxy.swallowAnswersTo({});
    proxy.cut();
    REQUIRE(window.waitSettled());
}

} // namespace

TEST_CASE("of five hundred answers lost after the commit no entry is lost and none doubled")
{
    CentreProcess centre;
    centre.start();
    SyncWindow window;
    window.enrol(centre);
    DroppingProxy proxy(centre.port());
    sync::CentreLink direct(centre.url(), window.identity());
    const auto pusher = window.pusher(CentreProcess::urlAt(proxy.port()));
    window.acceptCase();
    pusher->poke();
    REQUIRE(window.waitSettled());
    int lost = 0;
    for (int batch = 0; lost < kLostAnswers; ++batch) {
        // Qt itself asks a few more times on a new connection; beyond that the backoff does.
        const int times = batch % 20 == 19 ? 6 : 1;
        loseAnswers(window, *pusher, proxy, direct, times);
        lost += times;
    }
    CHECK(lost >= kLostAnswers);
    pusher->stop();
    CHECK(centre.lastSeqOf(window.device()) == window.head().seq);
    centre.stop();
    checkKeptOnce(centre, window);
}

TEST_CASE("killed and started again in mid batch the centre loses nothing and doubles nothing")
{
    CentreProcess centre;
    centre.start();
    SyncWindow window;
    window.enrol(centre);
    const auto pusher = window.pusher(centre.url());
    QRandomGenerator random(20261123);
    int kills = 0;
    for (int round = 0; kills < kKills; ++round) {
        REQUIRE(round < 10 * kKills);
        for (int i = 0; i < 30; ++i)
            window.acceptCase();
        const qint64 head = window.head().seq;
        bool due = false;
        QTimer::singleShot(random.bounded(0, 25), pusher.get(), [&due] { due = true; });
        pusher->poke();
        REQUIRE(waitUntil([&due] { return due; }));
        centre.killNow();
        kills += window.settledUpTo() < head ? 1 : 0;
        centre.start();
        pusher->poke();
        REQUIRE(window.waitSettled());
    }
    pusher->stop();
    CHECK(centre.lastSeqOf(window.device()) == window.head().seq);
    centre.stop();
    checkKeptOnce(centre, window);
}

TEST_CASE("a centre put back from an older copy is given again what it lacks")
{
    CentreProcess centre;
    centre.start();
    SyncWindow window;
    window.enrol(centre);
    const auto pusher = window.pusher(centre.url());
    for (int i = 0; i < 3; ++i)
        window.acceptCase();
    pusher->poke();
    REQUIRE(window.waitSettled());
    centre.stop();
    const QString copy = centre.file(u"copy"_s);
    REQUIRE(QProcess::execute(u"cp"_s, {u"-a"_s, centre.data(), copy}) == 0);
    centre.start();
    for (int i = 0; i < 3; ++i)
        window.acceptCase();
    pusher->poke();
    REQUIRE(window.waitSettled());
    centre.stop();
    REQUIRE(QDir(centre.data()).removeRecursively());
    REQUIRE(QDir().rename(copy, centre.data()));
    centre.start();

    window.acceptCase();
    pusher->poke();
    REQUIRE(window.waitSettled());
    REQUIRE(waitUntil([&] { return pusher->status().line == sync::SyncStatus::Line::Online; }));
    pusher->stop();
    checkKeptOnce(centre, window);
}
