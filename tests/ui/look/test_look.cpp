// SPDX-License-Identifier: GPL-3.0-or-later
// The coded look: every page at two sizes, in three themes, at 100 and 150 % of type. With OW_LOOK set to a
// folder, a picture of each is left there for people.
#include "ui/help/helppage.h"
#include "ui/look/dresses.h"
#include "ui/look/lookcheck.h"
#include "ui/look/shellkit.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

#include <catch2/catch.hpp>

namespace ow::ui {

using tests::demandInEveryDress;
using tests::Words;

TEST_CASE("the check of the look sees each thing it is there for")
{
    tests::setTheme(ThemeId::Light, 100);
    QWidget page;
    auto* cut = new QLabel(QStringLiteral("收到申请之日起五个工作日内"), &page);
    cut->setGeometry(10, 10, 40, 20);
    auto* over = new QLabel(QStringLiteral("二"), &page);
    over->setGeometry(20, 15, 60, 20);
    auto* stray = new QLabel(QStringLiteral("三"), &page);
    stray->setGeometry(280, 60, 60, 20);
    auto* foreign = new QPushButton(QStringLiteral("Accept 受理"), &page);
    foreign->setGeometry(10, 80, 120, 30);
    auto* nameless = new QLineEdit(&page);
    nameless->setGeometry(10, 120, 120, 30);
    auto* low = new QLabel(QStringLiteral("压扁"), &page);
    low->setGeometry(150, 80, 90, 6);
    auto* area = new QScrollArea(&page);
    area->setGeometry(150, 10, 100, 40);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* wide = new QWidget;
    wide->resize(400, 20);
    area->setWidget(wide);
    auto* never = new QPushButton(QStringLiteral("够不着"), &page);
    never->setGeometry(150, 120, 90, 30);
    tests::show(page, {300, 200});
    CHECK(tests::cutTexts(page).size() == 2);
    CHECK(tests::overlaps(page).size() == 1);
    CHECK(tests::strayChildren(page).size() == 2);
    CHECK(tests::foreignWords(page).size() == 1);
    CHECK(tests::unnamed(page).size() == 1);
    foreign->setFocus();
    CHECK(tests::unreached(page).isEmpty());
    QWidget::setTabOrder(foreign, nameless);

    // A place that sends the focus back makes a ring the last one is not in.
    class Back : public QObject
    {
    public:
        bool eventFilter(QObject* watched, QEvent* event) override
        {
            if (event->type() == QEvent::KeyPress) {
                static_cast<QWidget*>(watched)->parentWidget()->findChild<QPushButton*>()->setFocus();
                return true;
            }
            return false;
        }
    } back;

    nameless->installEventFilter(&back);
    foreign->setFocus();
    CHECK(tests::unreached(page).size() == 1);
}

TEST_CASE("the first start is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    demandInEveryDress(kit, QStringLiteral("first-start"));
}

TEST_CASE("every page of the rail is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    kit.signIn();
    kit.receiveDay(12);
    for (const PageInfo& page : kit.window().pages()) {
        demandInEveryDress(kit, page.id, [&kit, &page] { kit.window().showPage(page.id); });
    }
}

TEST_CASE("an application under way is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    kit.signIn();
    REQUIRE(kit.shell().intake().begin(QStringLiteral("62-JT-XK-0007")));
    demandInEveryDress(kit, QStringLiteral("oversize"));
}

TEST_CASE("the search with its results is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    kit.signIn();
    demandInEveryDress(kit, QStringLiteral("search"), [&kit] {
        QTest::keyClick(&kit.window(), Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("djys"));
    });
}

TEST_CASE("the key sheet is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    kit.signIn();
    demandInEveryDress(kit, QStringLiteral("keys"), [&kit] { QTest::keyClick(&kit.window(), Qt::Key_F1); });
}

TEST_CASE("the manual is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    kit.signIn();
    QTest::keyClick(&kit.window(), Qt::Key_F1);
    QTest::keyClick(&kit.window(), Qt::Key_F1);
    demandInEveryDress(kit, QStringLiteral("manual"),
                       [&kit] { kit.shell().helpPage().showSection(QStringLiteral("intake")); });
}

} // namespace ow::ui
