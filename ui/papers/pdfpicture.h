// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QSize>

#include <vector>

class QThreadPool;

namespace ow::ui {

inline constexpr int kMostShownPages = 500;

/// Sizes of the pages of a PDF, in points. InvalidInput when the bytes are no PDF that can be opened or have
/// too many pages. Runs on a thread of `pool`.
[[nodiscard]] QFuture<domain::Result<std::vector<QSizeF>>> pdfPageSizes(QThreadPool& pool,
                                                                        const QByteArray& pdf);

/// One page as a picture of exactly `pixels`, bare paper transparent; null when it cannot be drawn. Runs on a
/// thread of `pool`. Each call opens the document for itself: papers are small, and no document is shared
/// between threads or has to be waited for when a view closes.
[[nodiscard]] QFuture<QImage> pdfPagePicture(QThreadPool& pool, const QByteArray& pdf, int page,
                                             QSize pixels);

} // namespace ow::ui
