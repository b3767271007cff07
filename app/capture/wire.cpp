// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/wire.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

/// The only reasons a helper may give.
constexpr std::array kRefusals{
    ErrorCode::FileUnreadable, ErrorCode::FileTooLarge,  ErrorCode::FileTruncated,
    ErrorCode::FileWrongType,  ErrorCode::FileEncrypted, ErrorCode::FileTooManyPages,
    ErrorCode::FilePixels,
};

std::optional<ErrorCode> refusalFromName(const QString& name)
{
    for (const ErrorCode code : kRefusals) {
        if (name == domain::errorName(code)) {
            return code;
        }
    }
    return std::nullopt;
}

/// JSON numbers are doubles; those used here are well below 2^53.
std::optional<qint64> integerIn(const QJsonValue& value, qint64 low, qint64 high)
{
    const qint64 number = value.toInteger(-1);
    return number >= low && number <= high ? std::optional(number) : std::nullopt;
}

tl::unexpected<domain::Error> nonsense(const char* what)
{
    return fail(ErrorCode::HelperCrashed, u"the helper answers nonsense: "_s + QLatin1StringView(what));
}

/// Copied line by line: QImage pads its rows, the wire does not.
QImage imageOf(std::span<const char> pixels, QSize size)
{
    QImage image(size, QImage::Format_RGB888);
    const auto row = std::size_t(size.width()) * 3;
    for (int y = 0; y < size.height() && !image.isNull(); ++y) {
        std::memcpy(image.scanLine(y), pixels.subspan(std::size_t(y) * row, row).data(), row);
    }
    return image;
}

} // namespace

QJsonObject requestHead(const Request& request)
{
    const FileLimits& limits = request.limits;
    return {
        {u"id"_s, request.id},
        {u"maxBytes"_s, limits.maxBytes},
        {u"maxPages"_s, limits.maxPages},
        {u"maxPagePixels"_s, limits.maxPagePixels},
        {u"maxTotalPixels"_s, limits.maxTotalPixels},
        {u"maxThumbnails"_s, limits.maxThumbnails},
        {u"thumbnailWidth"_s, limits.thumbnail.width()},
        {u"thumbnailHeight"_s, limits.thumbnail.height()},
    };
}

Result<Request> readRequest(const QJsonObject& head)
{
    constexpr qint64 kMost = qint64(1) << 40;
    constexpr qint64 kMostThumbnail = 1024;
    const auto id = integerIn(head[u"id"_s], 0, kMost);
    const auto bytes = integerIn(head[u"maxBytes"_s], 1, kMost);
    const auto pages = integerIn(head[u"maxPages"_s], 1, 100'000);
    const auto pagePixels = integerIn(head[u"maxPagePixels"_s], 1, kMost);
    const auto totalPixels = integerIn(head[u"maxTotalPixels"_s], 1, kMost);
    const auto thumbnails = integerIn(head[u"maxThumbnails"_s], 0, 100'000);
    const auto width = integerIn(head[u"thumbnailWidth"_s], 1, kMostThumbnail);
    const auto height = integerIn(head[u"thumbnailHeight"_s], 1, kMostThumbnail);
    if (!id || !bytes || !pages || !pagePixels || !totalPixels || !thumbnails || !width || !height) {
        return fail(ErrorCode::InvalidInput, u"a request lacks a limit or has one out of range"_s);
    }
    return Request{*id, FileLimits{*bytes, int(*pages), *pagePixels, *totalPixels, int(*thumbnails),
                                   QSize(int(*width), int(*height))}};
}

QJsonObject answerHead(qint64 id, const Result<Findings>& findings)
{
    if (!findings) {
        return {
            {u"id"_s, id},
            {u"error"_s, QString(domain::errorName(findings.error().code))},
            {u"detail"_s, findings.error().detail},
        };
    }
    QJsonArray pages;
    for (const ExaminedPage& page : findings->pages) {
        pages.append(QJsonArray{page.size.width(), page.size.height(), page.thumbnail.width(),
                                page.thumbnail.height()});
    }
    return {
        {u"id"_s, id},
        {u"kind"_s, QString(kindKey(findings->kind))},
        {u"damaged"_s, findings->damaged},
        {u"pages"_s, pages},
    };
}

QByteArray answerBody(const Result<Findings>& findings)
{
    QByteArray body;
    if (findings) {
        for (const ExaminedPage& page : findings->pages) {
            const QImage& image = page.thumbnail;
            Q_ASSERT(image.isNull() || image.format() == QImage::Format_RGB888);
            for (int y = 0; y < image.height(); ++y) {
                body.append(reinterpret_cast<const char*>(image.constScanLine(y)),
                            qsizetype(image.width()) * 3);
            }
        }
    }
    return body;
}

namespace {

Result<ExaminedPage> readPage(const QJsonArray& numbers, std::span<const char>& pixels,
                              const FileLimits& limits)
{
    constexpr int kMostSide = 1 << 30;
    const auto width = integerIn(numbers.at(0), 1, kMostSide);
    const auto height = integerIn(numbers.at(1), 1, kMostSide);
    const auto thumbWidth = integerIn(numbers.at(2), 0, limits.thumbnail.width());
    const auto thumbHeight = integerIn(numbers.at(3), 0, limits.thumbnail.height());
    if (numbers.size() != 4 || !width || !height || !thumbWidth || !thumbHeight) {
        return nonsense("the size of a page");
    }
    const auto needed = std::size_t(*thumbWidth) * std::size_t(*thumbHeight) * 3;
    if (needed > pixels.size()) {
        return nonsense("a thumbnail is shorter than said");
    }
    ExaminedPage page{QSize(int(*width), int(*height)), {}};
    if (needed > 0) {
        page.thumbnail = imageOf(pixels.first(needed), QSize(int(*thumbWidth), int(*thumbHeight)));
        pixels = pixels.subspan(needed);
    }
    return page;
}

} // namespace

std::optional<domain::Error> readRefusal(const QJsonObject& head)
{
    constexpr qsizetype kLongestDetail = 300;
    const auto code = refusalFromName(head[u"error"_s].toString());
    if (!code) {
        return std::nullopt;
    }
    return domain::Error{*code, head[u"detail"_s].toString().left(kLongestDetail), {}};
}

Result<Findings> readAnswer(const Message& message, qint64 id, const FileLimits& limits)
{
    if (message.head[u"id"_s].toInteger(-1) != id) {
        return nonsense("another request's number");
    }
    if (message.head.contains(u"error"_s)) {
        const auto refusal = readRefusal(message.head);
        return refusal ? Result<Findings>(tl::unexpected(*refusal)) : nonsense("a reason that is none");
    }
    const auto kind = kindFromKey(message.head[u"kind"_s].toString());
    const QJsonArray pages = message.head[u"pages"_s].toArray();
    if (!kind || pages.isEmpty() || pages.size() > limits.maxPages) {
        return nonsense("no kind or no pages");
    }
    Findings findings{*kind, message.head[u"damaged"_s].toBool(), {}};
    findings.pages.reserve(std::size_t(pages.size()));
    std::span<const char> pixels(message.body.constData(), std::size_t(message.body.size()));
    for (const auto& numbers : pages) {
        Result<ExaminedPage> page = readPage(numbers.toArray(), pixels, limits);
        if (!page) {
            return tl::unexpected(page.error());
        }
        findings.pages.push_back(std::move(*page));
    }
    return pixels.empty() ? Result<Findings>(std::move(findings))
                          : nonsense("bytes after the last thumbnail");
}

qint64 maxAnswerBytes(const FileLimits& limits)
{
    const int thumbnails = std::min(limits.maxThumbnails, limits.maxPages);
    return qint64(limits.thumbnail.width()) * limits.thumbnail.height() * 3 * thumbnails;
}

} // namespace ow::capture
