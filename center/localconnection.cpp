// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/connection.h"
#include "center/peeridentity.h"

namespace ow::center {

namespace {

using LocalSocket = asio::local::stream_protocol::socket;
using LocalStream = boost::beast::basic_stream<asio::local::stream_protocol>;

/// The proxy of this machine, or a program of its operator. The proxy has taken the caller's certificate
/// through its own handshake and overwrites these headers in every request, so they say what it saw.
class LocalConnection final : public Connection<LocalStream>
{
public:
    LocalConnection(LocalSocket socket, ConnectionShared& shared)
        : Connection(shared, std::move(socket))
    {
    }

private:
    void open() override { serve(); }

    void identify(const HeadMessage& message, RequestHead& head) const override
    {
        const auto peer = onlyHeader(message, "X-Real-IP");
        // A request without any such header has not come through the proxy.
        head.fromThisMachine = message.count("X-Real-IP") == 0;
        head.peer = QString::fromLatin1(peer.value_or(QByteArray("unix")));
        if (onlyHeader(message, "X-Client-Verify") != QByteArray("SUCCESS"))
            return;
        const PeerIdentity identity =
            identityOfPem(QByteArray::fromPercentEncoding(onlyHeader(message, "X-Client-Cert").value_or("")));
        head.deviceName = identity.name;
        head.certificate = identity.certificate;
    }

    void shutDown() override
    {
        error_code ignored;
        lowest().socket().shutdown(LocalSocket::shutdown_both, ignored);
        lowest().socket().close(ignored);
    }
};

} // namespace

void startConnection(LocalSocket socket, ConnectionShared& shared)
{
    std::make_shared<LocalConnection>(std::move(socket), shared)->start();
}

} // namespace ow::center
