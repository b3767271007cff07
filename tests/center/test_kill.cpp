// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/shown.h"
#include "center/testdevice.h"

#include <QCborArray>
#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QHash>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

using namespace ow::test;
using ow::record::WireEntry;
using namespace Qt::StringLiterals;

namespace {

constexpr int kKills = 30;

/// Pushes what the centre does not have yet, twenty at a time, until the server dies under it. What is
/// acknowledged goes into the witness file before the next push.
void pushUntilKilled(TestDevice& device, std::vector<WireEntry>& all, QFile& witness, int& serial)
{
    const Reply state = device.client.get("/v1/state");
    if (state.status != 200)
        return;
    auto sent = static_cast<size_t>(state.body.value(u"last_seq"_s).toInteger());
    while (true) {
        while (all.size() < sent + 20) {
            ++serial;
            all.push_back(
                device.receive(serial, QString(u"620102199003"_s + QString::number(100'000 + serial))));
            all.push_back(device.accept(all.back()));
        }
        const std::vector<WireEntry> batch(all.begin() + static_cast<std::ptrdiff_t>(sent),
                                           all.begin() + static_cast<std::ptrdiff_t>(sent + 20));
        const Reply reply = device.push(batch);
        if (reply.status != 200)
            return;
        for (int i = 0; i < 20; ++i) {
            if (outcomeWord(reply, i) == u"accepted"_s)
                witness.write(batch.at(static_cast<size_t>(i)).entry.header.id.toLatin1() + '\n');
        }
        witness.flush();
        sent += 20;
    }
}

} // namespace

TEST_CASE("killed thirty times while it commits the centre has every acknowledged entry once")
{
    CentreBox box;
    box.start();
    TestDevice device(box);
    device.enrol(u"W03"_s);
    QFile witness(box.path(u"witness"_s));
    REQUIRE(witness.open(QIODevice::ReadWrite));
    QRandomGenerator random(20261123);
    std::vector<WireEntry> all;
    int serial = 0;
    for (int i = 0; i < kKills; ++i) {
        // The kill falls into whatever the server is doing: reading, checking, committing, answering.
        QTimer killer;
        killer.setSingleShot(true);
        QObject::connect(&killer, &QTimer::timeout, &killer, [&] { box.kill(); });
        killer.start(random.bounded(5, 150));
        device.client.forgetConnections();
        pushUntilKilled(device, all, witness, serial);
        while (killer.isActive())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        box.start();
    }
    device.client.forgetConnections();
    const qint64 last = device.client.get("/v1/state").body.value(u"last_seq"_s).toInteger();
    CHECK(box.terminate() == 0);

    QHash<QString, int> kept;
    for (const QCborMap& line : box.exported()) {
        for (const QCborValue& entry : line.value(u"entries"_s).toArray())
            ++kept[entry.toMap().value(u"id"_s).toString()];
    }
    CHECK(kept.size() == last);
    CHECK(std::all_of(kept.begin(), kept.end(), [](int count) { return count == 1; }));
    witness.seek(0);
    int acknowledged = 0;
    int lost = 0;
    for (QByteArray line = witness.readLine(); !line.isEmpty(); line = witness.readLine()) {
        ++acknowledged;
        lost += kept.contains(QString::fromLatin1(line.trimmed())) ? 0 : 1;
    }
    INFO("acknowledged " << acknowledged << ", kept " << kept.size());
    CHECK(acknowledged > 100);
    CHECK(lost == 0);
}
