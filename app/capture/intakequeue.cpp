// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/intakequeue.h"

namespace ow::capture {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

IntakeJob::IntakeJob(QString jobPath, QByteArray jobBytes, QString jobTitle, std::stop_token jobStop)
    : path(std::move(jobPath))
    , bytes(std::move(jobBytes))
    , title(std::move(jobTitle))
    , stop(std::move(jobStop))
{
    m_promise.start();
}

IntakeJob::~IntakeJob()
{
    answer(fail(ErrorCode::Cancelled, QStringLiteral("the intake was closed")));
}

void IntakeJob::answer(Result<ExaminedFile> result)
{
    if (std::exchange(m_answered, true)) {
        return;
    }
    if (!result) {
        result.error().field = title;
    }
    m_promise.addResult(std::move(result));
    m_promise.finish();
}

IntakeQueue::IntakeQueue(int maxWaiting, qint64 maxBytes)
    : m_maxWaiting(maxWaiting)
    , m_maxBytes(maxBytes)
{
}

bool IntakeQueue::push(std::unique_ptr<IntakeJob>& job)
{
    const std::scoped_lock lock(m_mutex);
    const qint64 bytes = m_bytes + job->bytes.size();
    if (std::ssize(m_jobs) >= m_maxWaiting || bytes > m_maxBytes) {
        return false;
    }
    m_bytes = bytes;
    m_jobs.push_back(std::move(job));
    return true;
}

std::unique_ptr<IntakeJob> IntakeQueue::pop()
{
    const std::scoped_lock lock(m_mutex);
    if (m_jobs.empty()) {
        return nullptr;
    }
    std::unique_ptr<IntakeJob> job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_bytes -= job->bytes.size();
    return job;
}

int IntakeQueue::size() const
{
    const std::scoped_lock lock(m_mutex);
    return int(m_jobs.size());
}

} // namespace ow::capture
