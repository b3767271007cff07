// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace ow::ledger {

/// Writes `bytes` beside `path`, syncs, renames over it and syncs the folder: after a power cut the old or
/// the new content is there, whole. Mode 0600. Errors: DatabaseFull, DatabaseFailed.
[[nodiscard]] domain::Result<void> replaceFile(const QString& path, const QByteArray& bytes);

/// fsync of a file. A failed fsync is never tried again: the kernel may have dropped the page.
[[nodiscard]] domain::Result<void> syncFile(const QString& path);

/// fsync of a folder, so that a new name in it survives a power cut.
[[nodiscard]] domain::Result<void> syncFolder(const QString& path);

/// Makes a folder with mode 0700, and its parents.
[[nodiscard]] domain::Result<void> makePrivateFolder(const QString& path);

/// Makes an empty file with mode 0600 when there is none.
[[nodiscard]] domain::Result<void> makePrivateFile(const QString& path);

/// Makes a sealed file unreadable before it is removed: its beginning, which holds what its key is made from,
/// is overwritten and synced. What a disk keeps of overwritten sectors is beyond a program. A file that is
/// not there is fine.
[[nodiscard]] domain::Result<void> shredFile(const QString& path);

/// DatabaseFull for ENOSPC and EDQUOT, else DatabaseFailed; `what` names the step, never a person.
[[nodiscard]] domain::Error fileError(int errnoValue, const QString& what);

} // namespace ow::ledger
