// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/ca.h"
#include "center/shown.h"
#include "center/testdevice.h"
#include "center/trycounter.h"

#include <QFile>

using namespace ow::test;
using namespace Qt::StringLiterals;

TEST_CASE("routes of devices answer nobody without a certificate")
{
    CentreBox box;
    box.start();
    WindowClient nobody(box);
    for (const QByteArray& path :
         {QByteArray("/v1/state"), QByteArray("/v1/people"), QByteArray("/v1/guides"),
          QByteArray("/v1/proposals"), QByteArray("/v1/cases/JT62-W03-20261123-0001-X")}) {
        const Reply reply = nobody.get(path);
        CHECK(reply.status == 401);
        CHECK(reply.problem() == u"unauthenticated"_s);
    }
    CHECK(nobody.post("/v1/entries", QCborMap{}).status == 401);
    CHECK(nobody.post("/v1/blobs", QByteArray(10, 'x')).status == 401);
    CHECK(nobody.head("/v1/blobs/" + QByteArray(64, '0')).status == 401);
    CHECK(nobody.get("/health").status == 200);
    CHECK(nobody.get("/nowhere").problem() == u"not_found"_s);
    CHECK(nobody.get("/v1/entries").problem() == u"method_not_allowed"_s);
    CHECK(box.contractFaults().toStdString() == "");
}

TEST_CASE("a certificate of another authority opens nothing")
{
    CentreBox box;
    box.start();
    const auto authority = ow::center::CertificateAuthority::create(u"Somebody"_s);
    REQUIRE(authority);
    const auto [request, key] = makeRequest();
    const auto certificate = authority->issueDevice(request, u"W03"_s);
    REQUIRE(certificate);
    WindowClient stranger(box);
    stranger.setIdentity(*certificate, key);
    CHECK(stranger.get("/v1/state").status == 0);
    CHECK(stranger.get("/health").status == 0);
}

TEST_CASE("a revoked device is refused at once even on a kept connection")
{
    CentreBox box;
    box.start();
    TestDevice device(box);
    device.enrol(u"W03"_s);
    REQUIRE(device.push({device.receive(1)}).status == 200);
    REQUIRE(box.run({u"device"_s, u"revoke"_s, u"--device"_s, device.id}).exitCode == 0);
    const Reply refused = device.push({device.receive(2)});
    CHECK(refused.status == 403);
    CHECK(refused.problem() == u"device_revoked"_s);
    CHECK(device.client.get("/v1/cases/" + device.numberOf(1).toLatin1()).status == 403);
    CHECK(device.client
              .post("/v1/blobs", QByteArray("x"),
                    {{"X-Blob-Id", QByteArray(64, 'a')}, {"X-Content-SM3", QByteArray(64, 'b')}})
              .problem() == u"device_revoked"_s);
    CHECK(box.exported().size() == 1);
    CHECK(box.contractFaults().toStdString() == "");
}

TEST_CASE("bodies that are too large or no JSON are told so with their class")
{
    CentreBox box;
    box.start();
    TestDevice device(box);
    device.enrol(u"W03"_s);
    const Reply large = device.client.post("/v1/entries", QByteArray((1 << 20) + 1, ' '));
    CHECK(large.status == 413);
    CHECK(large.problem() == u"too_large"_s);
    for (const QByteArray& text :
         {QByteArray("{\"entries\":["), QByteArray("[]"), QByteArray("{}"), QByteArray("{\"entries\":[1]}"),
          QByteArray("{\"entries\":[{\"header\":\"x\"}]}"), QByteArray("{\"entries\":[],\"entries\":[]}"),
          QByteArray("\xff\xfe"), QByteArray()}) {
        const Reply reply = device.client.post("/v1/entries", text);
        INFO(text.toStdString());
        CHECK(reply.status == 400);
        CHECK(reply.problem() == u"malformed"_s);
        CHECK(reply.marker == "1");
    }
    CHECK(box.contractFaults().toStdString() == "");
}

TEST_CASE(
    "progress says state and due day to who knows number and last four and not more than five times an hour")
{
    CentreBox box;
    box.start();
    TestDevice device(box);
    device.enrol(u"W03"_s);
    const auto received = device.receive(1, u"62010219900307653x"_s);
    REQUIRE(device.push({received, device.accept(received)}).status == 200);
    WindowClient anybody(box);
    const QByteArray path = "/public/v1/progress?number=" + device.numberOf(1).toLatin1() + "&last4=";

    const Reply good = anybody.get(path + "653X");
    REQUIRE(good.status == 200);
    CHECK(good.body.value(u"state"_s).toString() == u"accepted"_s);
    CHECK(good.body.value(u"due"_s).toString() == u"2026-12-07"_s);
    CHECK(good.body.size() == 2);
    const Reply wrong = anybody.get(path + "6530");
    const Reply unknown = anybody.get("/public/v1/progress?number=JT62-W03-20261123-9999-0&last4=653X");
    CHECK(wrong.status == 404);
    CHECK(unknown.status == 404);
    CHECK(wrong.raw == unknown.raw);
    CHECK(anybody.get(path).status == 400);
    CHECK(anybody.get(path + "653x").status == 200);
    CHECK(anybody.get(path + "653X").status == 200);
    const Reply bounded = anybody.get(path + "653X");
    CHECK(bounded.status == 429);
    CHECK(bounded.problem() == u"too_many_tries"_s);
    CHECK(bounded.body.value(u"after_ms"_s).toInteger() > 0);
    // Another number from the same address is no way around.
    CHECK(anybody.get("/public/v1/progress?number=JT62-W03-20261123-9998-0&last4=653X").status == 429);
    CHECK(box.contractFaults().toStdString() == "");
}

TEST_CASE("tries are counted by key within the hour and the counter keeps a bounded number of keys")
{
    ow::center::TryCounter counter(5, 3);
    for (int i = 0; i < 5; ++i)
        CHECK(counter.waitFor(u"a"_s, 1000 + i) == 0);
    CHECK(counter.waitFor(u"a"_s, 1010) == 3'600'000 - 10);
    CHECK(counter.waitFor(u"b"_s, 1010) == 0);
    // Refused tries do not prolong the wait, and the hour slides.
    CHECK(counter.waitFor(u"a"_s, 3'601'000) == 0);
    CHECK(counter.waitFor(u"a"_s, 3'601'000) == 1);
    // The quietest key makes room; the loud one stays counted.
    CHECK(counter.waitFor(u"c"_s, 3'601'000) == 0);
    CHECK(counter.waitFor(u"d"_s, 3'601'000) == 0);
    CHECK(counter.waitFor(u"a"_s, 3'601'000) == 1);
}

TEST_CASE("nothing a person gave lies readable in the centre's folder")
{
    CentreBox box;
    box.start();
    TestDevice device(box);
    device.enrol(u"W03"_s);
    const auto received = device.receive(1, u"620102199003076537"_s);
    REQUIRE(device.push({received}).status == 200);
    CHECK(box.terminate() == 0);
    const QByteArray bytes = box.databaseBytes();
    // A dump writes bytes in hexadecimal.
    const auto readable = [&bytes](const QByteArray& text) {
        return bytes.contains(text) || bytes.contains(text.toHex());
    };
    CHECK(readable(device.numberOf(1).toLatin1()));
    CHECK_FALSE(readable("620102199003076537"));
    CHECK_FALSE(readable("Applicant"));
    CHECK_FALSE(readable("Somebody"));
    CHECK_FALSE(readable(device.k0.view().toByteArray()));
}

TEST_CASE("SIGTERM ends the server in order and the port answers no more")
{
    CentreBox box;
    box.start();
    WindowClient client(box);
    REQUIRE(client.get("/health").status == 200);
    CHECK(box.terminate() == 0);
    CHECK(client.get("/health").status == 0);
    box.start();
    CHECK(client.get("/health").status == 200);
}
