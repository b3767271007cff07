// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/droppingproxy.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <catch2/catch.hpp>
#include <sys/socket.h>

#include <algorithm>

namespace ow::test {

namespace {

/// Ends a connection by RST, as a broken line does, and not by an orderly end.
void reset(QTcpSocket& socket)
{
    const linger now{1, 0};
    if (socket.socketDescriptor() != -1)
        ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

} // namespace

/// One connection of the window and the one to the centre behind it.
struct DroppingProxy::Line
{
    std::unique_ptr<QTcpSocket> window;
    std::unique_ptr<QTcpSocket> centre;
    qint64 requestBytes = 0; ///< since the centre last said something
    std::optional<qint64> answerLeft;
    bool swallowing = false;
};

DroppingProxy::DroppingProxy(quint16 centrePort)
    : m_centrePort(centrePort)
{
    REQUIRE(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* window = m_server.nextPendingConnection())
            take(window);
    });
}

DroppingProxy::~DroppingProxy()
{
    cut();
}

void DroppingProxy::take(QTcpSocket* window)
{
    ++m_connections;
    auto line = std::make_unique<Line>();
    line->window.reset(window);
    window->setParent(nullptr);
    if (m_refused) {
        reset(*window);
        return;
    }
    line->centre = std::make_unique<QTcpSocket>();
    Line* one = line.get();
    connect(window, &QTcpSocket::readyRead, this, [this, one] { fromWindow(*one); });
    connect(window, &QTcpSocket::disconnected, this, [this, one] { drop(one); });
    connect(one->centre.get(), &QTcpSocket::connected, this, [this, one] { fromWindow(*one); });
    connect(one->centre.get(), &QTcpSocket::readyRead, this, [this, one] { fromCentre(*one); });
    connect(one->centre.get(), &QTcpSocket::disconnected, this, [this, one] { drop(one); });
    connect(one->centre.get(), &QTcpSocket::errorOccurred, this, [this, one] { drop(one); });
    one->centre->connectToHost(QHostAddress::LocalHost, m_centrePort);
    m_lines.push_back(std::move(line));
}

void DroppingProxy::fromWindow(Line& line)
{
    if (isStalled(line) || line.centre->state() != QAbstractSocket::ConnectedState)
        return;
    const QByteArray bytes = line.window->readAll();
    const qint64 passed = m_cutAfter ? std::min<qint64>(*m_cutAfter, bytes.size()) : bytes.size();
    line.requestBytes += bytes.size();
    m_windowBytes += bytes.size();
    line.centre->write(bytes.first(passed));
    if (!m_cutAfter)
        return;
    *m_cutAfter -= passed;
    if (*m_cutAfter == 0) {
        m_cutAfter.reset();
        ++m_cuts;
        line.centre->flush();
        // Not from within: the sockets are in the middle of telling.
        QMetaObject::invokeMethod(this, &DroppingProxy::cut, Qt::QueuedConnection);
    }
}

bool DroppingProxy::isStalled(const Line& line) const
{
    return m_stalled || (m_stallAbove && line.requestBytes > *m_stallAbove);
}

int DroppingProxy::stalledLines() const
{
    return static_cast<int>(
        std::ranges::count_if(m_lines, [this](const auto& line) { return isStalled(*line); }));
}

void DroppingProxy::fromCentre(Line& line)
{
    if (isStalled(line))
        return;
    QByteArray bytes = line.centre->readAll();
    if (line.swallowing)
        return;
    if (m_swallowAbove && line.requestBytes > *m_swallowAbove) {
        line.swallowing = true;
        ++m_swallowed;
        Q_EMIT swallowed();
        return;
    }
    if (m_cutAbove && line.requestBytes > *m_cutAbove) {
        m_cutAbove.reset();
        line.answerLeft = m_cutAt;
    }
    line.requestBytes = 0;
    if (!line.answerLeft) {
        line.window->write(bytes);
        return;
    }
    bytes.truncate(*line.answerLeft);
    *line.answerLeft -= bytes.size();
    line.window->write(bytes);
    if (*line.answerLeft == 0) {
        ++m_cut;
        line.window->flush();
        // An orderly end here, so that the bytes before it do arrive.
        line.window->disconnectFromHost();
    }
}

void DroppingProxy::cutNextAnswerAt(qint64 requestBytes, qint64 answerBytes)
{
    m_cutAbove = requestBytes;
    m_cutAt = answerBytes;
}

void DroppingProxy::stall(bool stalled)
{
    m_stalled = stalled;
    if (!stalled)
        goOn();
}

void DroppingProxy::stallAbove(std::optional<qint64> requestBytes)
{
    m_stallAbove = requestBytes;
    goOn();
}

void DroppingProxy::goOn()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        fromWindow(*m_lines[i]);
        fromCentre(*m_lines[i]);
    }
}

void DroppingProxy::cut()
{
    // Taken out first: resetting tells drop(), which finds nothing any more.
    const auto lines = std::exchange(m_lines, {});
    for (const auto& line : lines) {
        line->window->disconnect(this);
        line->centre->disconnect(this);
        reset(*line->window);
        reset(*line->centre);
    }
}

void DroppingProxy::drop(Line* line)
{
    const auto found = std::ranges::find_if(m_lines, [line](const auto& one) { return one.get() == line; });
    if (found == m_lines.end())
        return;
    const auto held = std::move(*found);
    m_lines.erase(found);
    held->window->disconnect(this);
    held->centre->disconnect(this);
    // What the centre still said before it went belongs to the window.
    if (held->centre->bytesAvailable() > 0 && !held->swallowing && !held->answerLeft && !m_stalled)
        held->window->write(held->centre->readAll());
    held->window->disconnectFromHost();
    reset(*held->centre);
    // The sender is one of the two: they die when its signal has been delivered.
    held->window.release()->deleteLater();
    held->centre.release()->deleteLater();
}

} // namespace ow::test
