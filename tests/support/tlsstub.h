// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSslServer>

namespace ow::test {

/// A TLS server that gives every request the same bytes and closes: what stands between a window and its
/// centre and is no centre. Lives on the test's thread.
class TlsStub : public QObject
{
    Q_OBJECT

public:
    /// `chainPem` and `keyPem` (EC): with a centre's own pair only the answers differ from its.
    TlsStub(const QByteArray& chainPem, const QByteArray& keyPem);

    void answerWith(QByteArray http) { m_answer = std::move(http); }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    [[nodiscard]] int requests() const { return m_requests; }

private:
    QSslServer m_server;
    QByteArray m_answer;
    int m_requests = 0;
};

/// "HTTP/1.1 200 OK", the headers (each ended by CR LF), the length and the body.
[[nodiscard]] QByteArray httpAnswer(const QByteArray& status, const QByteArray& headers,
                                    const QByteArray& body);

} // namespace ow::test
