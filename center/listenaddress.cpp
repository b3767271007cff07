// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/listenaddress.h"

#include <QFile>

#include <sys/un.h>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostPath = sizeof(sockaddr_un::sun_path) - 1;

} // namespace

Result<ListenAddress> readListenAddress(const QString& text)
{
    constexpr QLatin1StringView kUnix("unix:");
    ListenAddress address;
    if (text.startsWith(kUnix)) {
        address.socketPath = text.mid(kUnix.size());
        if (!address.socketPath.startsWith(u'/') || QFile::encodeName(address.socketPath).size() > kMostPath)
            return fail(ErrorCode::InvalidInput, u"not an absolute path of at most 107 bytes"_s,
                        u"--listen"_s);
        return address;
    }
    const qsizetype colon = text.lastIndexOf(u':');
    bool isPort = false;
    address.port = text.mid(colon + 1).toUShort(&isPort);
    // [::1]:8443 as addresses with colons are written.
    address.host = text.left(std::max<qsizetype>(colon, 0)).remove(u'[').remove(u']');
    if (address.host.isEmpty() || !isPort)
        return fail(ErrorCode::InvalidInput, u"neither address:port nor unix:/path"_s, u"--listen"_s);
    return address;
}

} // namespace ow::center
