// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow-capture: decodes files of strangers for the client, with nothing to steal and little to break.
// Reads requests on standard input, answers on standard output (capture/wire.h), ends when its input does.
// Not for people.
#include "capture/helper/confinement.h"
#include "capture/helper/decoders.h"
#include "capture/helper/pageanswer.h"
#include "capture/pagework.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace ow::capture {
namespace {

constexpr unsigned kCpuSecondsPerFile = 30; // the client's patience ends before; this is for a lone helper
constexpr qint64 kMaxRequestBytes = qint64(256) << 20;
constexpr qsizetype kChunk = qsizetype(1) << 20;

bool writeAll(int to, const QByteArray& bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count = write(to, bytes.constData() + written, std::size_t(bytes.size() - written));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return false;
        }
        written += count;
    }
    return true;
}

/// The next whole message; none when the input has ended or is not ours.
std::optional<Message> nextMessage(int from, MessageReader& reader)
{
    QByteArray chunk(kChunk, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = read(from, chunk.data(), std::size_t(kChunk));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0 || !reader.feed(QByteArray::fromRawData(chunk.constData(), count))) {
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
            if (!answer || !writeAll(to, messageStart(answer->head, answer->body.size())) ||
                !writeAll(to, answer->body)) {
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
        if (!writeAll(to, messageStart(answerHead(request->id, findings), body.size())) ||
            !writeAll(to, body)) {
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
    // Libraries that print must not speak in our answers.
    const int answers = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (answers < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
        return EXIT_FAILURE;
    }
    const QCoreApplication application(argc, argv); // finds Qt's image plugins
    return ow::capture::serve(STDIN_FILENO, answers);
}
