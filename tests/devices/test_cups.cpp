// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/cupsqueues.h"
#include "support/privatecups.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <catch2/catch.hpp>

namespace ow::devices {

namespace {

using namespace std::chrono_literals;
using domain::ErrorCode;
using Stage = PrintProgress::Stage;

PrintJob samplePaper()
{
    PrintJob job;
    job.title = QStringLiteral("JT62-W03-20261123-0007-3");
    job.bytes = QByteArrayLiteral("%PDF-1.4\n% as it was sealed \xff\x00\x01\n%%EOF\n");
    return job;
}

/// Asks until `done` says so.
template <class Done> PrintProgress lookUntil(CupsQueues& queues, const PrintTicket& ticket, Done done)
{
    const QDeadlineTimer deadline(20s);
    for (;;) {
        const auto progress = queues.look(ticket);
        INFO((progress ? QString() : progress.error().detail).toStdString());
        REQUIRE(progress);
        if (done(*progress)) {
            return *progress;
        }
        REQUIRE_FALSE(deadline.hasExpired());
        QThread::msleep(20);
    }
}

bool isEnded(const PrintProgress& progress)
{
    return isOver(progress.stage);
}

} // namespace

TEST_CASE("the bytes of a paper come out of the print service as they were handed over")
{
    test::PrivateCups cups;
    CupsQueues queues(cups.server());
    const PrintJob job = samplePaper();
    const auto ticket = queues.submit(job);
    REQUIRE(ticket);
    CHECK(ticket->queue == u"paper"); // the default one
    CHECK(lookUntil(queues, *ticket, isEnded) == PrintProgress{Stage::Done, PrinterTrouble::None});
    CHECK(cups.output(ticket->job) == job.bytes);
}

TEST_CASE("the queues of the print service are listed with their default and their trays")
{
    test::PrivateCups cups;
    CupsQueues queues(cups.server());
    const auto listed = queues.list();
    REQUIRE(listed);
    REQUIRE(listed->size() == 1);
    const PrintQueueInfo& queue = listed->front();
    CHECK(queue.name == u"paper");
    CHECK(queue.isDefault);
    CHECK(queue.accepting);
    CHECK_FALSE(queue.stopped);
    CHECK(queue.trays.size() == 2);
}

TEST_CASE("a tray and copies are taken by the print service")
{
    test::PrivateCups cups;
    CupsQueues queues(cups.server());
    const auto listed = queues.list();
    REQUIRE(listed);
    PrintJob job = samplePaper();
    job.queue = listed->front().name;
    job.tray = listed->front().trays.back();
    job.copies = 2;
    const auto ticket = queues.submit(job);
    REQUIRE(ticket);
    CHECK(lookUntil(queues, *ticket, isEnded).stage == Stage::Done);
}

TEST_CASE("a printer without paper says so while the job waits and prints when there is some")
{
    test::PrivateCups cups;
    cups.setPaperEmpty(true);
    CupsQueues queues(cups.server());
    const auto ticket = queues.submit(samplePaper());
    REQUIRE(ticket);
    const auto waiting = lookUntil(queues, *ticket, [](const PrintProgress& progress) {
        return progress.trouble == PrinterTrouble::NoPaper;
    });
    CHECK_FALSE(isOver(waiting.stage));
    cups.setPaperEmpty(false);
    CHECK(lookUntil(queues, *ticket, isEnded).stage == Stage::Done);
}

TEST_CASE("a stopped queue keeps the job until it is taken back")
{
    test::PrivateCups cups;
    cups.run(QStringLiteral("cupsdisable"), {QStringLiteral("paper")});
    CupsQueues queues(cups.server());
    const auto ticket = queues.submit(samplePaper());
    REQUIRE(ticket);
    const auto progress = queues.look(*ticket);
    REQUIRE(progress);
    CHECK(progress->stage == Stage::Stopped);
    CHECK(progress->trouble != PrinterTrouble::None);
    const auto listed = queues.list();
    REQUIRE(listed);
    CHECK(listed->front().stopped);
    REQUIRE(queues.cancel(*ticket));
    CHECK(lookUntil(queues, *ticket, isEnded).stage == Stage::Cancelled);
    CHECK(cups.output(ticket->job).isEmpty());
}

TEST_CASE("a job the printer gives up is aborted and not done")
{
    test::PrivateCups cups;
    cups.setBroken(true);
    CupsQueues queues(cups.server());
    const auto ticket = queues.submit(samplePaper());
    REQUIRE(ticket);
    CHECK(lookUntil(queues, *ticket, isEnded).stage == Stage::Aborted);
}

TEST_CASE("a queue that takes no jobs refuses the paper")
{
    test::PrivateCups cups;
    cups.run(QStringLiteral("cupsreject"), {QStringLiteral("paper")});
    CupsQueues queues(cups.server());
    const auto ticket = queues.submit(samplePaper());
    REQUIRE_FALSE(ticket);
    CHECK(ticket.error().code == ErrorCode::PrintRefused);
}

TEST_CASE("a queue that was removed is missing for new jobs and for the one under way")
{
    test::PrivateCups cups;
    cups.run(QStringLiteral("cupsdisable"), {QStringLiteral("paper")});
    CupsQueues queues(cups.server());
    const auto waiting = queues.submit(samplePaper());
    REQUIRE(waiting);
    cups.run(QStringLiteral("lpadmin"), {QStringLiteral("-x"), QStringLiteral("paper")});
    const auto progress = queues.look(*waiting);
    REQUIRE_FALSE((progress && progress->stage == Stage::Done));
    CHECK((!progress ? progress.error().code == ErrorCode::PrinterMissing
                     : progress->stage == Stage::Cancelled));
    PrintJob job = samplePaper();
    job.queue = QStringLiteral("paper");
    const auto again = queues.submit(job);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::PrinterMissing);
    const auto listed = queues.list();
    REQUIRE(listed);
    CHECK(listed->empty());
}

TEST_CASE("a print service that has ended is told from a printer that is missing")
{
    test::PrivateCups cups;
    CupsQueues queues(cups.server(), 2s);
    cups.stop();
    const auto ticket = queues.submit(samplePaper());
    REQUIRE_FALSE(ticket);
    CHECK(ticket.error().code == ErrorCode::PrintServiceGone);
    CHECK(queues.list().error().code == ErrorCode::PrintServiceGone);
    CHECK(queues.look({QStringLiteral("paper"), 1}).error().code == ErrorCode::PrintServiceGone);
}

TEST_CASE("a title that names a person in Chinese is not given to the print service")
{
    test::PrivateCups cups;
    CupsQueues queues(cups.server());
    PrintJob job = samplePaper();
    job.title = QStringLiteral("张建国");
    const auto ticket = queues.submit(job);
    REQUIRE_FALSE(ticket);
    CHECK(ticket.error().code == ErrorCode::InvalidInput);
}

} // namespace ow::devices
