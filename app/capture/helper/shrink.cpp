// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/shrink.h"

#include <QTransform>

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <vector>

namespace ow::capture {
namespace {

/// Sums of red, green, blue and their number, for each pixel of the thumbnail.
using Sums = std::vector<std::array<std::uint64_t, 4>>;

void addRow(const QRgb* row, const std::vector<int>& columnOf, std::array<std::uint64_t, 4>* sums)
{
    for (std::size_t x = 0; x < columnOf.size(); ++x) {
        // Premultiplied colour over white: c + (255 - alpha).
        const QRgb pixel = row[x];
        const auto white = std::uint64_t(255 - qAlpha(pixel));
        auto& sum = sums[columnOf[x]];
        sum[0] += std::uint64_t(qRed(pixel)) + white;
        sum[1] += std::uint64_t(qGreen(pixel)) + white;
        sum[2] += std::uint64_t(qBlue(pixel)) + white;
        sum[3] += 1;
    }
}

QImage meanOf(const Sums& sums, QSize size)
{
    QImage image(size, QImage::Format_RGB888);
    for (int y = 0; y < size.height(); ++y) {
        uchar* out = image.scanLine(y);
        for (int x = 0; x < size.width(); ++x) {
            const auto& sum = sums[std::size_t(y) * std::size_t(size.width()) + std::size_t(x)];
            for (std::size_t c = 0; c < 3; ++c) {
                *out++ = uchar(std::min<std::uint64_t>(255, (sum[c] + sum[3] / 2) / sum[3]));
            }
        }
    }
    return image;
}

} // namespace

QImage shrunk(const QImage& page, QSize box)
{
    if (page.isNull()) {
        return {};
    }
    QSize size = page.size();
    if (size.width() > box.width() || size.height() > box.height()) {
        size = size.scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    }
    std::vector<int> columnOf(std::size_t(page.width()));
    for (int x = 0; x < page.width(); ++x) {
        columnOf[std::size_t(x)] = int(qint64(x) * size.width() / page.width());
    }
    Sums sums(std::size_t(size.width()) * std::size_t(size.height()));
    constexpr int kBandPixels = 1 << 20;
    const int bandRows = std::max(1, kBandPixels / page.width());
    for (int top = 0; top < page.height(); top += bandRows) {
        const int rows = std::min(bandRows, page.height() - top);
        const QImage band =
            page.copy(0, top, page.width(), rows).convertToFormat(QImage::Format_ARGB32_Premultiplied);
        if (band.isNull()) {
            throw std::bad_alloc();
        }
        for (int y = 0; y < rows; ++y) {
            const auto line = std::size_t(qint64(top + y) * size.height() / page.height());
            addRow(reinterpret_cast<const QRgb*>(band.constScanLine(y)), columnOf,
                   sums.data() + line * std::size_t(size.width()));
        }
    }
    return meanOf(sums, size);
}

QImage oriented(const QImage& image, QImageIOHandler::Transformations how)
{
    QImage result = image.mirrored(how.testFlag(QImageIOHandler::TransformationMirror),
                                   how.testFlag(QImageIOHandler::TransformationFlip));
    if (how.testFlag(QImageIOHandler::TransformationRotate90)) {
        result = result.transformed(QTransform().rotate(90));
    }
    return result.convertToFormat(image.format());
}

} // namespace ow::capture
