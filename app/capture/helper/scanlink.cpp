// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/scanlink.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

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
    std::array<char, 4096> piece{};
    ssize_t count = -1;
    do {
        count = read(m_from, piece.data(), piece.size());
    } while (count < 0 && errno == EINTR);
    if (count <= 0 || !m_reader.feed(QByteArray::fromRawData(piece.data(), count))) {
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
    writeAll(messageStart(head, body.size()));
    writeAll(body);
}

void ScanLink::writeAll(const QByteArray& bytes)
{
    qsizetype written = 0;
    while (written < bytes.size() && !m_gone) {
        const ssize_t count = write(m_to, bytes.constData() + written, std::size_t(bytes.size() - written));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            m_gone = true;
        } else {
            written += count;
        }
    }
}

} // namespace ow::capture
