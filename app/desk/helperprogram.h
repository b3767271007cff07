// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ow::desk {

/// Path of onewindow-capture for a program that lies in `programFolder`. Beside the program, as in a build
/// tree, when it is there; otherwise where it is installed, in libexec below the same prefix (/usr/bin and
/// /usr/libexec/onewindow), whether it is there or not: who starts it reports that it cannot be started.
/// The other helpers (onewindow-scan, onewindow-device, onewindow-camera.so) lie beside it.
[[nodiscard]] QString usualCaptureHelper(const QString& programFolder);

} // namespace ow::desk
