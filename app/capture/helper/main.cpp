// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow-capture: decodes files of strangers for the client, with nothing to steal and little to break.
// Reads requests on standard input, answers on standard output (capture/wire.h), ends when its input does.
// Not for people.
#include "capture/helper/confinement.h"
#include "capture/helper/decoders.h"
#include "capture/helper/pageanswer.h"
#include "capture/pagework.h"
#include "pipe/servant.h"

#include <QCoreApplication>

#include <malloc.h>
#include <unistd.h>

#include <cstdlib>

namespace ow::capture {
namespace {

constexpr unsigned kCpuSecondsPerFile = 30; // the client's patience ends before; this is for a lone helper
constexpr qint64 kMaxRequestBytes = qint64(256) << 20;
constexpr qsizetype kChunk = qsizetype(64) << 10; // what a pipe holds

/// The next whole message; none when the input has ended or is not ours.
std::optional<Message> nextMessage(int from, MessageReader& reader)
{
    for (;;) {
        const QByteArray chunk = pipe::readSome(from, kChunk);
        if (chunk.isEmpty() || !reader.feed(chunk)) {
            return std::nullopt;
        }
        if (std::optional<Message> message = reader.take()) {
            return message;
        }
    }
}

int serve(int from, int to)
{
    MessageReader reader(kMaxRequestBytes);
    while (std::optional<Message> message = nextMessage(from, reader)) {
        if (isPageRequest(message->head)) {
            allowCpuSeconds(kCpuSecondsPerFile);
            const std::optional<Message> answer = answerPage(*message);
            if (!answer || !pipe::writeAll(to, messageStart(answer->head, answer->body.size())) ||
                !pipe::writeAll(to, answer->body)) {
                return EXIT_FAILURE;
            }
            message.reset();
            malloc_trim(0);
            continue;
        }
        const domain::Result<Request> request = readRequest(message->head);
        if (!request) {
            return EXIT_FAILURE;
        }
        allowCpuSeconds(kCpuSecondsPerFile);
        const domain::Result<Findings> findings = examineContent(message->body, request->limits);
        const QByteArray body = answerBody(findings);
        if (!pipe::writeAll(to, messageStart(answerHead(request->id, findings), body.size())) ||
            !pipe::writeAll(to, body)) {
            return EXIT_FAILURE;
        }
        message.reset();
        malloc_trim(0); // stay small between a few large files
    }
    return EXIT_SUCCESS;
}

} // namespace
} // namespace ow::capture

int main(int argc, char* argv[])
{
    ow::capture::confineProcess();
    const int answers = ow::pipe::takeStandardOutput();
    const QCoreApplication application(argc, argv); // finds Qt's image plugins
    return ow::capture::serve(STDIN_FILENO, answers);
}
