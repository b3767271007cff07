// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/centreauthority.h"

#include <QCryptographicHash>
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

constexpr QLatin1StringView kAlphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr qsizetype kLength = 16;
constexpr int kTimeoutMs = 10'000;
constexpr int kDefaultPort = 443;

Authority authorityAmong(const QList<QSslCertificate>& chain, const QString& fingerprint)
{
    const auto found = std::ranges::find_if(chain, [&fingerprint](const QSslCertificate& certificate) {
        return authorityFingerprint(certificate.toDer()) == fingerprint;
    });
    if (found == chain.end()) {
        return domain::fail(domain::ErrorCode::CertificateWrong,
                            QStringLiteral("the server is not the centre the code was made by"));
    }
    return found->toPem();
}

} // namespace

QString authorityFingerprint(const QByteArray& der)
{
    const QByteArray digest = QCryptographicHash::hash(der, QCryptographicHash::Sha256);
    QString text;
    unsigned int held = 0;
    int bits = 0;
    for (qsizetype i = 0; i < digest.size() && text.size() < kLength; ++i) {
        held = (held << 8U | static_cast<unsigned char>(digest.at(i))) & 0xfffU;
        for (bits += 8; bits >= 5 && text.size() < kLength; bits -= 5) {
            text += kAlphabet.at((held >> (bits - 5)) & 31U);
        }
    }
    return text;
}

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
