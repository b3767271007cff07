// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/await.h"
#include "support/centreprocess.h"
#include "support/droppingproxy.h"
#include "support/tlsstub.h"
#include "sync/syncwindow.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

constexpr qint64 kLongRequest = 4096; // longer than a handshake with certificates

QByteArray fileOf(const CentreProcess& centre, const QString& name)
{
    QFile file(centre.data() + u'/' + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// A link to a server that has the centre's certificate and answers what the test says.
struct Imposed
{
    CentreProcess centre;
    TlsStub server{fileOf(centre, u"tls/server.pem"_s), fileOf(centre, u"tls/server.key.pem"_s)};
    sync::CentreLink link{CentreProcess::urlAt(server.port()), {fileOf(centre, u"tls/ca.pem"_s), {}, {}}};

    domain::Result<sync::Reply> answerTo(const QByteArray& http)
    {
        server.answerWith(http);
        return await(link.get(u"/v1/state"_s));
    }
};

} // namespace

TEST_CASE("an answer without the centre's marker is a captive portal whatever its status")
{
    Imposed imposed;
    const QByteArray page = "<html>Please sign in to use this network</html>";
    for (const char* status : {"200 OK", "302 Found", "401 Unauthorized", "503 Service Unavailable"}) {
        INFO(status);
        const auto reply = imposed.answerTo(httpAnswer(status, "Content-Type: text/html\r\n", page));
        REQUIRE_FALSE(reply);
        CHECK(reply.error().code == ErrorCode::CaptivePortal);
    }
    const auto real = imposed.answerTo(httpAnswer("200 OK", "X-OneWindow: 1\r\n", "{}"));
    REQUIRE(real);
    CHECK(real->body == "{}");
}

TEST_CASE("a busy centre says when to come back and the answer of a strange length is refused")
{
    Imposed imposed;
    const auto busy = imposed.answerTo(
        httpAnswer("503 Service Unavailable", "X-OneWindow: 1\r\nRetry-After: 7\r\n", R"({"class":"busy"})"));
    REQUIRE(busy);
    CHECK(sync::refusalOf(*busy).code == ErrorCode::CentreBusy);
    CHECK(busy->retryAfter == std::chrono::seconds(7));
    const auto forever = imposed.answerTo(
        httpAnswer("503 Service Unavailable", "X-OneWindow: 1\r\nRetry-After: 99999999\r\n", "{}"));
    REQUIRE(forever);
    CHECK(forever->retryAfter == std::chrono::hours(1));
    const auto never = imposed.answerTo(
        httpAnswer("503 Service Unavailable", "X-OneWindow: 1\r\nRetry-After: -5\r\n", "{}"));
    REQUIRE(never);
    CHECK_FALSE(never->retryAfter.has_value());

    const auto tooLong = imposed.answerTo(
        httpAnswer("200 OK", "X-OneWindow: 1\r\n", QByteArray(sync::CentreLink::kMaxAnswer + 1, ' ')));
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().code == ErrorCode::ReplyInvalid);
    const auto cut =
        imposed.answerTo(httpAnswer("200 OK", "X-OneWindow: 1\r\n", QByteArray(1000, ' ')).chopped(1));
    REQUIRE_FALSE(cut);
    CHECK(cut.error().code == ErrorCode::Unreachable);
}

TEST_CASE("a server of another authority is not talked to and there is no way round it")
{
    CentreProcess centre;
    centre.start();
    SyncWindow window;
    window.enrol(centre);
    window.acceptCase();
    CentreProcess other;
    other.start();
    const auto pusher = window.pusher(other.url());
    pusher->poke();
    REQUIRE(waitUntil([&] { return pusher->status().fault.has_value(); }));
    CHECK(pusher->status().fault->code == ErrorCode::CertificateWrong);
    CHECK(pusher->status().line == sync::SyncStatus::Line::Refused);
    CHECK(window.settledUpTo() == 0);
}

TEST_CASE("a line that is dead and not closed ends by the time-out")
{
    CentreProcess centre;
    centre.start();
    SyncWindow window;
    window.enrol(centre);
    DroppingProxy proxy(centre.port());
    sync::CentreLink link(CentreProcess::urlAt(proxy.port()), window.identity());
    REQUIRE(await(link.get(u"/v1/state"_s)));
    proxy.stall(true);
    link.setTimeout(std::chrono::milliseconds(100));
    const auto reply = await(link.get(u"/v1/state"_s));
    REQUIRE_FALSE(reply);
    CHECK(reply.error().code == ErrorCode::Unreachable);
}

TEST_CASE("an answer cut off at any place is asked for again and settles each entry once")
{
    CentreProcess centre;
    centre.start();
    SyncWindow window;
    window.enrol(centre);
    DroppingProxy proxy(centre.port());
    const auto pusher = window.pusher(CentreProcess::urlAt(proxy.port()));
    // Within a TLS record's head, within the HTTP head, within the body, before the last bytes.
    for (const qint64 at : {1, 4, 5, 30, 100, 200, 300, 500, 700}) {
        window.acceptCase(8192);
        proxy.cutNextAnswerAt(kLongRequest, at);
        pusher->poke();
        REQUIRE(window.waitSettled());
    }
    CHECK(proxy.answersCut() == 9);
    pusher->stop();
    checkKeptOnce(centre, window);
}
