// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included by tlsconnection.cpp and localconnection.cpp only: Boost costs half a minute in every unit that
// sees it.

#include "center/connectionshared.h"
#include "center/message.h"

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <chrono>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace ow::center {

namespace asio = boost::asio;
namespace http = boost::beast::http;

/// One connection with its requests one after the other, whatever it runs over; what differs between streams
/// is left to the final class: how it opens, who the caller is, how it ends. All members are touched on the
/// stream's strand; the handler's answers are posted back to it. The object lives while an operation is under
/// way.
template <class Stream> class Connection : public LiveConnection
{
public:
    ~Connection() override { m_shared.remove(this); }

    void start()
    {
        onStrand([](Connection& self) { self.open(); });
    }

    void closeWhenIdle() override
    {
        onStrand([](Connection& self) {
            if (self.m_idle)
                self.lowest().cancel();
        });
    }

    void closeNow() override
    {
        onStrand([](Connection& self) { self.lowest().close(); });
    }

protected:
    using error_code = boost::system::error_code;

    template <class... Given>
    explicit Connection(ConnectionShared& shared, Given&&... given)
        : m_stream(std::forward<Given>(given)...)
        , m_shared(shared)
    {
        m_shared.add(this);
    }

    /// Makes the stream ready, then calls serve().
    virtual void open() = 0;
    /// Writes down who asks.
    virtual void identify(const HeadMessage& message, RequestHead& head) const = 0;
    /// Ends the stream in good order.
    virtual void shutDown() = 0;

    void serve() { readHeader(); }

    [[nodiscard]] auto& lowest() { return boost::beast::get_lowest_layer(m_stream); }

    [[nodiscard]] Stream& stream() { return m_stream; }

    [[nodiscard]] const HttpServerOptions& options() const { return m_shared.options; }

    /// Keeps this alive in an operation's callback.
    [[nodiscard]] std::shared_ptr<Connection> self()
    {
        return std::static_pointer_cast<Connection>(shared_from_this());
    }

private:
    static constexpr std::uint32_t kHeaderLimit = 16 * 1024;
    static constexpr size_t kStreamPiece = 1024 * 1024;
    static constexpr std::chrono::seconds kLinger{5};

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
    void refuse(int status);
    void respond(const Response& response);
    void onWritten(error_code error, bool close);
    void sendPiece(bool close);
    void onPieceRead(const QByteArray& piece, bool close);
    void tell();
    void discard(qint64 most);
    [[nodiscard]] Respond responder();

    /// Runs `work` on the strand, keeping this alive.
    template <class Work> void onStrand(Work&& work)
    {
        asio::post(m_stream.get_executor(),
                   [keep = self(), run = std::forward<Work>(work)]() mutable { run(*keep); });
    }

    template <class Body> using Parser = http::request_parser<Body>;

    Stream m_stream;
    ConnectionShared& m_shared;
    boost::beast::flat_buffer m_buffer{kHeaderLimit + kStreamPiece};
    std::optional<HeadParser> m_headParser;
    std::optional<Parser<http::string_body>> m_bodyParser;
    std::optional<Parser<http::buffer_body>> m_streamParser;
    std::optional<AnswerMessage> m_answer;
    std::shared_ptr<BodySink> m_sink;
    std::shared_ptr<BodySource> m_source;
    QByteArray m_outgoing; ///< of m_source, on the wire
    qint64 m_sent = 0;     ///< of m_source
    std::vector<char> m_piece;
    RequestHead m_head;
    std::chrono::steady_clock::time_point m_began;
    qint64 m_streamed = 0;
    bool m_keepAlive = false;
    bool m_bodyUnread = false;
    bool m_idle = false;
};

template <class Stream> void Connection<Stream>::readHeader()
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
    m_streamed = 0;
    m_bodyUnread = false;
    m_idle = true;
    if (m_shared.stopping) {
        m_idle = false;
        shutDown();
        return;
    }
    lowest().expires_after(options().idleTimeout);
    http::async_read_header(m_stream, m_buffer, *m_headParser,
                            [keep = self()](error_code error, size_t) { keep->onHeader(error); });
}

template <class Stream> void Connection<Stream>::onHeader(error_code error)
{
    m_idle = false;
    m_keepAlive = false;
    m_bodyUnread = true;
    m_began = std::chrono::steady_clock::now();
    if (error == http::error::header_limit) {
        refuse(431);
        return;
    }
    if (error == http::error::end_of_stream) {
        shutDown();
        return;
    }
    if (error) {
        if (isNoHttp(error))
            refuse(400);
        return;
    }
    m_keepAlive = m_headParser->keep_alive();
    m_head = headOf(*m_headParser);
    identify(m_headParser->get(), m_head);
    m_shared.handler.admit(m_head, [keep = self()](Admission admission) {
        // std::function wants copies; an admission may own a sink.
        auto given = std::make_shared<Admission>(std::move(admission));
        keep->onStrand([given](Connection& on) { on.onAdmitted(std::move(*given)); });
    });
}

template <class Stream> void Connection<Stream>::onAdmitted(Admission admission)
{
    if (admission.sink) {
        m_sink = std::move(admission.sink);
        startStream();
    } else if (admission.memoryLimit >= 0) {
        readWhole(admission.memoryLimit);
    } else {
        m_bodyUnread = m_head.contentLength > 0 || m_headParser->chunked();
        respond(admission.refusal);
    }
}

template <class Stream> void Connection<Stream>::sendContinue(std::function<void()> next)
{
    if (!wantsContinue(m_headParser->get())) {
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

template <class Stream> void Connection<Stream>::readWhole(qint64 limit)
{
    if (m_head.contentLength > limit) {
        refuse(413);
        return;
    }
    lowest().expires_after(options().bodyTimeout);
    sendContinue([this, limit] {
        m_bodyParser.emplace(std::move(*m_headParser));
        m_bodyParser->body_limit(static_cast<std::uint64_t>(limit));
        http::async_read(m_stream, m_buffer, *m_bodyParser,
                         [keep = self()](error_code error, size_t) { keep->onWhole(error); });
    });
}

template <class Stream> void Connection<Stream>::onWhole(error_code error)
{
    if (error == http::error::body_limit) {
        refuse(413);
        return;
    }
    if (error) {
        if (isNoHttp(error))
            refuse(400);
        return;
    }
    m_bodyUnread = false;
    const std::string& body = m_bodyParser->get().body();
    // A copy of the head: the answer still wants to know what was asked.
    Request request{m_head, QByteArray(body.data(), static_cast<qsizetype>(body.size()))};
    m_shared.handler.handle(std::move(request), responder());
}

template <class Stream> void Connection<Stream>::startStream()
{
    sendContinue([this] {
        m_streamParser.emplace(std::move(*m_headParser));
        m_streamParser->body_limit(static_cast<std::uint64_t>(options().maxBlob));
        m_piece.resize(kStreamPiece);
        m_sink->attach([weak = this->weak_from_this()] {
            if (const auto live = weak.lock())
                live->closeNow();
        });
        readPiece();
    });
}

template <class Stream> void Connection<Stream>::readPiece()
{
    auto& body = m_streamParser->get().body();
    body.data = m_piece.data();
    body.size = m_piece.size();
    lowest().expires_after(options().bodyTimeout);
    http::async_read(m_stream, m_buffer, *m_streamParser,
                     [keep = self()](error_code error, size_t) { keep->onPiece(error); });
}

template <class Stream> void Connection<Stream>::onPiece(error_code error)
{
    if (error == http::error::need_buffer)
        error = {};
    if (error == http::error::body_limit) {
        m_sink.reset();
        refuse(413);
        return;
    }
    const size_t size = m_piece.size() - m_streamParser->get().body().size;
    const bool last = m_streamParser->is_done();
    m_streamed += static_cast<qint64>(size);
    // Of a caller who has gone, what came before still reaches the sink, which then goes, on the disk's pool.
    auto sink = error ? std::exchange(m_sink, nullptr) : m_sink;
    asio::post(m_shared.disk, [keep = self(), sink = std::move(sink), size, last, gone = bool(error)] {
        const bool written = sink->write(std::span<const char>(keep->m_piece.data(), size));
        if (gone)
            return;
        keep->onStrand([written, last](Connection& on) {
            on.m_bodyUnread = !last;
            if (written && !last)
                on.readPiece();
            else
                on.finishStream();
        });
    });
}

template <class Stream> void Connection<Stream>::finishStream()
{
    // The sink is held apart: its answer may be on the wire, and m_sink gone, before finish() has returned.
    asio::post(m_shared.disk, [keep = self(), sink = m_sink] { sink->finish(keep->responder()); });
}

template <class Stream> Respond Connection<Stream>::responder()
{
    return [keep = self()](Response response) {
        keep->onStrand([answer = std::move(response)](Connection& on) { on.respond(answer); });
    };
}

template <class Stream> void Connection<Stream>::refuse(int status)
{
    m_bodyUnread = true;
    respond(m_shared.handler.refusal(status));
}

template <class Stream> void Connection<Stream>::respond(const Response& response)
{
    // What is left of a body nobody read would be taken for the next request.
    const bool close = !m_keepAlive || m_bodyUnread || m_shared.stopping;
    m_answer.emplace(answerMessage(response, m_head.method == "HEAD", close));
    m_source = m_head.method == "HEAD" ? nullptr : response.source;
    m_sent = 0;
    lowest().expires_after(options().bodyTimeout);
    http::async_write(m_stream, *m_answer,
                      [keep = self(), close](error_code error, size_t) { keep->onWritten(error, close); });
}

template <class Stream> void Connection<Stream>::onWritten(error_code error, bool close)
{
    if (error) {
        m_source.reset();
        return;
    }
    if (m_source && m_sent < m_source->size()) {
        sendPiece(close);
        return;
    }
    m_source.reset();
    m_outgoing.clear();
    tell();
    if (!close) {
        readHeader();
    } else if (m_bodyUnread) {
        m_piece.resize(kStreamPiece);
        lowest().expires_after(kLinger);
        discard(options().maxBlob);
    } else {
        shutDown();
    }
}

template <class Stream> void Connection<Stream>::sendPiece(bool close)
{
    asio::post(m_shared.disk, [keep = self(), source = m_source, close] {
        keep->onStrand([piece = source->read(), close](Connection& on) { on.onPieceRead(piece, close); });
    });
}

template <class Stream> void Connection<Stream>::onPieceRead(const QByteArray& piece, bool close)
{
    if (piece.isEmpty()) {
        m_source.reset();
        lowest().close();
        return;
    }
    m_outgoing = piece;
    m_sent += piece.size();
    lowest().expires_after(options().bodyTimeout);
    asio::async_write(m_stream, asio::buffer(m_outgoing.constData(), static_cast<size_t>(m_outgoing.size())),
                      [keep = self(), close](error_code error, size_t) { keep->onWritten(error, close); });
}

template <class Stream> void Connection<Stream>::tell()
{
    const auto took = std::chrono::steady_clock::now() - m_began;
    m_shared.observer.answered({m_head, static_cast<int>(m_answer->result_int()),
                                std::chrono::duration_cast<std::chrono::microseconds>(took), m_streamed,
                                static_cast<qint64>(m_answer->body().size()) + m_sent});
}

/// Closing while the caller still sends makes the system throw the answer away with the rest (TCP reset).
template <class Stream> void Connection<Stream>::discard(qint64 most)
{
    m_stream.async_read_some(asio::buffer(m_piece), [keep = self(), most](error_code error, size_t size) {
        if (!error && most > 0)
            keep->discard(most - static_cast<qint64>(size));
        else if (error != boost::beast::error::timeout)
            keep->shutDown();
    });
}

} // namespace ow::center
