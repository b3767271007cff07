// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/filelimits.h"
#include "capture/pagework.h"

#include <QImage>

/// How a page of a picture file goes into a PDF. In the helper process only.
namespace ow::capture {

/// As it is stored. No runs: a kind of picture PDF does not know, whose pixels are to be packed.
[[nodiscard]] domain::Result<PageImage> describeJpeg(const QByteArray& bytes);
[[nodiscard]] domain::Result<PageImage> describePng(const QByteArray& bytes);
[[nodiscard]] domain::Result<PageImage> describeTiff(const QByteArray& bytes, int page,
                                                     const FileLimits& limits);

/// The pixels without loss, as one Flate stream; grey stays grey and black and white one bit. `image` is
/// upright, `like` says the resolution. FilePixels beyond kMostPacked.
[[nodiscard]] domain::Result<PageImage> packed(const QImage& image, const PageImage& like, QByteArray& into);

} // namespace ow::capture
