// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocalSocket>
#include <QString>

namespace ow::test {

/// One connection to a centre's Unix socket, byte by byte: what a proxy, or something that takes itself for
/// one, may send.
class SocketCaller
{
public:
    explicit SocketCaller(const QString& path);

    void send(const QByteArray& bytes);
    /// A whole request without a body; `headers` each end with CRLF.
    void get(const QByteArray& path, const QByteArray& headers = {});

    struct Answer
    {
        int status = 0; ///< 0: the connection ended first
        QByteArray head;
        QByteArray body;
    };

    /// The next answer on the line, waited for.
    [[nodiscard]] Answer answer();
    /// Waits until the other side has closed.
    [[nodiscard]] bool isClosed();

private:
    QLocalSocket m_socket;
    QByteArray m_read;
};

} // namespace ow::test
