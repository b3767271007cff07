// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/fieldwalk.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/section.h"

#include <QApplication>
#include <QCheckBox>
#include <QGridLayout>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

namespace ow::ui {

namespace {

/// Three fields below each other, the last one a paragraph.
struct Form
{
    Form()
    {
        auto* column = new QVBoxLayout(&page);
        first = new FieldEdit(tests::theme());
        second = new FieldEdit(tests::theme());
        note = new QPlainTextEdit;
        fields[0] = new FormField(tests::theme(), QStringLiteral("First"), first, &page);
        fields[1] = new FormField(tests::theme(), QStringLiteral("Second"), second, &page);
        fields[2] = new FormField(tests::theme(), QStringLiteral("Note"), note, &page);
        for (FormField* field : fields) {
            column->addWidget(field);
        }
        column->addStretch(1);
        walk.add(first, true);
        walk.add(second, false);
        walk.add(note, true);
        tests::show(page, {500, 400});
        first->setFocus();
    }

    QWidget page;
    FieldWalk walk;
    FieldEdit* first;
    FieldEdit* second;
    QPlainTextEdit* note;
    FormField* fields[3];
};

QRect inPage(const QWidget& widget, const QWidget& page)
{
    return {widget.mapTo(&page, QPoint(0, 0)), widget.size()};
}

} // namespace

TEST_CASE("a field does not move when its state or its focus changes")
{
    for (const ThemeId id : kThemeIds) {
        for (const int percent : {100, 150, 200}) {
            tests::setTheme(id, percent);
            Form form;
            FormField& field = *form.fields[0];
            form.first->setText(QStringLiteral("620102"));
            const QRect editor = inPage(*form.first, form.page);
            const QRect letters = form.first->inputMethodQuery(Qt::ImCursorRectangle).toRect();
            INFO(themeKey(id).data() << " " << percent);
            CHECK(editor.height() == tests::theme().metrics().field);
            const auto same = [&] {
                QApplication::sendPostedEvents();
                CHECK(inPage(*form.first, form.page) == editor);
                CHECK(form.first->inputMethodQuery(Qt::ImCursorRectangle).toRect() == letters);
            };
            for (const FieldState state : {FieldState::Error, FieldState::Warn, FieldState::Normal}) {
                field.setState(state, QStringLiteral("The check digit does not match."));
                form.first->setFocus();
                same();
                form.second->setFocus(); // the edge of the focus would hide that of the state
                same();
            }
        }
    }
    tests::setTheme(ThemeId::Light, 100);
}

TEST_CASE("a field tells a screen reader its name and what is wrong")
{
    Form form;
    CHECK(form.first->accessibleName() == QStringLiteral("First"));
    form.fields[0]->setState(FieldState::Error, QStringLiteral("Missing."));
    CHECK(form.first->accessibleDescription() == QStringLiteral("Missing."));
    form.fields[0]->setState(FieldState::Normal);
    CHECK(form.first->accessibleDescription().isEmpty());
    const auto labels = form.fields[0]->findChildren<QLabel*>();
    CHECK(std::ranges::any_of(labels, [&](const QLabel* label) { return label->buddy() == form.first; }));
}

TEST_CASE("Enter goes to the next empty required field and Shift and Enter back")
{
    Form form;
    form.first->setText(QStringLiteral("x"));
    QTest::keyClick(form.first, Qt::Key_Return);
    CHECK(form.note->hasFocus()); // the second is not required
    form.second->setFocus();
    QTest::keyClick(form.second, Qt::Key_Return, Qt::ShiftModifier);
    CHECK(form.first->hasFocus());
    CHECK(form.walk.missing() == 1);
}

TEST_CASE("Enter keeps its meaning in a paragraph and Ctrl and Down leaves it")
{
    Form form;
    form.note->setFocus();
    QTest::keyClicks(form.note, QStringLiteral("a"));
    QTest::keyClick(form.note, Qt::Key_Return);
    CHECK(form.note->toPlainText() == QStringLiteral("a\n"));
    CHECK(form.note->hasFocus());
    QTest::keyClick(form.note, Qt::Key_Down, Qt::ControlModifier);
    CHECK(form.first->hasFocus());
}

TEST_CASE("Enter belongs to the input method while it composes")
{
    Form form;
    QInputMethodEvent composing(QStringLiteral("lanzhou"), {});
    QApplication::sendEvent(form.first, &composing);
    QTest::keyClick(form.first, Qt::Key_Return);
    CHECK(form.first->hasFocus());
    QInputMethodEvent done;
    done.setCommitString(QStringLiteral("兰州"));
    QApplication::sendEvent(form.first, &done);
    QTest::keyClick(form.first, Qt::Key_Return);
    CHECK(form.note->hasFocus());
}

TEST_CASE("a form without empty required fields says that it is complete")
{
    Form form;
    form.first->setText(QStringLiteral("x"));
    form.note->setPlainText(QStringLiteral("x"));
    const QSignalSpy complete(&form.walk, &FieldWalk::complete);
    QTest::keyClick(form.first, Qt::Key_Return);
    CHECK(complete.size() == 1);
    form.first->clear();
    QTest::keyClick(form.first, Qt::Key_Return);
    CHECK(complete.size() == 1); // the field one stands in is the one that is missing
}

TEST_CASE("a disabled or hidden field is passed over")
{
    Form form;
    form.first->setText(QStringLiteral("x"));
    form.note->setEnabled(false);
    const QSignalSpy complete(&form.walk, &FieldWalk::complete);
    QTest::keyClick(form.first, Qt::Key_Return);
    CHECK(complete.size() == 1);
}

TEST_CASE("a digit chooses in a closed choice and the wheel does not")
{
    ChoiceBox box(tests::theme());
    box.addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    tests::show(box, {200, 32});
    QTest::keyClick(&box, Qt::Key_3);
    CHECK(box.currentIndex() == 2);
    QTest::keyClick(&box, Qt::Key_9);
    CHECK(box.currentIndex() == 2);
}

TEST_CASE("a good message leaves by itself or at the next act and the others stay")
{
    Banner banner(tests::theme());
    banner.setOkDuration(std::chrono::milliseconds(1));
    banner.post({Tone::Ok, QStringLiteral("Printed."), {}, {}});
    CHECK(QTest::qWaitFor([&] { return banner.isHidden(); }));
    banner.post({Tone::Warn, QStringLiteral("Offline."), {}, {}});
    banner.nextAct();
    CHECK_FALSE(banner.isHidden());
    CHECK(banner.accessibleName() == QStringLiteral("Offline."));
    banner.setOkDuration(std::chrono::hours(1));
    banner.post({Tone::Ok, QStringLiteral("Printed."), {}, {}});
    CHECK(banner.message().sentence == QStringLiteral("Printed."));
    banner.nextAct();
    CHECK(banner.isHidden());
}

TEST_CASE("a section builds its content when it is first opened")
{
    int built = 0;
    Section section(tests::theme(), QStringLiteral("Cargo"), [&built](QWidget* parent) {
        ++built;
        return new QWidget(parent);
    });
    CHECK(built == 0);
    section.setOpen(true);
    section.setOpen(false);
    section.setOpen(true);
    CHECK(built == 1);
    CHECK(section.content() != nullptr);
}

TEST_CASE("caps lock is noticed from the letters that arrive")
{
    PasswordEdit edit(tests::theme());
    tests::show(edit, {300, 40});
    QKeyEvent shifted(QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, QStringLiteral("A"));
    QApplication::sendEvent(&edit, &shifted);
    CHECK_FALSE(edit.capsLock());
    QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("A"));
    QApplication::sendEvent(&edit, &capital);
    CHECK(edit.capsLock());
    QTest::keyClick(&edit, Qt::Key_B);
    CHECK_FALSE(edit.capsLock());
}

} // namespace ow::ui
