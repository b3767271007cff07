// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/sidecar.h"

#include "ledger/sidecarwriter.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace ow::ledger {

using domain::ErrorCode;
using domain::Result;
using Clock = std::chrono::steady_clock;
using State = SidecarStatus::State;

namespace {

constexpr std::chrono::milliseconds kEnd(3000);

State stateOf(const domain::Error& error)
{
    if (error.code == ErrorCode::NotFound)
        return State::Missing;
    return error.code == ErrorCode::DatabaseFull ? State::Full : State::Failed;
}

} // namespace

/// What both threads share, and the thread's work. The file is the thread's alone.
class Sidecar::Lane
{
public:
    explicit Lane(Options options)
        : m_options(std::move(options))
        , m_writer(m_options.file, m_options.device, m_options.maxBytes)
    {
        m_status.file = m_options.file;
        m_status.state = State::Idle;
    }

    struct Job
    {
        enum class What { Look, Begin, Follow, Append, Drop, DropNow };
        What what = What::Look;
        qint64 seq = 0;
        QByteArray frame = {};
    };

    void run();
    void give(Job job);
    void quit();

    mutable std::mutex mutex;
    mutable std::condition_variable changed;
    std::optional<SidecarExtent> found;
    std::optional<qint64> next;
    bool looking = false;
    std::optional<Clock::time_point> lookedAt;
    qint64 queuedBytes = 0;

    [[nodiscard]] bool isIdle() const { return m_jobs.empty() && !m_busy && !m_syncAt; }

    [[nodiscard]] const SidecarStatus& status() const { return m_status; }

    [[nodiscard]] const Options& options() const { return m_options; }

private:
    [[nodiscard]] bool waitForWork(std::unique_lock<std::mutex>& lock);
    [[nodiscard]] Result<void> perform(Job& job);
    [[nodiscard]] Result<void> drop(qint64 upTo, bool atOnce);
    void note(const Result<void>& done, bool synced);

    const Options m_options;
    SidecarWriter m_writer;
    std::deque<Job> m_jobs;
    SidecarStatus m_status;
    std::optional<Clock::time_point> m_syncAt; ///< something is written and not synced
    bool m_busy = false;
    bool m_quit = false;
};

void Sidecar::Lane::give(Job job)
{
    queuedBytes += job.frame.size();
    m_jobs.push_back(std::move(job));
    changed.notify_all();
}

void Sidecar::Lane::quit()
{
    m_quit = true;
    changed.notify_all();
}

/// False when the thread is to end. Returns with no job when it is time to sync.
bool Sidecar::Lane::waitForWork(std::unique_lock<std::mutex>& lock)
{
    const auto due = [this] { return m_quit || !m_jobs.empty(); };
    if (m_syncAt)
        changed.wait_until(lock, *m_syncAt, due);
    else
        changed.wait(lock, due);
    return !(m_quit && m_jobs.empty() && !m_syncAt);
}

void Sidecar::Lane::run()
{
    std::unique_lock lock(mutex);
    while (waitForWork(lock)) {
        const bool sync = m_syncAt && (m_quit || Clock::now() >= *m_syncAt);
        std::deque<Job> jobs;
        jobs.swap(m_jobs);
        m_busy = true;
        lock.unlock();
        Result<void> done;
        qint64 taken = 0;
        bool wrote = false;
        for (Job& job : jobs) {
            taken += job.frame.size();
            wrote = wrote || job.what == Job::What::Append;
            if (done)
                done = perform(job);
        }
        if (done && sync)
            done = m_writer.sync();
        lock.lock();
        m_busy = false;
        queuedBytes -= taken;
        if (sync || !done)
            m_syncAt.reset();
        if (wrote && done && !sync)
            m_syncAt = m_syncAt.value_or(Clock::now() + std::chrono::milliseconds(kSyncMs));
        note(done, sync);
        changed.notify_all();
    }
}

Result<void> Sidecar::Lane::perform(Job& job)
{
    switch (job.what) {
    case Job::What::Look: {
        auto there = m_writer.look();
        const std::lock_guard lock(mutex);
        looking = false;
        if (!there)
            return tl::unexpected(there.error());
        found = std::move(*there);
        return {};
    }
    case Job::What::Begin:
        return m_writer.begin();
    case Job::What::Follow:
        return m_writer.follow();
    case Job::What::Append:
        return m_writer.append(job.seq, job.frame);
    case Job::What::Drop:
    case Job::What::DropNow:
        return drop(job.seq, job.what == Job::What::DropNow);
    }
    return {};
}

Result<void> Sidecar::Lane::drop(qint64 upTo, bool atOnce)
{
    const qint64 gone = m_writer.bytesUpTo(upTo);
    return gone > kKeepSettled || (atOnce && gone > 0) ? m_writer.dropUpTo(upTo) : Result<void>();
}

void Sidecar::Lane::note(const Result<void>& done, bool synced)
{
    m_status.firstSeq = m_writer.firstSeq();
    m_status.bytes = m_writer.bytes();
    if (!done) {
        // What is waiting will be read from the ledger again once the path is back.
        m_jobs.clear();
        queuedBytes = 0;
        next.reset();
        looking = false;
        m_status.state = stateOf(done.error());
        m_status.fault = done.error().detail;
        if (m_status.state != State::Full)
            m_status.lastSeq = 0;
        return;
    }
    if (synced || !m_syncAt)
        m_status.lastSeq = m_writer.lastSeq();
    m_status.state = next ? State::Good : State::Idle;
    m_status.fault.clear();
}

Sidecar::Sidecar(Options options)
    : m_lane(std::make_shared<Lane>(std::move(options)))
{
    std::thread([lane = m_lane] { lane->run(); }).detach();
}

Sidecar::~Sidecar()
{
    {
        const std::lock_guard lock(m_lane->mutex);
        m_lane->quit();
    }
    settle(kEnd);
}

void Sidecar::look()
{
    const std::lock_guard lock(m_lane->mutex);
    const auto now = Clock::now();
    const auto retry = std::chrono::milliseconds(m_lane->options().retryMs);
    if (m_lane->looking || m_lane->next || m_lane->found ||
        (m_lane->lookedAt && now - *m_lane->lookedAt < retry))
        return;
    m_lane->looking = true;
    m_lane->lookedAt = now;
    m_lane->give({Lane::Job::What::Look});
}

std::optional<SidecarExtent> Sidecar::takeFound()
{
    const std::lock_guard lock(m_lane->mutex);
    return std::exchange(m_lane->found, std::nullopt);
}

void Sidecar::begin(qint64 next)
{
    const std::lock_guard lock(m_lane->mutex);
    m_lane->next = next;
    m_lane->give({Lane::Job::What::Begin});
}

void Sidecar::follow(qint64 next)
{
    const std::lock_guard lock(m_lane->mutex);
    m_lane->next = next;
    m_lane->give({Lane::Job::What::Follow});
}

std::optional<qint64> Sidecar::next() const
{
    const std::lock_guard lock(m_lane->mutex);
    return m_lane->next;
}

bool Sidecar::append(qint64 seq, QByteArray frame)
{
    const std::lock_guard lock(m_lane->mutex);
    if (m_lane->next != seq || m_lane->queuedBytes + frame.size() > kMaxQueued)
        return false;
    m_lane->next = seq + 1;
    m_lane->give({Lane::Job::What::Append, seq, std::move(frame)});
    return true;
}

void Sidecar::settled(qint64 upTo, bool atOnce)
{
    const std::lock_guard lock(m_lane->mutex);
    if (m_lane->next)
        m_lane->give({atOnce ? Lane::Job::What::DropNow : Lane::Job::What::Drop, upTo});
}

bool Sidecar::settle(std::chrono::milliseconds atMost) const
{
    std::unique_lock lock(m_lane->mutex);
    return m_lane->changed.wait_for(lock, atMost, [this] { return m_lane->isIdle(); });
}

SidecarStatus Sidecar::status() const
{
    const std::lock_guard lock(m_lane->mutex);
    return m_lane->status();
}

} // namespace ow::ledger
