// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/cameralens.h"
#include "capture/pagesource.h"
#include "capture/scantray.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <memory>

namespace ow::capture {

/// Document cameras (高拍仪 are UVC cameras): one run is one picture. The picture is compressed on a worker
/// thread. Everything else is on the GUI thread, where Qt wants its cameras, and nothing of it waits.
///
/// Errors: CameraMissing, CameraFailed, Cancelled; ScannerBusy while too many pages are on their way.
class CameraSource final : public PageSource
{
    Q_OBJECT

public:
    /// Before the names of cameras, in lists of devices and in profiles.
    static constexpr QLatin1StringView kPrefix{"camera:"};

    using MakeLens = std::function<std::unique_ptr<CameraLens>()>; ///< null: there is no camera to be had

    /// `make` is called when a camera is first wanted.
    explicit CameraSource(MakeLens make, QObject* parent = nullptr);
    ~CameraSource() override;

    /// The cameras of this machine, by the plugin `path` (onewindow-camera.so). Loaded when first wanted: Qt
    /// Multimedia brings sound servers and codecs that a window without a camera need not carry.
    [[nodiscard]] static std::unique_ptr<CameraSource> ofThisMachine(const QString& path);
    /// For training: one camera over a sheet that lies a little askew.
    [[nodiscard]] static std::unique_ptr<CameraSource> simulated();

    void findDevices() override;
    void start(const ScanProfile& profile) override;
    void cancel() override;

    [[nodiscard]] bool isRunning() const override { return m_running; }

    void beginPreview(const ScanProfile& profile) override;
    void endPreview() override;
    [[nodiscard]] QFuture<void> retire() override;

private:
    /// Made and wired when first wanted, whoever wants it; null: there is no camera to be had.
    [[nodiscard]] CameraLens* lens();
    [[nodiscard]] domain::Result<void> open(const ScanProfile& profile);
    void takePicture(const QImage& picture);
    void takeFrame(const QImage& frame);
    void give(domain::Result<ScannedPage> page);
    void end(const domain::Error& error);

    MakeLens m_make;
    std::unique_ptr<CameraLens> m_lens;
    ScanTray m_tray;
    QTimer m_patience;
    QElapsedTimer m_sinceFrame;
    bool m_running = false;
    bool m_previewing = false;
    int m_run = 0;     ///< counts runs, so that a late picture does not belong to the next
    int m_preview = 0; ///< counts previews alike
};

} // namespace ow::capture
