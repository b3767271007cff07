// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/reply.h"

#include <QByteArray>
#include <QFuture>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>

namespace ow::sync {

/// Whom we trust and who we are on the wire.
struct LinkIdentity
{
    QByteArray authorityPem;   ///< the private CA; nothing else is trusted
    QByteArray certificatePem; ///< of this device; empty before enrolment
    QByteArray keyPem;
};

/// One centre over HTTPS (TLS 1.2 or later). Lives on the sync thread; every request ends: with an answer, an
/// error or its time-out. Errors: Unreachable, CertificateWrong (final: there is no way round it),
/// CaptivePortal (an answer without our marker), ReplyInvalid (too long).
class CentreLink : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kMaxAnswer = 8LL * 1024 * 1024;

    CentreLink(QUrl base, const LinkIdentity& identity, QObject* parent = nullptr);

    /// Connection and stall bound of a request; the default suits JSON on a slow line.
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }

    [[nodiscard]] QFuture<domain::Result<Reply>> get(const QString& path, const QString& query = {});
    [[nodiscard]] QFuture<domain::Result<Reply>> postJson(const QString& path, const QByteArray& canonical);
    [[nodiscard]] QFuture<domain::Result<Reply>> postBlob(const QString& id, const QString& sm3,
                                                          const QByteArray& plain);
    /// Whether the centre has a material, or how far its upload has come.
    [[nodiscard]] QFuture<domain::Result<Reply>> headBlob(const QString& id);
    /// Makes a resumable upload, or finds the one there; `sm3` of all `length` bytes.
    [[nodiscard]] QFuture<domain::Result<Reply>> makeUpload(const QString& id, const QString& sm3,
                                                            qint64 length);
    /// One chunk; `sm3` of its bytes. Never sent twice by itself: after a cut the offset is asked first.
    [[nodiscard]] QFuture<domain::Result<Reply>> patchBlob(const QString& id, qint64 offset,
                                                           const QString& sm3, const QByteArray& chunk);
    /// Lets go of every request under way; each ends with Cancelled or Unreachable.
    void abortAll();

Q_SIGNALS:
    void aborted();

private:
    [[nodiscard]] QNetworkRequest request(const QString& path, const QString& query = {}) const;
    [[nodiscard]] QFuture<domain::Result<Reply>> follow(QNetworkReply* reply);

    QUrl m_base;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
    std::chrono::milliseconds m_timeout = std::chrono::seconds(30);
};

} // namespace ow::sync
