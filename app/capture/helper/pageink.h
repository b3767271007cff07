// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagelook.h"

#include <QImage>

namespace ow::capture {

/// How far the rows of text on a page are from level, and whether there is any ink at all. In the helper
/// process only; meant for a page at about 150 dpi.
[[nodiscard]] PageLook lookAt(const QImage& page);

} // namespace ow::capture
