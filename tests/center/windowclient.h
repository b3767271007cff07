// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/centrebox.h"

#include <QByteArray>
#include <QCborMap>
#include <QHash>
#include <QList>
#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <utility>

namespace ow::test {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

struct Reply
{
    int status = 0; ///< 0: no HTTP answer
    QCborMap body;  ///< JSON answers
    QByteArray raw;
    QByteArray marker; ///< X-OneWindow
    bool http2 = false;
    QHash<QByteArray, QByteArray> headers; ///< by lower-case name

    [[nodiscard]] QString problem() const { return body.value(QStringLiteral("class")).toString(); }
};

/// A window's HTTPS side: trusts only the centre's authority, shows its certificate if it has one, writes
/// every exchange down for the contract.
class WindowClient
{
public:
    explicit WindowClient(const CentreBox& box);
    void setIdentity(const QByteArray& certificatePem, const QByteArray& keyPem);

    Reply get(const QByteArray& path, const Headers& headers = {}) { return send("GET", path, {}, headers); }

    Reply head(const QByteArray& path) { return send("HEAD", path, {}, {}); }

    Reply post(const QByteArray& path, const QCborMap& body);
    Reply post(const QByteArray& path, const QByteArray& body, const Headers& headers = {});

    Reply patch(const QByteArray& path, const QByteArray& body, const Headers& headers)
    {
        return send("PATCH", path, body, headers);
    }

    /// For a test that speaks TLS and its own HTTP.
    [[nodiscard]] const QSslConfiguration& tls() const { return m_tls; }

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
