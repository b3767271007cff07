// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/examinedfile.h"
#include "capture/filelimits.h"
#include "domain/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

/// What the client and its helper process say to each other over two pipes.
///
/// A message is two frames, each a big-endian 32-bit length and so many bytes: a JSON object, then raw bytes.
/// Request: limits, then the file. Answer: what was found, then the thumbnails as bare RGB888 pixels. The
/// file itself goes through the pipe, so the helper opens no path of a person; thumbnails come back as pixels
/// and not as PNG, so a helper that a hostile file has taken over finds no image decoder in the client.
namespace ow::capture {

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

    explicit MessageReader(qint64 maxBodyBytes, Pace pace = Pace::OneAtATime);

    /// Takes all of `bytes`. An error (too long, not JSON) is for good: nothing more can be read.
    [[nodiscard]] domain::Result<void> feed(const QByteArray& bytes);
    /// The next whole message, when there is one.
    [[nodiscard]] std::optional<Message> take();

private:
    [[nodiscard]] domain::Result<bool> advance();
    [[nodiscard]] std::optional<quint32> takeLength();

    enum class Part { HeadLength, Head, BodyLength, Body, Done };
    qint64 m_maxBodyBytes;
    Pace m_pace;
    Part m_part = Part::HeadLength;
    quint32 m_wanted = 0;
    QByteArray m_pending; ///< bytes not yet understood
    Message m_message;
};

struct Request
{
    qint64 id = 0;
    FileLimits limits;
};

[[nodiscard]] QJsonObject requestHead(const Request& request);
[[nodiscard]] domain::Result<Request> readRequest(const QJsonObject& head);

/// What the helper found out about one file.
struct Findings
{
    FileKind kind = FileKind::Jpeg;
    bool damaged = false;
    std::vector<ExaminedPage> pages;
};

[[nodiscard]] QJsonObject answerHead(qint64 id, const domain::Result<Findings>& findings);
[[nodiscard]] QByteArray answerBody(const domain::Result<Findings>& findings);

/// Why the helper refuses a file, by an answer's head; none when it gives no reason or one that is none.
[[nodiscard]] std::optional<domain::Error> readRefusal(const QJsonObject& head);

/// The answer to request `id`; an error is either what the helper refused the file for, or HelperCrashed for
/// an answer that is not one or breaks the limits.
[[nodiscard]] domain::Result<Findings> readAnswer(const Message& message, qint64 id,
                                                  const FileLimits& limits);

/// The most bytes an answer's body may have.
[[nodiscard]] qint64 maxAnswerBytes(const FileLimits& limits);

} // namespace ow::capture
