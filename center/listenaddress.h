// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace ow::center {

/// Where a server listens: an address and port for windows (TLS), or the path of a Unix socket for a reverse
/// proxy on this machine (plain HTTP; the proxy says who the caller is).
struct ListenAddress
{
    QString host;
    quint16 port = 0;   ///< 0: the system chooses
    QString socketPath; ///< set: a Unix socket, host and port mean nothing

    [[nodiscard]] bool isSocket() const { return !socketPath.isEmpty(); }
};

/// "127.0.0.1:8443", "[::1]:8443" or "unix:/run/onewindow-center/center.sock". InvalidInput for anything
/// else, a relative path, and a path longer than the system takes.
[[nodiscard]] domain::Result<ListenAddress> readListenAddress(const QString& text);

} // namespace ow::center
