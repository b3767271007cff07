// SPDX-License-Identifier: GPL-3.0-or-later
// The centre's Unix socket: who is believed there, who may open it, and how a server ends.
#include "center/httpserver.h"
#include "center/shown.h"
#include "center/socketcaller.h"
#include "center/testdevice.h"
#include "support/await.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <csignal>
#include <thread>
#include <utility>

using namespace ow::test;
using namespace Qt::StringLiterals;
using ow::center::readListenAddress;

namespace {

struct SocketDesk
{
    SocketDesk()
    {
        start();
        device.enrol(u"W03"_s);
        certificate = device.enrolment.value(u"certificate"_s).toString().toLatin1().toPercentEncoding();
    }

    void start() { box.start({u"--listen"_s, u"unix:"_s + box.socket()}); }

    int askState(const QByteArray& headers) const
    {
        SocketCaller caller(box.socket());
        caller.get("/v1/state", headers);
        return caller.answer().status;
    }

    CentreBox box;
    TestDevice device{box};
    QByteArray certificate; ///< as $ssl_client_escaped_cert writes it
};

/// Waits with its answer until the server stops, as a long poll without news does.
class Poll final : public ow::center::HttpHandler
{
public:
    void admit(ow::center::RequestHead, std::function<void(ow::center::Admission)> done) override
    {
        done({nullptr, {}, 0});
    }

    void handle(ow::center::Request, ow::center::Respond respond) override
    {
        m_waiting = std::move(respond);
        asked = true;
    }

    [[nodiscard]] ow::center::Response refusal(int status) const override { return {status, {}, {}, {}}; }

    void stopping() override
    {
        // Let go of as it is used: it keeps its connection.
        if (const auto respond = std::exchange(m_waiting, {}))
            respond({200, "application/json", "{\"items\":[]}", {}});
    }

    std::atomic<bool> asked{false};

private:
    ow::center::Respond m_waiting;
};

class Nothing final : public ow::center::HttpObserver
{
public:
    void opened() override {}

    void closed() override {}

    void answered(const ow::center::Exchange&) override {}
};

} // namespace

TEST_CASE("an address to listen on is an address and a port or an absolute path")
{
    const auto tcp = readListenAddress(u"[::1]:8443"_s);
    REQUIRE(tcp);
    CHECK(tcp->host == u"::1"_s);
    CHECK(tcp->port == 8443);
    CHECK_FALSE(tcp->isSocket());
    const auto socket = readListenAddress(u"unix:/run/onewindow/center.sock"_s);
    REQUIRE(socket);
    CHECK(socket->socketPath == u"/run/onewindow/center.sock"_s);
    for (const QString& wrong :
         {u""_s, u"8443"_s, u":8443"_s, u"127.0.0.1"_s, u"127.0.0.1:99999"_s, u"unix:"_s,
          u"unix:center.sock"_s, QString(u"unix:/"_s + QString(107, u'x'))}) {
        INFO(wrong.toStdString());
        CHECK_FALSE(readListenAddress(wrong));
    }
    CHECK(readListenAddress(u"unix:/"_s + QString(106, u'x')));
}

TEST_CASE("on the socket the certificate the proxy passes on is the caller's")
{
    SocketDesk desk;
    const QByteArray verified = "X-Client-Verify: SUCCESS\r\n";
    const QByteArray shown = "X-Client-Cert: " + desk.certificate + "\r\n";
    CHECK(desk.askState(verified + shown) == 200);
    CHECK(desk.askState(shown) == 401);
    CHECK(desk.askState(verified) == 401);
    CHECK(desk.askState("X-Client-Verify: FAILED:certificate revoked\r\n" + shown) == 401);
    CHECK(desk.askState("X-Client-Verify: NONE\r\n" + shown) == 401);
    CHECK(desk.askState(verified + "X-Client-Cert: nonsense\r\n") == 401);
    // A word that stands twice is one the proxy has not written alone.
    CHECK(desk.askState(verified + shown + shown) == 401);
    CHECK(desk.askState(verified + "X-Client-Verify: NONE\r\n" + shown) == 401);
    REQUIRE(desk.box.run({u"device"_s, u"revoke"_s, u"--device"_s, desk.device.id}).exitCode == 0);
    CHECK(desk.askState(verified + shown) == 403);
}

TEST_CASE("the tries of those without a device are counted by the address the proxy gives")
{
    SocketDesk desk;
    const auto ask = [&desk](const QByteArray& address) {
        SocketCaller caller(desk.box.socket());
        const QByteArray body = "{\"code\":\"AAAA-AAAA-AAAA-AAAA\"}";
        caller.send("POST /v1/enroll/offer HTTP/1.1\r\nHost: centre\r\nX-Real-IP: " + address +
                    "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return caller.answer().status;
    };
    int tries = 0;
    while (ask("203.0.113.7") != 429) {
        ++tries;
        REQUIRE(tries <= 20);
    }
    CHECK(tries == 20);
    CHECK(ask("203.0.113.8") != 429);
}

TEST_CASE("the socket is for its owner and group and follows the server's life")
{
    SocketDesk desk;
    struct stat found = {};
    REQUIRE(::stat(QFile::encodeName(desk.box.socket()).constData(), &found) == 0);
    CHECK(S_ISSOCK(found.st_mode));
    CHECK((found.st_mode & 0777) == 0660);

    // A second server leaves a socket that is answered on alone.
    CentreBox second;
    const Said refused = second.run({u"serve"_s, u"--listen"_s, u"unix:"_s + desk.box.socket()});
    CHECK(refused.exitCode == 2);
    CHECK(refused.error.value(u"field"_s).toString() == u"--listen"_s);
    CHECK(desk.askState({}) == 401);

    desk.box.kill();
    CHECK(QFileInfo::exists(desk.box.socket()));
    desk.start();
    CHECK(desk.askState({}) == 401);
    CHECK(desk.box.terminate() == 0);
    CHECK_FALSE(QFileInfo::exists(desk.box.socket()));

    // What is no socket is never taken away.
    QFile file(desk.box.socket());
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    CHECK(desk.box.run({u"serve"_s, u"--listen"_s, u"unix:"_s + desk.box.socket()}).exitCode == 2);
    CHECK(QFileInfo::exists(desk.box.socket()));
}

TEST_CASE("an upload under way when the centre is told to end is taken to its end and answered")
{
    SocketDesk desk;
    const QByteArray content =
        QByteArray("page ").repeated(600'000); // more than one piece of the server's reading
    SocketCaller caller(desk.box.socket());
    SocketCaller idle(desk.box.socket());
    idle.get("/health");
    CHECK(idle.answer().status == 200);
    caller.send(
        "POST /v1/blobs HTTP/1.1\r\nHost: centre\r\nExpect: 100-continue\r\nX-Client-Verify: SUCCESS\r\n"
        "X-Client-Cert: " +
        desk.certificate + "\r\nX-Blob-Id: " + QByteArray(64, 'd') +
        "\r\nX-Content-SM3: " + desk.device.provider->sm3(content).toHex() +
        "\r\nContent-Length: " + QByteArray::number(content.size()) + "\r\n\r\n");
    CHECK(caller.answer().status == 100); // the body is wanted: the request is under way
    caller.send(content.left(content.size() / 2));
    desk.box.tellToEnd();
    CHECK(idle.isClosed()); // so the end has begun
    CHECK_FALSE(QFileInfo::exists(desk.box.socket()));
    caller.send(content.mid(content.size() / 2));
    const auto answer = caller.answer();
    CHECK(answer.status == 204);
    CHECK(answer.head.contains("Connection: close"));
    CHECK(desk.box.ended() == 0);
}

TEST_CASE("a handler is told when its server stops and can answer what still waits")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"poll.sock"_s);
    Poll poll;
    Nothing nothing;
    ow::center::HttpServerOptions options;
    options.listen = {*readListenAddress(u"unix:"_s + path)};
    // Longer than the test's patience: it ends because of the answer.
    options.drainTimeout = std::chrono::hours(1);
    ow::center::HttpServer server(options, poll, nothing);
    REQUIRE(server.start());
    std::thread serving([&server] { server.run(); });
    SocketCaller caller(path);
    caller.get("/v1/feed/hall");
    CHECK(waitUntil([&poll] { return poll.asked.load(); }));
    server.stop();
    const auto answer = caller.answer();
    CHECK(answer.status == 200);
    CHECK(answer.body == "{\"items\":[]}");
    CHECK(caller.isClosed());
    serving.join();
}
