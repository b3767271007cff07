// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagelook.h"
#include "domain/result.h"

#include <QByteArray>
#include <QImageIOHandler>
#include <QJsonObject>
#include <QSize>

#include <optional>
#include <vector>

/// What the helper does for a page that is already in the store, and what it answers. Requests go over the
/// same two pipes as those of wire.h and are told apart by their "page" member.
namespace ow::capture {

enum class PageTask {
    Draw,  ///< its picture, to fit a box
    Look,  ///< PageLook
    Embed, ///< PageImage: how its bytes go into a PDF
};

struct PageRequest
{
    qint64 id = 0;
    PageTask task = PageTask::Draw;
    int page = 0;             ///< from 0
    QSize box;                ///< px, of Draw
    qint64 maxPagePixels = 0; ///< of FileLimits
};

/// A run of the file's bytes that is a stream of its own: all of a JPEG, one strip of a TIFF. Several runs
/// with rows = 0 belong to one stream (the IDAT chunks of a PNG).
struct PageRun
{
    qint64 offset = 0;
    qint64 length = 0;
    int rows = 0; ///< of pixels; 0: goes on where the run before ended
    friend bool operator==(const PageRun&, const PageRun&) = default;
};

/// One page of a picture file as the image objects of a PDF (ISO 32000-1, 8.9.5), found by the helper so that
/// nothing else has to read what a stranger wrote.
struct PageImage
{
    enum class Filter { Dct, Fax, Flate };
    enum class Color { Gray, Rgb, Cmyk, Indexed };

    int pages = 1;                                                                      ///< of the whole file
    QSize size;                                                                         ///< px, as stored
    QImageIOHandler::Transformations orientation = QImageIOHandler::TransformationNone; ///< to be applied
    int dpiX = 0; ///< hundredths; 0 = unknown
    int dpiY = 0;
    Filter filter = Filter::Dct;
    Color color = Color::Rgb;
    int bits = 8;            ///< per component
    bool inverted = false;   ///< CMYK as Adobe stores it
    bool blackIsOne = false; ///< Fax: a one is black ink, the sample itself is to be turned
    bool predicted = false;  ///< Flate: each row begins with a PNG filter type
    QByteArray palette;      ///< of Indexed: RGB triples
    /// Where the streams lie in the file, unchanged. Empty: the page cannot go in as it is stored; its pixels
    /// come packed without loss instead, as one Flate stream.
    std::vector<PageRun> runs;
};

inline constexpr int kMostRuns = 4096;
inline constexpr int kMostStreams = 64;                     ///< strips; a file of more is packed anew
inline constexpr qint64 kMostPacked = qint64(64) << 20;     ///< bytes of a packed page
inline constexpr QSize kLargestDrawing = QSize(4000, 4000); ///< px

[[nodiscard]] QJsonObject pageRequestHead(const PageRequest& request);
/// None when the message asks for something else; InvalidInput when it is nonsense.
[[nodiscard]] bool isPageRequest(const QJsonObject& head);
[[nodiscard]] domain::Result<PageRequest> readPageRequest(const QJsonObject& head);

[[nodiscard]] QJsonObject lookToJson(const PageLook& look);
[[nodiscard]] std::optional<PageLook> lookFromJson(const QJsonObject& json);

[[nodiscard]] QJsonObject pageImageToJson(const PageImage& image);
/// Nothing when a number is out of range or a run lies outside a file of `fileSize` bytes.
[[nodiscard]] std::optional<PageImage> pageImageFromJson(const QJsonObject& json, qint64 fileSize);

} // namespace ow::capture
