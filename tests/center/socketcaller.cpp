// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/socketcaller.h"

#include <QRegularExpression>

#include <catch2/catch.hpp>

namespace ow::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000; // a bound against hanging, not a measurement

} // namespace

SocketCaller::SocketCaller(const QString& path)
{
    m_socket.connectToServer(path);
    REQUIRE(m_socket.waitForConnected(kPatienceMs));
}

void SocketCaller::send(const QByteArray& bytes)
{
    REQUIRE(m_socket.write(bytes) == bytes.size());
    while (m_socket.bytesToWrite() > 0)
        REQUIRE(m_socket.waitForBytesWritten(kPatienceMs));
}

void SocketCaller::get(const QByteArray& path, const QByteArray& headers)
{
    send("GET " + path + " HTTP/1.1\r\nHost: centre\r\n" + headers + "\r\n");
}

SocketCaller::Answer SocketCaller::answer()
{
    static const QRegularExpression status(u"^HTTP/1\\.1 (\\d+)"_s);
    static const QRegularExpression length(u"\\r\\nContent-Length: (\\d+)\\r\\n"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    while (true) {
        const qsizetype end = m_read.indexOf("\r\n\r\n");
        if (end >= 0) {
            Answer answer;
            answer.head = m_read.left(end + 2);
            const QString head = QString::fromLatin1(answer.head);
            answer.status = status.match(head).captured(1).toInt();
            const qsizetype size = length.match(head).captured(1).toLongLong();
            if (m_read.size() >= end + 4 + size) {
                answer.body = m_read.mid(end + 4, size);
                m_read.remove(0, end + 4 + size);
                return answer;
            }
        }
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(kPatienceMs))
            return {};
        m_read += m_socket.readAll();
    }
}

bool SocketCaller::isClosed()
{
    while (m_socket.state() == QLocalSocket::ConnectedState) {
        if (!m_socket.waitForReadyRead(kPatienceMs) && m_socket.state() == QLocalSocket::ConnectedState)
            return false;
        m_read += m_socket.readAll();
    }
    return true;
}

} // namespace ow::test
