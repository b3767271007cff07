// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipe/servant.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace ow::pipe {

void giveUp(const char* what)
{
    std::perror(what);
    std::_Exit(EXIT_FAILURE);
}

void confineServant()
{
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) {
        giveUp("RLIMIT_CORE");
    }
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        giveUp("PR_SET_NO_NEW_PRIVS");
    }
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        giveUp("PR_SET_DUMPABLE");
    }
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) {
        giveUp("PR_SET_PDEATHSIG");
    }
}

int takeStandardOutput()
{
    const int answers = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (answers < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
        giveUp("standard output");
    }
    return answers;
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

QByteArray readSome(int from, qsizetype most)
{
    QByteArray bytes(most, Qt::Uninitialized);
    ssize_t count = -1;
    do {
        count = read(from, bytes.data(), std::size_t(most));
    } while (count < 0 && errno == EINTR);
    bytes.truncate(count > 0 ? qsizetype(count) : 0);
    return bytes;
}

} // namespace ow::pipe
