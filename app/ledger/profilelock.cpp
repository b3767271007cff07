// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/profilelock.h"

#include "ledger/durablefile.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

Result<ProfileLock> ProfileLock::take(const QString& file)
{
    ProfileLock lock(
        ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (lock.m_descriptor < 0)
        return tl::unexpected(fileError(errno, QStringLiteral("lock file")));
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return fail(ErrorCode::AlreadyOpen, QStringLiteral("the profile is in use"));
        return tl::unexpected(fileError(errno, QStringLiteral("lock")));
    }
    return lock;
}

ProfileLock::ProfileLock(ProfileLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

ProfileLock& ProfileLock::operator=(ProfileLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

ProfileLock::~ProfileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace ow::ledger
