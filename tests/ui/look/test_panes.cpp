// SPDX-License-Identifier: GPL-3.0-or-later
// The coded look of what lies behind the pages: every act on a case, papers, two cases side by side, a page
// of a material in the viewer, an answered question, a locked station.
#include "desk/actdesk.h"
#include "ledger/ledger.h"
#include "ui/capture/pageviewer.h"
#include "ui/cases/caseactpane.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/casespage.h"
#include "ui/cases/duplicateview.h"
#include "ui/intake/intakepage.h"
#include "ui/look/dresses.h"
#include "ui/progress/answerlist.h"
#include "ui/progress/progresspage.h"
#include "ui/widgets/materiallist.h"

#include <QApplication>
#include <QBuffer>
#include <QLineEdit>
#include <QPainter>
#include <QTest>

#include <catch2/catch.hpp>

#include <set>

namespace ow::ui {

using tests::demandInEveryDress;
using tests::ShellKit;
using tests::Words;

namespace {

const QString kPermit = QStringLiteral("62-JT-XK-0040");
const QString kRecord = QStringLiteral("62-JT-GG-0003");
const QString kCompany = QStringLiteral("甘肃甲乙旅游客运有限公司");

void wait(const std::function<bool()>& done)
{
    REQUIRE(QTest::qWaitFor(done, 30'000));
}

const desk::CaseDetail& open(ShellKit& kit, const QString& number)
{
    CasesPage& page = kit.shell().casesPage();
    kit.window().showPage(QStringLiteral("cases"));
    page.showCase(number);
    wait([&] { return page.detail().detail() && page.detail().detail()->line.number == number; });
    return *page.detail().detail();
}

QByteArray scannedPage()
{
    QImage page(620, 877, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    for (int y = 80; y < 800; y += 30) {
        painter.fillRect(60, y, 300 + y % 200, 10, Qt::black);
    }
    painter.end();
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(page.save(&buffer, "jpeg"));
    return buffer.data();
}

/// The chief's word on a case, as the page Today writes it.
void returnAsTask(ShellKit& kit, const QString& number)
{
    ledger::ActDraft task;
    task.kind = domain::Kind::Task;
    task.actor = kit.workplace().person()->id;
    task.about = ledger::ActDraft::Case::Existing;
    task.caseNumber = number;
    task.body = ledger::fixedBody({{QStringLiteral("text"), QStringLiteral("法人签字处漏签，请补齐后再送")}});
    auto written = kit.workplace().ledger().run(
        [acts = std::vector{task}](ledger::Ledger& ledger) { return ledger.append(acts); });
    wait([&written] { return written.isFinished(); });
    REQUIRE(written.result());
    kit.workplace().noteWritten();
}

} // namespace

TEST_CASE("every act a case may offer is in order in every dress")
{
    const Words words;
    ShellKit kit;
    kit.signIn();
    const QString waiting = kit.receive(kPermit, kCompany, false);
    const QString accepted = kit.receive(kPermit, kCompany);
    returnAsTask(kit, accepted);
    const QString received = kit.receive(kPermit, kCompany, true, domain::Answer::ReceiveOnly);
    std::set<CaseAct> seen;
    for (const QString& number : {waiting, accepted, received}) {
        CasesPage& page = kit.shell().casesPage();
        for (const CaseAct act : openActs(desk::offersFor(open(kit, number).file, domain::AnyPerson))) {
            if (!seen.insert(act).second) {
                continue;
            }
            Q_EMIT page.detail().actWanted(act, number);
            wait([&page] { return page.isActOpen(); });
            demandInEveryDress(kit, QStringLiteral("act-%1").arg(static_cast<int>(act)));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            wait([&page] { return !page.isActOpen(); });
        }
    }
    CHECK(seen.contains(CaseAct::Supplement));
    CHECK(seen.contains(CaseAct::Answer));
    CHECK(seen.contains(CaseAct::AnswerTask));
    CHECK(seen.contains(CaseAct::Withdraw));
}

TEST_CASE("two cases of one applicant beside each other are in order in every dress")
{
    const Words words;
    ShellKit kit;
    kit.signIn();
    kit.receive(kRecord, kCompany);
    const QString second = kit.receive(kRecord, kCompany);
    CasesPage& page = kit.shell().casesPage();
    wait([&] { return !open(kit, second).duplicates.isEmpty(); });
    demandInEveryDress(kit, QStringLiteral("case"));
    page.detail().compare();
    wait([&page] { return page.duplicates().isVisible(); });
    demandInEveryDress(kit, QStringLiteral("duplicates"));
}

TEST_CASE("a paper before it is printed is in order in every dress")
{
    const Words words;
    ShellKit kit;
    kit.signIn();
    const QString number = kit.receive(kRecord, kCompany);
    CasesPage& page = kit.shell().casesPage();
    const QString paper = open(kit, number).file.papers.back().number;
    Q_EMIT page.detail().paperWanted(number, paper);
    wait([&page] { return page.isPaperOpen(); });
    demandInEveryDress(kit, QStringLiteral("paper"));
}

TEST_CASE("a page of a material in the viewer is in order in every dress")
{
    const Words words;
    ShellKit kit;
    kit.signIn();
    desk::IntakeDesk& intake = kit.shell().intake();
    REQUIRE(intake.begin(kRecord));
    auto* list = kit.shell().intakePage().findChild<MaterialList*>();
    QTest::keyClick(&kit.window(), Qt::Key_F4);
    const QString material = list->row(list->currentRow()).id;
    auto added = intake.addBytes(material, scannedPage(), QStringLiteral("1.jpg"));
    wait([&added] { return added.isFinished(); });
    REQUIRE(added.result());
    wait([list] { return !list->row(list->currentRow()).pages.empty(); });
    demandInEveryDress(kit, QStringLiteral("pages"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Right);
    QTest::keyClick(list, Qt::Key_Return);
    const auto viewer = [&kit] { return kit.shell().intakePage().findChild<PageViewer*>(); };
    wait([&viewer] { return viewer() != nullptr && viewer()->isVisible(); });
    demandInEveryDress(kit, QStringLiteral("viewer"));
}

TEST_CASE("an answered question about progress is in order in every dress")
{
    const Words words;
    ShellKit kit;
    kit.signIn();
    const QString number = kit.receive(kPermit, kCompany, false);
    ProgressPage& page = kit.shell().progressPage();
    kit.window().showPage(QStringLiteral("progress"));
    page.question().setText(number);
    QTest::keyClick(&page.question(), Qt::Key_Return);
    wait([&page] { return page.answers().model()->rowCount() == 1; });
    demandInEveryDress(kit, QStringLiteral("answer"));
}

TEST_CASE("a locked station is in order in every dress")
{
    const Words words;
    ShellKit kit;
    kit.signIn();
    QTest::keyClick(&kit.window(), Qt::Key_L, Qt::ControlModifier);
    wait([&kit] { return kit.window().isGated(); });
    demandInEveryDress(kit, QStringLiteral("locked"));
}

} // namespace ow::ui
