// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagesource.h"
#include "capture/wire.h"

#include <QSize>

#include <variant>
#include <vector>

/// What the client and onewindow-scan say to each other over two pipes, as messages of capture/wire.h.
///
/// The client asks: list | scan (profile, limits) | next | cancel. The helper says: devices | progress | page
/// | done | failed, then closed. After a page the helper waits for `next`: this is how the client holds back
/// a feeder that is faster than the store, and why neither side ever holds more than one page that is not
/// taken. A page's body is its thumbnail as bare RGB888 pixels, then the encoded page; the client decodes
/// neither.
namespace ow::capture {

struct ScanLimits
{
    qint64 maxPagePixels = 100'000'000; ///< as FileLimits has it for files
    qint64 maxPageBytes = qint64(64) << 20;
    int maxPages = 300; ///< of one run
    QSize thumbnail{156, 220};
    friend bool operator==(const ScanLimits&, const ScanLimits&) = default;
};

enum class ScanCommand { List, Scan, Next, Cancel };

struct ScanRequest
{
    ScanCommand command = ScanCommand::List;
    ScanProfile profile; ///< of Scan, like the limits
    ScanLimits limits;
};

[[nodiscard]] QJsonObject scanRequestHead(const ScanRequest& request);
[[nodiscard]] domain::Result<ScanRequest> readScanRequest(const QJsonObject& head);

struct ScanDone
{
    int pages = 0;
};

/// The device was let go after `done` or `failed`. Said apart, because some drivers take long for it or never
/// come back, and the pages and the reason must not wait for them.
struct ScanClosed
{
};

[[nodiscard]] QJsonObject scanDevicesHead(const std::vector<ScanDevice>& devices);
[[nodiscard]] QJsonObject scanProgressHead(const ScanProgress& progress);
/// The thumbnail is RGB888.
[[nodiscard]] QJsonObject scanPageHead(const ScannedPage& page);
[[nodiscard]] QByteArray scanPageBody(const ScannedPage& page);
[[nodiscard]] QJsonObject scanDoneHead(int pages);
[[nodiscard]] QJsonObject scanFailedHead(const domain::Error& error);
[[nodiscard]] QJsonObject scanClosedHead();

/// The last alternative is what the helper failed for.
using ScanReply =
    std::variant<QList<ScanDevice>, ScanProgress, ScannedPage, ScanDone, ScanClosed, domain::Error>;

/// ScannerCrashed for a reply that is none or breaks the limits.
[[nodiscard]] domain::Result<ScanReply> readScanReply(const Message& message, const ScanLimits& limits);

/// The most bytes a reply's body may have.
[[nodiscard]] qint64 maxScanReplyBytes(const ScanLimits& limits);

} // namespace ow::capture
