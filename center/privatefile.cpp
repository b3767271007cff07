// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

Result<void> writePrivateFile(const QString& path, QByteArrayView bytes)
{
    // Made with its permissions: a moment of 0644 is a moment too long for a key.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(ErrorCode::InvalidInput, QStringLiteral("the file is there already or cannot be made"),
                    path);
    QFile file;
    const bool written =
        file.open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered, QFile::AutoCloseHandle) &&
        file.write(bytes.data(), bytes.size()) == bytes.size() && ::fsync(descriptor) == 0;
    if (!written)
        return fail(ErrorCode::DatabaseFull, QStringLiteral("the file cannot be written"), path);
    return syncFolder(QFileInfo(path).absolutePath());
}

Result<QByteArray> readWholeFile(const QString& path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString(), path);
    if (file.size() > most)
        return fail(ErrorCode::FileTooLarge, {}, path);
    return file.read(most);
}

Result<void> makePrivateFolder(const QString& path)
{
    if (!QDir().mkpath(path) || ::chmod(QFile::encodeName(path).constData(), 0700) != 0)
        return fail(ErrorCode::InvalidInput, QStringLiteral("the folder cannot be made"), path);
    return {};
}

Result<void> syncFolder(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        return fail(ErrorCode::DatabaseFailed, QStringLiteral("the folder cannot be synced"), path);
    return {};
}

} // namespace ow::center
