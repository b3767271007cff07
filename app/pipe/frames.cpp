// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipe/frames.h"

#include <QJsonDocument>
#include <QtEndian>

#include <utility>

namespace ow::pipe {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr qsizetype kLengthBytes = 4;

QByteArray lengthBytes(quint32 length)
{
    QByteArray bytes(kLengthBytes, Qt::Uninitialized);
    qToBigEndian(length, bytes.data());
    return bytes;
}

tl::unexpected<domain::Error> nonsense(const char* what)
{
    return fail(ErrorCode::InvalidInput, QLatin1StringView(what));
}

} // namespace

QByteArray messageStart(const QJsonObject& head, qint64 bodySize)
{
    const QByteArray json = QJsonDocument(head).toJson(QJsonDocument::Compact);
    QByteArray start = lengthBytes(quint32(json.size()));
    start += json;
    start += lengthBytes(quint32(bodySize));
    return start;
}

MessageReader::MessageReader(qint64 maxBodyBytes, Pace pace, qint64 maxHeadBytes)
    : m_maxBodyBytes(maxBodyBytes)
    , m_maxHeadBytes(maxHeadBytes)
    , m_pace(pace)
{
}

Result<void> MessageReader::feed(const QByteArray& bytes)
{
    m_pending += bytes;
    for (;;) {
        const Result<bool> moved = advance();
        if (!moved) {
            return tl::unexpected(moved.error());
        }
        if (!*moved) {
            return {};
        }
    }
}

std::optional<quint32> MessageReader::takeLength()
{
    if (m_pending.size() < kLengthBytes) {
        return std::nullopt;
    }
    const auto length = qFromBigEndian<quint32>(m_pending.constData());
    m_pending.remove(0, kLengthBytes);
    return length;
}

Result<bool> MessageReader::advance()
{
    switch (m_part) {
    case Part::HeadLength:
    case Part::BodyLength: {
        const std::optional<quint32> length = takeLength();
        if (!length) {
            return false;
        }
        const bool head = m_part == Part::HeadLength;
        if (*length > (head ? m_maxHeadBytes : m_maxBodyBytes)) {
            return nonsense("a frame is too long");
        }
        m_wanted = *length;
        m_part = head ? Part::Head : Part::Body;
        m_pending.reserve(qsizetype(m_wanted)); // a body of 64 MiB grows once, not twenty times
        return true;
    }
    case Part::Head: {
        if (m_pending.size() < qsizetype(m_wanted)) {
            return false;
        }
        const QJsonDocument json = QJsonDocument::fromJson(m_pending.first(qsizetype(m_wanted)));
        if (!json.isObject()) {
            return nonsense("a head is not a JSON object");
        }
        m_message.head = json.object();
        m_pending.remove(0, qsizetype(m_wanted));
        m_part = Part::BodyLength;
        return true;
    }
    case Part::Body:
        if (m_pending.size() < qsizetype(m_wanted)) {
            return false;
        }
        if (m_pending.size() == qsizetype(m_wanted)) {
            m_message.body = std::exchange(m_pending, {});
        } else {
            m_message.body = m_pending.first(qsizetype(m_wanted));
            m_pending.remove(0, qsizetype(m_wanted));
        }
        m_part = Part::Done;
        return !m_pending.isEmpty();
    case Part::Done:
        // Where one message is outstanding at any time, more before it was taken is a broken peer.
        if (m_pending.isEmpty() || m_pace == Pace::Stream) {
            return false;
        }
        return nonsense("more than one message at once");
    }
    return false;
}

std::optional<Message> MessageReader::take()
{
    if (m_part != Part::Done) {
        return std::nullopt;
    }
    m_part = Part::HeadLength;
    return std::exchange(m_message, {});
}

} // namespace ow::pipe
