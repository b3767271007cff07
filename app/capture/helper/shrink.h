// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QImageIOHandler>
#include <QSize>

namespace ow::capture {

/// The page on white in RGB888, no larger than `box`, each pixel the mean of those it stands for. Works in
/// bands of rows: a page of 100 MP in any format costs a few MiB beyond itself.
[[nodiscard]] QImage shrunk(const QImage& page, QSize box);

/// Turned as EXIF and TIFF orientation mean it: mirrored and flipped first, then a quarter turn clockwise.
/// Meant for thumbnails; it copies.
[[nodiscard]] QImage oriented(const QImage& image, QImageIOHandler::Transformations how);

} // namespace ow::capture
