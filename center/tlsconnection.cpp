// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/tlsconnection.h"

#include "center/peeridentity.h"

#include <QDateTime>

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <limits>
#include <optional>
#include <vector>

namespace ow::center {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

namespace {

constexpr std::uint32_t kHeaderLimit = 16 * 1024;
constexpr size_t kStreamPiece = 1024 * 1024;
constexpr std::chrono::seconds kLinger{5};

QByteArray bytesOf(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

beast::string_view viewOf(const QByteArray& bytes)
{
    return beast::string_view(bytes.constData(), static_cast<size_t>(bytes.size()));
}

/// One TLS connection with its requests one after the other. All members are touched on the stream's strand;
/// the handler's answers are posted back to it. The object lives while an operation is under way.
class Connection final : public LiveConnection
{
public:
    Connection(asio::ip::tcp::socket socket, asio::ssl::context& tls, ConnectionShared& shared)
        : m_stream(std::move(socket), tls)
        , m_shared(shared)
    {
        m_shared.add(this);
    }

    ~Connection() override { m_shared.remove(this); }

    void start();
    void closeWhenIdle() override;
    void closeNow() override;

private:
    void readHeader();
    void onHeader(error_code error);
    void onAdmitted(Admission admission);
    void readWhole(qint64 limit);
    void onWhole(error_code error);
    void startStream();
    void readPiece();
    void onPiece(error_code error);
    void finishStream();
    void sendContinue(std::function<void()> next);

    void refuse(int status)
    {
        m_bodyUnread = true;
        respond(m_shared.handler.refusal(status));
    }

    void respond(Response response);
    void onWritten(error_code error, bool close);
    void discard(qint64 most);
    void shutDown();
    [[nodiscard]] RequestHead head() const;
    [[nodiscard]] Respond responder();

    [[nodiscard]] std::shared_ptr<Connection> self()
    {
        return std::static_pointer_cast<Connection>(shared_from_this());
    }

    /// Runs `work` on the strand, keeping this alive.
    template <class Work> void onStrand(Work&& work)
    {
        asio::post(m_stream.get_executor(),
                   [keep = self(), run = std::forward<Work>(work)]() mutable { run(*keep); });
    }

    beast::ssl_stream<beast::tcp_stream> m_stream;
    ConnectionShared& m_shared;
    beast::flat_buffer m_buffer{kHeaderLimit + kStreamPiece};
    std::optional<http::request_parser<http::empty_body>> m_headParser;
    std::optional<http::request_parser<http::string_body>> m_bodyParser;
    std::optional<http::request_parser<http::buffer_body>> m_streamParser;
    std::optional<http::response<http::string_body>> m_answer;
    std::shared_ptr<BodySink> m_sink;
    std::vector<char> m_piece;
    RequestHead m_head;
    QString m_peer;
    PeerIdentity m_identity;
    bool m_keepAlive = false;
    bool m_bodyUnread = false;
    bool m_idle = false;
};

void Connection::start()
{
    onStrand([](Connection& self) {
        error_code error;
        auto& socket = beast::get_lowest_layer(self.m_stream).socket();
        socket.set_option(asio::ip::tcp::no_delay(true), error);
        self.m_peer = QString::fromStdString(socket.remote_endpoint(error).address().to_string());
        beast::get_lowest_layer(self.m_stream).expires_after(self.m_shared.options.handshakeTimeout);
        self.m_stream.async_handshake(asio::ssl::stream_base::server,
                                      [keep = self.self()](error_code failed) {
                                          if (failed)
                                              return;
                                          keep->m_identity = peerIdentity(keep->m_stream.native_handle());
                                          keep->readHeader();
                                      });
    });
}

void Connection::readHeader()
{
    m_headParser.emplace();
    m_headParser->header_limit(kHeaderLimit);
    // Each route has its own limit, set once the header is known. Not boost::none: Beast 1.74 then refuses
    // every body that has a length.
    m_headParser->body_limit(std::numeric_limits<std::uint64_t>::max());
    m_bodyParser.reset();
    m_streamParser.reset();
    m_sink.reset();
    m_head = {};
    m_bodyUnread = false;
    m_idle = true;
    if (m_shared.stopping) {
        shutDown();
        return;
    }
    beast::get_lowest_layer(m_stream).expires_after(m_shared.options.idleTimeout);
    http::async_read_header(m_stream, m_buffer, *m_headParser,
                            [keep = self()](error_code error, size_t) { keep->onHeader(error); });
}

RequestHead Connection::head() const
{
    const auto& message = m_headParser->get();
    const QByteArray target = bytesOf(message.target());
    const qsizetype mark = target.indexOf('?');
    RequestHead head;
    head.method = bytesOf(message.method_string());
    head.path = mark < 0 ? target : target.left(mark);
    head.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    if (const auto length = m_headParser->content_length())
        head.contentLength = static_cast<qint64>(std::min<std::uint64_t>(*length, INT64_MAX));
    head.blobId = bytesOf(message["X-Blob-Id"]);
    head.contentSm3 = bytesOf(message["X-Content-SM3"]);
    head.peer = m_peer;
    head.deviceName = m_identity.name;
    head.certificate = m_identity.certificate;
    return head;
}

void Connection::onHeader(error_code error)
{
    m_idle = false;
    m_keepAlive = false;
    m_bodyUnread = true;
    if (error == http::error::header_limit) {
        refuse(431);
        return;
    }
    if (error == http::error::end_of_stream) {
        shutDown();
        return;
    }
    // Beast's own category means bytes that are no HTTP; anything else is a connection that went away.
    if (error && error.category() == http::make_error_code(http::error::bad_method).category()) {
        refuse(400);
        return;
    }
    if (error)
        return;
    m_keepAlive = m_headParser->keep_alive();
    m_head = head();
    m_shared.handler.admit(m_head, [keep = self()](Admission admission) {
        // std::function wants copies; an admission may own a sink.
        auto given = std::make_shared<Admission>(std::move(admission));
        keep->onStrand([given](Connection& on) { on.onAdmitted(std::move(*given)); });
    });
}

void Connection::onAdmitted(Admission admission)
{
    if (admission.sink) {
        m_sink = std::move(admission.sink);
        startStream();
    } else if (admission.memoryLimit >= 0) {
        readWhole(admission.memoryLimit);
    } else {
        m_bodyUnread = m_head.contentLength > 0 || m_headParser->chunked();
        respond(std::move(admission.refusal));
    }
}

void Connection::sendContinue(std::function<void()> next)
{
    const auto expect = m_headParser->get()[http::field::expect];
    if (!beast::iequals(expect, "100-continue")) {
        next();
        return;
    }
    static const std::string kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_stream, asio::buffer(kContinue),
                      [keep = self(), next = std::move(next)](error_code error, size_t) {
                          if (!error)
                              next();
                      });
}

void Connection::readWhole(qint64 limit)
{
    if (m_head.contentLength > limit) {
        refuse(413);
        return;
    }
    beast::get_lowest_layer(m_stream).expires_after(m_shared.options.bodyTimeout);
    sendContinue([this, limit] {
        m_bodyParser.emplace(std::move(*m_headParser));
        m_bodyParser->body_limit(static_cast<std::uint64_t>(limit));
        http::async_read(m_stream, m_buffer, *m_bodyParser,
                         [keep = self()](error_code error, size_t) { keep->onWhole(error); });
    });
}

void Connection::onWhole(error_code error)
{
    if (error == http::error::body_limit) {
        refuse(413);
        return;
    }
    if (error && error.category() == http::make_error_code(http::error::bad_method).category()) {
        refuse(400);
        return;
    }
    if (error)
        return;
    m_bodyUnread = false;
    const std::string& body = m_bodyParser->get().body();
    Request request{std::move(m_head), QByteArray(body.data(), static_cast<qsizetype>(body.size()))};
    m_shared.handler.handle(std::move(request), responder());
}

void Connection::startStream()
{
    sendContinue([this] {
        m_streamParser.emplace(std::move(*m_headParser));
        m_streamParser->body_limit(static_cast<std::uint64_t>(m_shared.options.maxBlob));
        m_piece.resize(kStreamPiece);
        readPiece();
    });
}

void Connection::readPiece()
{
    auto& body = m_streamParser->get().body();
    body.data = m_piece.data();
    body.size = m_piece.size();
    beast::get_lowest_layer(m_stream).expires_after(m_shared.options.bodyTimeout);
    http::async_read(m_stream, m_buffer, *m_streamParser,
                     [keep = self()](error_code error, size_t) { keep->onPiece(error); });
}

void Connection::onPiece(error_code error)
{
    if (error == http::error::need_buffer)
        error = {};
    if (error) {
        m_sink.reset();
        if (error == http::error::body_limit)
            refuse(413);
        return;
    }
    const size_t size = m_piece.size() - m_streamParser->get().body().size;
    const bool last = m_streamParser->is_done();
    asio::post(m_shared.disk, [keep = self(), sink = m_sink, size, last] {
        const bool written = sink->write(std::span<const char>(keep->m_piece.data(), size));
        keep->onStrand([written, last](Connection& on) {
            on.m_bodyUnread = !last;
            if (written && !last)
                on.readPiece();
            else
                on.finishStream();
        });
    });
}

void Connection::finishStream()
{
    // The sink is held apart: its answer may be on the wire, and m_sink gone, before finish() has returned.
    asio::post(m_shared.disk, [keep = self(), sink = m_sink] { sink->finish(keep->responder()); });
}

Respond Connection::responder()
{
    return [keep = self()](Response response) {
        keep->onStrand(
            [answer = std::move(response)](Connection& on) mutable { on.respond(std::move(answer)); });
    };
}

void Connection::respond(Response response)
{
    // What is left of a body nobody read would be taken for the next request.
    const bool close = !m_keepAlive || m_bodyUnread || m_shared.stopping;
    m_answer.emplace(static_cast<http::status>(response.status), 11);
    m_answer->set("X-OneWindow", "1");
    m_answer->set("X-OneWindow-Time", std::to_string(QDateTime::currentMSecsSinceEpoch()));
    m_answer->set(http::field::cache_control, "no-store");
    for (const auto& [name, value] : response.headers)
        m_answer->set(viewOf(name), viewOf(value));
    if (!response.contentType.isEmpty())
        m_answer->set(http::field::content_type, viewOf(response.contentType));
    m_answer->keep_alive(!close);
    if (m_head.method != "HEAD")
        m_answer->body().assign(response.body.constData(), static_cast<size_t>(response.body.size()));
    if (response.status != 204)
        m_answer->content_length(m_answer->body().size());
    beast::get_lowest_layer(m_stream).expires_after(m_shared.options.bodyTimeout);
    http::async_write(m_stream, *m_answer,
                      [keep = self(), close](error_code error, size_t) { keep->onWritten(error, close); });
}

void Connection::onWritten(error_code error, bool close)
{
    if (error)
        return;
    if (!close) {
        readHeader();
    } else if (m_bodyUnread) {
        m_piece.resize(kStreamPiece);
        beast::get_lowest_layer(m_stream).expires_after(kLinger);
        discard(m_shared.options.maxBlob);
    } else {
        shutDown();
    }
}

/// Closing while the caller still sends makes the system throw the answer away with the rest (TCP reset), and
/// a 413 would look like a broken line: what comes is read and forgotten for a moment.
void Connection::discard(qint64 most)
{
    m_stream.async_read_some(asio::buffer(m_piece), [keep = self(), most](error_code error, size_t size) {
        if (!error && most > 0)
            keep->discard(most - static_cast<qint64>(size));
        else if (error != beast::error::timeout)
            keep->shutDown();
    });
}

void Connection::shutDown()
{
    m_idle = false;
    beast::get_lowest_layer(m_stream).expires_after(m_shared.options.handshakeTimeout);
    m_stream.async_shutdown([keep = self()](error_code) {
        error_code ignored;
        auto& socket = beast::get_lowest_layer(keep->m_stream).socket();
        socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
        socket.close(ignored);
    });
}

void Connection::closeWhenIdle()
{
    onStrand([](Connection& self) {
        if (self.m_idle)
            beast::get_lowest_layer(self.m_stream).cancel();
    });
}

void Connection::closeNow()
{
    onStrand([](Connection& self) { beast::get_lowest_layer(self.m_stream).close(); });
}

} // namespace

void startConnection(asio::ip::tcp::socket socket, asio::ssl::context& tls, ConnectionShared& shared)
{
    std::make_shared<Connection>(std::move(socket), tls, shared)->start();
}

} // namespace ow::center
