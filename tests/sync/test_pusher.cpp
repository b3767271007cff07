// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/await.h"
#include "support/centreprocess.h"
#include "support/droppingproxy.h"
#include "support/tlsstub.h"
#include "sync/syncwindow.h"

#include <QElapsedTimer>
#include <QFile>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::ErrorCode;
using Line = sync::SyncStatus::Line;

namespace {

QByteArray material(int number, int size)
{
    QByteArray bytes(size, '\0');
    for (int i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 31 + number) & 0xff);
    return bytes;
}

struct Hall
{
    CentreProcess centre;
    SyncWindow window;
    PusherPtr pusher;

    Hall()
    {
        centre.start();
        window.enrol(centre);
        pusher = window.pusher(centre.url());
    }

    void push()
    {
        pusher->poke();
        REQUIRE(window.waitSettled());
    }

    /// Until the strip says that nothing waits.
    void waitOnline()
    {
        REQUIRE(waitUntil([this] {
            const sync::SyncStatus& status = pusher->status();
            return status.line == Line::Online && status.entries == 0 && status.blobs == 0;
        }));
    }

    void waitFault(ErrorCode code)
    {
        REQUIRE(waitUntil([&] { return pusher->status().fault && pusher->status().fault->code == code; }));
    }
};

ledger::ActDraft note()
{
    ledger::ActDraft act;
    act.kind = domain::Kind::Export;
    act.actor = CentreProcess::kClerk;
    act.body = ledger::fixedBody({});
    return act;
}

} // namespace

TEST_CASE("entries and materials arrive at the centre once and the strip says so")
{
    Hall hall;
    constexpr int kCases = 250; // 500 entries: more than two requests take
    for (int i = 0; i < kCases; ++i) {
        QVector<record::BlobRef> blobs;
        if (i % 50 == 0)
            blobs << hall.window.putBlob(material(i, 1000 * (i + 1)));
        hall.window.acceptCase(0, blobs);
    }
    int settled = 0;
    QObject::connect(hall.pusher.get(), &sync::Pusher::settled, hall.pusher.get(), [&] { ++settled; });
    hall.push();
    hall.waitOnline();
    CHECK(settled == 3);
    CHECK(hall.pusher->status().oldestAt == 0);
    CHECK_FALSE(hall.pusher->status().fault);
    CHECK(await(hall.window.ledger().run([](ledger::Ledger& ledger) {
              return ledger.blobs().nextUnsent(1);
          }))->empty());
    checkKeptOnce(hall.centre, hall.window);
    qint64 complete = 0;
    qint64 missing = 0;
    for (const QCborMap& line : hall.centre.command({u"export"_s})) {
        complete += line.value(u"blobs_complete"_s).toInteger();
        missing += line.value(u"blobs_missing"_s).toInteger();
    }
    CHECK(complete == kCases / 50);
    CHECK(missing == 0);
    // The receipt is the centre's own signature over all of it.
    const auto receipt =
        await(hall.window.ledger().run([](ledger::Ledger& ledger) { return ledger.outbox().lastReceipt(); }));
    REQUIRE(receipt);
    REQUIRE(receipt->has_value());
    CHECK((*receipt)->hash == hall.window.head().hash);
}

TEST_CASE("a material that is damaged on the disk does not hold up the others")
{
    Hall hall;
    const record::BlobRef damaged = hall.window.putBlob(material(1, 5000));
    const record::BlobRef good = hall.window.putBlob(material(2, 5000));
    hall.window.acceptCase(0, {damaged, good});
    hall.window.damageBlob(damaged.id);
    hall.push();
    const auto uploaded = [&hall](const QString& id) {
        const auto info =
            await(hall.window.ledger().run([id](ledger::Ledger& ledger) { return ledger.blobs().info(id); }));
        return info && info->uploaded;
    };
    REQUIRE(waitUntil([&] { return uploaded(good.id); }));
    CHECK_FALSE(uploaded(damaged.id));
}

TEST_CASE("a revoked device is refused and its queue stays as it is")
{
    Hall hall;
    hall.window.acceptCase();
    hall.push();
    const qint64 before = hall.window.head().seq;
    hall.centre.command({u"device"_s, u"revoke"_s, u"--device"_s, hall.window.device()});
    hall.window.acceptCase();
    hall.pusher->poke();
    hall.waitFault(ErrorCode::DeviceRevoked);
    CHECK(hall.pusher->status().line == Line::Refused);
    REQUIRE(waitUntil([&] { return hall.pusher->status().entries == 2; }));
    CHECK(hall.window.settledUpTo() == before);
    CHECK(hall.centre.lastSeqOf(hall.window.device()) == before);
    // The desk goes on: what happened is written down all the same.
    hall.window.acceptCase();
    CHECK(hall.window.head().seq == before + 4);
}

TEST_CASE("with the centre down work goes on and everything arrives when it is back")
{
    Hall hall;
    hall.window.acceptCase();
    hall.push();
    hall.waitOnline();
    hall.centre.killNow();
    hall.window.acceptCase();
    hall.pusher->poke();
    hall.waitFault(ErrorCode::Unreachable);
    CHECK(hall.pusher->status().line == Line::Offline);
    for (int i = 0; i < 5; ++i)
        hall.window.acceptCase();
    hall.centre.start();
    // Nobody says 立即重试: the backoff comes back by itself.
    REQUIRE(hall.window.waitSettled());
    hall.waitOnline();
    checkKeptOnce(hall.centre, hall.window);
}

TEST_CASE("with nothing to send the strip still tells whether the centre is there")
{
    Hall hall;
    hall.pusher->poke();
    hall.waitOnline();
    hall.centre.killNow();
    hall.pusher->poke();
    hall.waitFault(ErrorCode::Unreachable);
    CHECK(hall.pusher->status().line == Line::Offline);
    hall.centre.start();
    hall.pusher->poke();
    hall.waitOnline();
    CHECK(hall.window.settledUpTo() == 0);
}

TEST_CASE("a cloned disk is found by its other history and becomes read only")
{
    Hall hall;
    hall.window.acceptCase();
    hall.push();
    hall.pusher.reset();
    const auto clone = hall.window.clone();
    hall.pusher = hall.window.pusher(hall.centre.url());
    hall.window.acceptCase();
    hall.push();

    const QString other = clone->acceptCase();
    const auto pusher = clone->pusher(hall.centre.url());
    pusher->poke();
    REQUIRE(waitUntil([&] { return pusher->status().fault.has_value(); }));
    CHECK(pusher->status().fault->code == ErrorCode::Forked);
    CHECK(pusher->status().line == Line::Refused);
    const auto refused = clone->tryAppend(note());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Forked);
    // What it had stays readable.
    CHECK(await(clone->ledger().run([other](ledger::Ledger& ledger) {
              return ledger.cases().row(other);
          })).has_value());
    // The centre has taken nothing of it, and the first disk goes on.
    hall.window.acceptCase();
    hall.push();
    checkKeptOnce(hall.centre, hall.window);
}

TEST_CASE("after sign-out nothing is sent and sign-in sends what waits")
{
    Hall hall;
    hall.window.acceptCase();
    hall.push();
    hall.waitOnline();
    const qint64 before = hall.window.head().seq;
    hall.window.acceptCase();
    hall.window.signOut();
    hall.pusher->poke();
    // Jobs of the ledger run in their order: behind this one the pusher has been told that the keys are gone.
    static_cast<void>(hall.window.head());
    CHECK(hall.centre.lastSeqOf(hall.window.device()) == before);
    // A locked cupboard is no fault of the line.
    CHECK_FALSE(hall.pusher->status().fault);
    CHECK(hall.pusher->status().line == Line::Online);

    hall.window.signIn();
    hall.push();
    hall.waitOnline();
    checkKeptOnce(hall.centre, hall.window);
}

TEST_CASE("a pusher that was stopped sends nothing any more")
{
    Hall hall;
    hall.window.acceptCase();
    hall.pusher->stop();
    hall.pusher->poke();
    static_cast<void>(hall.window.head());
    CHECK(hall.centre.lastSeqOf(hall.window.device()) == 0);
    CHECK(hall.window.settledUpTo() == 0);
}

TEST_CASE("a window that is told to come back later does not ask earlier")
{
    CentreProcess centre;
    centre.start();
    SyncWindow window;
    window.enrol(centre);
    window.acceptCase(0, {});
    const auto read = [&centre](const QString& name) {
        QFile file(centre.data() + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    TlsStub storm(read(u"/tls/server.pem"_s), read(u"/tls/server.key.pem"_s));
    const QByteArray answer = GENERATE(as<QByteArray>(), "429 Too Many Requests", "503 Service Unavailable");
    storm.answerWith(httpAnswer(answer, "X-OneWindow: 1\r\nRetry-After: 1\r\n",
                                R"({"after_ms":1000,"class":"too_many_requests","retryable":true})"));
    // Its own jitter is nothing here, so what keeps it from asking is the answer alone.
    const PusherPtr pusher = window.pusher(CentreProcess::urlAt(storm.port()));
    pusher->poke();
    REQUIRE(waitUntil([&storm] { return storm.requests() >= 1; }));
    QElapsedTimer since;
    since.start();
    const int first = storm.requests();
    REQUIRE(waitUntil([&] { return storm.requests() >= first + 2; }));
    // Not how fast it is: how patient. Timers of this length may come a twentieth early.
    CHECK(since.elapsed() >= 1800);
    REQUIRE(pusher->status().fault);
    CHECK(pusher->status().fault->code == ErrorCode::CentreBusy);
    CHECK(pusher->status().line == Line::Offline);
}
