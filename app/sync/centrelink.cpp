// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/centrelink.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPromise>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>

namespace ow::sync {

namespace {

using domain::ErrorCode;
using domain::Result;
using Answer = Result<Reply>;

constexpr int kMaxRetryAfterSeconds = 3600;

std::optional<std::chrono::milliseconds> retryAfterOf(const QNetworkReply& reply)
{
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
    if (!isNumber || seconds < 0) {
        return std::nullopt;
    }
    return std::chrono::seconds(std::min(seconds, kMaxRetryAfterSeconds));
}

std::optional<qint64> uploadOffsetOf(const QNetworkReply& reply)
{
    bool isNumber = false;
    const qint64 offset = reply.rawHeader("Upload-Offset").toLongLong(&isNumber);
    return isNumber && offset >= 0 ? std::optional(offset) : std::nullopt;
}

/// A body that can be read once. Qt sends a body it can rewind again by itself when the connection breaks, at
/// an offset that may no longer be the upload's.
class ReadOnce : public QIODevice
{
public:
    explicit ReadOnce(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }

    bool seek(qint64) override { return false; } // which is how Qt learns that it cannot send it again

    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_at + QIODevice::bytesAvailable();
    }

    [[nodiscard]] bool atEnd() const override { return m_at == m_bytes.size(); }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 size = std::min<qint64>(most, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, size, data);
        m_at += size;
        if (m_at == m_bytes.size()) {
            // The reply lives until its answer is taken; the next chunk need not lie beside this one.
            m_bytes.clear();
            m_at = 0;
        }
        return size;
    }

    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

/// `untrusted`: the certificate was looked at and not believed. A handshake that was merely cut off is a bad
/// line.
Answer answerOf(QNetworkReply& reply, QByteArray body, qint64 roundTripMs, bool tooLong, bool untrusted)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (tooLong) {
        return domain::fail(ErrorCode::ReplyInvalid, QStringLiteral("the answer is too long"));
    }
    if (status == 0) {
        return domain::fail(untrusted ? ErrorCode::CertificateWrong : ErrorCode::Unreachable,
                            QStringLiteral("network error %1").arg(static_cast<int>(reply.error())));
    }
    if (reply.rawHeader("X-OneWindow") != "1") {
        return domain::fail(ErrorCode::CaptivePortal,
                            QStringLiteral("status %1 without our marker").arg(status));
    }
    // A status without the whole body behind it is a cut line, not an answer.
    const bool cut = reply.error() != QNetworkReply::NoError && status < 400;
    if (cut) {
        return domain::fail(ErrorCode::Unreachable, QStringLiteral("the answer was cut off"));
    }
    return Reply{status,
                 std::move(body),
                 reply.rawHeader("X-OneWindow-Time").toLongLong(),
                 roundTripMs,
                 retryAfterOf(reply),
                 uploadOffsetOf(reply),
                 reply.rawHeader("Upload-Complete") == "?1"};
}

} // namespace

CentreLink::CentreLink(QUrl base, const LinkIdentity& identity, QObject* parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_tls(QSslConfiguration::defaultConfiguration())
    , m_network(this) // a child, so that it moves to the sync thread with us
{
    m_tls.setCaCertificates(QSslCertificate::fromData(identity.authorityPem, QSsl::Pem));
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!identity.certificatePem.isEmpty()) {
        m_tls.setLocalCertificateChain(QSslCertificate::fromData(identity.certificatePem, QSsl::Pem));
        m_tls.setPrivateKey(QSslKey(identity.keyPem, QSsl::Ec, QSsl::Pem));
    }
    m_network.setAutoDeleteReplies(true);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkRequest CentreLink::request(const QString& path, const QString& query) const
{
    QUrl url = m_base;
    url.setPath(path);
    if (!query.isEmpty()) {
        url.setQuery(query);
    }
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setTransferTimeout(static_cast<int>(m_timeout.count()));
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity"); // no decompression: nothing to blow up
    return request;
}

QFuture<Answer> CentreLink::get(const QString& path, const QString& query)
{
    return follow(m_network.get(request(path, query)));
}

QFuture<Answer> CentreLink::postJson(const QString& path, const QByteArray& canonical)
{
    QNetworkRequest post = request(path);
    post.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return follow(m_network.post(post, canonical));
}

QFuture<Answer> CentreLink::postBlob(const QString& id, const QString& sm3, const QByteArray& plain)
{
    QNetworkRequest post = request(QStringLiteral("/v1/blobs"));
    post.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
    post.setRawHeader("X-Blob-Id", id.toLatin1());
    post.setRawHeader("X-Content-SM3", sm3.toLatin1());
    return follow(m_network.post(post, plain));
}

QFuture<Answer> CentreLink::headBlob(const QString& id)
{
    return follow(m_network.head(request(QStringLiteral("/v1/blobs/") + id)));
}

QFuture<Answer> CentreLink::makeUpload(const QString& id, const QString& sm3, qint64 length)
{
    QNetworkRequest post = request(QStringLiteral("/v1/blobs"));
    post.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
    post.setRawHeader("X-Blob-Id", id.toLatin1());
    post.setRawHeader("X-Content-SM3", sm3.toLatin1());
    post.setRawHeader("Upload-Length", QByteArray::number(length));
    return follow(m_network.post(post, QByteArray()));
}

QFuture<Answer> CentreLink::patchBlob(const QString& id, qint64 offset, const QString& sm3,
                                      const QByteArray& chunk)
{
    QNetworkRequest patch = request(QStringLiteral("/v1/blobs/") + id);
    patch.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
    patch.setHeader(QNetworkRequest::ContentLengthHeader, chunk.size());
    patch.setRawHeader("Upload-Offset", QByteArray::number(offset));
    patch.setRawHeader("X-Content-SM3", sm3.toLatin1());
    if (chunk.isEmpty()) {
        return follow(m_network.sendCustomRequest(patch, "PATCH", QByteArray()));
    }
    patch.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto body = std::make_unique<ReadOnce>(chunk);
    QNetworkReply* reply = m_network.sendCustomRequest(patch, "PATCH", body.get());
    body.release()->setParent(reply); // goes with it
    return follow(reply);
}

QFuture<Answer> CentreLink::follow(QNetworkReply* reply)
{
    struct Exchange
    {
        QPromise<Answer> promise;
        QByteArray body;
        QElapsedTimer timer;
        bool tooLong = false;
        bool untrusted = false;
    };

    auto exchange = std::make_shared<Exchange>();
    exchange->timer.start();
    exchange->promise.start();
    connect(reply, &QNetworkReply::sslErrors, this, [exchange] { exchange->untrusted = true; });
    connect(reply, &QNetworkReply::readyRead, this, [reply, exchange] {
        exchange->body += reply->read(kMaxAnswer + 1 - exchange->body.size());
        if (exchange->body.size() > kMaxAnswer) {
            exchange->tooLong = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, exchange] {
        if (!exchange->tooLong && reply->isOpen()) {
            exchange->body += reply->read(kMaxAnswer + 1 - exchange->body.size());
        }
        exchange->promise.addResult(answerOf(*reply, exchange->body, exchange->timer.elapsed(),
                                             exchange->tooLong, exchange->untrusted));
        exchange->promise.finish();
    });
    connect(this, &CentreLink::aborted, reply, &QNetworkReply::abort);
    return exchange->promise.future();
}

void CentreLink::abortAll()
{
    Q_EMIT aborted();
}

} // namespace ow::sync
