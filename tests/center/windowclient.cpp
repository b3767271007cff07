// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/windowclient.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslKey>
#include <QTimer>
#include <QUrl>

namespace ow::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000; // ms; a limit against hanging, not a measurement

QByteArray compact(const QCborMap& map)
{
    return QJsonDocument(map.toJsonObject()).toJson(QJsonDocument::Compact);
}

} // namespace

WindowClient::WindowClient(const CentreBox& box)
    : m_box(box)
    , m_tls(QSslConfiguration::defaultConfiguration())
{
    m_tls.setCaCertificates(QSslCertificate::fromData(box.authority()));
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_network.setTransferTimeout(kPatience);
}

void WindowClient::setIdentity(const QByteArray& certificatePem, const QByteArray& keyPem)
{
    m_tls.setLocalCertificate(QSslCertificate(certificatePem));
    m_tls.setPrivateKey(QSslKey(keyPem, QSsl::Ec));
    m_network.clearConnectionCache();
}

void WindowClient::forgetConnections()
{
    m_network.clearConnectionCache();
}

Reply WindowClient::post(const QByteArray& path, const QCborMap& body)
{
    return send("POST", path, compact(body), {{"Content-Type", "application/json"}});
}

Reply WindowClient::post(const QByteArray& path, const QByteArray& body, const Headers& headers)
{
    return send("POST", path, body, headers);
}

Reply WindowClient::send(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                         const Headers& headers)
{
    QNetworkRequest request(
        QUrl(u"https://127.0.0.1:"_s + QString::number(m_box.port()) + QString::fromLatin1(path)));
    request.setSslConfiguration(m_tls);
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    if (method == "POST" && !request.hasRawHeader("Content-Type"))
        request.setRawHeader("Content-Type", "application/octet-stream");
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    Reply got;
    got.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // An answer cut off on its way was not received.
    if (reply->error() != QNetworkReply::NoError && got.status < 400)
        got.status = 0;
    got.raw = reply->readAll();
    got.marker = reply->rawHeader("X-OneWindow");
    for (const auto& [name, value] : reply->rawHeaderPairs())
        got.headers.insert(name.toLower(), value);
    got.http2 = reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
    got.body = QCborMap::fromJsonObject(QJsonDocument::fromJson(got.raw).object());
    if (got.status != 0)
        writeDown(method, path, body, got, reply->rawHeaderPairs());
    return got;
}

void WindowClient::writeDown(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                             const Reply& reply,
                             const QList<std::pair<QByteArray, QByteArray>>& answered) const
{
    QJsonObject headers;
    for (const auto& [name, value] : answered)
        headers.insert(QString::fromLatin1(name).toLower(), QString::fromLatin1(value));
    QJsonObject line{{u"method"_s, QString::fromLatin1(method)},
                     {u"path"_s, QString::fromLatin1(path)},
                     {u"status"_s, reply.status},
                     {u"headers"_s, headers}};
    const QJsonDocument sent = QJsonDocument::fromJson(body);
    if (sent.isObject())
        line.insert(u"request"_s, sent.object());
    const QJsonDocument said = QJsonDocument::fromJson(reply.raw);
    if (said.isObject())
        line.insert(u"response"_s, said.object());
    QFile file(m_box.traffic());
    if (file.open(QIODevice::WriteOnly | QIODevice::Append))
        file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace ow::test
