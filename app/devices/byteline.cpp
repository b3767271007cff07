// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/byteline.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QUrl>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

namespace ow::devices {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr int kUsualPort = 9100;
constexpr qsizetype kAtOnce = 16 << 10;

tl::unexpected<domain::Error> failed(const char* what, int code)
{
    return fail(ErrorCode::ReceiptFailed,
                QStringLiteral("%1 (errno %2)").arg(QLatin1StringView(what)).arg(code));
}

int remaining(const QDeadlineTimer& deadline)
{
    return static_cast<int>(std::clamp<qint64>(deadline.remainingTime(), 0, 1'000'000));
}

/// True when the descriptor is ready before the deadline.
bool isReady(int descriptor, short events, const QDeadlineTimer& deadline)
{
    for (;;) {
        pollfd wanted{descriptor, events, 0};
        const int ready = poll(&wanted, 1, remaining(deadline));
        if (ready > 0) {
            return true;
        }
        if (ready == 0 || errno != EINTR) {
            return false;
        }
    }
}

Result<int> connectTo(const addrinfo& place, const QDeadlineTimer& deadline)
{
    const int made = socket(place.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (made < 0) {
        return failed("no socket", errno);
    }
    if (connect(made, place.ai_addr, place.ai_addrlen) == 0) {
        return made;
    }
    int code = errno;
    if (code == EINPROGRESS) {
        code = ETIMEDOUT;
        if (isReady(made, POLLOUT, deadline)) {
            socklen_t size = sizeof code;
            getsockopt(made, SOL_SOCKET, SO_ERROR, &code, &size);
        }
    }
    if (code != 0) {
        close(made);
        return failed("the printer's address does not answer", code);
    }
    return made;
}

/// Numeric addresses only: looking a name up has no end of its own, and a printer at a desk has a fixed one.
Result<int> connectTcp(const QUrl& url, const QDeadlineTimer& deadline)
{
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(url.host().toLatin1().constData(), QByteArray::number(url.port(kUsualPort)).constData(),
                    &hints, &found) != 0) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("no numeric address"));
    }
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> places(found, &freeaddrinfo);
    return connectTo(*places, deadline);
}

Result<int> openPath(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    // Opening a device that is switched off must not wait either.
    int made = ::open(name.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_APPEND);
    if (made < 0 && (errno == EACCES || errno == EINVAL)) {
        made = ::open(name.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | O_APPEND);
    }
    return made < 0 ? Result<int>(failed("the printer's device does not open", errno)) : Result<int>(made);
}

bool isTcp(const QString& address)
{
    return address.startsWith(QLatin1StringView("tcp://"));
}

} // namespace

bool ByteLine::isAddress(const QString& address)
{
    if (isTcp(address)) {
        const QUrl url(address, QUrl::StrictMode);
        return url.isValid() && !url.host().isEmpty() && (url.path().isEmpty() || url.path() == u"/");
    }
    return address.startsWith(u'/') && address.size() > 1;
}

Result<ByteLine> ByteLine::open(const QString& address, std::chrono::milliseconds patience)
{
    if (!isAddress(address)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("neither a path nor tcp://address:port"),
                    QStringLiteral("address"));
    }
    const bool tcp = isTcp(address);
    const auto descriptor = tcp ? connectTcp(QUrl(address), QDeadlineTimer(patience)) : openPath(address);
    if (!descriptor) {
        return tl::unexpected(descriptor.error());
    }

    struct stat about
    {
    };

    const bool device = fstat(*descriptor, &about) == 0 && !S_ISREG(about.st_mode);
    return ByteLine(*descriptor, tcp || device, patience);
}

ByteLine::ByteLine(ByteLine&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_answers(other.m_answers)
    , m_patience(other.m_patience)
{
}

ByteLine& ByteLine::operator=(ByteLine&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_answers, other.m_answers);
    std::swap(m_patience, other.m_patience);
    return *this;
}

ByteLine::~ByteLine()
{
    if (m_descriptor >= 0) {
        close(m_descriptor);
    }
}

Result<void> ByteLine::write(const QByteArray& bytes)
{
    const QDeadlineTimer deadline(m_patience);
    qsizetype written = 0;
    while (written < bytes.size()) {
        const qsizetype next = std::min(kAtOnce, bytes.size() - written);
        const ssize_t count = ::write(m_descriptor, bytes.constData() + written, std::size_t(next));
        if (count > 0) {
            written += count;
            continue;
        }
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0 && errno != EAGAIN) {
            return failed("the printer stopped taking bytes", errno);
        }
        if (!isReady(m_descriptor, POLLOUT, deadline)) {
            return failed("the printer takes no bytes", ETIMEDOUT);
        }
    }
    return {};
}

QByteArray ByteLine::read(qsizetype most, std::chrono::milliseconds patience)
{
    QByteArray bytes;
    const QDeadlineTimer deadline(patience);
    while (m_answers && bytes.size() < most && isReady(m_descriptor, POLLIN, deadline)) {
        QByteArray chunk(most - bytes.size(), Qt::Uninitialized);
        const ssize_t count = ::read(m_descriptor, chunk.data(), std::size_t(chunk.size()));
        if (count <= 0) {
            break;
        }
        bytes += chunk.left(count);
    }
    return bytes;
}

} // namespace ow::devices
