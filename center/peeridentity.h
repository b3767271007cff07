// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

struct ssl_st;

namespace ow::center {

/// Who the certificate of a connection's other side says it is; both empty without one. That it is of our
/// authority has been checked already: by our own handshake, or by the proxy's.
struct PeerIdentity
{
    QString name;           ///< subject CN
    QByteArray certificate; ///< SHA-256 of the DER
};

[[nodiscard]] PeerIdentity peerIdentity(const ssl_st* tls);
/// Of one certificate as a proxy passes it on; empty when it is none.
[[nodiscard]] PeerIdentity identityOfPem(const QByteArray& pem);

} // namespace ow::center
