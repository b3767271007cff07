// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/printdesk.h"
#include "devices/cupsqueues.h"
#include "devices/simulatedqueues.h"
#include "papers/testpage.h"
#include "support/privatecups.h"
#include "ui/casekit.h"
#include "ui/papers/paperview.h"
#include "ui/papers/pdfpicture.h"
#include "ui/support.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QThreadPool>

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
using desk::PrintDesk;
using desk::PrinterTrouble;
using desk::PrintProgress;
using tests::answerOf;
using Stage = PrintProgress::Stage;

desk::FinishedPaper samplePaper()
{
    static const QByteArray pdf = papers::testPage({QStringLiteral("JT62")});
    return {QStringLiteral("甘交受〔2026〕W03-1号"), QStringLiteral("JT62-W03-20261123-0007-3"), pdf,
            QStringLiteral("acceptance")};
}

desk::PrintDeskOptions quick(std::shared_ptr<devices::PrintQueues> queues,
                             std::chrono::milliseconds patience = 60s)
{
    return {std::move(queues), 10ms, patience};
}

QString said(const PaperView& view)
{
    return view.findChild<MessageLine*>()->text();
}

} // namespace

TEST_CASE("a paper of a case comes out of a real print service byte for byte")
{
    tests::CaseKit kit;
    const QString number = kit.receive(QStringLiteral("62-JT-GG-0003"));
    const auto detail = answerOf(kit.cases().open(number));
    REQUIRE(detail);
    const auto paper = answerOf(kit.papers().open(number, detail->file.papers.back().number));
    REQUIRE(paper);
    test::PrivateCups cups;
    PrintDesk printer(quick(std::make_shared<devices::CupsQueues>(cups.server())));
    const auto printed = answerOf(printer.print(*paper, paper->kind));
    INFO((printed ? QString() : printed.error().detail).toStdString());
    REQUIRE(printed);
    CHECK(printed->printer == u"paper");
    CHECK(cups.output(1) == paper->pdf);
    CHECK_FALSE(paper->kind.isEmpty());
}

TEST_CASE("a printer without paper is said at once and the paper comes out when there is some")
{
    test::PrivateCups cups;
    cups.setPaperEmpty(true);
    PrintDesk printer(quick(std::make_shared<devices::CupsQueues>(cups.server())));
    PaperView view(tests::theme(), printer);
    tests::show(view);
    view.showPaper(samplePaper());
    QSignalSpy printed(&view, &PaperView::printed);
    view.print();
    REQUIRE(QTest::qWaitFor([&view] { return said(view).contains(QStringLiteral("No paper")); }, 20'000));
    CHECK(printed.isEmpty());
    cups.setPaperEmpty(false);
    REQUIRE(QTest::qWaitFor([&printed] { return printed.size() == 1; }, 20'000));
    CHECK(printed.front().at(1).toString() == samplePaper().number);
}

TEST_CASE("a job that is given up is taken out of the queue so that printing again brings one paper")
{
    test::PrivateCups cups;
    cups.run(QStringLiteral("cupsdisable"), {QStringLiteral("paper")});
    PrintDesk printer(quick(std::make_shared<devices::CupsQueues>(cups.server()), 1ms));
    const auto first = answerOf(printer.print(samplePaper()));
    REQUIRE_FALSE(first);
    CHECK(first.error().code == domain::ErrorCode::PrinterStopped);
    cups.run(QStringLiteral("cupsenable"), {QStringLiteral("paper")});
    PrintDesk patient(quick(std::make_shared<devices::CupsQueues>(cups.server())));
    REQUIRE(answerOf(patient.print(samplePaper())));
    CHECK(cups.output(1).isEmpty());
    CHECK(cups.output(2) == samplePaper().pdf);
}

TEST_CASE("a print service that ends while a job is under way is said and the paper stays")
{
    test::PrivateCups cups;
    cups.run(QStringLiteral("cupsdisable"), {QStringLiteral("paper")});
    PrintDesk printer(quick(std::make_shared<devices::CupsQueues>(cups.server(), 2s)));
    QSignalSpy progressed(&printer, &PrintDesk::progressed);
    auto under = printer.print(samplePaper());
    REQUIRE(QTest::qWaitFor([&progressed] { return !progressed.isEmpty(); }, 20'000));
    cups.stop();
    const auto result = answerOf(under);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == domain::ErrorCode::PrintServiceGone);
}

TEST_CASE("each kind of paper goes to its printer and tray and others to the usual one")
{
    auto queues = std::make_shared<devices::SimulatedQueues>(QString());
    PrintDesk printer(quick(queues));
    desk::DeviceSettings settings;
    settings.printers.insert(QString(), {QStringLiteral("hall"), {}});
    settings.printers.insert(QStringLiteral("notice"), {QStringLiteral("window"), QStringLiteral("tray-2")});
    printer.setChoices(settings);
    REQUIRE(answerOf(printer.print(samplePaper(), QStringLiteral("notice"), 2)));
    REQUIRE(answerOf(printer.print(samplePaper(), QStringLiteral("acceptance"))));
    const auto jobs = queues->jobs();
    REQUIRE(jobs.size() == 2);
    CHECK(jobs[0].queue == u"window");
    CHECK(jobs[0].tray == u"tray-2");
    CHECK(jobs[0].copies == 2);
    CHECK(jobs[0].title == samplePaper().caseNumber);
    CHECK(jobs[1].queue == u"hall");
    CHECK(jobs[1].tray.isEmpty());
}

TEST_CASE("every fault of printing is said in words and can be tried again")
{
    for (const auto code : {domain::ErrorCode::PrintServiceGone, domain::ErrorCode::PrinterMissing,
                            domain::ErrorCode::PrintRefused}) {
        auto queues = std::make_shared<devices::SimulatedQueues>(QString());
        queues->setFault(code);
        PrintDesk printer(quick(queues));
        PaperView view(tests::theme(), printer);
        tests::show(view);
        view.showPaper(samplePaper());
        QSignalSpy failed(&view, &PaperView::failed);
        view.print();
        REQUIRE(QTest::qWaitFor([&failed] { return failed.size() == 1; }, 20'000));
        CHECK(said(view).contains(QStringLiteral("The paper is safe and can be printed again.")));
        queues->setFault(std::nullopt);
        QSignalSpy printed(&view, &PaperView::printed);
        view.print();
        REQUIRE(QTest::qWaitFor([&printed] { return printed.size() == 1; }, 20'000));
    }
}

TEST_CASE("a job somebody takes out of the queue is no fault and prints nothing")
{
    auto queues = std::make_shared<devices::SimulatedQueues>(QString());
    queues->setProgress({Stage::Cancelled, PrinterTrouble::None});
    PrintDesk printer(quick(queues));
    const auto result = answerOf(printer.print(samplePaper()));
    REQUIRE_FALSE(result);
    CHECK(result.error().code == domain::ErrorCode::Cancelled);
}

TEST_CASE("a print desk that goes first answers who waits and leaves nobody hanging")
{
    auto queues = std::make_shared<devices::SimulatedQueues>(QString());
    queues->setProgress({Stage::Waiting, PrinterTrouble::None});
    QFuture<domain::Result<desk::Printed>> waiting;
    {
        PrintDesk printer(quick(queues));
        waiting = printer.print(samplePaper());
        QTest::qWait(0);
    }
    const auto result = answerOf(waiting);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == domain::ErrorCode::Cancelled);
}

TEST_CASE("more jobs than are looked after at once are refused")
{
    auto queues = std::make_shared<devices::SimulatedQueues>(QString());
    queues->setProgress({Stage::Waiting, PrinterTrouble::None});
    PrintDesk printer(quick(queues));
    std::vector<QFuture<domain::Result<desk::Printed>>> waiting;
    for (int i = 0; i < PrintDesk::kMostAtOnce; ++i) {
        waiting.push_back(printer.print(samplePaper()));
    }
    const auto refused = answerOf(printer.print(samplePaper()));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == domain::ErrorCode::NotAllowed);
    queues->setProgress({Stage::Done, PrinterTrouble::None});
    for (const auto& future : waiting) {
        CHECK(answerOf(future));
    }
}

TEST_CASE("bytes that are no PDF are refused by the view and the printer")
{
    PrintDesk printer(quick(std::make_shared<devices::SimulatedQueues>(QString())));
    const QByteArray nonsense("no PDF");
    const auto printed = answerOf(printer.print({{}, QStringLiteral("JT62"), nonsense, {}}));
    REQUIRE_FALSE(printed);
    CHECK(printed.error().code == domain::ErrorCode::InvalidInput);
    QThreadPool pool;
    CHECK_FALSE(answerOf(pdfPageSizes(pool, nonsense)));

    PaperView view(tests::theme(), printer);
    tests::show(view);
    QSignalSpy failed(&view, &PaperView::failed);
    view.showPaper({QStringLiteral("甘交受〔2026〕W03-1号"), QStringLiteral("JT62"), nonsense, {}});
    REQUIRE(failed.wait(20'000));
    CHECK_FALSE(view.findChild<MessageLine*>()->text().isEmpty());
}

TEST_CASE("a print key that is held down asks for one print and a refused one can be asked for again")
{
    const QTemporaryDir folder;
    PrintDesk printer(quick(std::make_shared<devices::SimulatedQueues>(folder.path())));
    PaperView view(tests::theme(), printer);
    tests::show(view);
    view.setRecorded(true);
    view.showPaper(samplePaper());
    QSignalSpy wanted(&view, &PaperView::printWanted);
    const auto press = [&view](bool again) {
        QKeyEvent event(QEvent::KeyPress, Qt::Key_P, Qt::ControlModifier, QString(), again);
        QCoreApplication::sendEvent(&view, &event);
    };
    press(false);
    press(true);
    press(false); // pressed a second time before the first is written down
    CHECK(wanted.size() == 1);
    view.giveUpPrint();
    press(true);
    CHECK(wanted.size() == 1);
    press(false);
    CHECK(wanted.size() == 2);
}

} // namespace ow::ui
