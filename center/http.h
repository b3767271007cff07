// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace ow::center {

/// What is known of a request before its body: read from the wire, nothing checked but its syntax.
struct RequestHead
{
    QByteArray method;         ///< upper case
    QByteArray path;           ///< without query, as sent
    QByteArray query;          ///< behind '?', or empty
    qint64 contentLength = -1; ///< -1 when not given
    QByteArray blobId;         ///< header X-Blob-Id
    QByteArray contentSm3;     ///< header X-Content-SM3
    QByteArray uploadLength;   ///< header Upload-Length
    QByteArray uploadOffset;   ///< header Upload-Offset
    QByteArray range;          ///< header Range
    QByteArray ifRange;        ///< header If-Range
    QString peer;              ///< address of the caller, without port
    QString deviceName;        ///< subject CN of the client certificate, empty without one
    QByteArray certificate;    ///< SHA-256 of the client certificate, empty without one
    /// Asked by a program of this machine: from loopback, or on the Unix socket by something that is not the
    /// proxy.
    bool fromThisMachine = false;
};

struct Request
{
    RequestHead head;
    QByteArray body;
};

/// A body too large for memory on its way out. Read piece by piece, on one thread at a time; let go of when
/// all is sent or the caller has gone.
class BodySource
{
public:
    BodySource() = default;
    BodySource(const BodySource&) = delete;
    BodySource& operator=(const BodySource&) = delete;
    virtual ~BodySource() = default;

    /// Bytes read() gives in all.
    [[nodiscard]] virtual qint64 size() const = 0;
    /// The next bytes, about 1 MiB at most; empty when it fails before its end: the connection is then broken
    /// off, so that nobody takes what came for the whole.
    [[nodiscard]] virtual QByteArray read() = 0;
};

struct Response
{
    int status = 200;
    QByteArray contentType; ///< empty: no body and no such header
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    std::shared_ptr<BodySource> source = nullptr; ///< in place of `body`
};

/// May be called from any thread, exactly once. Keeps the caller's connection: let go of it then.
using Respond = std::function<void(Response)>;

/// Takes a body too large for memory, piece by piece, on one thread at a time. Destroyed without finish() =
/// the caller went away: nothing of it may stay behind.
class BodySink
{
public:
    BodySink() = default;
    BodySink(const BodySink&) = delete;
    BodySink& operator=(const BodySink&) = delete;
    virtual ~BodySink() = default;

    /// Before the first piece: how to close the caller's connection at once, from any thread.
    virtual void attach(const std::function<void()>& close) { Q_UNUSED(close); }

    /// False when it cannot be written (disk); the request is then answered by finish().
    [[nodiscard]] virtual bool write(std::span<const char> piece) = 0;
    /// After the last piece, or after a write that failed.
    virtual void finish(Respond respond) = 0;
};

/// What to do with the body of a request.
struct Admission
{
    std::unique_ptr<BodySink> sink; ///< set: stream into it
    Response refusal;               ///< used when neither a sink nor a limit is given; the body is not read
    qint64 memoryLimit = -1;        ///< not negative: read so many bytes at most, then handle()
};

/// The server's other half: everything that is not sockets. Called from the server's threads, several at
/// once.
class HttpHandler
{
public:
    HttpHandler() = default;
    HttpHandler(const HttpHandler&) = delete;
    HttpHandler& operator=(const HttpHandler&) = delete;
    virtual ~HttpHandler() = default;

    /// Decides by the header alone; may answer later and from another thread, exactly once.
    virtual void admit(RequestHead head, std::function<void(Admission)> done) = 0;
    virtual void handle(Request request, Respond respond) = 0;
    /// Answer for what the server itself refuses: 400 not HTTP, 413 body over the limit, 503 too many
    /// connections.
    [[nodiscard]] virtual Response refusal(int status) const = 0;

    /// The server has been told to end: whatever waits for news (long polls) is to be answered now, and what
    /// comes later does not wait. Called once, from a thread of the server.
    virtual void stopping() {}
};

/// One answer as it went out, for figures and logs.
struct Exchange
{
    const RequestHead& head; ///< empty where the bytes were no HTTP
    int status = 0;
    std::chrono::microseconds took{0}; ///< from the last byte of the header to the last byte of the answer
    qint64 streamed = 0;               ///< bytes that went into a BodySink
    qint64 sent = 0;                   ///< bytes of the answer's body
};

/// Is told what a server does. Called from its threads, several at once; must not wait for anything.
class HttpObserver
{
public:
    HttpObserver() = default;
    HttpObserver(const HttpObserver&) = delete;
    HttpObserver& operator=(const HttpObserver&) = delete;
    virtual ~HttpObserver() = default;

    virtual void opened() = 0;
    virtual void closed() = 0;
    virtual void answered(const Exchange& exchange) = 0;
};

} // namespace ow::center
