// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>

namespace ow::ledger {

/// Owns the thread a Ledger lives on. Jobs run one after the other in the order they were given; results come
/// back as futures, to be continued with `.then(context, …)`. Mirrors at most half a second after a change.
///
///     thread.run([](Ledger& l) { return l.append(acts); }).then(this, [this](const Result<…>& done) { … });
class LedgerThread
{
public:
    LedgerThread();
    LedgerThread(const LedgerThread&) = delete;
    LedgerThread& operator=(const LedgerThread&) = delete;
    ~LedgerThread(); ///< stop()

    using Maker = std::function<domain::Result<std::unique_ptr<Ledger>>()>;
    /// Opens or creates a ledger on the thread, in place of the one there (which is closed first).
    [[nodiscard]] QFuture<domain::Result<void>> start(Maker maker);

    /// `work(Ledger&)` returns domain::Result<T>; NotEnrolled when no ledger is open, Cancelled after stop().
    template <class Work> auto run(Work work) -> QFuture<std::invoke_result_t<Work, Ledger&>>
    {
        using Answer = std::invoke_result_t<Work, Ledger&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        post([promise, work = std::move(work)](Ledger* ledger, const domain::Error& missing) mutable {
            if (ledger)
                promise->addResult(work(*ledger));
            else
                promise->addResult(Answer(tl::unexpected(missing)));
            promise->finish();
        });
        return future;
    }

    /// Finishes what was given, closes the ledger, ends the thread. Blocks: call it when the windows are
    /// gone.
    void stop();

private:
    using Job = std::function<void(Ledger*, const domain::Error&)>;
    void post(Job job);

    class Worker;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker; ///< lives on m_thread
    std::atomic<bool> m_running = true;
};

} // namespace ow::ledger
