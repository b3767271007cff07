// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>

#include <memory>
#include <optional>
#include <vector>

class QTcpSocket;

namespace ow::test {

/// A line between a window and its centre that fails when a test says so. Bytes pass through as they are, so
/// TLS stays whole between the two ends. Lives on the test's thread.
class DroppingProxy : public QObject
{
    Q_OBJECT

public:
    explicit DroppingProxy(quint16 centrePort);
    ~DroppingProxy() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    /// The answer to a request longer than `requestBytes` no longer arrives: it is taken from the centre and
    /// kept; swallowed() says that it came. The window waits until cut(). Handshakes and questions without a
    /// body are shorter than 4 KiB. None: answers arrive again.
    void swallowAnswersTo(std::optional<qint64> requestBytes) { m_swallowAbove = requestBytes; }

    /// The next answer to such a request is cut off after this many of its bytes, once.
    void cutNextAnswerAt(qint64 requestBytes, qint64 answerBytes);
    /// Nothing is passed on, in either direction, nothing is closed: a dead line.
    void stall(bool stalled);

    /// Lines whose request has become longer than this are dead from there on, others are not. None: all that
    /// was held back goes on.
    void stallAbove(std::optional<qint64> requestBytes);

    /// Resets every connection when so many more bytes have come from the window; those still go on. Once.
    void cutAfter(qint64 windowBytes) { m_cutAfter = windowBytes; }

    /// Connections are reset as soon as they are made.
    void refuse(bool refused) { m_refused = refused; }

    /// Resets every connection.
    void cut();

    [[nodiscard]] int answersSwallowed() const { return m_swallowed; }

    [[nodiscard]] int answersCut() const { return m_cut; }

    [[nodiscard]] int connections() const { return m_connections; }

    /// All that came from the window so far.
    [[nodiscard]] qint64 windowBytes() const { return m_windowBytes; }

    /// How often cutAfter() has cut.
    [[nodiscard]] int cuts() const { return m_cuts; }

    /// Lines that stallAbove() holds now.
    [[nodiscard]] int stalledLines() const;

Q_SIGNALS:
    void swallowed();

private:
    struct Line;

    void take(QTcpSocket* window);
    void fromWindow(Line& line);
    void fromCentre(Line& line);
    void drop(Line* line);
    void goOn();
    [[nodiscard]] bool isStalled(const Line& line) const;

    QTcpServer m_server;
    quint16 m_centrePort;
    std::vector<std::unique_ptr<Line>> m_lines;
    std::optional<qint64> m_swallowAbove;
    std::optional<qint64> m_cutAbove;
    qint64 m_cutAt = 0;
    std::optional<qint64> m_stallAbove;
    std::optional<qint64> m_cutAfter;
    qint64 m_windowBytes = 0;
    int m_cuts = 0;
    bool m_stalled = false;
    bool m_refused = false;
    int m_swallowed = 0;
    int m_cut = 0;
    int m_connections = 0;
};

} // namespace ow::test
