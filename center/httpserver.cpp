// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/httpserver.h"

#include "center/connectionshared.h"

#include <QFile>

#include <boost/asio/signal_set.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <thread>

namespace ow::center {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;
using domain::ErrorCode;
using domain::fail;
using domain::Result;
using LocalStream = asio::local::stream_protocol;

namespace {

using Strand = asio::strand<asio::io_context::executor_type>;

tl::unexpected<domain::Error> cannotListen(const error_code& error)
{
    return fail(ErrorCode::InvalidInput, QString::fromStdString(error.message()), QStringLiteral("--listen"));
}

Result<void> loadCertificates(ssl::context& context, const HttpServerOptions& options)
{
    const auto buffer = [](const QByteArray& bytes) {
        return asio::buffer(bytes.constData(), static_cast<size_t>(bytes.size()));
    };
    error_code error;
    context.use_certificate_chain(buffer(options.certificateChain), error);
    if (!error)
        context.use_private_key(buffer(options.privateKey), ssl::context::pem, error);
    if (!error)
        context.add_certificate_authority(buffer(options.clientAuthority), error);
    if (!error)
        context.set_verify_mode(ssl::verify_peer, error);
    if (error)
        return fail(ErrorCode::CertificateWrong, QString::fromStdString(error.message()));
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    // Without an id of its own a resumed session that carries a client certificate is refused by OpenSSL.
    static constexpr unsigned char kSessionId[] = "onewindow-center";
    SSL_CTX_set_session_id_context(context.native_handle(), kSessionId, sizeof kSessionId - 1);
    return {};
}

/// Takes away the socket a killed centre has left; one that somebody answers on stays.
void removeStale(const QByteArray& path)
{
    struct stat found = {};
    if (::lstat(path.constData(), &found) != 0 || !S_ISSOCK(found.st_mode))
        return;
    asio::io_context io;
    LocalStream::socket probe(io);
    error_code error;
    probe.connect(LocalStream::endpoint(path.toStdString()), error);
    if (error == asio::error::connection_refused)
        ::unlink(path.constData());
}

Result<quint16> listenOn(tcp::acceptor& acceptor, const ListenAddress& where)
{
    error_code error;
    const auto address = asio::ip::make_address(where.host.toStdString(), error);
    const tcp::endpoint endpoint(address, where.port);
    if (!error)
        acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return cannotListen(error);
    return acceptor.local_endpoint(error).port();
}

Result<quint16> listenOn(LocalStream::acceptor& acceptor, const ListenAddress& where)
{
    const QByteArray path = QFile::encodeName(where.socketPath);
    removeStale(path);
    error_code error;
    acceptor.open(LocalStream(), error);
    if (!error)
        acceptor.bind(LocalStream::endpoint(path.toStdString()), error);
    // Before listen(): until then nobody can connect, so there is no moment in which others could.
    if (!error && ::chmod(path.constData(), S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP) != 0)
        error = error_code(errno, boost::system::system_category());
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return cannotListen(error);
    return quint16(0);
}

/// An address the server accepts on; touched on the strand only, once it runs.
class Listener
{
public:
    Listener() = default;
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    virtual ~Listener() = default;
    [[nodiscard]] virtual Result<quint16> listen() = 0;
    virtual void accept() = 0;
    virtual void close() = 0;
};

template <class Protocol> class ListenerOf final : public Listener
{
public:
    using Socket = typename Protocol::socket;
    using Begin = std::function<void(Socket)>;

    ListenerOf(ListenAddress where, asio::io_context& io, Strand& strand, ConnectionShared& shared,
               Begin begin)
        : m_where(std::move(where))
        , m_io(io)
        , m_strand(strand)
        , m_shared(shared)
        , m_begin(std::move(begin))
        , m_acceptor(io)
    {
    }

    Result<quint16> listen() override { return listenOn(m_acceptor, m_where); }

    void accept() override
    {
        m_acceptor.async_accept(asio::make_strand(m_io),
                                asio::bind_executor(m_strand, [this](error_code error, Socket socket) {
                                    if (m_shared.stopping || error == asio::error::operation_aborted)
                                        return;
                                    // Out of descriptors and the like passes; the next connection is waited
                                    // for all the same.
                                    if (!error && !m_shared.isFull())
                                        m_begin(std::move(socket));
                                    accept();
                                }));
    }

    void close() override
    {
        error_code ignored;
        m_acceptor.close(ignored);
        if (m_where.isSocket())
            ::unlink(QFile::encodeName(m_where.socketPath).constData());
    }

private:
    ListenAddress m_where;
    asio::io_context& m_io;
    Strand& m_strand;
    ConnectionShared& m_shared;
    Begin m_begin;
    typename Protocol::acceptor m_acceptor;
};

} // namespace

struct HttpServer::Private
{
    Private(HttpServerOptions given, HttpHandler& answers, HttpObserver& watches)
        : options(std::move(given))
        , shared(options, answers, watches)
    {
    }

    [[nodiscard]] std::unique_ptr<Listener> listener(const ListenAddress& where);
    void beginStop();

    HttpServerOptions options;
    ConnectionShared
        shared; // before io: connections left in its queue take themselves out of this when they die
    asio::io_context io;
    ssl::context tls{ssl::context::tls_server};
    std::vector<std::unique_ptr<Listener>> listeners;
    asio::signal_set signals{io};
    asio::steady_timer drain{io};
    // The listeners, the timer and the signals are touched by one thread at a time.
    Strand strand{asio::make_strand(io)};
};

std::unique_ptr<Listener> HttpServer::Private::listener(const ListenAddress& where)
{
    if (where.isSocket())
        return std::make_unique<ListenerOf<LocalStream>>(
            where, io, strand, shared,
            [this](LocalStream::socket socket) { startConnection(std::move(socket), shared); });
    return std::make_unique<ListenerOf<tcp>>(where, io, strand, shared, [this](tcp::socket socket) {
        startConnection(std::move(socket), tls, shared);
    });
}

void HttpServer::Private::beginStop()
{
    if (shared.stopping.exchange(true))
        return;
    for (const auto& one : listeners)
        one->close();
    error_code ignored;
    signals.cancel(ignored);
    shared.handler.stopping();
    shared.closeIdle();
    drain.expires_after(options.drainTimeout);
    drain.async_wait([this](error_code) { shared.closeAll(); });
    shared.whenEmpty([this] { asio::post(strand, [this] { drain.cancel(); }); });
}

HttpServer::HttpServer(HttpServerOptions options, HttpHandler& handler, HttpObserver& observer)
    : d(std::make_unique<Private>(std::move(options), handler, observer))
{
}

HttpServer::~HttpServer()
{
    d->shared.disk.join();
}

Result<std::vector<quint16>> HttpServer::start()
{
    std::vector<quint16> ports;
    for (const ListenAddress& where : d->options.listen) {
        auto listener = d->listener(where);
        auto port =
            where.isSocket()
                ? listener->listen()
                : loadCertificates(d->tls, d->options).and_then([&listener] { return listener->listen(); });
        if (!port) {
            for (const auto& earlier : d->listeners)
                earlier->close();
            return tl::unexpected(port.error());
        }
        ports.push_back(*port);
        d->listeners.push_back(std::move(listener));
    }
    return ports;
}

void HttpServer::run()
{
    d->signals.add(SIGTERM);
    d->signals.add(SIGINT);
    d->signals.async_wait(asio::bind_executor(d->strand, [this](error_code error, int) {
        if (!error)
            d->beginStop();
    }));
    asio::post(d->strand, [this] {
        for (const auto& listener : d->listeners)
            listener->accept();
    });
    std::vector<std::thread> threads;
    for (int i = 1; i < d->options.threads; ++i)
        threads.emplace_back([this] { d->io.run(); });
    d->io.run();
    for (std::thread& thread : threads)
        thread.join();
}

void HttpServer::stop()
{
    asio::post(d->strand, [this] { d->beginStop(); });
}

} // namespace ow::center
