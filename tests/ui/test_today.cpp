// SPDX-License-Identifier: GPL-3.0-or-later
// The page of today over a real ledger in training mode, by keys alone.
#include "desk/todaydesk.h"
#include "ledger/ledger.h"
#include "ui/casekit.h"
#include "ui/frame/actioncatalog.h"
#include "ui/frame/mainwindow.h"
#include "ui/support.h"
#include "ui/today/pagepane.h"
#include "ui/today/queuelist.h"
#include "ui/today/readingpane.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/primarybutton.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

namespace {

const QString kToday = u"today"_s;

/// The page in a window, before the chief, with three cases received today.
class ChiefKit
{
public:
    explicit ChiefKit(domain::Roles roles = domain::Chief)
    {
        for (int i = 1; i <= 3; ++i) {
            tests::Person person;
            person.name = u"申请人"_s + QString::number(i);
            numbers << kit.receive(u"62-JT-GG-0003"_s, person);
        }
        kit.workplace().setPerson(desk::Person{desk::SignInDesk::trainingUser(), u"李四"_s, roles});
        page = new TodayPage(tests::theme(), kit.workplace(), today);
        window.addPage({kToday, u"今日"_s, u"today"_s, domain::AnyPerson}, page);
        page->addActions(window.actions(), kToday);
        QObject::connect(page, &TodayPage::messagePosted, page,
                         [this](const BannerMessage& message) { said << message.sentence; });
        window.setRoles(roles);
        window.showPage(kToday);
        tests::show(window);
        page->setFocus();
        REQUIRE(waitRows(numbers.size()));
        REQUIRE(waitShown());
    }

    /// The last answers find their desk alive.
    ~ChiefKit()
    {
        page->hide();
        for (int i = 0; i < 4; ++i) {
            auto last = kit.workplace().ledger().run([](ledger::Ledger&) { return domain::Result<int>(0); });
            static_cast<void>(QTest::qWaitFor([&last] { return last.isFinished(); }, 60'000));
            QTest::qWait(0);
        }
    }

    [[nodiscard]] bool waitRows(qsizetype wanted)
    {
        return QTest::qWaitFor([&] { return cases() == wanted; }, 20'000);
    }

    [[nodiscard]] qsizetype cases() const
    {
        qsizetype count = 0;
        for (int i = 0; i < page->queue().count(); ++i)
            count += page->queue().row(i).id.isEmpty() ? 0 : 1;
        return count;
    }

    /// Until the reading pane has the chosen case.
    [[nodiscard]] bool waitShown()
    {
        return QTest::qWaitFor(
            [this] {
                const int row = page->queue().currentRow();
                return row >= 0 && page->reading().shown() &&
                       page->reading().shown()->detail.line.number == page->queue().row(row).id;
            },
            20'000);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* at = window.focusWidget() != nullptr ? window.focusWidget() : page;
        QTest::keyClick(at, key, modifiers);
    }

    [[nodiscard]] domain::CaseFile fileOf(const QString& number)
    {
        return tests::answerOf(kit.cases().open(number))->file;
    }

    tests::CaseKit kit;
    desk::TodayDesk today{kit.workplace(), kit.cases()};
    MainWindow window{tests::theme()};
    TodayPage* page = nullptr;
    QStringList numbers;
    QStringList said;
};

} // namespace

TEST_CASE("a chief checks the queue empty by A alone")
{
    ChiefKit chief;
    for (int left = 2; left >= 0; --left) {
        chief.key(Qt::Key_A);
        REQUIRE(chief.waitRows(left));
        if (left > 0)
            REQUIRE(chief.waitShown());
    }
    CHECK(QTest::qWaitFor([&chief] { return !chief.page->reading().shown(); }, 20'000));
    CHECK(chief.said.size() == 3);
    for (const QString& number : chief.numbers)
        CHECK(chief.fileOf(number).checks.size() == 1);
}

TEST_CASE("several cases are checked by one A when each was shown and by none when one was not")
{
    ChiefKit chief;
    chief.page->queue().selectAll();
    chief.key(Qt::Key_A);
    REQUIRE(QTest::qWaitFor([&] { return chief.said.size() == 1; }, 20'000));
    CHECK(chief.cases() == 3);
    for (const QString& number : chief.numbers)
        CHECK(chief.fileOf(number).checks.empty());

    chief.key(Qt::Key_Home);
    REQUIRE(chief.waitShown());
    for (std::size_t i = 0; i < 2; ++i) {
        chief.key(Qt::Key_Down, Qt::ShiftModifier);
        REQUIRE(chief.waitShown());
        CHECK(static_cast<std::size_t>(chief.page->queue().chosen().size()) == i + 2);
        // Something is written elsewhere meanwhile: the list is read anew and what was chosen stays chosen.
        QSignalSpy counted(chief.page, &TodayPage::counted);
        chief.kit.workplace().noteWritten();
        REQUIRE(QTest::qWaitFor([&counted] { return !counted.isEmpty(); }, 20'000));
        CHECK(static_cast<std::size_t>(chief.page->queue().chosen().size()) == i + 2);
    }
    REQUIRE(chief.page->queue().chosen().size() == 3);
    chief.key(Qt::Key_A);
    REQUIRE(chief.waitRows(0));
    for (const QString& number : chief.numbers)
        CHECK(chief.fileOf(number).checks.size() == 1);
}

TEST_CASE("R asks for the reason in which letters are letters and Enter returns the case")
{
    ChiefKit chief;
    const QString number = chief.page->reading().shown()->detail.line.number;
    chief.key(Qt::Key_R);
    auto* reason = qobject_cast<QLineEdit*>(chief.window.focusWidget());
    REQUIRE(reason != nullptr);
    chief.key(Qt::Key_Return); // nothing without a reason
    CHECK(chief.fileOf(number).tasks.empty());
    QTest::keyClicks(reason, u"Ask again"_s);
    CHECK(reason->text() == u"Ask again"_s);
    CHECK(chief.fileOf(number).checks.empty());
    chief.key(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return !chief.fileOf(number).tasks.empty(); }, 20'000));
    CHECK(chief.fileOf(number).tasks.front().text == u"Ask again"_s);
    CHECK(QTest::qWaitFor(
        [&] { return chief.page->queue().row(chief.page->queue().count() - 1).id == number; }, 20'000));

    chief.key(Qt::Key_R);
    CHECK(qobject_cast<QLineEdit*>(chief.window.focusWidget()) != nullptr);
    chief.key(Qt::Key_Escape);
    CHECK(chief.window.focusWidget() == &chief.page->queue());
}

TEST_CASE("a supervisor reads the queue and finds no way to act")
{
    ChiefKit supervisor(domain::Supervisor);
    CHECK_FALSE(supervisor.page->findChild<PrimaryButton*>()->isVisible());
    supervisor.key(Qt::Key_A);
    supervisor.key(Qt::Key_R);
    supervisor.kit.settle(); // whatever these keys asked of the ledger is done
    for (const auto& line : supervisor.window.actions().lines(kToday))
        CHECK((line.keys != u"A"_s && line.keys != u"R"_s));
    CHECK(supervisor.cases() == 3);
    CHECK(supervisor.window.focusWidget() == &supervisor.page->queue());
    for (const QString& number : supervisor.numbers)
        CHECK(supervisor.fileOf(number).checks.empty());
}

TEST_CASE("nothing of a person stays in the page when the chief goes")
{
    ChiefKit chief;
    REQUIRE(chief.page->reading().shown());
    chief.kit.workplace().setPerson(std::nullopt);
    CHECK(chief.cases() == 0);
    CHECK_FALSE(chief.page->reading().shown());
    for (const QLabel* label : chief.page->findChildren<QLabel*>())
        CHECK_FALSE(label->text().contains(u"申请人"_s));
}
