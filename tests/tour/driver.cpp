// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/driver.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QInputMethodEvent>
#include <QJsonObject>
#include <QMenu>
#include <QPixmap>
#include <QSet>
#include <QTest>
#include <QWindow>

#include <algorithm>
#include <cstdio>

namespace ow::tour {

namespace {

constexpr int kMostFields = 300;
constexpr int kMostSteps = 150;
const QSize kUsual(1366, 768);
const QSize kLarge(1920, 1080);

/// Where a key goes: an open menu has all of them.
QWidget* focus(QWidget& window)
{
    if (QWidget* popup = QApplication::activePopupWidget()) {
        return popup;
    }
    QWidget* widget = QApplication::focusWidget();
    return widget != nullptr ? widget : &window;
}

/// The last field's Enter leads out of the form; there it would mean something else.
bool isFormField(const QWidget* widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (widget->objectName().startsWith(QLatin1StringView("field."))) {
            return true;
        }
    }
    return false;
}

QString nameOf(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return widget.accessibleName().isEmpty() && button != nullptr ? button->text() : widget.accessibleName();
}

QString fileOf(const QString& name, QSize size)
{
    return QStringLiteral("%1-%2x%3.png").arg(name).arg(size.width()).arg(size.height());
}

bool isPlain(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

Driver::Driver(QWidget& window, QString folder)
    : m_window(window)
    , m_folder(std::move(folder))
{
}

void Driver::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_keys;
    QTest::keyClick(focus(m_window), key, modifiers);
    settle();
}

void Driver::type(const QString& text)
{
    m_typed += static_cast<int>(text.size());
    if (isPlain(text)) {
        QTest::keyClicks(focus(m_window), text);
    } else {
        // Chinese comes from an input method, committed at once.
        QInputMethodEvent commit;
        commit.setCommitString(text);
        QApplication::sendEvent(focus(m_window), &commit);
    }
    settle();
}

void Driver::settle()
{
    // Twice: the first round shows what is new, the second lays out what that has moved.
    QTest::qWait(0);
    QTest::qWait(0);
}

bool Driver::until(const char* what, const std::function<bool()>& condition, int ms)
{
    const bool became = QTest::qWaitFor(condition, ms);
    if (!became) {
        std::fprintf(stderr, "tour: waited in vain until %s\n", what);
        m_window.grab().save(QDir(m_folder).filePath(QStringLiteral("waited-in-vain.png")));
    }
    return became;
}

bool Driver::grab(const QString& file)
{
    const bool saved = m_window.grab().save(QDir(m_folder).filePath(file));
    m_pictures += saved ? 1 : 0;
    return saved;
}

void Driver::look(const QString& name, const std::function<bool()>& there)
{
    static_cast<void>(show(nullptr, name, there));
}

bool Driver::show(const char* what, const QString& picture, const std::function<bool()>& there)
{
    bool seen = true;
    for (const QSize size : {kUsual, kLarge}) {
        m_window.resize(size);
        static_cast<void>(until(
            "the window has its size", [this, size] { return m_window.size() == size; }, 3000));
        settle();
        seen = until(what == nullptr ? "what is to be seen is there" : what, there, 10'000) && seen;
        settle(); // what has just come takes its place only when the events of its layout have run
        seen = grab(fileOf(picture, size)) && seen;
    }
    m_window.resize(kUsual);
    settle();
    if (seen && what != nullptr) {
        note(what, fileOf(picture, kUsual));
    }
    return seen;
}

bool Driver::glance(const char* what, const QString& picture, const std::function<bool()>& there)
{
    const QString file = fileOf(picture, m_window.size());
    bool seen = until(what, there, 10'000);
    settle();
    seen = seen && grab(file);
    if (seen) {
        note(what, file);
    }
    return seen;
}

void Driver::note(const char* what, const QString& picture)
{
    m_covered.append(
        QJsonObject{{QStringLiteral("what"), QString::fromUtf8(what)}, {QStringLiteral("picture"), picture}});
}

bool Driver::goTo(const QString& words, bool backwards)
{
    return goTo(
        qPrintable(words), [&words](const QWidget& widget) { return nameOf(widget).contains(words); },
        backwards);
}

bool Driver::goTo(const char* what, const std::function<bool(const QWidget&)>& isIt, bool backwards)
{
    for (int i = 0; i < kMostSteps; ++i) {
        const QWidget* at = QApplication::focusWidget();
        if (at != nullptr && isIt(*at)) {
            return true;
        }
        key(backwards ? Qt::Key_Backtab : Qt::Key_Tab, backwards ? Qt::ShiftModifier : Qt::NoModifier);
    }
    return until(
        what, [] { return false; }, 0); // says so, with a picture
}

bool Driver::pick(const QString& words)
{
    if (!until("a menu is open",
               [] { return qobject_cast<QMenu*>(QApplication::activePopupWidget()) != nullptr; })) {
        return false;
    }
    const auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    for (int i = 0; i < kMostSteps; ++i) {
        key(Qt::Key_Down);
        if (menu->activeAction() != nullptr && menu->activeAction()->text() == words) {
            key(Qt::Key_Return);
            return true;
        }
    }
    key(Qt::Key_Escape);
    return until(
        qPrintable(words), [] { return false; }, 0);
}

bool Driver::choose(const QString& words)
{
    const auto* box = qobject_cast<const QComboBox*>(QApplication::focusWidget());
    if (box == nullptr) {
        return until(
            "the focus stands on a box", [] { return false; }, 0);
    }
    const int wanted = box->findText(words, Qt::MatchContains);
    for (int i = 0; i < kMostSteps && wanted >= 0 && box->currentIndex() != wanted; ++i) {
        key(box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
    return until(
        qPrintable(words), [box, wanted] { return wanted >= 0 && box->currentIndex() == wanted; }, 0);
}

void Driver::shoot(const QString& code)
{
    // To the window, as the window system gives them: the filter of guns stands before the widgets.
    QTest::qWait(50); // a gun is not fired within the gap of the key before
    m_typed += static_cast<int>(code.size());
    for (const QChar c : code) {
        QTest::keyClick(m_window.windowHandle(), c.toLatin1());
    }
    QTest::keyClick(m_window.windowHandle(), Qt::Key_Return);
    settle();
}

void Driver::fillForm(const QMap<QString, QString>& values)
{
    QSet<QWidget*> seen;
    for (int i = 0; i < kMostFields; ++i) {
        QWidget* field = QApplication::focusWidget();
        if (field == nullptr || seen.contains(field) || !isFormField(field)) {
            return;
        }
        seen.insert(field);
        const QString value = values.value(field->objectName());
        if (!value.isEmpty()) {
            if (auto* box = qobject_cast<QComboBox*>(field)) {
                for (int row = 0; row < box->count() && box->currentText() != value; ++row) {
                    key(Qt::Key_Down);
                }
            } else {
                type(value);
            }
        }
        key(Qt::Key_Return);
    }
}

} // namespace ow::tour
