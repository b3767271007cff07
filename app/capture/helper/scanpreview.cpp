// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/helper/scanpreview.h"

#include <algorithm>
#include <new>

namespace ow::capture {
namespace {

constexpr int kWidth = 1240; // A4 at 150 dpi: enough to find the slant of a line of text

} // namespace

ScanPreview::ScanPreview(const ScanFrame& frame)
    : m_mode(frame.mode)
    , m_width(frame.width)
    , m_factor(std::max(1, frame.width / kWidth))
    , m_sums(std::size_t((frame.width + m_factor - 1) / m_factor))
    , m_image(int(m_sums.size()), kMostLines, QImage::Format_RGB888)
{
    if (m_image.isNull()) {
        throw std::bad_alloc();
    }
}

void ScanPreview::addPixels(std::span<const uchar> line)
{
    for (int x = 0; x < m_width; ++x) {
        Sums& sum = m_sums[std::size_t(x / m_factor)];
        const auto at = std::size_t(x);
        if (m_mode == ScanMode::Colour) {
            sum[0] += line[at * 3];
            sum[1] += line[at * 3 + 1];
            sum[2] += line[at * 3 + 2];
        } else {
            const bool black = m_mode == ScanMode::BlackWhite && ((line[at / 8] << (at % 8)) & 0x80) != 0;
            const uchar grey = m_mode == ScanMode::Grey ? line[at] : uchar(black ? 0 : 255);
            sum[0] += grey;
            sum[1] += grey;
            sum[2] += grey;
        }
        ++sum[3];
    }
}

void ScanPreview::addLine(std::span<const uchar> line)
{
    addPixels(line);
    if (++m_summed == m_factor) {
        closeRow();
    }
}

void ScanPreview::closeRow()
{
    if (m_rows == kMostLines) {
        halve();
    }
    uchar* out = m_image.scanLine(m_rows++);
    for (std::size_t x = 0; x < std::size_t(m_image.width()) && x < m_sums.size(); ++x) {
        for (std::size_t c = 0; c < 3; ++c) {
            *out++ = uchar(m_sums[x][c] / std::max(1U, m_sums[x][3]));
        }
    }
    m_summed = 0;
    m_sums.assign(std::size_t((m_width + m_factor - 1) / m_factor), Sums{});
}

/// The page is longer than the preview: half as large from here on.
void ScanPreview::halve()
{
    const QImage half = m_image
                            .scaled((m_image.width() + 1) / 2, kMostLines / 2, Qt::IgnoreAspectRatio,
                                    Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_RGB888);
    if (half.isNull()) {
        throw std::bad_alloc();
    }
    m_factor *= 2;
    m_rows = kMostLines / 2;
    // The row that waits was summed finely: two columns become one.
    std::vector<Sums> coarse(std::size_t((m_width + m_factor - 1) / m_factor));
    for (std::size_t x = 0; x < m_sums.size(); ++x) {
        for (std::size_t c = 0; c < 4; ++c) {
            coarse[std::min(x / 2, coarse.size() - 1)][c] += m_sums[x][c];
        }
    }
    m_sums = std::move(coarse);
    m_image = half.copy(0, 0, int(m_sums.size()), kMostLines);
}

QImage ScanPreview::finish()
{
    if (m_summed > 0) {
        closeRow();
    }
    return m_image.copy(0, 0, m_image.width(), std::max(1, m_rows));
}

} // namespace ow::capture
