// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/intake.h"

#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace ow::capture {

/// Where a page lies once its edit is applied: cut, levelled, turned. The same for the screen, for paper and
/// for the bound PDF; in whatever unit the page was given in, y downwards.
struct PageFrame
{
    QSizeF size;         ///< of the edited page; levelling makes it a little larger, so that nothing is lost
    QRectF cut;          ///< what is left of the page, in its own coordinates
    QTransform fromPage; ///< from the page's own coordinates into the frame
};

/// `page`: as a person sees it before the edit, so with the orientation of EXIF, TIFF or PDF applied.
[[nodiscard]] PageFrame frameOf(QSizeF page, const domain::PageEdit& edit);

} // namespace ow::capture
