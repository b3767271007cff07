// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QMetaType>
#include <QSize>
#include <QString>

#include <memory>

namespace ow::capture {

/// One side of a sheet as a scanner or a document camera gave it, already encoded. A value; may be copied
/// between threads (the bytes and the thumbnail are shared, not doubled).
struct ScannedPage
{
    QByteArray bytes; ///< the page itself; kept byte for byte, every edit is made from it
    QString mime; ///< "image/jpeg" for colour and grey, "image/tiff" (one bit, CCITT G4) for black and white
    QSize size;   ///< px of the page in `bytes`
    int dpi = 0;  ///< as the device says; 0 when it cannot know (a camera)
    /// RGB888 on white, fits 156 × 220 px (the box of FileLimits::thumbnail); upright as scanned.
    QImage thumbnail;
    int number = 0; ///< 1, 2, 3 … within its run, in the order the sheets went through

    /// The device stopped before the last line it had announced. The lines that came are there, the rest is
    /// white. Evidence must not be taken from it unasked: say so and offer to scan it again.
    bool incomplete = false;
    /// Almost no ink: probably the empty back of a sheet. A suggestion; nothing is ever dropped for it.
    bool blankHint = false;
    /// Turn the page by so many hundredths of a degree clockwise and its lines are level; 0 = level, or not
    /// known. A suggestion for the editor, between -1500 and 1500.
    int skewHint = 0;

    /// While a copy of the page lives it counts as on its way, and a source stops feeding sheets when
    /// PageSource::kRoom pages are: so 300 pages never lie in memory together. Keep what you need of it (the
    /// bytes in the store, the thumbnail), not the page.
    std::shared_ptr<const void> onItsWay;
};

} // namespace ow::capture

Q_DECLARE_METATYPE(ow::capture::ScannedPage)
