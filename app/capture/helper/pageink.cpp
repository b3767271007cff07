// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/pageink.h"

#include <allheaders.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>

namespace ow::capture {

namespace {

struct PixEnd
{
    void operator()(PIX* pix) const { pixDestroy(&pix); }
};

using PixPtr = std::unique_ptr<PIX, PixEnd>;

/// Grey, as Leptonica has it: rows of 32-bit words, the leftmost pixel in the highest byte.
PixPtr greyOf(const QImage& page)
{
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    PixPtr pix(pixCreate(grey.width(), grey.height(), 8));
    if (!pix || grey.isNull()) {
        throw std::bad_alloc();
    }
    const int words = pixGetWpl(pix.get());
    for (int y = 0; y < grey.height(); ++y) {
        l_uint32* line = pixGetData(pix.get()) + std::ptrdiff_t(y) * words;
        const uchar* row = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            SET_DATA_BYTE(line, x, row[x]);
        }
    }
    return pix;
}

/// Ink as ones, whatever the paper's own tone.
PixPtr inkOf(PIX* grey)
{
    constexpr int kInk = 150; // of 255, once the paper is white
    const PixPtr even(pixBackgroundNormSimple(grey, nullptr, nullptr));
    return PixPtr(pixThresholdToBinary(even ? even.get() : grey, kInk));
}

/// The share of ink within the margins, where lids and edges throw no shadow; single specks do not count.
bool isBlank(PIX* ink)
{
    constexpr double kMargin = 0.04;
    constexpr float kInkOfBlank = 0.0002F;
    constexpr int kSpeck = 2; // of four pixels, to stay after halving
    const int width = pixGetWidth(ink);
    const int height = pixGetHeight(ink);
    BOX* inner = boxCreate(int(width * kMargin), int(height * kMargin), int(width * (1 - 2 * kMargin)),
                           int(height * (1 - 2 * kMargin)));
    const PixPtr middle(pixClipRectangle(ink, inner, nullptr));
    boxDestroy(&inner);
    const PixPtr clean(middle ? pixReduceRankBinaryCascade(middle.get(), kSpeck, 0, 0, 0) : nullptr);
    l_float32 share = 1;
    return clean && pixForegroundFraction(clean.get(), &share) == 0 && share < kInkOfBlank;
}

} // namespace

PageLook lookAt(const QImage& page)
{
    constexpr int kSmallest = 100; // px; a stamp-sized picture has no rows
    constexpr double kHundredths = 100;
    constexpr double kTenths = 10;
    constexpr double kMostConfidence = 1000;
    setMsgSeverity(L_SEVERITY_NONE);
    PageLook look;
    if (page.width() < kSmallest || page.height() < kSmallest) {
        return look;
    }
    const PixPtr grey = greyOf(page);
    const PixPtr ink = inkOf(grey.get());
    if (!ink) {
        return look;
    }
    look.blank = isBlank(ink.get());
    l_float32 angle = 0;
    l_float32 confidence = 0;
    if (!look.blank && pixFindSkew(ink.get(), &angle, &confidence) == 0) {
        look.skew = int(std::lround(angle * kHundredths));
        look.skewConfidence = int(std::clamp(double(confidence), 0.0, kMostConfidence) * kTenths);
    }
    return look;
}

} // namespace ow::capture
