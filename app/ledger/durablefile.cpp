// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace ow::ledger {

using domain::ErrorCode;
using domain::Result;

namespace {

constexpr qsizetype kShredBytes = 64 * 1024;

/// A POSIX file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }

    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

Result<void> syncPath(const QString& path, int flags)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC));
    if (file.number() < 0 || ::fsync(file.number()) != 0)
        return tl::unexpected(fileError(errno, QStringLiteral("sync")));
    return {};
}

Result<void> writeWhole(const QString& path, const QByteArray& bytes)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(),
                                 O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (file.number() < 0)
        return tl::unexpected(fileError(errno, QStringLiteral("open")));
    for (qsizetype written = 0; written < bytes.size();) {
        const ssize_t some = ::write(file.number(), bytes.constData() + written,
                                     static_cast<std::size_t>(bytes.size() - written));
        if (some < 0 && errno == EINTR)
            continue;
        if (some < 0)
            return tl::unexpected(fileError(errno, QStringLiteral("write")));
        written += some;
    }
    if (::fsync(file.number()) != 0)
        return tl::unexpected(fileError(errno, QStringLiteral("sync")));
    return {};
}

} // namespace

domain::Error fileError(int errnoValue, const QString& what)
{
    const bool full = errnoValue == ENOSPC || errnoValue == EDQUOT;
    return {full ? ErrorCode::DatabaseFull : ErrorCode::DatabaseFailed,
            QStringLiteral("%1: errno %2").arg(what).arg(errnoValue),
            {}};
}

Result<void> replaceFile(const QString& path, const QByteArray& bytes)
{
    const QString beside = path + QStringLiteral(".new");
    if (auto done = writeWhole(beside, bytes); !done)
        return done;
    if (::rename(QFile::encodeName(beside).constData(), QFile::encodeName(path).constData()) != 0)
        return tl::unexpected(fileError(errno, QStringLiteral("rename")));
    return syncFolder(QFileInfo(path).absolutePath());
}

Result<void> syncFile(const QString& path)
{
    return syncPath(path, O_RDONLY);
}

Result<void> syncFolder(const QString& path)
{
    return syncPath(path, O_RDONLY | O_DIRECTORY);
}

Result<void> shredFile(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    {
        const Descriptor file(::open(name.constData(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
        if (file.number() < 0 && errno == ENOENT)
            return {};
        struct stat there = {};
        if (file.number() < 0 || ::fstat(file.number(), &there) != 0)
            return tl::unexpected(fileError(errno, QStringLiteral("shred")));
        const QByteArray zeros(std::min<qsizetype>(there.st_size, kShredBytes), 0);
        if (::pwrite(file.number(), zeros.constData(), static_cast<std::size_t>(zeros.size()), 0) < 0 ||
            ::fsync(file.number()) != 0)
            return tl::unexpected(fileError(errno, QStringLiteral("shred")));
    }
    if (::unlink(name.constData()) != 0 && errno != ENOENT)
        return tl::unexpected(fileError(errno, QStringLiteral("remove")));
    return {};
}

Result<void> makePrivateFolder(const QString& path)
{
    if (!QDir().mkpath(path))
        return tl::unexpected(fileError(errno, QStringLiteral("make folder")));
    if (::chmod(QFile::encodeName(path).constData(), S_IRWXU) != 0)
        return tl::unexpected(fileError(errno, QStringLiteral("folder mode")));
    return {};
}

Result<void> makePrivateFile(const QString& path)
{
    const Descriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (file.number() < 0)
        return tl::unexpected(fileError(errno, QStringLiteral("make file")));
    return {};
}

} // namespace ow::ledger
