// SPDX-License-Identifier: GPL-3.0-or-later
// Large materials over bad lines: what was taken is not sent again, and entries do not wait behind them.
#include "support/await.h"
#include "support/centreprocess.h"
#include "support/droppingproxy.h"
#include "sync/chunksize.h"
#include "sync/syncwindow.h"

#include <QRandomGenerator>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sync::ChunkSize;
using sync::UploadProgress;

namespace {

constexpr qint64 kMiB = 1024 * 1024;
/// Handshakes, questions, headers and entries of one try; TLS adds 22 bytes to every 16 KiB.
constexpr qint64 kOverhead = 64 * 1024;

QByteArray material(quint32 seed, qsizetype size)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator random(seed);
    random.fillRange(reinterpret_cast<quint32*>(bytes.data()), size / 4);
    return bytes;
}

/// A window whose line to the centre goes over a proxy.
struct Hall
{
    CentreProcess centre;
    SyncWindow window;
    std::unique_ptr<DroppingProxy> proxy;
    PusherPtr pusher;
    std::vector<UploadProgress> seen;
    std::function<void(const UploadProgress&)> onProgress;

    Hall()
    {
        centre.start();
        window.enrol(centre);
        proxy = std::make_unique<DroppingProxy>(centre.port());
        open();
    }

    void open()
    {
        pusher = window.pusher(CentreProcess::urlAt(proxy->port()));
        QObject::connect(pusher.get(), &sync::Pusher::progressed, pusher.get(),
                         [this](const UploadProgress& progress) {
                             seen.push_back(progress);
                             if (onProgress)
                                 onProgress(progress);
                         });
    }

    /// Materials the centre has not.
    [[nodiscard]] QStringList waiting()
    {
        const auto unsent = await(
            window.ledger().run([](ledger::Ledger& ledger) { return ledger.blobs().nextUnsent(1000); }));
        REQUIRE(unsent);
        QStringList ids;
        for (const auto& blob : *unsent)
            ids << blob.id;
        return ids;
    }

    [[nodiscard]] bool waitAllSent()
    {
        return waitUntil([this] {
            const sync::SyncStatus& status = pusher->status();
            return status.entries == 0 && status.blobs == 0 && waiting().isEmpty();
        });
    }

    /// What the centre gives back of a material.
    [[nodiscard]] QByteArray stored(const QString& id, const QString& caseNumber) const
    {
        sync::CentreLink direct(centre.url(), window.identity());
        const auto reply = await(direct.get(u"/v1/blobs/"_s + id, u"case="_s + caseNumber));
        REQUIRE(reply);
        CHECK(reply->status == 200);
        return reply->body;
    }
};

} // namespace

TEST_CASE("a chunk doubles on a quick line and halves on a slow one or after a cut")
{
    ChunkSize chunk;
    CHECK(chunk.bytes() == kMiB);
    chunk.took(1999ms);
    CHECK(chunk.bytes() == 2 * kMiB);
    chunk.took(2000ms);
    chunk.took(10'000ms);
    CHECK(chunk.bytes() == 2 * kMiB);
    chunk.took(10'001ms);
    CHECK(chunk.bytes() == kMiB);
    chunk.cut();
    chunk.cut();
    chunk.cut();
    chunk.took(60s);
    CHECK(chunk.bytes() == 256 * 1024);
    for (int i = 0; i < 10; ++i)
        chunk.took(0ms);
    CHECK(chunk.bytes() == 8 * kMiB);
}

TEST_CASE("cut at many places a material arrives as it was and no cut costs more than one chunk")
{
    Hall hall;
    const QByteArray content = material(1, 5 * kMiB + 12'345);
    const record::BlobRef blob = hall.window.putBlob(content);
    const QString number = hall.window.acceptCase(0, {blob});
    QRandomGenerator random(20261123);
    ChunkSize most; // at least what the window takes at a time
    int cuts = 0;
    while (!hall.waiting().isEmpty() && cuts < 60) {
        hall.seen.clear();
        const qint64 before = hall.proxy->windowBytes();
        hall.proxy->cutAfter(random.bounded(2000, 700'000));
        hall.pusher->poke();
        const int cutsBefore = hall.proxy->cuts();
        REQUIRE(waitUntil([&] { return hall.proxy->cuts() > cutsBefore || hall.waiting().isEmpty(); }));
        if (hall.proxy->cuts() == cutsBefore)
            break;
        ++cuts;
        const qint64 sent = hall.proxy->windowBytes() - before;
        const qint64 inFlight = most.bytes();
        qint64 taken = 0;
        for (size_t i = 1; i < hall.seen.size(); ++i) {
            taken += hall.seen[i].sent - hall.seen[i - 1].sent;
            most.took(0ms);
        }
        CHECK(sent - taken <= std::max(inFlight, most.bytes()) + kOverhead);
    }
    CHECK(cuts >= 5);
    REQUIRE(hall.waitAllSent());
    CHECK(hall.stored(blob.id, number) == content);
    checkKeptOnce(hall.centre, hall.window);
    // All cuts together: the whole once, and for each less than what was under way.
    CHECK(hall.proxy->windowBytes() <= content.size() + cuts * (kMiB + kOverhead) + kOverhead);
}

TEST_CASE("a pusher made anew goes on where the one before was")
{
    Hall hall;
    const QByteArray content = material(2, 6 * kMiB);
    const record::BlobRef blob = hall.window.putBlob(content);
    const QString number = hall.window.acceptCase(0, {blob});
    hall.onProgress = [&hall](const UploadProgress& progress) {
        if (progress.sent >= kMiB)
            hall.proxy->stall(true);
    };
    hall.pusher->poke();
    REQUIRE(waitUntil([&] { return !hall.seen.empty() && hall.seen.back().sent >= kMiB; }));
    const qint64 reached = hall.seen.back().sent;
    hall.pusher.reset();
    hall.proxy->cut();
    hall.proxy->stall(false);
    hall.onProgress = {};
    hall.seen.clear();
    hall.open();
    const qint64 before = hall.proxy->windowBytes();
    hall.pusher->poke();
    REQUIRE(hall.waitAllSent());
    CHECK(hall.seen.front().sent >= reached);
    CHECK(hall.seen.back() == UploadProgress{blob.id, content.size(), content.size()});
    CHECK(hall.proxy->windowBytes() - before <= content.size() - reached + kOverhead);
    CHECK(hall.stored(blob.id, number) == content);
}

TEST_CASE("a centre killed in the middle of a material goes on with it when it is back")
{
    Hall hall;
    const QByteArray content = material(3, 6 * kMiB);
    const record::BlobRef blob = hall.window.putBlob(content);
    const QString number = hall.window.acceptCase(0, {blob});
    int kills = 0;
    qint64 reached = 0;
    hall.onProgress = [&](const UploadProgress& progress) {
        CHECK(progress.sent >= reached);
        reached = progress.sent;
        if (progress.sent >= (kills + 1) * kMiB && kills < 3 && hall.centre.isRunning()) {
            ++kills;
            hall.centre.killNow();
        }
    };
    while (!hall.waiting().isEmpty()) {
        hall.pusher->poke();
        REQUIRE(waitUntil([&] { return !hall.centre.isRunning() || hall.waiting().isEmpty(); }));
        if (!hall.centre.isRunning())
            hall.centre.start();
    }
    REQUIRE(hall.waitAllSent());
    CHECK(kills >= 1);
    CHECK(hall.stored(blob.id, number) == content);
}

TEST_CASE("entries and small materials arrive while large ones are stalled")
{
    Hall hall;
    // The oldest is large: the small ones behind it go first, on the other place.
    const record::BlobRef large = hall.window.putBlob(material(4, 3 * kMiB));
    hall.window.acceptCase(0, {large});
    hall.proxy->stallAbove(400'000);
    hall.pusher->poke();
    REQUIRE(waitUntil([&] { return hall.proxy->stalledLines() == 1; }));
    for (quint32 i = 0; i < 8; ++i)
        hall.window.acceptCase(0, {hall.window.putBlob(material(10 + i, 50'000))});
    hall.pusher->poke();
    REQUIRE(waitUntil([&] { return hall.waiting() == QStringList{large.id}; }));
    REQUIRE(hall.window.waitSettled());

    // Two large ones hold both places, and still the entries go.
    const record::BlobRef second = hall.window.putBlob(material(5, 3 * kMiB));
    hall.window.acceptCase(0, {second});
    hall.pusher->poke();
    REQUIRE(waitUntil([&] { return hall.proxy->stalledLines() == 2; }));
    for (int i = 0; i < 20; ++i)
        hall.window.acceptCase();
    hall.pusher->poke();
    REQUIRE(hall.window.waitSettled());
    CHECK(hall.proxy->stalledLines() == 2);
    CHECK(hall.waiting().size() == 2);
    hall.proxy->stallAbove({});
    REQUIRE(hall.waitAllSent());
    checkKeptOnce(hall.centre, hall.window);
}

TEST_CASE("a large material lets a smaller one pass between two of its chunks")
{
    Hall hall;
    const record::BlobRef first = hall.window.putBlob(material(6, 7 * kMiB));
    const record::BlobRef second = hall.window.putBlob(material(7, 7 * kMiB));
    hall.proxy->stallAbove(600'000);
    hall.pusher->poke();
    REQUIRE(waitUntil([&] { return hall.proxy->stalledLines() == 2; }));
    const record::BlobRef small = hall.window.putBlob(material(8, 20'000));
    // Both first chunks get through; what comes after them is held again.
    hall.onProgress = [&hall](const UploadProgress& progress) {
        if (progress.sent > 0)
            hall.proxy->stallAbove(600'000);
    };
    hall.pusher->poke();
    hall.proxy->stallAbove({});
    REQUIRE(waitUntil([&] { return !hall.waiting().contains(small.id); }));
    CHECK(hall.waiting().size() == 2);
    hall.onProgress = {};
    hall.proxy->stallAbove({});
    REQUIRE(hall.waitAllSent());
}
