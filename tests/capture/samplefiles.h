// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/fileintake.h"

#include <QByteArray>
#include <QSize>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

/// Real files of each kind, made by the libraries that make them in the world.
namespace ow::capture::test {

/// Left half red, right half blue, with stripes so that the data are not trivial.
[[nodiscard]] QImage twoHalves(QSize size);

[[nodiscard]] QByteArray jpegFile(QSize size = {600, 800}, bool progressive = false);
[[nodiscard]] QByteArray pngFile(QSize size = {600, 800});
/// EXIF 2.3, tag 0x0112, put behind SOI by hand.
[[nodiscard]] QByteArray withExifOrientation(const QByteArray& jpeg, char orientation);

struct TiffPage
{
    QSize size{300, 400};
    std::uint16_t compression = 5; ///< LZW
    std::uint16_t orientation = 1;
};

[[nodiscard]] QByteArray tiffFile(const std::vector<TiffPage>& pages);

/// By Qt's PDF writer; A4.
[[nodiscard]] QByteArray pdfFile(int pages);
/// What the qpdf program makes of a PDF; fails the test when it cannot.
[[nodiscard]] QByteArray byQpdf(const QByteArray& pdf, const QStringList& options);

/// The header says `width` x `height`, whatever the picture holds; the CRC is right.
[[nodiscard]] QByteArray withClaimedSize(QByteArray png, std::uint32_t width, std::uint32_t height);

[[nodiscard]] FileIntakeOptions options();

/// Asks and waits.
[[nodiscard]] domain::Result<ExaminedFile> examine(const QByteArray& bytes,
                                                   FileIntakeOptions with = options());

} // namespace ow::capture::test
