// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagesource.h"
#include "capture/scanwire.h"

#include <QMap>
#include <QPromise>
#include <QStringList>
#include <QThread>

#include <chrono>

namespace ow::capture {

class ScanClient;

struct SaneSourceOptions
{
    QString helper;        ///< path of onewindow-scan; given by the composition root
    QStringList arguments; ///< {"--simulate=…"}: the simulator in place of SANE (training, tests)
    QMap<QString, QString> environment; ///< set beside our own: SANE_CONFIG_DIR of a test
    ScanLimits limits;
    // How long the helper may be silent before it is killed. Drivers wait for lamps and networks.
    std::chrono::milliseconds searchPatience = std::chrono::seconds(60);
    std::chrono::milliseconds startPatience = std::chrono::seconds(120); ///< open, warm up, feed a sheet
    std::chrono::milliseconds linePatience = std::chrono::seconds(45);   ///< between two lines
    std::chrono::milliseconds cancelPatience = std::chrono::seconds(5);  ///< then it is not asked but ended
    std::chrono::milliseconds closePatience = std::chrono::seconds(20);  ///< to let the device go after a run
};

/// Scanners, driven by SANE in a process of its own (onewindow-scan). A driver that crashes (ScannerCrashed)
/// or does not move any more (ScannerHung) costs the page under way; the next run has a new process.
///
/// Threads: lives where it was made (the GUI's), works on a thread of its own; nothing waits but the
/// destructor of one that was not retired, for the helper to be gone.
class SaneSource final : public PageSource
{
    Q_OBJECT

public:
    explicit SaneSource(SaneSourceOptions options, QObject* parent = nullptr);
    ~SaneSource() override;

    void findDevices() override;
    void start(const ScanProfile& profile) override;
    void cancel() override;

    [[nodiscard]] bool isRunning() const override { return m_running; }

    [[nodiscard]] QFuture<void> retire() override;

Q_SIGNALS:
    /// A helper process runs; said again after each replacement. Emitted from the thread of the source's own.
    void helperStarted(qint64 processId);

private:
    QThread m_thread;
    ScanClient* m_client;  ///< lives in and dies with m_thread
    QPromise<void> m_gone; ///< kept when the client, and with it the helper, is gone
    bool m_running = false;
    bool m_searching = false;
};

} // namespace ow::capture
