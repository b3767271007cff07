// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/scanwire.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cstring>

namespace ow::capture {

using domain::Error;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

using namespace Qt::StringLiterals;

constexpr int kMostDevices = 64;
constexpr qsizetype kLongestText = 200;
constexpr int kMostSide = 1 << 24;
constexpr int kMostDpi = 20'000;
constexpr int kMostSkew = 1500;

constexpr std::array kCommands{"list"_L1, "scan"_L1, "next"_L1, "cancel"_L1};

/// The only reasons a helper may give.
constexpr std::array kReasons{
    ErrorCode::ScannerMissing, ErrorCode::ScannerBusy,      ErrorCode::ScannerJammed,
    ErrorCode::ScannerEmpty,   ErrorCode::ScannerCover,     ErrorCode::ScannerFault,
    ErrorCode::ScannerDenied,  ErrorCode::ScannerMemory,    ErrorCode::ScannerUnsupported,
    ErrorCode::ScannerNoData,  ErrorCode::ScanPageTooLarge, ErrorCode::ScanTooManyPages,
    ErrorCode::Cancelled,
};

bool within(qint64 value, qint64 low, qint64 high)
{
    return value >= low && value <= high;
}

tl::unexpected<Error> nonsense(const char* what)
{
    return fail(ErrorCode::ScannerCrashed, u"the scan helper talks nonsense: "_s + QLatin1StringView(what));
}

Result<ScanReply> readDevices(const QJsonArray& array)
{
    if (array.size() > kMostDevices) {
        return nonsense("too many devices");
    }
    QList<ScanDevice> devices;
    for (const auto& value : array) {
        const QJsonObject device = value.toObject();
        devices.append({device[u"name"_s].toString().left(kLongestText),
                        device[u"title"_s].toString().left(kLongestText), false});
    }
    return devices;
}

Result<ScanReply> readProgress(const QJsonObject& head)
{
    const ScanProgress progress{head[u"page"_s].toInt(), head[u"lines"_s].toInt(), head[u"of"_s].toInt()};
    if (progress.page < 1 || progress.lines < 0 || progress.of < 0) {
        return nonsense("progress");
    }
    return progress;
}

/// Copied line by line: QImage pads its rows, the wire does not.
QImage thumbnailOf(const QByteArray& body, QSize size)
{
    QImage image(size, QImage::Format_RGB888);
    const qsizetype row = qsizetype(size.width()) * 3;
    for (int y = 0; y < size.height() && !image.isNull(); ++y) {
        std::memcpy(image.scanLine(y), body.constData() + y * row, std::size_t(row));
    }
    return image;
}

Result<ScanReply> readPage(const Message& message, const ScanLimits& limits)
{
    const QJsonObject& head = message.head;
    ScannedPage page;
    page.mime = head[u"mime"_s].toString();
    page.size = {head[u"width"_s].toInt(), head[u"height"_s].toInt()};
    page.dpi = head[u"dpi"_s].toInt(-1);
    page.number = head[u"number"_s].toInt();
    page.incomplete = head[u"incomplete"_s].toBool();
    page.blankHint = head[u"blank"_s].toBool();
    page.skewHint = head[u"skew"_s].toInt();
    const QSize small(head[u"thumbWidth"_s].toInt(), head[u"thumbHeight"_s].toInt());
    const bool size = within(page.size.width(), 1, kMostSide) && within(page.size.height(), 1, kMostSide) &&
                      qint64(page.size.width()) * page.size.height() <= limits.maxPagePixels;
    const bool thumb = within(small.width(), 1, limits.thumbnail.width()) &&
                       within(small.height(), 1, limits.thumbnail.height());
    if ((page.mime != "image/jpeg"_L1 && page.mime != "image/tiff"_L1) || !size || !thumb ||
        !within(page.dpi, 0, kMostDpi) || !within(page.skewHint, -kMostSkew, kMostSkew) ||
        !within(page.number, 1, limits.maxPages)) {
        return nonsense("a page");
    }
    const qsizetype pixels = qsizetype(small.width()) * small.height() * 3;
    const qsizetype bytes = message.body.size() - pixels;
    if (bytes <= 0 || bytes > limits.maxPageBytes) {
        return nonsense("the bytes of a page");
    }
    page.thumbnail = thumbnailOf(message.body, small);
    page.bytes = message.body.sliced(pixels);
    return page;
}

Result<ScanReply> readReason(const QJsonObject& head)
{
    const QString name = head[u"error"_s].toString();
    const auto* reason =
        std::ranges::find(kReasons, name, [](ErrorCode code) { return QString(domain::errorName(code)); });
    if (reason == kReasons.end()) {
        return nonsense("a reason that is none");
    }
    return Error{*reason, head[u"detail"_s].toString().left(kLongestText), {}};
}

} // namespace

QJsonObject scanRequestHead(const ScanRequest& request)
{
    QJsonObject head{{u"do"_s, QString(kCommands[std::size_t(request.command)])}};
    if (request.command == ScanCommand::Scan) {
        head[u"profile"_s] = scanProfileToJson(request.profile);
        head[u"maxPagePixels"_s] = request.limits.maxPagePixels;
        head[u"maxPageBytes"_s] = request.limits.maxPageBytes;
        head[u"maxPages"_s] = request.limits.maxPages;
        head[u"thumbnailWidth"_s] = request.limits.thumbnail.width();
        head[u"thumbnailHeight"_s] = request.limits.thumbnail.height();
    }
    return head;
}

Result<ScanRequest> readScanRequest(const QJsonObject& head)
{
    constexpr qint64 kMost = qint64(1) << 31;
    constexpr int kMostPages = 10'000;
    constexpr int kMostThumbnail = 1024;
    const QString name = head[u"do"_s].toString();
    const auto* command = std::ranges::find(kCommands, name);
    if (command == kCommands.end()) {
        return fail(ErrorCode::InvalidInput, u"no such command"_s);
    }
    ScanRequest request;
    request.command = ScanCommand(command - kCommands.begin());
    if (request.command != ScanCommand::Scan) {
        return request;
    }
    auto profile = scanProfileFromJson(head[u"profile"_s].toObject());
    if (!profile) {
        return tl::unexpected(profile.error());
    }
    request.profile = std::move(*profile);
    ScanLimits& limits = request.limits;
    limits.maxPagePixels = head[u"maxPagePixels"_s].toInteger(-1);
    limits.maxPageBytes = head[u"maxPageBytes"_s].toInteger(-1);
    limits.maxPages = head[u"maxPages"_s].toInt(-1);
    limits.thumbnail = {head[u"thumbnailWidth"_s].toInt(), head[u"thumbnailHeight"_s].toInt()};
    if (!within(limits.maxPagePixels, 1, kMost) || !within(limits.maxPageBytes, 1, kMost) ||
        !within(limits.maxPages, 1, kMostPages) || !within(limits.thumbnail.width(), 1, kMostThumbnail) ||
        !within(limits.thumbnail.height(), 1, kMostThumbnail)) {
        return fail(ErrorCode::InvalidInput, u"a request lacks a limit or has one out of range"_s);
    }
    return request;
}

QJsonObject scanDevicesHead(const std::vector<ScanDevice>& devices)
{
    QJsonArray array;
    for (const ScanDevice& device : devices) {
        if (array.size() == kMostDevices) {
            break;
        }
        array.append(QJsonObject{{u"name"_s, device.name}, {u"title"_s, device.title}});
    }
    return {{u"said"_s, u"devices"_s}, {u"devices"_s, array}};
}

QJsonObject scanProgressHead(const ScanProgress& progress)
{
    return {{u"said"_s, u"progress"_s},
            {u"page"_s, progress.page},
            {u"lines"_s, progress.lines},
            {u"of"_s, progress.of}};
}

QJsonObject scanPageHead(const ScannedPage& page)
{
    return {
        {u"said"_s, u"page"_s},
        {u"mime"_s, page.mime},
        {u"width"_s, page.size.width()},
        {u"height"_s, page.size.height()},
        {u"dpi"_s, page.dpi},
        {u"number"_s, page.number},
        {u"incomplete"_s, page.incomplete},
        {u"blank"_s, page.blankHint},
        {u"skew"_s, page.skewHint},
        {u"thumbWidth"_s, page.thumbnail.width()},
        {u"thumbHeight"_s, page.thumbnail.height()},
    };
}

QByteArray scanPageBody(const ScannedPage& page)
{
    const QImage& image = page.thumbnail;
    Q_ASSERT(image.format() == QImage::Format_RGB888);
    const qsizetype row = qsizetype(image.width()) * 3;
    QByteArray body;
    body.reserve(row * image.height() + page.bytes.size());
    for (int y = 0; y < image.height(); ++y) {
        body.append(reinterpret_cast<const char*>(image.constScanLine(y)), row);
    }
    body += page.bytes;
    return body;
}

QJsonObject scanDoneHead(int pages)
{
    return {{u"said"_s, u"done"_s}, {u"pages"_s, pages}};
}

QJsonObject scanFailedHead(const Error& error)
{
    return {{u"said"_s, u"failed"_s},
            {u"error"_s, QString(domain::errorName(error.code))},
            {u"detail"_s, error.detail}};
}

QJsonObject scanClosedHead()
{
    return {{u"said"_s, u"closed"_s}};
}

Result<ScanReply> readScanReply(const Message& message, const ScanLimits& limits)
{
    const QString said = message.head[u"said"_s].toString();
    if (said == "page"_L1) {
        return readPage(message, limits);
    }
    if (!message.body.isEmpty()) {
        return nonsense("a body where none belongs");
    }
    if (said == "devices"_L1) {
        return readDevices(message.head[u"devices"_s].toArray());
    }
    if (said == "progress"_L1) {
        return readProgress(message.head);
    }
    if (said == "done"_L1) {
        return ScanDone{message.head[u"pages"_s].toInt()};
    }
    if (said == "closed"_L1) {
        return ScanClosed{};
    }
    if (said == "failed"_L1) {
        return readReason(message.head);
    }
    return nonsense("a reply that is none");
}

qint64 maxScanReplyBytes(const ScanLimits& limits)
{
    return limits.maxPageBytes + qint64(limits.thumbnail.width()) * limits.thumbnail.height() * 3;
}

} // namespace ow::capture
