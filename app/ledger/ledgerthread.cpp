// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledgerthread.h"

#include <QObject>
#include <QTimer>

namespace ow::ledger {

using domain::ErrorCode;
using domain::Result;

namespace {

constexpr int kMirrorMs = 500; ///< I6 allows 1 s
constexpr int kTidyTurns = 20; ///< of the mirror's timer

} // namespace

/// The object on the thread: jobs are posted to it, its timer mirrors.
class LedgerThread::Worker : public QObject
{
public:
    void replace(std::unique_ptr<Ledger> ledger)
    {
        m_ledger = std::move(ledger);
        if (m_timer)
            return;
        m_timer = std::make_unique<QTimer>();
        m_timer->setInterval(kMirrorMs);
        // A mirror that cannot be written blocks the ledger; the next append says why.
        connect(m_timer.get(), &QTimer::timeout, this, [this] {
            if (m_ledger) {
                static_cast<void>(m_ledger->flushMirror());
                m_ledger->feedSidecar();
                tidy();
            }
        });
        m_timer->start();
    }

    void end()
    {
        m_timer.reset();
        m_ledger.reset();
    }

    [[nodiscard]] Ledger* ledger() const { return m_ledger.get(); }

private:
    /// Every ten seconds, and at once while there is more. What cannot be done now is tried again.
    void tidy()
    {
        if (++m_turns < kTidyTurns)
            return;
        const auto more = m_ledger->tidy();
        m_turns = more && *more ? kTidyTurns : 0;
    }

    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<QTimer> m_timer;
    int m_turns = 0;
};

LedgerThread::LedgerThread()
    : m_worker(std::make_unique<Worker>())
{
    m_thread.setObjectName(QStringLiteral("ledger"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

LedgerThread::~LedgerThread()
{
    stop();
}

QFuture<Result<void>> LedgerThread::start(Maker maker)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto future = promise->future();
    if (!m_running) {
        promise->addResult(Result<void>(domain::fail(ErrorCode::Cancelled)));
        promise->finish();
        return future;
    }
    Worker* worker = m_worker.get();
    QMetaObject::invokeMethod(
        worker,
        [worker, promise, maker = std::move(maker)] {
            // The profile's lock is free only when the ledger before is gone.
            worker->replace(nullptr);
            auto made = maker();
            promise->addResult(made.map([](const std::unique_ptr<Ledger>&) {}));
            if (made)
                worker->replace(std::move(*made));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

void LedgerThread::post(Job job)
{
    if (!m_running) {
        job(nullptr, {ErrorCode::Cancelled, QStringLiteral("the ledger was closed"), {}});
        return;
    }
    Worker* worker = m_worker.get();
    QMetaObject::invokeMethod(
        worker,
        [worker, job = std::move(job)] {
            job(worker->ledger(), {ErrorCode::NotEnrolled, QStringLiteral("no ledger is open"), {}});
        },
        Qt::QueuedConnection);
}

void LedgerThread::stop()
{
    if (!m_running.exchange(false))
        return;
    Worker* worker = m_worker.get();
    // Behind everything that was posted.
    QMetaObject::invokeMethod(
        worker,
        [worker] {
            worker->end();
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace ow::ledger
