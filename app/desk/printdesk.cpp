// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/printdesk.h"

#include "devices/cupsqueues.h"

#include <QDeadlineTimer>
#include <QtConcurrentRun>

#include <algorithm>

namespace ow::desk {

using devices::PrintJob;
using devices::PrintTicket;
using domain::ErrorCode;
using domain::fail;
using domain::Result;
using Stage = PrintProgress::Stage;

struct PrintDesk::Job
{
    PrintJob what;
    PrintTicket ticket;
    PrintProgress progress;
    QDeadlineTimer patience;
    QPromise<Result<Printed>> promise;
    int failedLooks = 0;
    bool asking = false;
    bool over = false;
};

namespace {

constexpr int kMostFailedLooks = 5; ///< in a row: a service that restarts misses one or two

/// Queues cut and mangle what is not ASCII, and other people read it.
QString asciiTitle(const QString& title)
{
    QString plain = title;
    plain.removeIf([](QChar c) { return c < u' ' || c > u'~'; });
    return plain.isEmpty() ? QStringLiteral("OneWindow") : plain.left(80);
}

} // namespace

PrintDesk::PrintDesk(PrintDeskOptions options, QObject* parent)
    : QObject(parent)
    , m_queues(options.queues ? options.queues : std::make_shared<devices::CupsQueues>())
    , m_options(std::move(options))
{
    m_worker.setMaxThreadCount(1); // what is asked first is answered first
    m_look.setInterval(m_options.look);
    connect(&m_look, &QTimer::timeout, this, &PrintDesk::lookAll);
}

PrintDesk::~PrintDesk()
{
    m_worker.waitForDone(); // the question under way, which has an end of its own
    for (const auto& job : std::exchange(m_jobs, {})) {
        job->promise.addResult(fail(ErrorCode::Cancelled));
        job->promise.finish();
    }
}

/// Asks on the worker; the answer is taken here. The destructor waits for the worker, so `this` is alive
/// there, and an answer that comes later finds nobody and is dropped.
template <class Work, class Take> void PrintDesk::ask(Work work, Take take)
{
    m_worker.start([this, work = std::move(work), take = std::move(take), queues = m_queues] {
        auto answer = work(*queues);
        QMetaObject::invokeMethod(
            this, [take, answer = std::move(answer)] { take(answer); }, Qt::QueuedConnection);
    });
}

QFuture<Result<Printed>> PrintDesk::print(const FinishedPaper& paper, const QString& paperKind, int copies)
{
    const PrinterChoice choice = m_settings.printerFor(paperKind);
    PrintJob job;
    job.queue = choice.printer;
    job.tray = choice.tray;
    job.title = asciiTitle(paper.caseNumber);
    job.bytes = paper.pdf;
    job.copies = std::clamp(copies, 1, kMostCopies);
    return printBytes(std::move(job));
}

QFuture<Result<Printed>> PrintDesk::printBytes(PrintJob what)
{
    const auto refuse = [](ErrorCode code, const QString& detail) {
        return QtFuture::makeReadyFuture(Result<Printed>(fail(code, detail)));
    };
    if (m_jobs.size() >= kMostAtOnce) {
        return refuse(ErrorCode::NotAllowed, QStringLiteral("too many jobs at once"));
    }
    if (what.mime == "application/pdf" && !what.bytes.startsWith("%PDF-")) {
        return refuse(ErrorCode::InvalidInput, QStringLiteral("no PDF"));
    }
    auto job = std::make_shared<Job>();
    job->what = std::move(what);
    job->patience = QDeadlineTimer(m_options.patience);
    job->asking = true;
    job->promise.start();
    m_jobs.push_back(job);
    ask([submitted = job->what](devices::PrintQueues& queues) { return queues.submit(submitted); },
        [this, job](const Result<PrintTicket>& ticket) { sent(job, ticket); });
    return job->promise.future();
}

QFuture<Result<std::vector<PrintQueueInfo>>> PrintDesk::printers()
{
    return QtConcurrent::run(&m_worker, [queues = m_queues] { return queues->list(); });
}

void PrintDesk::sent(const std::shared_ptr<Job>& job, const Result<PrintTicket>& ticket)
{
    job->asking = false;
    if (!ticket) {
        settle(job, tl::unexpected(ticket.error()));
        return;
    }
    job->ticket = *ticket;
    job->what.bytes.clear(); // the service has them now
    Q_EMIT progressed(job->what.title, job->progress);
    m_look.start();
}

void PrintDesk::lookAll()
{
    for (const auto& job : m_jobs) {
        if (job->ticket.job != 0 && !job->asking) {
            job->asking = true;
            ask([ticket = job->ticket](devices::PrintQueues& queues) { return queues.look(ticket); },
                [this, job](const Result<PrintProgress>& progress) { looked(job, progress); });
        }
    }
}

void PrintDesk::looked(const std::shared_ptr<Job>& job, const Result<PrintProgress>& progress)
{
    job->asking = false;
    if (!progress) {
        // A queue that was removed takes its jobs along; a service that does not answer may come back.
        const bool gone = progress.error().code == ErrorCode::PrinterMissing;
        if (gone || ++job->failedLooks >= kMostFailedLooks) {
            settle(job, tl::unexpected(progress.error()));
        }
        return;
    }
    job->failedLooks = 0;
    if (*progress != job->progress) {
        job->progress = *progress;
        Q_EMIT progressed(job->what.title, job->progress);
    }
    switch (progress->stage) {
    case Stage::Done:
        settle(job, Printed{job->ticket.queue, job->what.copies});
        return;
    case Stage::Aborted:
        settle(job, fail(ErrorCode::PrintRefused, QStringLiteral("the print service gave the job up")));
        return;
    case Stage::Cancelled:
        settle(job, fail(ErrorCode::Cancelled, QStringLiteral("taken out of the queue")));
        return;
    case Stage::Waiting:
    case Stage::Printing:
    case Stage::Stopped:
        break;
    }
    if (job->patience.hasExpired()) {
        giveUp(job);
    }
}

void PrintDesk::giveUp(const std::shared_ptr<Job>& job)
{
    job->asking = true;
    ask(
        [ticket = job->ticket](devices::PrintQueues& queues) {
            const auto cancelled = queues.cancel(ticket);
            return cancelled ? Result<PrintProgress>(PrintProgress{Stage::Cancelled, {}})
                             : queues.look(ticket);
        },
        [this, job](const Result<PrintProgress>& last) {
            if (last && last->stage == Stage::Done) { // it came out after all
                settle(job, Printed{job->ticket.queue, job->what.copies});
                return;
            }
            settle(job,
                   fail(ErrorCode::PrinterStopped, QStringLiteral("not printed in time"), job->ticket.queue));
        });
}

void PrintDesk::settle(const std::shared_ptr<Job>& job, Result<Printed> result)
{
    if (std::exchange(job->over, true)) {
        return;
    }
    std::erase(m_jobs, job);
    if (m_jobs.empty()) {
        m_look.stop();
    }
    job->promise.addResult(std::move(result));
    job->promise.finish();
}

} // namespace ow::desk
