// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casekit.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/casespage.h"
#include "ui/cases/filteredit.h"
#include "ui/frame/actioncatalog.h"
#include "ui/papers/paperpages.h"
#include "ui/papers/paperview.h"
#include "ui/support.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/segmentbar.h"
#include "ui/widgets/timelinelist.h"
#include "ui/words/kindwords.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

namespace ow::ui {

namespace {

using tests::CaseKit;
using tests::Person;

constexpr int kToSupplement = 3; ///< place in the row of lists
constexpr int kAll = 5;

const QString kItem = QStringLiteral("62-JT-GG-0003");

Person other()
{
    Person person;
    person.name = QStringLiteral("兰州丙丁运输有限公司");
    person.agent = QStringLiteral("李四");
    person.agentId = QStringLiteral("620422199111035529");
    person.phone = QStringLiteral("13893120002");
    return person;
}

/// The page in a window with its keys, over a kit.
class Desk
{
public:
    explicit Desk(QSize size = {1366, 768})
        : m_actions(m_window)
    {
        m_page = new CasesPage(tests::theme(), m_kit.workplace(), m_kit.cases(), m_kit.papers(), m_printer,
                               &m_window);
        m_window.setCentralWidget(m_page);
        m_page->addActions(m_actions, QStringLiteral("cases"));
        m_actions.setPage(QStringLiteral("cases"));
        m_size = size;
    }

    void show() { tests::show(m_window, m_size); }

    void waitRows(int rows)
    {
        REQUIRE(QTest::qWaitFor([this, rows] { return model().rowCount() == rows; }, 20'000));
    }

    void waitDetail(const QString& number)
    {
        REQUIRE(QTest::qWaitFor(
            [this, &number] {
                const auto& detail = m_page->detail().detail();
                return detail && detail->line.number == number;
            },
            20'000));
    }

    void waitPaper()
    {
        REQUIRE(QTest::qWaitFor([this] { return m_page->isPaperOpen() && !pages().picture(0).isNull(); },
                                15'000));
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = m_window.focusWidget();
        REQUIRE(focus != nullptr);
        QTest::keyClick(focus, key, modifiers);
    }

    [[nodiscard]] QAbstractItemModel& model() { return *m_page->table().model(); }

    [[nodiscard]] QString text(int row, int column) { return model().index(row, column).data().toString(); }

    [[nodiscard]] PaperPages& pages() { return m_page->paperView().pages(); }

    [[nodiscard]] CaseKit& kit() { return m_kit; }

    [[nodiscard]] CasesPage& page() { return *m_page; }

    [[nodiscard]] QWidget& window() { return m_window; }

    [[nodiscard]] ActionCatalog& actions() { return m_actions; }

private:
    CaseKit m_kit;
    desk::PrintDesk m_printer;
    QMainWindow m_window;
    ActionCatalog m_actions;
    CasesPage* m_page;
    QSize m_size;
};

/// Everything a person could read on the page now.
QStringList wordsOn(const QWidget& page)
{
    QStringList words;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        words << label->text();
    }
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        words << widget->accessibleName() << widget->toolTip();
    }
    for (const QAbstractItemView* view : page.findChildren<QAbstractItemView*>()) {
        for (int row = 0; view->model() != nullptr && row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                words << view->model()->index(row, column).data().toString();
            }
        }
    }
    return words;
}

} // namespace

TEST_CASE("the list shows what was received and its model keeps the rules of models")
{
    Desk desk;
    const QAbstractItemModelTester tester(&desk.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QString first = desk.kit().receive(kItem);
    const QString second = desk.kit().receive(kItem, other(), false);
    desk.show();
    desk.page().table().setFocus();
    auto* segments = desk.page().findChild<SegmentBar*>();
    segments->setCurrent(kAll); // all, the newest first
    desk.waitRows(2);
    CHECK(desk.text(0, 0) == second);
    CHECK(desk.text(1, 0) == first);
    CHECK(desk.text(1, 1) == QStringLiteral("省际包车客运标志牌备案"));
    CHECK(desk.text(0, 2) == other().name);
    CHECK(desk.page().table().selectionModel()->selectedRows().size() == 1);

    segments->setCurrent(kToSupplement);
    desk.waitRows(1);
    CHECK(desk.text(0, 0) == second);
    CHECK(desk.text(0, 3) == stateWord(domain::CaseState::AwaitingSupplement).word);

    segments->setCurrent(0); // today
    desk.waitRows(2);
    const QString third = desk.kit().receive(kItem); // seen without being asked for
    desk.waitRows(3);
    CHECK(desk.text(0, 0) == third);
}

TEST_CASE("the keyboard chooses a case and its acts and paper stand beside the list")
{
    Desk desk;
    const QString first = desk.kit().receive(kItem);
    const QString second = desk.kit().receive(kItem, other());
    desk.show();
    desk.page().findChild<SegmentBar*>()->setCurrent(kAll);
    desk.waitRows(2);
    desk.page().setFocus();
    desk.key(Qt::Key_Home);
    desk.waitDetail(second);
    desk.key(Qt::Key_Down);
    desk.waitDetail(first);
    desk.key(Qt::Key_Up);
    desk.waitDetail(second);
    desk.key(Qt::Key_End);
    desk.waitDetail(first);

    const desk::CaseDetail& detail = *desk.page().detail().detail();
    TimelineList& acts = desk.page().detail().timeline();
    REQUIRE(acts.model()->rowCount() == static_cast<int>(detail.timeline.size()));
    REQUIRE(detail.timeline.size() >= 2);
    CHECK(acts.row(acts.model()->rowCount() - 1).act == kindWord(domain::Kind::Receive).word);
    CHECK(acts.row(acts.model()->rowCount() - 2).act == kindWord(domain::Kind::Accept).word);
    CHECK(acts.row(0).day == desk.kit().workplace().today().toString(u"MM-dd"));
    REQUIRE_FALSE(detail.file.papers.empty());
    CHECK(wordsOn(desk.page()).join(u'\n').contains(detail.file.papers.back().number));

    desk.key(Qt::Key_Return); // into the case
    CHECK(acts.hasFocus());
    desk.key(Qt::Key_Escape); // and back
    CHECK(desk.page().table().hasFocus());
}

TEST_CASE("the primary action opens the newest paper, drawn and printable, and Esc goes back to the list")
{
    Desk desk;
    const QString number = desk.kit().receive(kItem);
    desk.show();
    desk.page().findChild<SegmentBar*>()->setCurrent(kAll);
    desk.waitRows(1);
    desk.waitDetail(number);
    desk.page().setFocus();
    const QString paper = desk.page().detail().detail()->file.papers.back().number;
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    desk.waitPaper();

    const QImage page = desk.pages().picture(0).convertToFormat(QImage::Format_ARGB32);
    int inked = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            const QRgb pixel = page.pixel(x, y);
            inked += qAlpha(pixel) > 128 && qGray(pixel) < 128 ? 1 : 0;
        }
    }
    CHECK(inked > 2000); // the letters of one A4 page; bare paper is transparent
    CHECK(page.height() > page.width());
    bool titled = false;
    for (const QLabel* label : desk.page().paperView().findChildren<QLabel*>()) {
        titled = titled || (label->text().contains(paper) && label->text().contains(number));
        CHECK_FALSE(label->text().contains(Person().name));
    }
    CHECK(titled);
    // Made on opening, so it no longer waits to be printed.
    CHECK(QTest::qWaitFor(
        [&desk] { return !desk.page().detail().detail()->file.papers.back().paperEntry.isEmpty(); }, 20'000));

    const int before = desk.pages().picture(0).width();
    desk.key(Qt::Key_Minus, Qt::ControlModifier);
    CHECK(desk.pages().zoom() == 75);
    desk.waitPaper();
    CHECK(desk.pages().picture(0).width() < before);
    desk.key(Qt::Key_0, Qt::ControlModifier);
    CHECK(desk.pages().zoom() == 100);

    desk.key(Qt::Key_Escape);
    CHECK_FALSE(desk.page().isPaperOpen());
    CHECK(desk.page().table().hasFocus());
    CHECK(desk.page().paperView().paper().pdf.isEmpty());
}

TEST_CASE("the filter finds a case by the end of its number and by the name of the applicant")
{
    Desk desk;
    const QString first = desk.kit().receive(kItem);
    const QString second = desk.kit().receive(kItem, other());
    desk.show();
    desk.page().findChild<SegmentBar*>()->setCurrent(kAll);
    desk.waitRows(2);
    desk.page().setFocus();
    auto* filter = desk.page().findChild<FilterEdit*>();
    REQUIRE(filter != nullptr);

    desk.key(Qt::Key_Slash);
    REQUIRE(filter->hasFocus());
    CHECK(filter->text().isEmpty()); // the key opened the filter and was not typed into it
    QTest::keyClicks(filter, first.right(6));
    desk.waitRows(1);
    CHECK(desk.text(0, 0) == first);
    desk.waitDetail(first);

    desk.key(Qt::Key_Escape);
    desk.waitRows(2);
    filter->setText(QStringLiteral("丙丁"));
    desk.waitRows(1);
    CHECK(desk.text(0, 0) == second);
    desk.key(Qt::Key_Down);
    CHECK(desk.page().table().hasFocus());

    filter->setText(QStringLiteral("没有这个人"));
    desk.waitRows(0);
    CHECK(wordsOn(desk.page())
              .contains(QCoreApplication::translate("ow::ui::CaseListPane",
                                                    "No case fits. Esc empties the filter.")));
}

TEST_CASE("whole numbers of persons are nowhere on the page")
{
    Desk desk;
    const QString number = desk.kit().receive(kItem);
    desk.show();
    desk.page().findChild<SegmentBar*>()->setCurrent(kAll);
    desk.waitRows(1);
    desk.waitDetail(number);
    const QStringList words = wordsOn(desk.window());
    const Person person;
    bool masked = false;
    for (const QString& word : words) {
        CHECK_FALSE(word.contains(person.agentId));
        CHECK_FALSE(word.contains(person.phone));
        masked = masked || word.contains(QStringLiteral("620102********321X"));
    }
    CHECK(masked);
}

TEST_CASE("an answer to an older question never takes the place of a newer one")
{
    Desk desk;
    const QString first = desk.kit().receive(kItem);
    desk.kit().receive(kItem, other(), false);
    CaseBrowser browser(desk.kit().workplace(), desk.kit().cases());
    QSignalSpy listed(&browser, &CaseBrowser::listed);
    browser.choose(desk::CaseList::All);
    browser.setText(QStringLiteral("甲乙")); // asked while the first answer is on its way
    browser.setText(QStringLiteral("丙丁"));
    browser.setText({});
    browser.choose(desk::CaseList::AwaitingSupplement);
    REQUIRE(listed.wait(20'000));
    CHECK(browser.listedCases().first.size() == 1);
    CHECK(browser.listedCases().first.front().state == domain::CaseState::AwaitingSupplement);
    CHECK(listed.size() == 1); // what was no longer wanted was never shown

    QSignalSpy opened(&browser, &CaseBrowser::opened);
    const QString second = browser.listedCases().first.front().number;
    browser.open(first);
    browser.open(second);
    REQUIRE(opened.wait(20'000));
    CHECK(opened.size() == 1);
    CHECK(opened.front().front().value<desk::CaseDetail>().line.number == second);
}

TEST_CASE("under 1000 logical pixels the case takes the place of the list and Esc brings it back")
{
    Desk desk(QSize(960, 700));
    const QString number = desk.kit().receive(kItem);
    desk.show();
    desk.page().findChild<SegmentBar*>()->setCurrent(kAll);
    desk.waitRows(1);
    desk.waitDetail(number);
    desk.page().table().setFocus();
    CHECK(desk.page().table().isVisible());
    CHECK_FALSE(desk.page().detail().isVisible());
    desk.key(Qt::Key_Return);
    CHECK_FALSE(desk.page().table().isVisible());
    CHECK(desk.page().detail().isVisible());
    desk.key(Qt::Key_Escape);
    CHECK(desk.page().table().isVisible());
    CHECK(desk.page().table().hasFocus());
    CHECK_FALSE(desk.page().detail().isVisible());
}

TEST_CASE("signing out leaves no case and no paper on the page")
{
    Desk desk;
    const QString number = desk.kit().receive(kItem);
    desk.show();
    desk.page().findChild<SegmentBar*>()->setCurrent(kAll);
    desk.waitRows(1);
    desk.waitDetail(number);
    desk.page().detail().openNewest();
    desk.waitPaper();
    REQUIRE(tests::answerOf(desk.kit().signIn().signOut()));
    desk.waitRows(0);
    CHECK_FALSE(desk.page().isPaperOpen());
    CHECK_FALSE(desk.page().detail().detail());
    for (const QString& word : wordsOn(desk.window())) {
        CHECK_FALSE(word.contains(number));
        CHECK_FALSE(word.contains(Person().name));
    }
}

TEST_CASE("the page has one primary action and its keys fight with no others")
{
    Desk desk;
    desk.kit().receive(kItem);
    desk.show();
    desk.waitRows(0);
    desk.page().findChild<SegmentBar*>()->setCurrent(kAll);
    desk.waitRows(1);
    CHECK(QTest::qWaitFor([&desk] { return desk.page().detail().detail().has_value(); }, 20'000));
    int primaries = 0;
    for (const auto* button : desk.page().findChildren<PrimaryButton*>()) {
        primaries += button->isVisible() ? 1 : 0;
    }
    CHECK(primaries == 1);
    CHECK(desk.actions().conflicts().empty());
}

TEST_CASE("every act a ledger can hold has a word and an icon")
{
    for (const domain::KindInfo& info : domain::allKinds()) {
        const StateWord word = kindWord(info.kind);
        INFO(QString(info.key).toStdString());
        CHECK_FALSE(word.word.isEmpty());
        CHECK(IconSet::exists(word.icon));
    }
    CHECK(unknownKindWord(QStringLiteral("teleport")).word.contains(QStringLiteral("teleport")));
}

} // namespace ow::ui
