// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/desk.h"
#include "center/shown.h"

#include <QCborArray>
#include <QJsonObject>

#include <vector>

using namespace ow::test;
using ow::record::WireEntry;
using namespace Qt::StringLiterals;

TEST_CASE("the same batch sent three times has the effect of one")
{
    Desk desk;
    const WireEntry received = desk.device.receive(1);
    const std::vector<WireEntry> batch{received, desk.device.accept(received)};
    const Reply first = desk.device.push(batch);
    const Reply second = desk.device.push(batch);
    const Reply third = desk.device.push(batch);
    for (const Reply& again : {second, third}) {
        for (int i = 0; i < 2; ++i) {
            QCborMap expected = outcome(first, i);
            expected.insert(u"repeated"_s, true);
            CHECK(outcome(again, i).toJsonObject() == expected.toJsonObject());
        }
    }
    const QList<QCborMap> cases = desk.box.exported();
    REQUIRE(cases.size() == 1);
    CHECK(cases.at(0).value(u"entries"_s).toArray().size() == 2);
}

TEST_CASE("a batch that overlaps what was taken goes on from there")
{
    Desk desk;
    const WireEntry received = desk.device.receive(1);
    const WireEntry accepted = desk.device.accept(received);
    REQUIRE(desk.device.push({received}).status == 200);
    const Reply reply = desk.device.push({received, accepted});
    CHECK(outcome(reply, 0).value(u"repeated"_s).toBool());
    CHECK_FALSE(outcome(reply, 1).value(u"repeated"_s).toBool(true));
    CHECK(desk.device.client.get("/v1/state").body.value(u"last_seq"_s).toInteger() == 2);
}

TEST_CASE("a gap refuses the whole batch and says what is expected")
{
    Desk desk;
    const WireEntry first = desk.device.receive(1);
    const WireEntry second = desk.device.accept(first);
    const WireEntry third = desk.device.write(note(desk.device.numberOf(1), idOf(second)));
    REQUIRE(desk.device.push({first}).status == 200);
    const Reply gap = desk.device.push({third});
    CHECK(gap.status == 409);
    CHECK(gap.problem() == u"seq_gap"_s);
    CHECK(gap.body.value(u"expected_seq"_s).toInteger() == 2);
    CHECK(gap.body.value(u"last_hash"_s).toString().toLatin1() == first.entry.hash.toHex());
    const Reply hole = desk.device.push({first, third});
    CHECK(hole.status == 400);
    CHECK(desk.device.client.get("/v1/state").body.value(u"last_seq"_s).toInteger() == 1);
    CHECK(outcomeWord(desk.device.push({second, third}), 1) == u"accepted"_s);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("two hundred entries are one batch and two hundred and one are refused")
{
    Desk desk;
    std::vector<WireEntry> entries{desk.device.receive(1)};
    while (entries.size() < 201)
        entries.push_back(desk.device.write(note(desk.device.numberOf(1), idOf(entries.back()))));
    const Reply tooMany = desk.device.push(entries);
    CHECK(tooMany.status == 413);
    CHECK(tooMany.problem() == u"too_large"_s);
    CHECK(desk.device.client.get("/v1/state").body.value(u"last_seq"_s).toInteger(-1) == 0);
    entries.pop_back();
    const Reply full = desk.device.push(entries);
    REQUIRE(full.status == 200);
    CHECK(full.body.value(u"outcomes"_s).toArray().size() == 200);
    CHECK(outcomeWord(full, 199) == u"accepted"_s);
}
