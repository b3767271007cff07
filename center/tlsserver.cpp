// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/tlsserver.h"

#include "center/tlsconnection.h"

#include <boost/asio/signal_set.hpp>

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

size_t ConnectionShared::count()
{
    const std::lock_guard lock(mutex);
    return live.size();
}

void ConnectionShared::add(LiveConnection* connection)
{
    const std::lock_guard lock(mutex);
    live.insert(connection);
}

void ConnectionShared::remove(LiveConnection* connection)
{
    std::function<void()> done;
    {
        const std::lock_guard lock(mutex);
        live.erase(connection);
        if (live.empty())
            done = std::exchange(empty, {});
    }
    if (done)
        done();
}

std::vector<std::shared_ptr<LiveConnection>> ConnectionShared::all()
{
    // Held by the copies, none can die while the lock is taken: its destructor wants the same lock.
    std::vector<std::shared_ptr<LiveConnection>> copies;
    const std::lock_guard lock(mutex);
    copies.reserve(live.size());
    for (LiveConnection* connection : live) {
        if (auto held = connection->weak_from_this().lock())
            copies.push_back(std::move(held));
    }
    return copies;
}

void ConnectionShared::closeIdle()
{
    for (const auto& connection : all())
        connection->closeWhenIdle();
}

void ConnectionShared::closeAll()
{
    for (const auto& connection : all())
        connection->closeNow();
}

void ConnectionShared::whenEmpty(std::function<void()> done)
{
    {
        const std::lock_guard lock(mutex);
        if (!live.empty()) {
            empty = std::move(done);
            return;
        }
    }
    done();
}

namespace {

Result<void> loadCertificates(ssl::context& context, const TlsServerOptions& options)
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

} // namespace

struct TlsServer::Private
{
    Private(TlsServerOptions given, HttpHandler& answers)
        : options(std::move(given))
        , shared(options, answers)
    {
    }

    void accept();
    void beginStop();

    TlsServerOptions options;
    ConnectionShared
        shared; // before io: connections left in its queue take themselves out of this when they die
    asio::io_context io;
    ssl::context tls{ssl::context::tls_server};
    tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
    asio::steady_timer drain{io};
    // The acceptor, its timer and the signals are touched by one thread at a time.
    asio::strand<asio::io_context::executor_type> strand{asio::make_strand(io)};
};

void TlsServer::Private::accept()
{
    acceptor.async_accept(asio::make_strand(io),
                          asio::bind_executor(strand, [this](error_code error, tcp::socket socket) {
                              if (shared.stopping || error == asio::error::operation_aborted)
                                  return;
                              // Out of descriptors and the like passes; the next connection is waited for all
                              // the same.
                              if (!error && shared.count() < static_cast<size_t>(options.maxConnections))
                                  startConnection(std::move(socket), tls, shared);
                              accept();
                          }));
}

void TlsServer::Private::beginStop()
{
    if (shared.stopping.exchange(true))
        return;
    error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    shared.closeIdle();
    drain.expires_after(options.drainTimeout);
    drain.async_wait([this](error_code) { shared.closeAll(); });
    shared.whenEmpty([this] { asio::post(strand, [this] { drain.cancel(); }); });
}

TlsServer::TlsServer(TlsServerOptions options, HttpHandler& handler)
    : d(std::make_unique<Private>(std::move(options), handler))
{
}

TlsServer::~TlsServer()
{
    d->shared.disk.join();
}

Result<quint16> TlsServer::start()
{
    if (const auto loaded = loadCertificates(d->tls, d->options); !loaded)
        return tl::unexpected(loaded.error());
    error_code error;
    const auto address = asio::ip::make_address(d->options.address.toStdString(), error);
    const tcp::endpoint endpoint(address, d->options.port);
    if (!error)
        d->acceptor.open(endpoint.protocol(), error);
    if (!error)
        d->acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        d->acceptor.bind(endpoint, error);
    if (!error)
        d->acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return fail(ErrorCode::InvalidInput, QString::fromStdString(error.message()),
                    QStringLiteral("listen"));
    return d->acceptor.local_endpoint(error).port();
}

void TlsServer::run()
{
    d->signals.add(SIGTERM);
    d->signals.add(SIGINT);
    d->signals.async_wait(asio::bind_executor(d->strand, [this](error_code error, int) {
        if (!error)
            d->beginStop();
    }));
    asio::post(d->strand, [this] { d->accept(); });
    std::vector<std::thread> threads;
    for (int i = 1; i < d->options.threads; ++i)
        threads.emplace_back([this] { d->io.run(); });
    d->io.run();
    for (std::thread& thread : threads)
        thread.join();
}

void TlsServer::stop()
{
    asio::post(d->strand, [this] { d->beginStop(); });
}

} // namespace ow::center
