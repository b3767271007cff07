// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/fileintake.h"
#include "capture/intakequeue.h"
#include "capture/wire.h"
#include "pipe/helperprocess.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace ow::capture {

/// The half of FileIntake that lives on its own thread: reads one file, hands it to the helper, waits for the
/// answer or the end of the time, replaces the helper when it crashed, hung or was stopped. One file at a
/// time.
class HelperClient : public QObject
{
    Q_OBJECT
public:
    HelperClient(FileIntakeOptions options, std::shared_ptr<IntakeQueue> queue);
    ~HelperClient() override;

    /// Begins the next file unless one is under way.
    void pump();

    /// From any thread: a read under way ends soon.
    void stopReading() { m_closing = true; }

Q_SIGNALS:
    void helperStarted(qint64 processId);

private:
    using StopCallback = std::stop_callback<std::function<void()>>;

    void begin(std::unique_ptr<IntakeJob> job);
    [[nodiscard]] domain::Result<QByteArray> readFile(const IntakeJob& job) const;
    void send();
    void onOutput(const QByteArray& bytes);
    void onHelperGone(pipe::HelperProcess::Gone reason, int exitCode);
    void onTimeout();
    void onStop(qint64 request);
    void settle(domain::Result<Findings> findings);
    /// The answer for the file under way when it is the helper that failed; its replacement starts with the
    /// next.
    void settleWithoutHelper(domain::ErrorCode code, const QString& detail);

    const FileIntakeOptions m_options;
    const std::shared_ptr<IntakeQueue> m_queue;
    std::atomic<bool> m_closing = false;
    QTimer m_timer;
    pipe::HelperProcess m_helper;
    MessageReader m_reader;
    std::unique_ptr<IntakeJob> m_job;
    std::optional<StopCallback> m_stopCallback;
    qint64 m_request = 0;
};

} // namespace ow::capture
