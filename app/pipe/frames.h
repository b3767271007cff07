// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

/// How the client and its helper processes talk over two pipes, whatever they say to each other.
///
/// A message is two frames, each a big-endian 32-bit length and so many bytes: a JSON object, then raw bytes,
/// which may be none. What comes from a pipe is bounded before it is kept.
namespace ow::pipe {

struct Message
{
    QJsonObject head;
    QByteArray body;
};

inline constexpr qint64 kMaxHeadBytes = qint64(256) << 10;

/// The length of the head, the head, and the length of the body; the body follows as it is, uncopied.
[[nodiscard]] QByteArray messageStart(const QJsonObject& head, qint64 bodySize);

/// Puts messages together from whatever pieces the pipe gives.
class MessageReader
{
public:
    /// Whether the peer may speak again before its last message was taken. Where it may, take() and
    /// feed({}) in turn until nothing is taken.
    enum class Pace { OneAtATime, Stream };

    explicit MessageReader(qint64 maxBodyBytes, Pace pace = Pace::OneAtATime,
                           qint64 maxHeadBytes = kMaxHeadBytes);

    /// Takes all of `bytes`. InvalidInput (too long, not JSON, out of turn) is for good: nothing more can be
    /// read. Who asked says what that means of the peer.
    [[nodiscard]] domain::Result<void> feed(const QByteArray& bytes);
    /// The next whole message, when there is one.
    [[nodiscard]] std::optional<Message> take();

private:
    [[nodiscard]] domain::Result<bool> advance();
    [[nodiscard]] std::optional<quint32> takeLength();

    enum class Part { HeadLength, Head, BodyLength, Body, Done };
    qint64 m_maxBodyBytes;
    qint64 m_maxHeadBytes;
    Pace m_pace;
    Part m_part = Part::HeadLength;
    quint32 m_wanted = 0;
    QByteArray m_pending; ///< bytes not yet understood
    Message m_message;
};

} // namespace ow::pipe
