// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/http.h"
#include "center/listenaddress.h"
#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <vector>

namespace ow::center {

struct HttpServerOptions
{
    std::vector<ListenAddress> listen;
    QByteArray certificateChain; ///< PEM, server's own first, then the authority
    QByteArray privateKey;       ///< PEM
    QByteArray clientAuthority;  ///< PEM; client certificates must come from it
    int threads = 2;
    int maxConnections = 512; ///< of all addresses together
    qint64 maxBlob = 64LL << 20;
    std::chrono::seconds handshakeTimeout{10};
    std::chrono::seconds idleTimeout{75};  ///< between two requests of a kept connection
    std::chrono::seconds bodyTimeout{60};  ///< for a body in memory, or for each MiB of a streamed one
    std::chrono::seconds drainTimeout{10}; ///< for requests under way when stopped
};

/// HTTP/1.1 (Boost.Beast), over two kinds of stream at once:
/// - TLS 1.2+ for windows; client certificates are asked for but not demanded: the handler knows which route
///   needs one. What a caller writes into X-Client-* and X-Real-IP means nothing here.
/// - A Unix socket (mode 0660) for a reverse proxy of this machine, which has looked at the certificate and
///   says so in X-Client-Verify, X-Client-Cert and X-Real-IP (installer/center/nginx.conf). Who may open the
///   socket may speak for every device, so its group is the proxy's and nobody else's.
/// Own threads; every connection has limits in time and size. Request smuggling (two lengths) and oversized
/// headers are refused by the parser.
class HttpServer
{
public:
    /// `handler` and `observer` must outlive the server.
    HttpServer(HttpServerOptions options, HttpHandler& handler, HttpObserver& observer);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Listens everywhere. The ports, one for each address in the options' order (0 for a socket), or
    /// InvalidInput (address, port or path taken) or CertificateWrong.
    [[nodiscard]] domain::Result<std::vector<quint16>> start();
    /// Serves until SIGTERM or SIGINT, or stop() from another thread; then lets requests under way finish.
    void run();
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ow::center
