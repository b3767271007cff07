// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/helper/scandriver.h"

#include <QImage>
#include <QSize>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ow::capture {

/// The page in small, gathered while its lines pass: for the thumbnail and for what can be suggested about
/// the page. At most kMostLines lines high, whatever the page is.
class ScanPreview
{
public:
    static constexpr int kMostLines = 2400;

    explicit ScanPreview(const ScanFrame& frame);

    /// As PageEncoder::addLine.
    void addLine(std::span<const uchar> line);

    /// Ends the gathering: RGB888.
    [[nodiscard]] QImage finish();

private:
    using Sums = std::array<std::uint32_t, 4>;

    void addPixels(std::span<const uchar> line);
    void closeRow();
    void halve();

    ScanMode m_mode;
    int m_width;      ///< of the page
    int m_factor = 1; ///< page pixels to one of the preview, both ways
    std::vector<Sums> m_sums;
    int m_summed = 0; ///< lines in m_sums
    QImage m_image;
    int m_rows = 0;
};

} // namespace ow::capture
