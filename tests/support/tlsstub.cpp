// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tlsstub.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

#include <catch2/catch.hpp>

namespace ow::test {

TlsStub::TlsStub(const QByteArray& chainPem, const QByteArray& keyPem)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(chainPem, QSsl::Pem));
    tls.setPrivateKey(QSslKey(keyPem, QSsl::Ec, QSsl::Pem));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server.setSslConfiguration(tls);
    REQUIRE(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            const auto answer = [this, socket] {
                if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
                    return;
                socket->readAll();
                ++m_requests;
                socket->write(m_answer);
                socket->disconnectFromHost();
            };
            connect(socket, &QTcpSocket::readyRead, this, answer);
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            answer(); // the request may have come with the handshake
        }
    });
}

QByteArray httpAnswer(const QByteArray& status, const QByteArray& headers, const QByteArray& body)
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace ow::test
