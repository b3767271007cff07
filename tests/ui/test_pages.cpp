// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/keysheet.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/rail.h"
#include "ui/gallery/pages.h"
#include "ui/gallery/samples.h"
#include "ui/signin/personlist.h"
#include "ui/signin/signinpage.h"
#include "ui/support.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/primarybutton.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

namespace ow::ui {

namespace {

bool isInput(const QWidget& widget)
{
    return qobject_cast<const QLineEdit*>(&widget) != nullptr ||
           qobject_cast<const QAbstractButton*>(&widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(&widget) != nullptr ||
           qobject_cast<const QComboBox*>(&widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(&widget) != nullptr;
}

template <class Check> void eachPage(Check check)
{
    for (const QString& name : samples::pageNames()) {
        const std::unique_ptr<QWidget> page = samples::makePage(name, tests::theme());
        REQUIRE(page);
        tests::show(*page);
        samples::afterShown(name, *page);
        INFO(name.toStdString());
        check(*page);
    }
}

SignInPage* signInOf(QWidget& page)
{
    return page.findChild<SignInPage*>();
}

} // namespace

TEST_CASE("every input on every page has a name a screen reader can say")
{
    eachPage([](QWidget& page) {
        for (const QWidget* widget : page.findChildren<QWidget*>()) {
            if (isInput(*widget) && widget->isVisible() && widget->focusPolicy() != Qt::NoFocus &&
                qobject_cast<const QComboBox*>(widget->parent()) == nullptr) {
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                const bool named =
                    !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
                INFO(widget->metaObject()->className()
                     << " in " << widget->parent()->metaObject()->className());
                CHECK(named);
            }
        }
    });
}

TEST_CASE("no page shows two primary actions")
{
    eachPage([](QWidget& page) {
        const auto buttons = page.findChildren<PrimaryButton*>();
        const auto shown =
            std::ranges::count_if(buttons, [](const PrimaryButton* button) { return button->isVisible(); });
        CHECK(shown <= 1);
    });
}

TEST_CASE("no word on a button is cut in any theme and at any size of type")
{
    for (const int percent : {100, 150, 200}) {
        tests::setTheme(ThemeId::Light, percent);
        eachPage([](QWidget& page) {
            for (const KeyButton* button : page.findChildren<KeyButton*>()) {
                if (button->isVisible()) {
                    INFO(button->text().toStdString());
                    CHECK(button->width() >= button->sizeHint().width());
                    CHECK(button->height() >= button->sizeHint().height());
                }
            }
        });
    }
    tests::setTheme(ThemeId::Light, 100);
}

TEST_CASE("the keys of all pages do not fight")
{
    eachPage([](QWidget& page) {
        if (auto* window = qobject_cast<MainWindow*>(&page)) {
            CHECK(window->actions().conflicts().empty());
        }
    });
}

TEST_CASE("a key used twice is found unless the two are on different pages")
{
    QWidget host;
    ActionCatalog catalog(host);
    catalog.add({QStringLiteral("a"), QStringLiteral("A"), QKeySequence(Qt::Key_F5), QStringLiteral("one")});
    catalog.add({QStringLiteral("b"), QStringLiteral("B"), QKeySequence(Qt::Key_F5), QStringLiteral("two")});
    CHECK(catalog.conflicts().empty());
    catalog.add({QStringLiteral("c"), QStringLiteral("C"), QKeySequence(Qt::Key_F5), {}});
    CHECK(catalog.conflicts().size() == 2);
}

TEST_CASE("the key of a page works only while the page is shown")
{
    const auto page = samples::makePage(QStringLiteral("start"), tests::theme());
    auto& window = static_cast<MainWindow&>(*page);
    tests::show(window);
    const QSignalSpy held(window.actions().find(QStringLiteral("intake.hold")), &QAction::triggered);
    QTest::keyClick(&window, Qt::Key_F5);
    CHECK(held.size() == 1);
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    CHECK(window.currentPage() == QStringLiteral("cases"));
    QTest::keyClick(&window, Qt::Key_F5);
    CHECK(held.size() == 1);
}

TEST_CASE("Ctrl and Enter presses the primary action of the page that is shown")
{
    const auto page = samples::makePage(QStringLiteral("cases"), tests::theme());
    auto& window = static_cast<MainWindow&>(*page);
    tests::show(window);
    auto* button = window.findChild<PrimaryButton*>();
    const QSignalSpy pressed(button, &QAbstractButton::clicked);
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    CHECK(pressed.size() == 1);
    QTest::keyClick(&window, Qt::Key_Enter, Qt::ControlModifier);
    CHECK(pressed.size() == 2);
    button->setEnabled(false);
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    window.showPage(QStringLiteral("intake"));
    button->setEnabled(true);
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    CHECK(pressed.size() == 2);
}

TEST_CASE("F1 shows the keys without taking the focus and Esc puts them away")
{
    const auto page = samples::makePage(QStringLiteral("start"), tests::theme());
    auto& window = static_cast<MainWindow&>(*page);
    tests::show(window);
    const QWidget* before = window.focusWidget();
    QTest::keyClick(&window, Qt::Key_F1);
    CHECK(window.keySheet().isOpen());
    CHECK(window.focusWidget() == before);
    const auto caps = window.keySheet().findChildren<KeyCap*>();
    CHECK(std::ranges::any_of(caps, [](const KeyCap* cap) { return cap->key() == QStringLiteral("F5"); }));
    QTest::keyClick(&window, Qt::Key_Escape);
    CHECK_FALSE(window.keySheet().isOpen());
}

TEST_CASE("the rail shows the pages of the role")
{
    const auto page = samples::makePage(QStringLiteral("start"), tests::theme());
    auto& window = static_cast<MainWindow&>(*page);
    const auto* rail = window.findChild<Rail*>();
    CHECK(rail->pages().size() == 6);
    window.setRoles(domain::Reviewer);
    CHECK(rail->pages().size() == 5);
    CHECK(window.currentPage() == QStringLiteral("cases"));
}

TEST_CASE("behind the gate neither search nor pages can be reached")
{
    const auto page = samples::makePage(QStringLiteral("signin"), tests::theme());
    auto& window = static_cast<MainWindow&>(*page);
    tests::show(window);
    const QString before = window.currentPage();
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    CHECK(window.currentPage() == before);
    const QSignalSpy held(window.actions().find(QStringLiteral("intake.hold")), &QAction::triggered);
    QTest::keyClick(&window, Qt::Key_F5);
    CHECK(held.isEmpty());
    window.setGated(false);
    QTest::keyClick(&window, Qt::Key_F5);
    CHECK(held.size() == 1);
}

TEST_CASE("signing in says who and the password and an error empties it")
{
    const auto page = samples::makePage(QStringLiteral("signin"), tests::theme());
    tests::show(*page);
    SignInPage& signIn = *signInOf(*page);
    QSignalSpy asked(&signIn, &SignInPage::signInRequested);
    auto* password = signIn.findChild<PasswordEdit*>();
    REQUIRE(password->hasFocus());
    QTest::keyClick(password, Qt::Key_Return);
    CHECK(asked.isEmpty()); // nothing typed
    signIn.findChild<PersonList*>()->setCurrentRow(1);
    password->setFocus();
    QTest::keyClicks(password, QStringLiteral("secret"));
    QTest::keyClick(password, Qt::Key_Return);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0][0].toString() == QStringLiteral("1002"));
    CHECK(asked[0][1].toString() == QStringLiteral("secret"));
    signIn.setBusy(true);
    QTest::keyClick(password, Qt::Key_Return);
    CHECK(asked.size() == 1);
    signIn.setBusy(false);
    signIn.showError(QStringLiteral("Wrong."));
    CHECK(password->text().isEmpty());
    CHECK(password->hasFocus());
}

TEST_CASE("somebody who is not in the list signs in by work number")
{
    const auto page = samples::makePage(QStringLiteral("signin"), tests::theme());
    tests::show(*page);
    SignInPage& signIn = *signInOf(*page);
    QSignalSpy asked(&signIn, &SignInPage::signInRequested);
    auto* people = signIn.findChild<PersonList*>();
    people->setCurrentRow(3);
    people->setFocus();
    QTest::keyClick(people, Qt::Key_Return);
    auto* number = qobject_cast<FieldEdit*>(page->focusWidget());
    REQUIRE(number != nullptr);
    QTest::keyClicks(number, QStringLiteral("2001"));
    QTest::keyClick(number, Qt::Key_Return);
    QTest::keyClicks(page->focusWidget(), QStringLiteral("pw"));
    QTest::keyClick(page->focusWidget(), Qt::Key_Return);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0][0].toString() == QStringLiteral("2001"));
}

TEST_CASE("a locked sign-in takes no password")
{
    const auto page = samples::makePage(QStringLiteral("signin-locked"), tests::theme());
    tests::show(*page);
    SignInPage& signIn = *signInOf(*page);
    CHECK_FALSE(signIn.findChild<PasswordEdit*>()->isEnabled());
    for (const PrimaryButton* button : signIn.findChildren<PrimaryButton*>()) {
        CHECK((!button->isVisible() || !button->isEnabled()));
    }
}

TEST_CASE("the first start asks for centre and code")
{
    const auto page = samples::makePage(QStringLiteral("signin-first"), tests::theme());
    tests::show(*page);
    SignInPage& signIn = *signInOf(*page);
    QSignalSpy asked(&signIn, &SignInPage::enrolRequested);
    QTest::keyClicks(page->focusWidget(), QStringLiteral("https://centre.example"));
    QTest::keyClick(page->focusWidget(), Qt::Key_Return);
    QTest::keyClick(page->focusWidget(), Qt::Key_Return);
    CHECK(asked.isEmpty()); // no code yet
    QTest::keyClicks(page->focusWidget(), QStringLiteral("ABCD-1234"));
    QTest::keyClick(page->focusWidget(), Qt::Key_Return);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0][0].toString() == QStringLiteral("https://centre.example"));
    CHECK(asked[0][1].toString() == QStringLiteral("ABCD-1234"));
}

TEST_CASE("the strip drops the least important parts first and never the others")
{
    StatusStrip strip(tests::theme());
    strip.setParts(samples::strip(false));
    const auto shown = [&strip] {
        QStringList words;
        for (const QAbstractButton* part : strip.findChildren<QAbstractButton*>()) {
            if (part->isVisibleTo(&strip)) {
                words << part->accessibleName();
            }
        }
        return words;
    };
    strip.resize(1366, 28);
    strip.show();
    CHECK(shown().size() == 8);
    strip.resize(900, 28);
    CHECK_FALSE(shown().contains(QStringLiteral("高拍仪、读卡器就绪")));
    strip.resize(100, 28);
    CHECK(shown().size() == 5);
    CHECK(shown().contains(QStringLiteral("小票机缺纸")));
}

TEST_CASE("keys are printed as they are on the caps")
{
    CHECK(keyCapText(QKeySequence(Qt::CTRL | Qt::Key_Return)) == QStringLiteral("Ctrl ↵"));
    CHECK(keyCapText(QKeySequence(Qt::Key_Return)) == QStringLiteral("Enter"));
    CHECK(keyCapText(QKeySequence(Qt::Key_F9)) == QStringLiteral("F9"));
    CHECK(keyCapText(QKeySequence(Qt::CTRL | Qt::Key_Plus)) == QStringLiteral("Ctrl +"));
    CHECK(keyCapText(QKeySequence(Qt::SHIFT | Qt::Key_F6)) == QStringLiteral("Shift F6"));
}

} // namespace ow::ui
