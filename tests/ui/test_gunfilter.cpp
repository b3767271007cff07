// SPDX-License-Identifier: GPL-3.0-or-later
// Keys as the window system gives them: to the window, with times of their own.
#include "support.h"
#include "ui/devices/gunfilter.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

#include <catch2/catch.hpp>

namespace ow::ui {

namespace {

const QString kCode = QStringLiteral("JT62-W03-20261123-0007-3");

/// A window with an editor and a list, and a gun in front of it.
class GunDesk
{
public:
    explicit GunDesk(bool takes = true)
        : m_takes(takes)
    {
        auto* down = new QVBoxLayout(&window);
        down->addWidget(&edit);
        down->addWidget(&list);
        edit.setAttribute(Qt::WA_InputMethodEnabled);
        list.addItems({QStringLiteral("a"), QStringLiteral("b")});
        tests::show(window, {400, 300});
        edit.setFocus();
        QCoreApplication::processEvents();
    }

    /// One key at a time of its own.
    void key(quint64 at, Qt::Key key, const QString& text, Qt::KeyboardModifiers modifiers = {})
    {
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, modifiers, text);
            event.setTimestamp(at);
            QCoreApplication::sendEvent(window.windowHandle(), &event);
        }
    }

    void type(const QString& text, quint64 from, quint64 gap)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i].toUpper();
            key(from + quint64(i) * gap, static_cast<Qt::Key>(c.unicode()), text.mid(i, 1));
        }
    }

    void enter(quint64 at) { key(at, Qt::Key_Return, QStringLiteral("\r")); }

    QWidget window;
    QLineEdit edit;
    QListWidget list;
    QStringList codes;

private:
    bool m_takes;
    GunFilter m_gun{window, [this](const QString& code) {
                        codes.append(code);
                        return m_takes;
                    }};
};

} // namespace

TEST_CASE("a gun in a field gives its code and leaves the field as it was")
{
    GunDesk desk;
    desk.edit.setText(QStringLiteral("typed before"));
    desk.edit.setCursorPosition(5);
    desk.type(kCode, 1000, 8);
    desk.enter(1000 + quint64(kCode.size()) * 8);
    CHECK(desk.codes == QStringList{kCode});
    CHECK(desk.edit.text() == u"typed before");
    CHECK(desk.edit.cursorPosition() == 5);
}

TEST_CASE("a selection that a gun's first key replaced is there again")
{
    GunDesk desk;
    desk.edit.setText(QStringLiteral("typed before"));
    desk.edit.setSelection(0, 5);
    desk.type(kCode, 1000, 8);
    desk.enter(1000 + quint64(kCode.size()) * 8);
    CHECK(desk.codes == QStringList{kCode});
    CHECK(desk.edit.text() == u"typed before");
}

TEST_CASE("a person at 30 ms a key sees every key at once")
{
    GunDesk desk;
    const QString text = QStringLiteral("lanzhou 620102");
    for (qsizetype i = 0; i < text.size(); ++i) {
        desk.type(text.mid(i, 1), 1000 + quint64(i) * 30, 0);
        CHECK(desk.edit.text() == text.left(i + 1));
    }
    CHECK(desk.codes.isEmpty());
}

TEST_CASE("keys that rolled over come in order when the row breaks and none is lost")
{
    GunDesk desk;
    desk.type(QStringLiteral("abc"), 1000, 10);
    REQUIRE(QTest::qWaitFor([&desk] { return desk.edit.text() == u"abc"; }, 5000)); // the silence after
    desk.type(QStringLiteral("def"), 2000, 10);
    desk.key(2030, Qt::Key_Left, {});
    CHECK(desk.edit.text() == u"abcdef");
    CHECK(desk.edit.cursorPosition() == 5); // the arrow came after what was held
    CHECK(desk.codes.isEmpty());
}

TEST_CASE("a code nobody wants is typed where the focus is with its ending key")
{
    GunDesk desk(false);
    int returns = 0;
    QObject::connect(&desk.edit, &QLineEdit::returnPressed, &desk.edit, [&returns] { ++returns; });
    desk.type(QStringLiteral("6901234567892"), 1000, 5);
    desk.enter(1065);
    CHECK(desk.codes == QStringList{QStringLiteral("6901234567892")});
    CHECK(desk.edit.text() == u"6901234567892");
    CHECK(returns == 1);
}

TEST_CASE("a composition of an input method is never touched")
{
    GunDesk desk;
    QInputMethodEvent composing(QStringLiteral("lan"), {});
    QCoreApplication::sendEvent(&desk.edit, &composing);
    desk.type(QStringLiteral("123456789"), 1000, 5);
    desk.enter(1045);
    CHECK(desk.codes.isEmpty());
    QInputMethodEvent done;
    done.setCommitString(QStringLiteral("兰"));
    QCoreApplication::sendEvent(&desk.edit, &done);
    CHECK(desk.edit.text().contains(QStringLiteral("兰")));
    desk.edit.clear();
    desk.type(kCode, 5000, 5);
    desk.enter(5000 + quint64(kCode.size()) * 5);
    CHECK(desk.codes == QStringList{kCode});
}

TEST_CASE("a code that begins with the letter of a shortcut triggers nothing in a list")
{
    GunDesk desk;
    QAction approve(&desk.window);
    approve.setShortcut(QKeySequence(Qt::Key_J));
    desk.window.addAction(&approve);
    int approved = 0;
    QObject::connect(&approve, &QAction::triggered, &approve, [&approved] { ++approved; });
    desk.list.setFocus();
    QCoreApplication::processEvents();
    desk.type(kCode, 1000, 8);
    desk.enter(1000 + quint64(kCode.size()) * 8);
    CHECK(desk.codes == QStringList{kCode});
    CHECK(approved == 0);
    // A person's J still means it, a moment later.
    desk.key(9000, Qt::Key_J, QStringLiteral("j"));
    REQUIRE(QTest::qWaitFor([&approved] { return approved == 1; }, 5000));
}

TEST_CASE("capitals pressed with Shift belong to the code")
{
    GunDesk desk;
    quint64 at = 1000;
    for (const QChar c : QStringLiteral("JTWABC62")) {
        if (c.isUpper()) {
            desk.key(at, Qt::Key_Shift, {}, Qt::ShiftModifier);
        }
        desk.key(at + 2, static_cast<Qt::Key>(c.unicode()), c,
                 c.isUpper() ? Qt::ShiftModifier : Qt::NoModifier);
        at += 8;
    }
    desk.enter(at);
    CHECK(desk.codes == QStringList{QStringLiteral("JTWABC62")});
    CHECK(desk.edit.text().isEmpty());
}

} // namespace ow::ui
