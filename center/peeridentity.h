// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

struct ssl_st;

namespace ow::center {

/// Who the certificate of a TLS connection's other side says it is; both empty without one. The handshake has
/// already checked that it is of our authority.
struct PeerIdentity
{
    QString name;           ///< subject CN
    QByteArray certificate; ///< SHA-256
};

[[nodiscard]] PeerIdentity peerIdentity(const ssl_st* tls);

} // namespace ow::center
