// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/driver.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QInputMethodEvent>
#include <QPixmap>
#include <QSet>
#include <QTest>

#include <cstdio>

namespace ow::tour {

namespace {

constexpr int kMostFields = 300;

QWidget* focus(QWidget& window)
{
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

void Driver::look(const QString& name, const std::function<bool()>& there)
{
    for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
        m_window.resize(size);
        static_cast<void>(until(
            "the window has its size", [this, size] { return m_window.size() == size; }, 3000));
        settle();
        static_cast<void>(until("what is to be seen is there", there, 10'000));
        const QString file = QStringLiteral("%1-%2x%3.png").arg(name).arg(size.width()).arg(size.height());
        if (m_window.grab().save(QDir(m_folder).filePath(file))) {
            ++m_pictures;
        }
    }
    m_window.resize(1366, 768);
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
