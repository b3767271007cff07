// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/centreauthority.h"

#include "record/enrolcode.h"

#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace ow::sync {

namespace {

using Authority = domain::Result<QByteArray>;

constexpr int kTimeoutMs = 10'000;
constexpr int kDefaultPort = 443;

Authority authorityAmong(const QList<QSslCertificate>& chain, const QString& fingerprint)
{
    const auto found = std::ranges::find_if(chain, [&fingerprint](const QSslCertificate& certificate) {
        return record::EnrolCode::fingerprintOf(certificate.toDer()) == fingerprint;
    });
    if (found == chain.end()) {
        return domain::fail(domain::ErrorCode::CertificateWrong,
                            QStringLiteral("the server is not the centre the code was made by"));
    }
    return found->toPem();
}

} // namespace

QFuture<Authority> fetchAuthority(const QUrl& centre, const QString& fingerprint, QObject* context)
{
    auto promise = std::make_shared<QPromise<Authority>>();
    promise->start();
    auto* socket = new QSslSocket(context);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // looked at by its fingerprint; trusted for nothing else
    socket->setSslConfiguration(tls);
    const auto answer = [promise, socket](const Authority& authority) {
        if (!promise->future().isFinished()) {
            promise->addResult(authority);
            promise->finish();
            socket->abort();
            socket->deleteLater();
        }
    };
    const auto unreachable = [answer] {
        answer(
            domain::fail(domain::ErrorCode::Unreachable, QStringLiteral("no TLS answer from this address")));
    };
    QObject::connect(socket, &QSslSocket::encrypted, socket, [socket, fingerprint, answer] {
        answer(authorityAmong(socket->peerCertificateChain(), fingerprint));
    });
    QObject::connect(socket, &QSslSocket::errorOccurred, socket, unreachable);
    QTimer::singleShot(kTimeoutMs, socket, unreachable);
    socket->connectToHostEncrypted(centre.host(), static_cast<quint16>(centre.port(kDefaultPort)));
    return promise->future();
}

} // namespace ow::sync
