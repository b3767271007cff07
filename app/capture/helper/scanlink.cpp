// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/scanlink.h"

#include "pipe/servant.h"

#include <poll.h>

namespace ow::capture {

std::optional<ScanRequest> ScanLink::take()
{
    std::optional<Message> message = m_reader.take();
    if (!message) {
        return std::nullopt;
    }
    const domain::Result<ScanRequest> request = readScanRequest(message->head);
    // What came behind it in the same piece is put together now, so that the next take() finds it.
    if (!request || !m_reader.feed({})) {
        m_gone = true;
        return std::nullopt;
    }
    return *request;
}

bool ScanLink::receive()
{
    constexpr qsizetype kPiece = 4096;
    const QByteArray piece = pipe::readSome(m_from, kPiece);
    if (piece.isEmpty() || !m_reader.feed(piece)) {
        m_gone = true;
    }
    return !m_gone;
}

std::optional<ScanRequest> ScanLink::next()
{
    while (!m_gone) {
        if (std::optional<ScanRequest> request = take()) {
            return request;
        }
        if (!m_gone && !receive()) {
            break;
        }
    }
    return std::nullopt;
}

bool ScanLink::cancelled()
{
    pollfd input{m_from, POLLIN, 0};
    for (;;) {
        if (const std::optional<ScanRequest> request = take()) {
            return request->command == ScanCommand::Cancel; // nothing else is said during a page
        }
        if (m_gone || poll(&input, 1, 0) <= 0 || !receive()) {
            return m_gone;
        }
    }
}

void ScanLink::say(const QJsonObject& head, const QByteArray& body)
{
    m_gone = m_gone || !pipe::writeAll(m_to, messageStart(head, body.size())) || !pipe::writeAll(m_to, body);
}

} // namespace ow::capture
