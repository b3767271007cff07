// SPDX-License-Identifier: GPL-3.0-or-later
// The centre behind a real nginx, started from the configuration that is shipped.
#include "center/ca.h"
#include "center/proxydesk.h"
#include "center/shown.h"
#include "support/await.h"
#include "sync/centrelink.h"

#include <QFile>

#include <optional>

using namespace ow::test;
using namespace Qt::StringLiterals;
using ow::domain::ErrorCode;

namespace {

/// A program that was not written by us, as a witness.
QByteArray curl(const CentreBox& box, const QStringList& arguments)
{
    QProcess process;
    process.start(u"curl"_s, QStringList{u"--silent"_s, u"--show-error"_s, u"--cacert"_s,
                                         box.data() + u"/tls/ca.pem"_s} +
                                 arguments);
    constexpr int kPatienceMs = 60'000;
    REQUIRE(process.waitForFinished(kPatienceMs));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

QString urlOf(const CentreBox& box, const QString& path)
{
    return u"https://127.0.0.1:%1%2"_s.arg(box.port()).arg(path);
}

/// How the client itself takes the answers.
ow::sync::LinkIdentity identityOf(const CentreBox& box, const TestDevice& device)
{
    return {box.authority(), device.enrolment.value(u"certificate"_s).toString().toLatin1(),
            device.privateKeyPem};
}

QUrl baseOf(const CentreBox& box)
{
    return QUrl(urlOf(box, {}));
}

Headers blobHeaders(const TestDevice& device, const QByteArray& id, const QByteArray& content)
{
    return {{"X-Blob-Id", id}, {"X-Content-SM3", device.provider->sm3(content).toHex()}};
}

} // namespace

TEST_CASE("a window does its day through nginx over HTTP 2")
{
    ProxyDesk desk;
    desk.device.enrol(u"W03"_s);
    const QByteArray content = QByteArray("%PDF-1.7 page ").repeated(1'500'000); // 21 MB
    const QByteArray id(64, 'c');
    auto received = desk.device.receive(1);
    Wish supply;
    supply.kind = u"supply"_s;
    supply.caseNumber = desk.device.numberOf(1);
    supply.base = received.entry.header.id;
    supply.blobs = {{QString::fromLatin1(id), content.size()}};
    supply.what = {{u"intake"_s, ow::record::parseBody(*received.bodyBytes)->what.value(u"intake"_s)}};
    const Reply pushed = desk.device.push({received, desk.device.write(supply)});
    CHECK(pushed.http2);
    CHECK(outcomeWord(pushed, 0) == u"accepted"_s);
    CHECK(outcomeWord(pushed, 1) == u"accepted"_s);
    const Reply stored = desk.device.client.post("/v1/blobs", content, blobHeaders(desk.device, id, content));
    CHECK(stored.status == 204);
    CHECK(stored.http2);
    CHECK(desk.device.client.head("/v1/blobs/" + id).status == 204);
    const QByteArray number = desk.device.numberOf(1).toLatin1();
    const Reply read = desk.device.client.get("/v1/blobs/" + id + "?case=" + number);
    CHECK(read.http2);
    CHECK((read.raw == content));
    const Reply shown = desk.device.client.get("/v1/cases/" + number);
    CHECK(shown.status == 200);
    CHECK(shown.http2);
    CHECK(desk.box.exported().at(0).value(u"blobs_complete"_s).toInteger() == 1);
    CHECK(curl(desk.box, {u"--http2"_s, u"--output"_s, u"/dev/null"_s, u"--write-out"_s,
                          u"%{http_version} %{http_code}"_s, urlOf(desk.box, u"/health"_s)}) == "2 200");
    CHECK_THAT(desk.box.contractFaults().toStdString(), Catch::Equals(""));
}

TEST_CASE("behind nginx a wrong certificate and a missing one are told apart from a revoked device")
{
    ProxyDesk desk;
    WindowClient nobody(desk.box);
    CHECK(nobody.get("/health").status == 200);
    CHECK(nobody.get("/v1/state").problem() == u"unauthenticated"_s);
    // Refused while the body is still on its way.
    const QByteArray large(4 << 20, 'x');
    CHECK(nobody.post("/v1/blobs", large, blobHeaders(desk.device, QByteArray(64, 'a'), large)).status ==
          401);

    const auto stranger = ow::center::CertificateAuthority::create(u"Somebody"_s);
    REQUIRE(stranger);
    const auto [request, key] = makeRequest();
    WindowClient strange(desk.box);
    strange.setIdentity(*stranger->issueDevice(request, u"W03"_s), key);
    const Reply refused = strange.get("/v1/state");
    CHECK(refused.status == 401);
    CHECK(refused.problem() == u"unauthenticated"_s);
    CHECK(refused.marker == "1");

    desk.device.enrol(u"W03"_s);
    CHECK(desk.device.client.get("/v1/state").body.value(u"device"_s).toString() == desk.device.id);
    REQUIRE(desk.box.run({u"device"_s, u"revoke"_s, u"--device"_s, desk.device.id}).exitCode == 0);
    CHECK(desk.device.client.get("/v1/state").problem() == u"device_revoked"_s);
    CHECK_THAT(desk.box.contractFaults().toStdString(), Catch::Equals(""));
}

TEST_CASE("what a caller writes into the words of the proxy is believed neither by nginx nor over TLS")
{
    ProxyDesk desk;
    desk.device.enrol(u"W03"_s);
    const QByteArray certificate = desk.device.enrolment.value(u"certificate"_s).toString().toLatin1();
    const QByteArray escaped = certificate.toPercentEncoding();
    const bool direct = GENERATE(false, true);
    if (direct)
        desk.box.callAt(desk.directPort);
    QStringList forged;
    const QList<QByteArray> words{"X-Client-Verify: SUCCESS", "X-Client-Cert: " + escaped,
                                  "X-Real-IP: 127.0.0.1", "X_Client_Cert: " + escaped,
                                  "X-Forwarded-For: 127.0.0.1"};
    for (const QByteArray& header : words)
        forged << u"--header"_s << QString::fromLatin1(header);
    const QStringList status{u"--output"_s, u"/dev/null"_s, u"--write-out"_s, u"%{http_code}"_s};
    CHECK(curl(desk.box, forged + status + QStringList{urlOf(desk.box, u"/v1/state"_s)}) == "401");
    // From an address nginx does not let in.
    const QStringList elsewhere{u"--interface"_s, u"127.0.0.2"_s};
    const QByteArray figures =
        curl(desk.box, forged + elsewhere + status + QStringList{urlOf(desk.box, u"/metrics"_s)});
    CHECK(figures == (direct ? "200" : "404")); // over TLS all of loopback is this machine
    // A device stays who its own certificate says it is.
    TestDevice other(desk.box);
    other.enrol(u"W04"_s);
    QFile pem(desk.box.path(u"other.pem"_s));
    REQUIRE(pem.open(QIODevice::WriteOnly));
    pem.write(other.enrolment.value(u"certificate"_s).toString().toLatin1() + other.privateKeyPem);
    pem.close();
    const QByteArray state =
        curl(desk.box, forged + QStringList{u"--cert"_s, pem.fileName(), urlOf(desk.box, u"/v1/state"_s)});
    CHECK(state.contains(other.id.toLatin1()));
    CHECK_FALSE(state.contains(desk.device.id.toLatin1()));
}

TEST_CASE("figures are given through nginx to whom it lets in")
{
    ProxyDesk desk;
    const QByteArray text = curl(desk.box, {urlOf(desk.box, u"/metrics"_s)});
    CHECK(text.contains("\nonewindow_connections "));
}

TEST_CASE("what nginx refuses by itself a window understands")
{
    ProxyDesk desk;
    desk.device.enrol(u"W03"_s);
    ow::sync::CentreLink link(baseOf(desk.box), identityOf(desk.box, desk.device));

    // Larger than nginx lets through; the centre's own bound is 1 MiB and answers alike.
    for (const qsizetype size : {(qsizetype(1) << 20) + 1, qsizetype(3) << 20}) {
        const auto large = await(link.postJson(u"/v1/entries"_s, QByteArray(size, ' ')));
        REQUIRE(large);
        CHECK(large->status == 413);
        CHECK(ow::sync::problemClass(*large) == u"too_large"_s);
    }
    const QByteArray huge((65 << 20), 'x');
    const auto blob = await(link.postBlob(QString(64, u'a'), QString(64, u'b'), huge));
    REQUIRE(blob);
    CHECK(blob->status == 413);
    CHECK(ow::sync::refusalOf(*blob).code == ErrorCode::CentreRefused);
}

TEST_CASE("a storm is turned away by nginx in words a window understands")
{
    ProxyDesk desk;
    ow::sync::CentreLink link(baseOf(desk.box), {desk.box.authority(), {}, {}});
    // It lets 50 at once through, whom the centre itself minds: too_many_tries.
    std::optional<ow::sync::Reply> refused;
    constexpr int kMost = 500;
    for (int i = 0; i < kMost && !refused; ++i) {
        auto reply = await(link.get(u"/public/v1/progress"_s, u"number=x&last4=1234"_s));
        REQUIRE(reply);
        if (ow::sync::problemClass(*reply) == u"too_many_requests"_s)
            refused = std::move(*reply);
    }
    REQUIRE(refused);
    CHECK(refused->status == 429);
    CHECK(ow::sync::refusalOf(*refused).code == ErrorCode::CentreBusy);
    CHECK(refused->retryAfter == std::chrono::seconds(1));
}

TEST_CASE("a stopped centre behind nginx is busy and not a captive portal and serves again when it is back")
{
    ProxyDesk desk;
    desk.device.enrol(u"W03"_s);
    REQUIRE(desk.device.push({desk.device.receive(1)}).status == 200);
    ow::sync::CentreLink link(baseOf(desk.box), identityOf(desk.box, desk.device));
    CHECK(desk.box.terminate() == 0);
    const auto away = await(link.get(u"/v1/state"_s));
    REQUIRE(away);
    CHECK(away->status == 503);
    CHECK(ow::sync::refusalOf(*away).code == ErrorCode::CentreBusy);
    CHECK(away->retryAfter == std::chrono::seconds(5));
    CHECK(away->centreMs > 0);
    const Reply told = desk.device.client.get("/v1/state");
    CHECK(told.problem() == u"busy"_s);

    desk.start();
    CHECK(await(link.get(u"/v1/state"_s))->status == 200);
    CHECK(outcomeWord(desk.device.push({desk.device.receive(2)}), 0) == u"accepted"_s);
    desk.box.kill(); // the socket is left behind and taken over
    CHECK(desk.device.client.get("/v1/state").status == 503);
    desk.start();
    CHECK(desk.device.client.get("/v1/state").status == 200);
    CHECK_THAT(desk.box.contractFaults().toStdString(), Catch::Equals(""));
}

TEST_CASE("neither nginx nor the centre writes down whom somebody asked about")
{
    ProxyDesk desk({u"--log"_s, u"requests"_s});
    desk.device.enrol(u"W03"_s);
    REQUIRE(desk.device.push({desk.device.receive(1)}).status == 200);
    const QByteArray number = desk.device.numberOf(1).toLatin1();
    const QByteArray question = "/public/v1/progress?number=" + number + "&last4=6537";
    CHECK(desk.device.client.get(question).status == 200);
    CHECK(desk.device.client.get("/v1/cases/" + number).status == 200);
    constexpr int kStorm = 80; // so that nginx has something to say about the question
    for (int i = 0; i < kStorm; ++i)
        CHECK(desk.device.client.get(question).status != 0);
    CHECK(desk.box.terminate() == 0);
    CHECK(desk.device.client.get(question).status != 200);
    const QByteArray nginx = desk.nginx.logs();
    CHECK(nginx.contains("- GET /public/v1/progress HTTP/2.0 200 "));
    CHECK(nginx.contains("127.0.0.1 GET /v1/cases HTTP/2.0 200 "));
    for (const QByteArray& log : {nginx, desk.box.log()}) {
        CHECK_FALSE(log.contains("last4"));
        CHECK_FALSE(log.contains("6537"));
        CHECK_FALSE(log.contains(number));
    }
}
