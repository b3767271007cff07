// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/scannedpage.h"
#include "capture/scanprofile.h"
#include "domain/result.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

namespace ow::capture {

/// A scanner or a document camera that is there.
struct ScanDevice
{
    QString name;  ///< for the machine; kept in profiles
    QString title; ///< maker and model, for people
    bool camera = false;
    friend bool operator==(const ScanDevice&, const ScanDevice&) = default;
};

struct ScanProgress
{
    int page = 0;  ///< 1 … of this run
    int lines = 0; ///< of this page, so far
    int of = 0;    ///< 0: the device does not know how long its page will be
    friend bool operator==(const ScanProgress&, const ScanProgress&) = default;
};

/// Where pages come from: the port in front of scanners (SaneSource), document cameras (CameraSource) and
/// their simulators. One run at a time. Every function returns at once; what comes of it is said by signals,
/// in the thread the source lives in (the GUI's).
///
/// After start(): any number of progressed() and pageArrived(), then exactly one finished() or failed().
/// Pages that arrived stay good whatever comes after them; a page under way when something happens is not
/// given.
class PageSource : public QObject
{
    Q_OBJECT

public:
    /// So many pages may be on their way (ScannedPage::onItsWay) before the source pauses.
    static constexpr int kRoom = 4;

    explicit PageSource(QObject* parent = nullptr)
        : QObject(parent)
    {
    }

    /// Looks for devices; devicesFound() or searchFailed() follows. May take many seconds with scanners in
    /// the network: ask once and keep the list. Nothing happens while a run or another search is under way.
    virtual void findDevices() = 0;

    /// Begins a run. One that is under way goes on, and this one is not begun.
    virtual void start(const ScanProfile& profile) = 0;

    /// Ends the run soon: failed() with Cancelled.
    virtual void cancel() = 0;

    [[nodiscard]] virtual bool isRunning() const = 0;

    /// Shows what the device of the profile sees, until endPreview(): previewed(), or failed() with 0 pages
    /// when there is nothing (more) to see. Scanners see nothing before they scan.
    virtual void beginPreview(const ScanProfile& profile) { Q_UNUSED(profile) }

    virtual void endPreview() {}

    /// For one that is no longer wanted: ends what is under way and does nothing more. The future ends when
    /// the source may be destroyed without waiting for its device, which can take as long as a driver hangs.
    [[nodiscard]] virtual QFuture<void> retire() { return QtFuture::makeReadyFuture(); }

Q_SIGNALS:
    void devicesFound(const QList<ow::capture::ScanDevice>& devices);
    void searchFailed(const ow::domain::Error& error);
    void progressed(const ow::capture::ScanProgress& progress);
    void pageArrived(const ow::capture::ScannedPage& page);
    void finished(int pages);
    void failed(const ow::domain::Error& error, int pages);
    /// At most ten a second, no wider than 960 px.
    void previewed(const QImage& frame);
};

} // namespace ow::capture
