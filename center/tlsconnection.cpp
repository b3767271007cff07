// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/connection.h"
#include "center/peeridentity.h"

#include <QHostAddress>

#include <boost/beast/ssl.hpp>

namespace ow::center {

namespace {

using TlsStream = boost::beast::ssl_stream<boost::beast::tcp_stream>;

/// A window, or anybody, over the network: who asks is what the handshake has shown.
class TlsConnection final : public Connection<TlsStream>
{
public:
    TlsConnection(asio::ip::tcp::socket socket, asio::ssl::context& tls, ConnectionShared& shared)
        : Connection(shared, std::move(socket), tls)
    {
    }

private:
    std::shared_ptr<TlsConnection> tlsSelf() { return std::static_pointer_cast<TlsConnection>(self()); }

    void open() override
    {
        error_code error;
        auto& socket = lowest().socket();
        socket.set_option(asio::ip::tcp::no_delay(true), error);
        m_peer = QString::fromStdString(socket.remote_endpoint(error).address().to_string());
        lowest().expires_after(options().handshakeTimeout);
        stream().async_handshake(asio::ssl::stream_base::server, [keep = tlsSelf()](error_code failed) {
            if (failed)
                return;
            keep->m_identity = peerIdentity(keep->stream().native_handle());
            keep->serve();
        });
    }

    void identify(const HeadMessage&, RequestHead& head) const override
    {
        head.peer = m_peer;
        head.deviceName = m_identity.name;
        head.certificate = m_identity.certificate;
        head.fromThisMachine = QHostAddress(m_peer).isLoopback();
    }

    void shutDown() override
    {
        lowest().expires_after(options().handshakeTimeout);
        stream().async_shutdown([keep = tlsSelf()](error_code) {
            error_code ignored;
            auto& socket = keep->lowest().socket();
            socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
            socket.close(ignored);
        });
    }

    QString m_peer;
    PeerIdentity m_identity;
};

} // namespace

void startConnection(asio::ip::tcp::socket socket, asio::ssl::context& tls, ConnectionShared& shared)
{
    std::make_shared<TlsConnection>(std::move(socket), tls, shared)->start();
}

} // namespace ow::center
