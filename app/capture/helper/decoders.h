// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/wire.h"

#include <QByteArray>
#include <QImage>

/// One function for each kind of file. Each decodes everything, not the head only, so that a file cut off
/// anywhere is found, and makes a thumbnail of each page. They run in the helper process only, one at a time,
/// and may use all its memory; std::bad_alloc may leave them.
namespace ow::capture {

/// By content: one of the functions below, or FileWrongType. Never throws; out of memory is FilePixels.
[[nodiscard]] domain::Result<Findings> examineContent(const QByteArray& bytes, const FileLimits& limits);

[[nodiscard]] domain::Result<Findings> examineJpeg(const QByteArray& bytes, const FileLimits& limits);
[[nodiscard]] domain::Result<Findings> examinePng(const QByteArray& bytes, const FileLimits& limits);
[[nodiscard]] domain::Result<Findings> examineTiff(const QByteArray& bytes, const FileLimits& limits);
[[nodiscard]] domain::Result<Findings> examinePdf(const QByteArray& bytes, const FileLimits& limits);

/// A page as a person sees it, decoded no smaller than `box` asks for and perhaps larger.
struct DecodedPage
{
    QSize size;   ///< of the whole page in full
    QImage image; ///< may be smaller than `size`, and in any format
};

[[nodiscard]] domain::Result<DecodedPage> decodeJpeg(const QByteArray& bytes, QSize box,
                                                     const FileLimits& limits);
[[nodiscard]] domain::Result<DecodedPage> decodePng(const QByteArray& bytes, const FileLimits& limits);
/// InvalidInput when there is no such page.
[[nodiscard]] domain::Result<DecodedPage> decodeTiff(const QByteArray& bytes, int page,
                                                     const FileLimits& limits);
[[nodiscard]] domain::Result<DecodedPage> decodePdf(const QByteArray& bytes, int page, QSize box);

/// FilePixels when a page is larger than the limits allow, FileUnreadable when it has no area.
[[nodiscard]] domain::Result<void> checkPixels(qint64 width, qint64 height, const FileLimits& limits);

} // namespace ow::capture
