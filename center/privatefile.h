// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArrayView>
#include <QString>

namespace ow::center {

/// Writes a new file that only its owner may read (0600), synced with its folder before it returns. Fails
/// when the file is there: keys are never written over.
[[nodiscard]] domain::Result<void> writePrivateFile(const QString& path, QByteArrayView bytes);
[[nodiscard]] domain::Result<QByteArray> readWholeFile(const QString& path, qint64 most);

/// Makes a folder and those above it; the last is for its owner only (0700).
[[nodiscard]] domain::Result<void> makePrivateFolder(const QString& path);
/// What was renamed into a folder is there after a power cut only once the folder itself is synced.
[[nodiscard]] domain::Result<void> syncFolder(const QString& path);

} // namespace ow::center
