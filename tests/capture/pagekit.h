// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagebinder.h"
#include "capture/pagehelper.h"

#include <QImage>
#include <QSizeF>
#include <QStringList>

#include <vector>

/// Pages for binding, and what other programs make of the bound file.
namespace ow::capture::test {

[[nodiscard]] PageHelperOptions pageOptions();

struct BoundFile
{
    QByteArray bytes;
    domain::MaterialFile file = {};
};

/// Binds, or fails the test.
[[nodiscard]] QByteArray bound(const std::vector<BoundFile>& files);
[[nodiscard]] domain::Result<QByteArray> tryToBind(const std::vector<BoundFile>& files);

/// `qpdf --check` finds nothing to complain of.
[[nodiscard]] bool isSoundPdf(const QByteArray& pdf);
/// By pdftoppm at 36 dpi: half a pixel a point.
[[nodiscard]] QImage renderedByPoppler(const QByteArray& pdf, int page = 0);
/// Page sizes in points, by pdfinfo.
[[nodiscard]] std::vector<QSizeF> pageSizes(const QByteArray& pdf);
/// The "enc" column of pdfimages -list.
[[nodiscard]] QStringList encodings(const QByteArray& pdf);

/// Rows of black bars on white, turned clockwise by `degrees`, as a text would be on a page fed askew.
[[nodiscard]] QImage textPage(double degrees, QSize size = {1240, 1754});
[[nodiscard]] QByteArray asJpeg(const QImage& image, int dpi = 0, int quality = 80);
[[nodiscard]] QByteArray asPng(const QImage& image);
/// One bit, Group 4, in strips of so many rows.
[[nodiscard]] QByteArray asFaxTiff(const QImage& image, int rowsPerStrip, int dpi, bool minIsBlack = false);

[[nodiscard]] bool isRed(QRgb pixel);
[[nodiscard]] bool isBlue(QRgb pixel);

} // namespace ow::capture::test
