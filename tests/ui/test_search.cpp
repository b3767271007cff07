// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/samples.h"
#include "ui/support.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/searchpopup.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <catch2/catch.hpp>

namespace ow::ui {

namespace {

struct Page
{
    Page()
    {
        box = new SearchBox(tests::theme(), &window);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(box);
        column->addStretch(1);
        QObject::connect(box, &SearchBox::hitActivated, &window,
                         [this](const SearchRow& hit) { taken << hit.code; });
        QObject::connect(box, &SearchBox::guideWanted, &window,
                         [this](const SearchRow& hit) { guides << hit.code; });
        tests::show(window, {900, 600});
        box->setFocus();
        QTest::keyClicks(box, QStringLiteral("djys"));
        box->setResults(samples::hits(), QStringLiteral("by initials"));
    }

    QWidget window;
    SearchBox* box;
    QStringList taken;
    QStringList guides;
};

} // namespace

TEST_CASE("the result list opens under the box and leaves it the focus")
{
    Page page;
    REQUIRE(page.box->isOpen());
    CHECK(page.box->hasFocus());
    CHECK(page.box->popup()->parentWidget() == &page.window);
    CHECK(page.box->popup()->y() == page.box->geometry().bottom() + 1);
    CHECK(page.box->popup()->currentHit() == 0);
    // Two headings and four hits, and no scroll bar while there is room.
    CHECK(page.box->popup()->model().rowCount() == 6);
    CHECK(page.box->understood() == QStringLiteral("by initials"));
}

TEST_CASE("arrows pass over headings and go around")
{
    Page page;
    SearchPopup& popup = *page.box->popup();
    for (const int expected : {1, 2, 3, 0}) {
        QTest::keyClick(page.box, Qt::Key_Down);
        CHECK(popup.currentHit() == expected);
    }
    QTest::keyClick(page.box, Qt::Key_Up);
    CHECK(popup.currentHit() == 3);
    CHECK(page.box->accessibleDescription().contains(samples::hits()[3].title));
    QTest::keyClick(page.box, Qt::Key_PageUp);
    CHECK(popup.currentHit() == 0);
}

TEST_CASE("Enter takes the chosen hit and Ctrl with Enter only its guide")
{
    Page page;
    QTest::keyClick(page.box, Qt::Key_Down);
    QTest::keyClick(page.box, Qt::Key_Return, Qt::ControlModifier);
    CHECK(page.guides == QStringList{QStringLiteral("62-JT-XK-0006")});
    CHECK_FALSE(page.box->isOpen());
    page.box->setResults(samples::hits(), {});
    QTest::keyClick(page.box, Qt::Key_Return);
    CHECK(page.taken == QStringList{QStringLiteral("62-JT-XK-0007")});
}

TEST_CASE("the first Esc empties the box and the second leaves it")
{
    Page page;
    const QSignalSpy left(page.box, &SearchBox::left);
    QTest::keyClick(page.box, Qt::Key_Escape);
    CHECK(page.box->text().isEmpty());
    CHECK_FALSE(page.box->isOpen());
    CHECK(left.isEmpty());
    QTest::keyClick(page.box, Qt::Key_Escape);
    CHECK(left.size() == 1);
}

TEST_CASE("while an input method composes the keys are not the list's")
{
    Page page;
    QInputMethodEvent composing(QStringLiteral("da jian"), {});
    QApplication::sendEvent(page.box, &composing);
    QTest::keyClick(page.box, Qt::Key_Down);
    QTest::keyClick(page.box, Qt::Key_Return);
    CHECK(page.box->popup()->currentHit() == 0);
    CHECK(page.taken.isEmpty());
}

TEST_CASE("results that come late do not open a list over another place")
{
    Page page;
    auto* other = new QLineEdit(&page.window);
    other->show();
    other->setFocus();
    CHECK_FALSE(page.box->isOpen());
    page.box->setResults(samples::hits(), {});
    CHECK_FALSE(page.box->isOpen());
}

TEST_CASE("a click takes a hit and a heading does nothing")
{
    Page page;
    RowList& list = page.box->popup()->list();
    const auto click = [&list](int line) {
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                          list.visualRect(list.model()->index(line, 0)).center());
    };
    click(3); // second heading
    CHECK(page.taken.isEmpty());
    click(2);
    CHECK(page.taken == QStringList{QStringLiteral("62-JT-XK-0006")});
}

} // namespace ow::ui
