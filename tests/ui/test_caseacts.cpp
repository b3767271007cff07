// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done about a case from its page, by keyboard, over a real ledger in training.
#include "desk/scandesk.h"
#include "ledger/ledger.h"
#include "translations/words.h"
#include "ui/casekit.h"
#include "ui/cases/caseactview.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/casespage.h"
#include "ui/cases/paperrows.h"
#include "ui/cases/promisepane.h"
#include "ui/cases/supplementpane.h"
#include "ui/frame/actioncatalog.h"
#include "ui/papers/paperview.h"
#include "ui/support.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/timelinelist.h"
#include "ui/words/answerwords.h"
#include "ui/words/kindwords.h"

#include <QDir>
#include <QMainWindow>
#include <QSet>
#include <QTest>

namespace ow::ui {

namespace {

const QString kPermit = QStringLiteral("62-JT-XK-0040");
const QString kTolerable = QStringLiteral("M04");

/// The page of cases in a window with one case on it, which waits for its supplement.
class ActDeskWindow
{
public:
    /// `promised`: accepted with a material that may follow, instead of waiting for its supplement.
    explicit ActDeskWindow(bool promised = false)
        : m_scan(m_kit.workplace())
        , m_actions(m_window)
    {
        m_number = m_kit.receive(kPermit, {}, promised, promised ? QStringList{kTolerable} : QStringList());
        m_page = new CasesPage(tests::theme(), m_kit.workplace(), m_kit.cases(), m_kit.papers(), m_printer,
                               &m_window);
        m_page->setScanDesk(m_scan);
        m_scan.findDevices();
        m_window.setCentralWidget(m_page);
        m_page->addActions(m_actions, QStringLiteral("cases"));
        m_actions.setPage(QStringLiteral("cases"));
        tests::show(m_window, {1366, 768});
        m_page->showCase(m_number);
        waitState(promised ? domain::CaseState::Accepted : domain::CaseState::AwaitingSupplement);
        REQUIRE(QTest::qWaitFor(
            [this] { return m_scan.state() == desk::ScanDesk::State::Idle && !m_scan.devices().isEmpty(); },
            30'000));
    }

    void waitState(domain::CaseState state)
    {
        REQUIRE(QTest::qWaitFor(
            [this, state] {
                const auto& detail = m_page->detail().detail();
                return detail && detail->line.number == m_number && detail->file.state == state;
            },
            20'000));
    }

    void waitAct()
    {
        REQUIRE(QTest::qWaitFor([this] { return m_page->isActOpen(); }, 20'000));
    }

    void waitPaper()
    {
        REQUIRE(QTest::qWaitFor([this] { return m_page->isPaperOpen(); }, 20'000));
    }

    /// Pictures in every dress, for looking.
    void save(const QString& name)
    {
        const QDir folder(qEnvironmentVariable("OW_LOOK", QStringLiteral(".")));
        for (const ThemeId id : {ThemeId::Light, ThemeId::Dark, ThemeId::Contrast}) {
            for (const int percent : {100, 150}) {
                tests::setTheme(id, percent);
                tests::show(m_window, {1366, 768});
                QTest::qWait(200);
                const QString dress = QStringLiteral("-%1-%2.png").arg(static_cast<int>(id)).arg(percent);
                REQUIRE(m_window.grab().save(folder.filePath(name + dress)));
            }
        }
        tests::setTheme(ThemeId::Light, 100);
    }

    [[nodiscard]] CasesPage& page() { return *m_page; }

    [[nodiscard]] CaseActView& view() { return m_page->actView(); }

    [[nodiscard]] desk::ScanDesk& scan() { return m_scan; }

    void press(const char* action) { m_actions.find(QString::fromLatin1(action))->trigger(); }

    [[nodiscard]] const QString& number() const { return m_number; }

    [[nodiscard]] desk::Workplace& workplace() { return m_kit.workplace(); }

private:
    tests::CaseKit m_kit;
    desk::PrintDesk m_printer;
    desk::ScanDesk m_scan;
    QMainWindow m_window;
    ActionCatalog m_actions;
    CasesPage* m_page = nullptr;
    QString m_number;
};

} // namespace

TEST_CASE("a case that waits for its supplement is supplemented from its page and its papers follow")
{
    ActDeskWindow desk;
    desk.page().detail().primaryAct();
    desk.waitAct();
    SupplementPane& pane = desk.view().supplement();
    CHECK(pane.verb() == answerVerb(domain::Answer::Accept));
    // As in the intake: Space marks the current one, and what is still missing comes next.
    MaterialList& list = pane.papers().list();
    const int waited = list.count();
    REQUIRE(waited >= 2);
    QSet<QString> marked;
    for (int i = 0; i < waited; ++i) {
        marked.insert(list.row(list.currentRow()).id);
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Space);
    }
    CHECK(marked.size() == waited);
    for (FieldEdit* edit : pane.findChildren<FieldEdit*>()) {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, tests::Person().agentId); // the kit's form has a number of the wrong sort
    }
    CHECK(pane.sentence() == SupplementPane::tr("Everything the notice asked for is here."));
    QTest::keyClick(&pane, Qt::Key_Return, Qt::ControlModifier);
    desk.waitPaper();
    desk.waitState(domain::CaseState::Accepted);
    const auto& papers = desk.page().detail().detail()->file.papers;
    REQUIRE(papers.size() == 3);
    CHECK(papers[1].kind == QStringLiteral("supplementReceipt"));
    CHECK(papers[2].kind == QStringLiteral("acceptance"));
}

TEST_CASE("leaving a supplement by Esc keeps what was taken in")
{
    ActDeskWindow desk;
    desk.page().detail().primaryAct();
    desk.waitAct();
    SupplementPane& pane = desk.view().supplement();
    QTest::keyClick(&pane.papers().list(), Qt::Key_Space);
    const QString sentence = pane.sentence();
    QTest::keyClick(&pane, Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&] { return !desk.page().isActOpen(); }, 20'000));
    desk.page().detail().primaryAct();
    desk.waitAct();
    CHECK(pane.sentence() == sentence);
}

TEST_CASE("F9 scans into what a supplement asks for with the profiles of the intake")
{
    ActDeskWindow desk;
    desk.page().detail().primaryAct();
    desk.waitAct();
    SupplementPane& pane = desk.view().supplement();
    MaterialList& list = pane.papers().list();
    const QString material = list.row(0).id;
    desk.press("cases.scanProfile2");
    CHECK(desk.scan().chosen() == 1);
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_F9);
    REQUIRE(QTest::qWaitFor(
        [&] {
            return desk.scan().state() == desk::ScanDesk::State::Idle && !list.row(0).pages.empty() &&
                   pane.sentence() != SupplementPane::tr("Files are still being taken in.");
        },
        60'000));
    CHECK(list.row(0).id == material);
    QTest::keyClick(&list, Qt::Key_Delete);
    const auto pages = list.row(0).pages.size();
    // Leaving keeps them; whoever comes back finds them.
    QTest::keyClick(&pane, Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&] { return !desk.page().isActOpen(); }, 20'000));
    desk.page().detail().primaryAct();
    desk.waitAct();
    CHECK(list.row(0).pages.size() == pages);
}

TEST_CASE("the signed promise comes from the scanner and is kept with its case")
{
    ActDeskWindow desk(true);
    Q_EMIT desk.page().detail().actWanted(CaseAct::SignPromise, desk.number());
    desk.waitAct();
    PromisePane& pane = desk.view().promise();
    CHECK(pane.sentence() == PromisePane::tr("Scan the signed promise first."));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F9);
    REQUIRE(QTest::qWaitFor(
        [&] {
            return desk.scan().state() == desk::ScanDesk::State::Idle && !pane.pages().files().empty() &&
                   pane.pages().filesUnderWay() == 0;
        },
        60'000));
    CHECK(pane.pages().files().front().origin == domain::FileOrigin::Scanner);
    CHECK(pane.papers().list().row(0).pages.size() == pane.pages().files().size());
    QTest::keyClick(&pane, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor(
        [&] {
            const auto& detail = desk.page().detail().detail();
            return !desk.page().isActOpen() && detail && detail->file.promise &&
                   !detail->file.promise->signedBlob.isEmpty();
        },
        20'000));
    CHECK(pane.pages().files().empty());
}

TEST_CASE("a withdrawal by keyboard ends the case and shows its paper")
{
    ActDeskWindow desk;
    Q_EMIT desk.page().detail().actWanted(CaseAct::Withdraw, desk.number());
    desk.waitAct();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("too late"));
    QTest::keyClick(&desk.view().acts(), Qt::Key_Return, Qt::ControlModifier);
    desk.waitPaper();
    desk.waitState(domain::CaseState::Withdrawn);
    CHECK(desk.page().detail().detail()->file.papers.back().kind == QStringLiteral("withdrawal"));
}

TEST_CASE("what the chief asks of a returned case is answered by keyboard and the task is closed")
{
    ActDeskWindow desk;
    ledger::ActDraft task;
    task.kind = domain::Kind::Task;
    task.actor = desk.workplace().person()->id;
    task.about = ledger::ActDraft::Case::Existing;
    task.caseNumber = desk.number();
    task.body = ledger::fixedBody({{QStringLiteral("text"), QStringLiteral("sign it")}});
    auto returned = desk.workplace().ledger().run(
        [acts = std::vector{task}](ledger::Ledger& ledger) { return ledger.append(acts); });
    REQUIRE(QTest::qWaitFor([&returned] { return returned.isFinished(); }, 20'000));
    REQUIRE(returned.result());
    desk.workplace().noteWritten();
    desk.page().showCase(desk.number());
    const auto openTasks = [&desk] {
        const auto& detail = desk.page().detail().detail();
        return detail ? static_cast<int>(detail->file.openTasks().size()) : -1;
    };
    REQUIRE(QTest::qWaitFor([&] { return openTasks() == 1; }, 20'000));
    Q_EMIT desk.page().detail().actWanted(CaseAct::AnswerTask, desk.number());
    desk.waitAct();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("signed"));
    QTest::keyClick(&desk.view().acts(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return openTasks() == 0; }, 20'000));
    CHECK(desk.page().detail().detail()->file.state == domain::CaseState::AwaitingSupplement);
}

TEST_CASE("pictures of acts on a case", "[.look]")
{
    REQUIRE(words::install(*qApp, u"zh_CN"));
    ActDeskWindow desk;
    desk.page().detail().primaryAct();
    desk.waitAct();
    desk.save(QStringLiteral("supplement"));
    QTest::keyClick(&desk.view().supplement().papers().list(), Qt::Key_F9);
    REQUIRE(QTest::qWaitFor(
        [&] {
            return desk.scan().state() == desk::ScanDesk::State::Idle &&
                   !desk.view().supplement().papers().list().row(0).pages.empty();
        },
        60'000));
    desk.save(QStringLiteral("supplement-scanned"));
    QTest::keyClick(&desk.view().supplement(), Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&] { return !desk.page().isActOpen(); }, 20'000));
    desk.save(QStringLiteral("case"));
    Q_EMIT desk.page().detail().actWanted(CaseAct::Withdraw, desk.number());
    desk.waitAct();
    desk.save(QStringLiteral("withdraw"));
}

TEST_CASE("every kind of paper has a word of its own")
{
    QSet<QString> words;
    for (const char* kind : {"acceptance", "oneTimeNotice", "decline", "notRequired", "deficientAcceptance",
                             "promise", "receipt", "supplementReceipt", "supplyReceipt", "correction",
                             "advice", "passOn", "result", "withdrawal"}) {
        words.insert(paperWord(QString::fromLatin1(kind)));
    }
    CHECK(words.size() == 14);
    CHECK_FALSE(words.contains(paperWord(QStringLiteral("unknown"))));
}

} // namespace ow::ui
