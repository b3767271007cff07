// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/desk.h"

#include <QCborArray>

#include <catch2/catch.hpp>

#include <chrono>
#include <future>

using namespace ow::test;
using namespace Qt::StringLiterals;
using ow::record::WireEntry;

namespace {

constexpr auto kPatience = std::chrono::seconds(60); // a limit against hanging, not a measurement

/// A window that reads its hall's feed.
struct Reader
{
    explicit Reader(TestDevice& of, QByteArray name = "JT62")
        : device(of)
        , topic(std::move(name))
    {
    }

    Reply ask(int wait = 0)
    {
        Reply reply =
            device.client.get("/v1/feed/" + topic + "?after=" + after + "&wait=" + QByteArray::number(wait));
        if (reply.status == 200)
            after = reply.body.value(u"next"_s).toString().toLatin1();
        return reply;
    }

    /// Everything there is, page by page.
    QList<QCborMap> all()
    {
        QList<QCborMap> items;
        bool more = true;
        while (more) {
            const Reply reply = ask();
            REQUIRE(reply.status == 200);
            for (const QCborValue& item : reply.body.value(u"items"_s).toArray())
                items << item.toMap();
            more = reply.body.value(u"more"_s).toBool();
        }
        return items;
    }

    TestDevice& device;
    QByteArray topic;
    QByteArray after;
};

QList<QCborMap> cases(const QList<QCborMap>& items)
{
    QList<QCborMap> found;
    for (const QCborMap& item : items) {
        if (item.value(u"type"_s) == u"case"_s)
            found << item;
    }
    return found;
}

int bodies(const QCborMap& item)
{
    int count = 0;
    for (const QCborValue& entry : item.value(u"entries"_s).toArray())
        count += entry.toMap().value(u"entry"_s).toMap().contains(u"body"_s) ? 1 : 0;
    return count;
}

WireEntry notice(TestDevice& device, const WireEntry& received)
{
    Wish wish;
    wish.kind = u"notice"_s;
    wish.caseNumber = *received.entry.header.caseNumber;
    wish.base = idOf(received);
    return device.write(wish);
}

struct Hall : Desk
{
    Hall() { other.enrol(u"W04"_s); }

    TestDevice other{box};
};

} // namespace

TEST_CASE("another window of the hall reads of a case its headers and a masked summary and no body")
{
    Hall hall;
    Reader reader(hall.other);
    const auto received = hall.device.receive(1, u"620102199003076537"_s);
    REQUIRE(hall.device.push({received, hall.device.accept(received)}).status == 200);
    const auto listed = cases(reader.all());
    REQUIRE(listed.size() == 1);
    const QCborMap summary = listed.first().value(u"summary"_s).toMap();
    CHECK(listed.first().value(u"number"_s).toString() == hall.device.numberOf(1));
    CHECK(listed.first().value(u"state"_s).toString() == u"accepted"_s);
    CHECK(listed.first().value(u"full"_s).toBool() == false);
    CHECK(summary.value(u"id"_s).toString() == u"620***********6537"_s);
    CHECK(summary.value(u"name"_s).toString() == u"A*******t"_s);
    CHECK(summary.value(u"promised_due"_s).toString() == u"2026-12-07"_s);
    // What happens later comes with its header.
    const auto second = hall.device.receive(2, u"620102199003076537"_s);
    REQUIRE(hall.device.push({second}).status == 200);
    const auto news = cases(reader.all());
    REQUIRE_FALSE(news.isEmpty());
    CHECK(news.last().value(u"number"_s).toString() == hall.device.numberOf(2));
    CHECK(news.last().value(u"entries"_s).toArray().size() == 1);
    CHECK(bodies(news.last()) == 0);
    CHECK(hall.box.contractFaults().toStdString() == "");
}

TEST_CASE("a case something is to be brought for comes to every window with all its bodies and goes again")
{
    Hall hall;
    Reader reader(hall.other);
    const auto received = hall.device.receive(1);
    REQUIRE(hall.device.push({received}).status == 200);
    CHECK(bodies(cases(reader.all()).first()) == 0);
    const auto asked = notice(hall.device, received);
    REQUIRE(outcomeWord(hall.device.push({asked}), 0) == u"accepted"_s);
    const auto widened = cases(reader.all());
    REQUIRE(widened.size() == 1);
    CHECK(widened.first().value(u"full"_s).toBool());
    CHECK(widened.first().value(u"whole"_s).toBool());
    CHECK(bodies(widened.first()) == 2);
    // A window that starts over gets it whole as well.
    Reader fresh(hall.other);
    CHECK(bodies(cases(fresh.all()).first()) == 2);
    Wish withdraw;
    withdraw.kind = u"withdraw"_s;
    withdraw.caseNumber = hall.device.numberOf(1);
    withdraw.base = idOf(asked);
    REQUIRE(outcomeWord(hall.device.push({hall.device.write(withdraw)}), 0) == u"accepted"_s);
    const auto gone = cases(reader.all());
    REQUIRE(gone.size() == 1);
    CHECK_FALSE(gone.first().value(u"full"_s).toBool());
    CHECK(bodies(gone.first()) == 0);
}

TEST_CASE("cases from before there were feeds are folded anew when the centre next serves")
{
    Hall hall;
    const auto received = hall.device.receive(1, u"620102199003076537"_s);
    REQUIRE(hall.device.push({received, hall.device.accept(received)}).status == 200);
    const auto before = cases(Reader(hall.other).all());
    REQUIRE(before.size() == 1);
    REQUIRE(hall.box.terminate() == 0);
    // As the step of the schema leaves them.
    hall.box.tellDatabase(
        CentreDatabase::isPostgres()
            ? u"UPDATE case_file SET station = '', department = '', summary_sealed = ''"_s
            : u"UPDATE case_file SET station = '', department = '', summary_sealed = x''"_s);
    hall.box.start();
    hall.other.client.forgetConnections();
    const auto after = cases(Reader(hall.other).all());
    REQUIRE(after.size() == 1);
    CHECK(after.first() == before.first());
    CHECK(after.first().value(u"station"_s).toString() == u"W03"_s);
}

TEST_CASE("a window's own entries and what concerns only its device are not in the feed")
{
    Hall hall;
    Reader own(hall.device);
    Reader other(hall.other);
    own.all();
    other.all();
    const auto received = hall.device.receive(1);
    Wish signIn;
    signIn.kind = u"signIn"_s;
    REQUIRE(hall.device.push({received, hall.device.write(signIn)}).status == 200);
    const auto mine = cases(own.all());
    REQUIRE(mine.size() == 1);
    CHECK(mine.first().value(u"entries"_s).toArray().isEmpty());
    const auto theirs = cases(other.all());
    REQUIRE(theirs.size() == 1);
    CHECK(theirs.first().value(u"entries"_s).toArray().size() == 1);
}

TEST_CASE("people an operator adds and revokes come to the windows of their hall as entries of the centre")
{
    Hall hall;
    Reader reader(hall.other);
    reader.all();
    REQUIRE(hall.box
                .run({u"user"_s, u"add"_s, u"--id"_s, u"zhao03"_s, u"--name"_s, u"Newcomer"_s, u"--roles"_s,
                      u"clerk"_s, u"--password-fd"_s, u"0"_s},
                     "three green lamps 5\n")
                .exitCode == 0);
    const auto items = reader.all();
    REQUIRE(items.size() == 1);
    const QCborMap entry = items.first().value(u"entry"_s).toMap();
    CHECK(items.first().value(u"type"_s).toString() == u"config"_s);
    CHECK(entry.value(u"outcome"_s).toString() == u"accepted"_s);
    CHECK(entry.value(u"flags"_s).toArray().isEmpty());
    const QByteArray body =
        QByteArray::fromBase64(entry.value(u"entry"_s).toMap().value(u"body"_s).toString().toLatin1());
    CHECK(body.contains("\"id\":\"zhao03\""));
    REQUIRE(hall.box.run({u"user"_s, u"revoke"_s, u"--id"_s, u"zhao03"_s}).exitCode == 0);
    CHECK(reader.all().size() == 1);
}

TEST_CASE("a hall's cases are for its own devices to write and to read")
{
    Desk desk;
    REQUIRE(
        desk.box
            .run({u"hall"_s, u"add"_s, u"--hall"_s, u"JT99"_s, u"--hall-name"_s, u"Second hall"_s,
                  u"--escrow-file"_s, desk.box.path(u"escrow99.json"_s), u"--escrow-passphrase-fd"_s, u"0"_s},
                 "quiet mountain river 9\n")
            .exitCode == 0);
    // With two halls a station has to say where it is.
    CHECK(desk.box.run({u"enroll-code"_s, u"--station"_s, u"W04"_s}).exitCode == 2);
    TestDevice stranger(desk.box);
    const QString code = desk.box.enrolCode(u"W03"_s, {u"--hall"_s, u"JT99"_s});
    const Reply enrolled = stranger.client.post("/v1/enroll", stranger.enrolRequest(code));
    REQUIRE(enrolled.status == 200);
    CHECK(enrolled.body.value(u"hall"_s).toString() == u"JT99"_s);
    CHECK(enrolled.body.value(u"people"_s).toArray().isEmpty());
    stranger.station = u"W03"_s;
    stranger.client.setIdentity(enrolled.body.value(u"certificate"_s).toString().toLatin1(),
                                stranger.privateKeyPem);
    stranger.chain = {0, QByteArray(32, 0), stranger.k0.clone()};
    // Its station has the same name, and still a number of the first hall is none of its own.
    CHECK(reason(stranger.push({stranger.receive(1)}), 0) == u"false_number"_s);
    CHECK(Reader(stranger).ask().status == 404);
    CHECK(Reader(stranger, "JT99").ask().status == 200);
    CHECK(Reader(stranger, "province").ask().status == 200);
    CHECK(Reader(desk.device, "JT99").ask().status == 404);
}

TEST_CASE("a cursor of another epoch or of nobody is refused and the reader starts over")
{
    Desk desk;
    Reader reader(desk.device);
    reader.all();
    const QByteArray kept = reader.after;
    reader.after = "bm90aGluZw";
    CHECK(reader.ask().problem() == u"malformed"_s);
    QByteArray plain = QByteArray::fromBase64(kept, QByteArray::Base64UrlEncoding);
    const QByteArray ahead = plain.left(plain.indexOf('/')) + "/999999";
    reader.after = ahead.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    CHECK(reader.ask().status == 410);
    plain.replace(0, 2, plain.startsWith("00") ? "11" : "00");
    reader.after = plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const Reply expired = reader.ask();
    CHECK(expired.status == 410);
    CHECK(expired.problem() == u"cursor_expired"_s);
    // As after a backup was put back.
    reader.after = kept;
    CHECK(reader.ask().status == 200);
    REQUIRE(desk.box.run({u"feeds"_s, u"renew"_s}).exitCode == 0);
    CHECK(reader.ask().status == 410);
    reader.after.clear();
    CHECK(reader.ask().status == 200);
    CHECK(desk.box.contractFaults().toStdString() == "");
}

TEST_CASE("who waits for news is answered by the next commit and by the end of the server")
{
    Hall hall;
    Reader reader(hall.other);
    reader.all();
    const auto waitIn = [&](const QByteArray& after) {
        return std::async(std::launch::async, [&hall, after] {
            // A network access manager belongs to the thread that made it.
            WindowClient client(hall.box);
            client.setIdentity(hall.other.enrolment.value(u"certificate"_s).toString().toLatin1(),
                               hall.other.privateKeyPem);
            return client.get("/v1/feed/JT62?wait=50&after=" + after);
        });
    };
    auto waiting = waitIn(reader.after);
    // Whether it waits already or asks a moment later, it gets what is written now.
    REQUIRE(hall.device.push({hall.device.receive(1)}).status == 200);
    REQUIRE(waiting.wait_for(kPatience) == std::future_status::ready);
    const Reply told = waiting.get();
    REQUIRE(told.status == 200);
    CHECK(told.body.value(u"items"_s).toArray().size() == 1);
    auto last = waitIn(told.body.value(u"next"_s).toString().toLatin1());
    CHECK(hall.box.terminate() == 0);
    REQUIRE(last.wait_for(kPatience) == std::future_status::ready);
    const Reply ended = last.get();
    // It was asked in time and is answered, or came too late and was not let in.
    CHECK((ended.status == 200 || ended.status == 0));
}

TEST_CASE("a department's device gets the cases at its step with their bodies and no others")
{
    Desk desk;
    TestDevice reviewer(desk.box);
    const QString code = desk.box.enrolCode(u"B01"_s, {u"--department"_s, u"公路建设"_s});
    const Reply enrolled = reviewer.client.post("/v1/enroll", reviewer.enrolRequest(code));
    REQUIRE(enrolled.status == 200);
    reviewer.client.setIdentity(enrolled.body.value(u"certificate"_s).toString().toLatin1(),
                                reviewer.privateKeyPem);
    const auto received = desk.device.receive(1);
    REQUIRE(desk.device.push({received}).status == 200);
    Reader reader(reviewer);
    const auto before = cases(reader.all());
    CHECK((before.isEmpty() || before.first().value(u"summary"_s).toMap().isEmpty()));
    REQUIRE(desk.device.push({desk.device.accept(received)}).status == 200);
    const auto now = cases(reader.all());
    REQUIRE(now.size() == 1);
    CHECK(now.first().value(u"full"_s).toBool());
    CHECK(bodies(now.first()) > 0);
}
