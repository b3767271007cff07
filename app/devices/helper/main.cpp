// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow-device: reads one identity card with a vendor's library for the client, and ends. One request on
// standard input, one answer on standard output (devices/devicewire.h). Not for people.
#include "devices/helper/vendorlibrary.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace {

using namespace ow::devices;

/// A vendor's library needs its USB device, so it cannot be shut off as the decoders are. What it must not
/// do: outlive the window, gain rights, or leave a card in a crash dump.
void confine()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

std::optional<QJsonObject> nextObject(FrameReader& reader)
{
    char chunk[4096];
    for (;;) {
        const ssize_t count = read(STDIN_FILENO, chunk, sizeof chunk);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0 || !reader.feed(QByteArray(chunk, count))) {
            return std::nullopt;
        }
        if (auto object = reader.take()) {
            return object;
        }
    }
}

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

} // namespace

int main()
{
    confine();
    // Libraries that print must not speak in our answers.
    const int answers = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (answers < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
        return EXIT_FAILURE;
    }
    FrameReader reader;
    const auto object = nextObject(reader);
    const auto request =
        object ? requestFromJson(*object)
               : ow::domain::Result<ReaderRequest>(ow::domain::fail(ow::domain::ErrorCode::ReaderFailed));
    if (!request) {
        return EXIT_FAILURE;
    }
    return writeAll(answers, frame(answerToJson(readWithLibrary(*request)))) ? EXIT_SUCCESS : EXIT_FAILURE;
}
