// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/pageworkshop.h"

#include <QObject>
#include <QTimer>

namespace ow::capture {

namespace {

constexpr int kRestAfterMs = 30'000;

} // namespace

/// The object on the thread: jobs are posted to it.
class PageWorkshop::Worker : public QObject
{
public:
    explicit Worker(PageHelperOptions options)
        : m_helper(std::make_unique<PageHelper>(std::move(options)))
    {
    }

    void work(const Job& job, bool running)
    {
        job(running ? m_helper.get() : nullptr);
        if (!m_rest) {
            m_rest = std::make_unique<QTimer>();
            m_rest->setSingleShot(true);
            m_rest->setInterval(kRestAfterMs);
            connect(m_rest.get(), &QTimer::timeout, this, [this] { m_helper->rest(); });
        }
        m_rest->start();
    }

    void end()
    {
        m_rest.reset();
        m_helper->rest();
    }

    [[nodiscard]] PageHelper& helper() const { return *m_helper; }

private:
    std::unique_ptr<PageHelper> m_helper;
    std::unique_ptr<QTimer> m_rest;
};

PageWorkshop::PageWorkshop(PageHelperOptions options)
    : m_worker(std::make_unique<Worker>(std::move(options)))
{
    m_thread.setObjectName(QStringLiteral("pages"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

PageWorkshop::~PageWorkshop()
{
    stop();
}

void PageWorkshop::post(Job job)
{
    if (!m_running) {
        job(nullptr);
        return;
    }
    QMetaObject::invokeMethod(
        m_worker.get(), [this, job = std::move(job)] { m_worker->work(job, m_running); },
        Qt::QueuedConnection);
}

void PageWorkshop::stop()
{
    if (!m_running.exchange(false)) {
        return;
    }
    m_worker->helper().close();
    Worker* worker = m_worker.get();
    // Behind everything that was posted; each of those says Cancelled.
    QMetaObject::invokeMethod(
        worker,
        [worker] {
            worker->end();
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace ow::capture
