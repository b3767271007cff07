// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/examinedfile.h"
#include "capture/filelimits.h"
#include "domain/result.h"
#include "pipe/frames.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

/// What the client and its helper process say to each other over two pipes.
///
/// Messages are those of pipe/frames.h. Request: limits, then the file. Answer: what was found, then the
/// thumbnails as bare RGB888 pixels. The file itself goes through the pipe, so the helper opens no path of a
/// person; thumbnails come back as pixels and not as PNG, so a helper that a hostile file has taken over
/// finds no image decoder in the client.
namespace ow::capture {

using pipe::Message;
using pipe::MessageReader;
using pipe::messageStart;

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
