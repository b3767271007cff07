// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done about a case from its page, by keyboard, over a real ledger in training.
#include "ledger/ledger.h"
#include "translations/words.h"
#include "ui/casekit.h"
#include "ui/cases/caseactview.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/casespage.h"
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

/// The page of cases in a window with one case on it, which waits for its supplement.
class ActDeskWindow
{
public:
    ActDeskWindow()
        : m_actions(m_window)
    {
        m_number = m_kit.receive(kPermit, {}, false);
        m_page = new CasesPage(tests::theme(), m_kit.workplace(), m_kit.cases(), m_kit.papers(), m_printer,
                               &m_window);
        m_window.setCentralWidget(m_page);
        m_page->addActions(m_actions, QStringLiteral("cases"));
        m_actions.setPage(QStringLiteral("cases"));
        tests::show(m_window, {1366, 768});
        m_page->showCase(m_number);
        waitState(domain::CaseState::AwaitingSupplement);
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

    [[nodiscard]] const QString& number() const { return m_number; }

    [[nodiscard]] desk::Workplace& workplace() { return m_kit.workplace(); }

private:
    tests::CaseKit m_kit;
    desk::PrintDesk m_printer;
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
    // Every row is reached by Tab and marked by Space.
    QSet<QWidget*> pressed;
    for (QPushButton* button : pane.findChildren<QPushButton*>()) {
        if (button->accessibleName().startsWith(SupplementPane::tr("Received on paper: %1").arg(QString()))) {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            pressed.insert(button);
        }
    }
    CHECK(pressed.size() >= 2);
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
    const auto buttons = pane.findChildren<QPushButton*>();
    const auto here = std::ranges::find_if(buttons, [](const QPushButton* button) {
        return button->accessibleName().startsWith(
            SupplementPane::tr("Received on paper: %1").arg(QString()));
    });
    REQUIRE(here != buttons.end());
    QTest::mouseClick(*here, Qt::LeftButton);
    const QString sentence = pane.sentence();
    QTest::keyClick(&pane, Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&] { return !desk.page().isActOpen(); }, 20'000));
    desk.page().detail().primaryAct();
    desk.waitAct();
    CHECK(pane.sentence() == sentence);
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
