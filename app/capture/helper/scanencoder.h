// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/helper/scandriver.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>

namespace ow::capture {

/// Turns lines into a page as they come, so that no page is ever in memory as pixels. Throws
/// std::runtime_error for what the library refuses, std::bad_alloc, and PageTooLarge beyond `maxBytes`.
class PageEncoder
{
public:
    /// JPEG (ITU-T T.81, baseline, 4:2:0, quality 85) for colour and grey, TIFF with one strip of CCITT G4
    /// (ITU-T T.6) for black and white. `mostLines` bounds a page whose length is not known.
    [[nodiscard]] static std::unique_ptr<PageEncoder> make(const ScanFrame& frame, int mostLines,
                                                           qint64 maxBytes);

    PageEncoder() = default;
    virtual ~PageEncoder() = default;
    Q_DISABLE_COPY_MOVE(PageEncoder)

    /// 8 bits a sample (RGB, grey), or one bit a pixel from the left, 1 = black.
    virtual void addLine(std::span<const uchar> line) = 0;
    /// The page with as many lines as were added; at least one.
    [[nodiscard]] virtual QByteArray finish() = 0;
    [[nodiscard]] virtual QString mime() const = 0;
};

struct PageTooLarge
{
};

} // namespace ow::capture
