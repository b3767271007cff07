// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pagework.h"

#include <QJsonArray>

#include <array>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr std::array kTasks{"draw"_L1, "look"_L1, "embed"_L1};
constexpr std::array kFilters{"dct"_L1, "fax"_L1, "flate"_L1};
constexpr std::array kColors{"gray"_L1, "rgb"_L1, "cmyk"_L1, "indexed"_L1};
constexpr int kMostPages = 100'000;
constexpr int kMostSide = 1 << 20;
constexpr int kMostDpi = 1'000'000; // hundredths
constexpr int kMostPalette = 256 * 3;
constexpr int kOrientations = 7; // all bits of QImageIOHandler::Transformations
constexpr int kMostTurn = 4500;  // hundredths of a degree

template <class Names> std::optional<int> placeIn(const Names& names, const QString& key)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (key == names[i]) {
            return int(i);
        }
    }
    return std::nullopt;
}

/// JSON numbers are doubles; those used here are well below 2^53.
std::optional<qint64> integerIn(const QJsonValue& value, qint64 low, qint64 high)
{
    const qint64 number = value.toInteger(low - 1);
    return number >= low && number <= high ? std::optional(number) : std::nullopt;
}

bool isBits(qint64 bits)
{
    return bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
}

std::optional<std::vector<PageRun>> runsFrom(const QJsonArray& list, qint64 fileSize, int height)
{
    std::vector<PageRun> runs;
    if (list.size() > kMostRuns) {
        return std::nullopt;
    }
    for (const auto& value : list) {
        const QJsonArray numbers = value.toArray();
        const auto offset = integerIn(numbers.at(0), 0, fileSize);
        const auto length = integerIn(numbers.at(1), 1, fileSize);
        const auto rows = integerIn(numbers.at(2), 0, height);
        if (!offset || !length || !rows || *length > fileSize - *offset) {
            return std::nullopt;
        }
        runs.push_back({*offset, *length, int(*rows)});
    }
    return runs;
}

} // namespace

QJsonObject pageRequestHead(const PageRequest& request)
{
    return {
        {u"id"_s, request.id},
        {u"page"_s, request.page},
        {u"task"_s, QString(kTasks[std::size_t(request.task)])},
        {u"width"_s, request.box.width()},
        {u"height"_s, request.box.height()},
        {u"maxPagePixels"_s, request.maxPagePixels},
    };
}

bool isPageRequest(const QJsonObject& head)
{
    return head.contains("page"_L1);
}

Result<PageRequest> readPageRequest(const QJsonObject& head)
{
    constexpr qint64 kMost = qint64(1) << 40;
    const auto id = integerIn(head["id"_L1], 0, kMost);
    const auto page = integerIn(head["page"_L1], 0, kMostPages);
    const auto task = placeIn(kTasks, head["task"_L1].toString());
    const auto width = integerIn(head["width"_L1], 1, kLargestDrawing.width());
    const auto height = integerIn(head["height"_L1], 1, kLargestDrawing.height());
    const auto pixels = integerIn(head["maxPagePixels"_L1], 1, kMost);
    if (!id || !page || !task || !width || !height || !pixels) {
        return fail(ErrorCode::InvalidInput, u"a request about a page has a value out of range"_s);
    }
    return PageRequest{*id, PageTask(*task), int(*page), QSize(int(*width), int(*height)), *pixels};
}

QJsonObject lookToJson(const PageLook& look)
{
    return {{u"skew"_s, look.skew}, {u"confidence"_s, look.skewConfidence}, {u"blank"_s, look.blank}};
}

std::optional<PageLook> lookFromJson(const QJsonObject& json)
{
    constexpr int kMostConfidence = 1'000'000;
    const auto skew = integerIn(json["skew"_L1], -kMostTurn, kMostTurn);
    const auto confidence = integerIn(json["confidence"_L1], 0, kMostConfidence);
    if (!skew || !confidence) {
        return std::nullopt;
    }
    return PageLook{int(*skew), int(*confidence), json["blank"_L1].toBool()};
}

QJsonObject pageImageToJson(const PageImage& image)
{
    QJsonArray runs;
    for (const PageRun& run : image.runs) {
        runs.append(QJsonArray{run.offset, run.length, run.rows});
    }
    return {
        {u"pages"_s, image.pages},
        {u"width"_s, image.size.width()},
        {u"height"_s, image.size.height()},
        {u"orientation"_s, int(image.orientation)},
        {u"dpiX"_s, image.dpiX},
        {u"dpiY"_s, image.dpiY},
        {u"filter"_s, QString(kFilters[std::size_t(image.filter)])},
        {u"color"_s, QString(kColors[std::size_t(image.color)])},
        {u"bits"_s, image.bits},
        {u"inverted"_s, image.inverted},
        {u"blackIsOne"_s, image.blackIsOne},
        {u"predicted"_s, image.predicted},
        {u"palette"_s, QString::fromLatin1(image.palette.toHex())},
        {u"runs"_s, runs},
    };
}

std::optional<PageImage> pageImageFromJson(const QJsonObject& json, qint64 fileSize)
{
    const auto pages = integerIn(json["pages"_L1], 1, kMostPages);
    const auto width = integerIn(json["width"_L1], 1, kMostSide);
    const auto height = integerIn(json["height"_L1], 1, kMostSide);
    const auto orientation = integerIn(json["orientation"_L1], 0, kOrientations);
    const auto dpiX = integerIn(json["dpiX"_L1], 0, kMostDpi);
    const auto dpiY = integerIn(json["dpiY"_L1], 0, kMostDpi);
    const auto filter = placeIn(kFilters, json["filter"_L1].toString());
    const auto color = placeIn(kColors, json["color"_L1].toString());
    const auto bits = integerIn(json["bits"_L1], 1, 16);
    if (!pages || !width || !height || !orientation || !dpiX || !dpiY || !filter || !color || !bits ||
        !isBits(*bits)) {
        return std::nullopt;
    }
    PageImage image;
    image.pages = int(*pages);
    image.size = QSize(int(*width), int(*height));
    image.orientation = QImageIOHandler::Transformations(int(*orientation));
    image.dpiX = int(*dpiX);
    image.dpiY = int(*dpiY);
    image.filter = PageImage::Filter(*filter);
    image.color = PageImage::Color(*color);
    image.bits = int(*bits);
    image.inverted = json["inverted"_L1].toBool();
    image.blackIsOne = json["blackIsOne"_L1].toBool();
    image.predicted = json["predicted"_L1].toBool();
    image.palette = QByteArray::fromHex(json["palette"_L1].toString().toLatin1());
    auto runs = runsFrom(json["runs"_L1].toArray(), fileSize, image.size.height());
    const bool indexed = image.color == PageImage::Color::Indexed;
    const bool paletteFits = indexed ? !image.palette.isEmpty() && image.palette.size() % 3 == 0 &&
                                           image.palette.size() <= kMostPalette
                                     : image.palette.isEmpty();
    if (!runs || !paletteFits) {
        return std::nullopt;
    }
    image.runs = std::move(*runs);
    return image;
}

} // namespace ow::capture
