// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/testdevice.h"
#include "support/nginxprocess.h"

namespace ow::test {

/// A centre on a socket and on a port of its own, nginx in front of the socket. Windows call nginx.
struct ProxyDesk
{
    explicit ProxyDesk(const QStringList& more = {}) { start(more); }

    void start(const QStringList& more = {})
    {
        box.start(QStringList{QStringLiteral("--listen"), QStringLiteral("unix:") + box.socket()} + more);
        directPort = box.port();
        box.callAt(nginx.port());
    }

    CentreBox box;
    NginxProcess nginx{box.data() + QStringLiteral("/tls"), box.socket()};
    int directPort = 0; ///< the centre's own TLS port
    TestDevice device{box};
};

} // namespace ow::test
