// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/http.h"
#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>

namespace ow::center {

struct TlsServerOptions
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0;            ///< 0: the system chooses
    QByteArray certificateChain; ///< PEM, server's own first, then the authority
    QByteArray privateKey;       ///< PEM
    QByteArray clientAuthority;  ///< PEM; client certificates must come from it
    int threads = 2;
    int maxConnections = 512;
    qint64 maxBlob = 64LL << 20;
    std::chrono::seconds handshakeTimeout{10};
    std::chrono::seconds idleTimeout{75};  ///< between two requests of a kept connection
    std::chrono::seconds bodyTimeout{60};  ///< for a body in memory, or for each MiB of a streamed one
    std::chrono::seconds drainTimeout{10}; ///< for requests under way when stopped
};

/// HTTP/1.1 over TLS 1.2+ (Boost.Beast), client certificates asked for but not demanded: the handler knows
/// which route needs one. Own threads; every connection has limits in time and size. Request smuggling (two
/// lengths) and oversized headers are refused by the parser.
class TlsServer
{
public:
    /// `handler` must outlive the server.
    TlsServer(TlsServerOptions options, HttpHandler& handler);
    ~TlsServer();
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;

    /// The port listened on, or InvalidInput (address, port taken) or CertificateWrong.
    [[nodiscard]] domain::Result<quint16> start();
    /// Serves until SIGTERM or SIGINT, or stop() from another thread; then lets requests under way finish.
    void run();
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ow::center
