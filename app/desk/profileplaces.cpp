// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/profileplaces.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace ow::desk {

namespace {

constexpr record::KdfCost kUsual{65536, 3, 1};
constexpr record::KdfCost kCheap{1024, 1, 1};

QByteArray machineId()
{
    QFile file(QStringLiteral("/etc/machine-id"));
    return file.open(QIODevice::ReadOnly) ? file.read(64).trimmed() : QByteArray();
}

/// Away from the profile, so that who restores or copies the one does not take the other along.
QString mirrorFolder(const QString& folder)
{
    const QByteArray name =
        QCryptographicHash::hash(QDir(folder).absolutePath().toUtf8(), QCryptographicHash::Sha256);
    const QString state =
        qEnvironmentVariable("XDG_STATE_HOME", QDir::home().filePath(QStringLiteral(".local/state")));
    return QDir(state).filePath(QStringLiteral("onewindow/") + QString::fromLatin1(name.toHex().left(16)));
}

} // namespace

WorkplaceOptions standardOptions(const QString& folder, const domain::Clock& clock,
                                 const record::CryptoProvider& crypto)
{
    WorkplaceOptions options;
    options.folder = folder;
    options.mirrorFolder = mirrorFolder(folder);
    options.machineId = machineId();
    options.clock = &clock;
    options.crypto = &crypto;
    options.kdf = qEnvironmentVariableIsSet("OW_CHEAP_KDF") ? kCheap : kUsual;
    return options;
}

} // namespace ow::desk
