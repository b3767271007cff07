// SPDX-License-Identifier: GPL-3.0-or-later
// Materials in chunks when the line or the centre fails, and what a large one costs.
#include "center/centre.h"
#include "center/shown.h"
#include "center/uploader.h"
#include "center/uploads.h"
#include "support/await.h"

#include <QDateTime>
#include <QFile>
#include <QRandomGenerator>
#include <QTimer>

#include <sys/socket.h>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kKills = 20;

// The address sanitizer keeps what was freed aside, on purpose: then memory says nothing of what is held.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kFreedIsKept = true;
#else
constexpr bool kFreedIsKept = false;
#endif

/// VmHWM, in KiB.
qint64 peakMemory(qint64 pid)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    REQUIRE(file.open(QIODevice::ReadOnly));
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').value(0).toLongLong();
    }
    FAIL("no VmHWM");
    return 0;
}

} // namespace

TEST_CASE("a newer request for an upload ends the older one")
{
    Desk desk;
    Uploader up(desk);
    const Material paper = up.material(3 * kMiB);
    REQUIRE(up.make(paper).status == 201);
    const auto older = up.begin(paper, 0, 2 * kMiB, kMiB + 512 * kKiB);
    const Reply newer = up.chunk(paper, 0, 512 * kKiB);
    CHECK(newer.status == 204);
    // Its line is closed, and what it had sent is not taken.
    CHECK(waitUntil([&] { return older->state() == QAbstractSocket::UnconnectedState; }));
    CHECK(up.offset(paper) == 512 * kKiB);
    up.finish(paper);
    const QByteArray number = up.nameInCase(paper, 1);
    CHECK(desk.device.client.get(paper.path() + "?case=" + number).raw == paper.content);
}

TEST_CASE("a chunk that is cut off keeps the whole pieces that came")
{
    Desk desk;
    Uploader up(desk);
    const Material paper = up.material(3 * kMiB);
    REQUIRE(up.make(paper).status == 201);
    const auto line = up.begin(paper, 0, 2 * kMiB, kMiB + 600 * kKiB);
    // Only this way: closing a line that still has something to read throws away what is on its way.
    REQUIRE(::shutdown(static_cast<int>(line->socketDescriptor()), SHUT_WR) == 0);
    // Asking again and again may itself be refused for a moment.
    const auto arrived = [&] { return count(up.ask(paper), "upload-offset") == kMiB + 512 * kKiB; };
    CHECK(waitUntil(arrived));
    up.finish(paper);
    const QByteArray number = up.nameInCase(paper, 1);
    CHECK(desk.device.client.get(paper.path() + "?case=" + number).raw == paper.content);
}

TEST_CASE("killed while chunks come in the centre has every byte it acknowledged")
{
    Desk desk;
    Uploader up(desk);
    const Material paper = up.material(24 * kMiB);
    REQUIRE(up.make(paper).status == 201);
    QRandomGenerator random(20261123);
    qint64 witness = 0; // what the centre has said it has
    int kills = 0;
    bool whole = false;
    while (!whole && kills < kKills) {
        bool killed = false;
        QTimer timer;
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            desk.box.kill();
            killed = true;
        });
        timer.start(random.bounded(1, 60));
        while (!killed && !whole) {
            const Reply sent = up.chunk(paper, witness, 512 * kKiB);
            whole = sent.headers.value("upload-complete") == "?1";
            if (sent.status == 204 && !whole)
                witness = count(sent, "upload-offset");
            // An answer that was lost with its chunk taken makes the next one stand elsewhere.
            else if (sent.status == 409)
                witness = count(sent, "upload-offset");
        }
        timer.stop();
        if (!killed)
            break;
        ++kills;
        desk.box.start();
        desk.device.client.forgetConnections();
        const Reply asked = up.ask(paper);
        if (asked.status == 204) {
            whole = true;
            break;
        }
        REQUIRE(asked.status == 200);
        CHECK(count(asked, "upload-offset") >= witness);
        witness = count(asked, "upload-offset");
    }
    CHECK(kills >= 5);
    up.finish(paper);
    const QByteArray number = up.nameInCase(paper, 1);
    CHECK(desk.device.client.get(paper.path() + "?case=" + number).raw == paper.content);
}

TEST_CASE("an upload that is all there but was never finished is finished by an empty chunk")
{
    Desk desk;
    Uploader up(desk);
    const Material paper = up.material(kMiB + 5);
    desk.box.kill();
    {
        // As a crash leaves it between the last chunk and the whole.
        const auto vault = ow::center::Vault::load(ow::center::CentrePaths(desk.box.data()).masterKey);
        REQUIRE(vault);
        const auto uploads = ow::center::Uploads::open(desk.box.data() + u"/blobs/partial"_s, *vault, {});
        REQUIRE(uploads);
        const QString id = QString::fromLatin1(paper.id);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        REQUIRE((*uploads)->make(
            {desk.device.id, id, paper.content.size(), QByteArray::fromHex(paper.sm3), now}));
        const auto claim = (*uploads)->claim(desk.device.id, id, 0, paper.content.size());
        REQUIRE(claim);
        REQUIRE((*claim)->append(paper.content));
        REQUIRE((*claim)->commit(now));
    }
    desk.box.start();
    desk.device.client.forgetConnections();
    CHECK(up.offset(paper) == paper.content.size());
    CHECK(up.chunk(paper, paper.content.size(), 0).headers.value("upload-complete") == "?1");
    CHECK(up.ask(paper).status == 204);
    // So is one that was empty from the beginning.
    const Material none{QByteArray(), QByteArray(64, 'f'), desk.device.provider->sm3({}).toHex()};
    REQUIRE(up.make(none).status == 201);
    CHECK(up.chunk(none, 0, 0).headers.value("upload-complete") == "?1");
    CHECK(up.ask(none).status == 204);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("a material of 64 MiB goes up and comes back without the centre holding it in memory")
{
    Desk desk;
    Uploader up(desk);
    const Material small = up.material(300 * kKiB, 'd');
    REQUIRE(up.make(small).status == 201);
    up.finish(small);
    const Material large = up.material(64 * kMiB);
    const QByteArray number = up.nameInCase(large, 1);
    const qint64 before = peakMemory(desk.box.pid());
    REQUIRE(up.make(large).status == 201);
    up.finish(large, 8 * kMiB);
    const Reply read = desk.device.client.get(large.path() + "?case=" + number);
    CHECK(read.raw == large.content);
    if (!kFreedIsKept)
        CHECK(peakMemory(desk.box.pid()) - before <= 16 * 1024);
}
