// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/sanesource.h"
#include "capture/scantray.h"
#include "pipe/helperprocess.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace ow::capture {

/// The half of SaneSource that lives on its own thread: talks to the helper, holds the feeder back while too
/// many pages are on their way, ends a helper that is silent for too long.
class ScanClient : public QObject
{
    Q_OBJECT

public:
    explicit ScanClient(SaneSourceOptions options);

    void find();
    void scan(const ScanProfile& profile);
    void cancel();

Q_SIGNALS:
    void helperStarted(qint64 processId);
    void devicesFound(const QList<ow::capture::ScanDevice>& devices);
    void searchFailed(const ow::domain::Error& error);
    void progressed(const ow::capture::ScanProgress& progress);
    void pageArrived(const ow::capture::ScannedPage& page);
    void finished(int pages);
    void failed(const ow::domain::Error& error, int pages);

private:
    enum class State {
        Idle,
        Searching,
        Starting, ///< asked for a run or its next sheet, nothing of it seen yet
        Reading,  ///< lines come
        HoldBack, ///< a page was given, the next is not asked for: no room
        Cancelling,
        Closing, ///< the run is over and said; the driver lets the device go
    };

    void ask(ScanCommand command, const ScanProfile& profile = {});
    void enter(State state);
    [[nodiscard]] std::chrono::milliseconds patienceOf(State state) const;
    void onOutput(const QByteArray& bytes);
    void onHelperGone(pipe::HelperProcess::Gone reason, int exitCode);
    void onSilence();
    void take(ScanReply reply);
    void takePage(ScannedPage page);
    void goOn();
    [[nodiscard]] bool isRunning() const;
    /// Begins what was asked for meanwhile.
    void becomeIdle();
    /// What is under way ends because the helper does.
    void giveUp(domain::ErrorCode code, const QString& detail);

    const SaneSourceOptions m_options;
    QTimer m_timer;
    ScanTray m_tray;
    pipe::HelperProcess m_helper;
    MessageReader m_reader;
    State m_state = State::Idle;
    int m_pages = 0; ///< given in this run
    bool m_feeds = false;
    std::optional<ScanProfile> m_wanted; ///< a run asked for during a search or while closing
    bool m_searchWanted = false;         ///< a search asked for while closing
};

} // namespace ow::capture
