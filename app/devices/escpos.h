// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QImage>

namespace ow::devices {

/// The width of an 80 mm receipt printer's head: 72 mm at 203 dpi.
inline constexpr int kReceiptDots = 576;
/// 4 m of paper: no honest receipt is longer, and a printer must not be run empty by a fault.
inline constexpr int kMostReceiptRows = 32'000;

/// ESC/POS as a raster, so that no printer's own fonts and code pages matter: initialise, the picture in
/// bands of `GS v 0` (printers have small buffers), feed, cut. `picture` is kReceiptDots wide; what is darker
/// than the middle is printed. InvalidInput for another width or too many rows.
[[nodiscard]] domain::Result<QByteArray> escposReceipt(const QImage& picture);

/// Asks for the state of the paper and of the cover (DLE EOT 4, DLE EOT 2), in real time: also answered
/// while the printer is offline.
[[nodiscard]] QByteArray escposStatusQuery();

/// What a printer has answered to escposStatusQuery(): ReceiptNoPaper for paper out or cover open,
/// ReceiptFailed for a fault it names. Fewer bytes than asked for say nothing: many printers on a one-way
/// line never answer.
[[nodiscard]] domain::Result<void> escposStatus(const QByteArray& answer);

} // namespace ow::devices
