// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/examinedfile.h"
#include "domain/result.h"

#include <QFuture>
#include <QPromise>

#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>

namespace ow::capture {

/// One file on its way and the promise to say what became of it, which it keeps whatever happens: a job that
/// is dropped answers Cancelled.
class IntakeJob
{
public:
    IntakeJob(QString path, QByteArray bytes, QString title, std::stop_token stop);
    ~IntakeJob();
    Q_DISABLE_COPY_MOVE(IntakeJob)

    [[nodiscard]] QFuture<domain::Result<ExaminedFile>> future() const { return m_promise.future(); }

    void answer(domain::Result<ExaminedFile> result); ///< only the first counts

    const QString path; ///< empty: `bytes` is the file
    QByteArray bytes;
    const QString title;
    const std::stop_token stop;

private:
    QPromise<domain::Result<ExaminedFile>> m_promise;
    bool m_answered = false;
};

/// What waits between the thread of the caller and that of the helper's client. Bounded by number and bytes.
class IntakeQueue
{
public:
    IntakeQueue(int maxWaiting, qint64 maxBytes);

    /// False when full; `job` then stays with the caller.
    [[nodiscard]] bool push(std::unique_ptr<IntakeJob>& job);
    [[nodiscard]] std::unique_ptr<IntakeJob> pop();
    [[nodiscard]] int size() const;

private:
    const int m_maxWaiting;
    const qint64 m_maxBytes;
    mutable std::mutex m_mutex;
    std::deque<std::unique_ptr<IntakeJob>> m_jobs;
    qint64 m_bytes = 0;
};

} // namespace ow::capture
