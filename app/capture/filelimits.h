// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QtGlobal>

namespace ow::capture {

/// How large a file of an applicant may be before it is refused. The client sends these with every request,
/// the helper enforces them, the client checks the answer against them again.
struct FileLimits
{
    qint64 maxBytes = qint64(64) << 20;
    int maxPages = 500;
    qint64 maxPagePixels = 100'000'000;    ///< A0 at 300 dpi is 139 MP and refused; A1 (70 MP) passes
    qint64 maxTotalPixels = 2'000'000'000; ///< over all pages of one TIFF; about 230 pages A4 at 300 dpi
    int maxThumbnails = 60;                ///< later pages have a size but no thumbnail
    QSize thumbnail{156, 220};             ///< px, the box a thumbnail fits in
    friend bool operator==(const FileLimits&, const FileLimits&) = default;
};

} // namespace ow::capture
