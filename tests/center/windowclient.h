// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/centrebox.h"

#include <QByteArray>
#include <QCborMap>
#include <QList>
#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <utility>

namespace ow::test {

struct Reply
{
    int status = 0; ///< 0: no HTTP answer
    QCborMap body;  ///< JSON answers
    QByteArray raw;
    QByteArray marker; ///< X-OneWindow
    bool http2 = false;

    [[nodiscard]] QString problem() const { return body.value(QStringLiteral("class")).toString(); }
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// A window's HTTPS side: trusts only the centre's authority, shows its certificate if it has one, writes
/// every exchange down for the contract.
class WindowClient
{
public:
    explicit WindowClient(const CentreBox& box);
    void setIdentity(const QByteArray& certificatePem, const QByteArray& keyPem);

    Reply get(const QByteArray& path) { return send("GET", path, {}, {}); }

    Reply head(const QByteArray& path) { return send("HEAD", path, {}, {}); }

    Reply post(const QByteArray& path, const QCborMap& body);
    Reply post(const QByteArray& path, const QByteArray& body, const Headers& headers = {});
    /// Drops kept connections, as after a restart of the centre.
    void forgetConnections();

private:
    Reply send(const QByteArray& method, const QByteArray& path, const QByteArray& body,
               const Headers& headers);
    void writeDown(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                   const Reply& reply, const QList<std::pair<QByteArray, QByteArray>>& answered) const;

    const CentreBox& m_box;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
};

} // namespace ow::test
