// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/pagehelper.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>

namespace ow::capture {

/// The thread on which pages are drawn, looked at and bound, one job after the other, with a helper process
/// that is started when it is needed and let go when nothing came for a while.
///
///     workshop.run([](PageHelper& helper) { return helper.draw(bytes, 0, box); }).then(this, …);
class PageWorkshop
{
public:
    explicit PageWorkshop(PageHelperOptions options);
    PageWorkshop(const PageWorkshop&) = delete;
    PageWorkshop& operator=(const PageWorkshop&) = delete;
    ~PageWorkshop(); ///< stop()

    /// `work(PageHelper&)` returns domain::Result<T>; Cancelled after stop().
    template <class Work> auto run(Work work) -> QFuture<std::invoke_result_t<Work, PageHelper&>>
    {
        using Answer = std::invoke_result_t<Work, PageHelper&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        post([promise, work = std::move(work)](PageHelper* helper) mutable {
            promise->addResult(helper != nullptr ? work(*helper)
                                                 : Answer(domain::fail(domain::ErrorCode::Cancelled)));
            promise->finish();
        });
        return future;
    }

    /// What is under way ends with Cancelled, what waits as well; then the thread ends. Waits for that.
    void stop();

private:
    using Job = std::function<void(PageHelper*)>;
    void post(Job job);

    class Worker;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker; ///< lives on m_thread
    std::atomic<bool> m_running = true;
};

} // namespace ow::capture
