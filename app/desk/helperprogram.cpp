// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/helperprogram.h"

#include <QDir>
#include <QFileInfo>

namespace ow::desk {

QString usualCaptureHelper(const QString& programFolder)
{
    const QString name = QStringLiteral("onewindow-capture");
    const QDir folder(programFolder);
    if (QString beside = folder.filePath(name); QFileInfo(beside).isFile()) {
        return beside;
    }
    return QDir::cleanPath(folder.filePath(QStringLiteral(OW_HELPERS_FROM_PROGRAMS "/") + name));
}

} // namespace ow::desk
