// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QMap>
#include <QString>
#include <QWidget>

#include <functional>

namespace ow::tour {

/// A person's hands and eyes: presses keys, waits until something is so, looks at the window. Counts what it
/// does.
class Driver
{
public:
    Driver(QWidget& window, QString folder);

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    /// True when it became so within the time; says on standard error what did not.
    [[nodiscard]] bool until(const char* what, const std::function<bool()>& condition, int ms = 30'000);
    /// A picture at 1366×768 and one at 1920×1080, each as soon as what it shows is there.
    void look(
        const QString& name, const std::function<bool()>& there = [] { return true; });
    /// Looks, and notes that the tour has covered this; false when it did not come to be there.
    [[nodiscard]] bool show(const char* what, const QString& picture, const std::function<bool()>& there);
    /// The same in the size the window has: of what goes with a change of size, as menus and the key sheet.
    [[nodiscard]] bool glance(const char* what, const QString& picture, const std::function<bool()>& there);
    /// A picture that is not of the window: a slip, a page.
    void note(const char* what, const QString& picture);
    /// Presses Tab (or Shift+Tab) until the focus stands on something whose name holds these words.
    [[nodiscard]] bool goTo(const QString& words, bool backwards = false);
    /// The same, told otherwise than by its name.
    [[nodiscard]] bool goTo(const char* what, const std::function<bool(const QWidget&)>& isIt,
                            bool backwards = false);
    /// In the menu that is open.
    [[nodiscard]] bool pick(const QString& words);
    /// In the box the focus stands on, by arrows.
    [[nodiscard]] bool choose(const QString& words);
    /// As a code gun does: key after key to the window, faster than a person, Enter last.
    void shoot(const QString& code);
    /// Fills the form the focus is in: at each field types its value and presses Enter, until Enter leads
    /// nowhere new. Names of fields are object names of the editors.
    void fillForm(const QMap<QString, QString>& values);

    [[nodiscard]] int keys() const { return m_keys; }

    [[nodiscard]] int typed() const { return m_typed; }

    [[nodiscard]] int pictures() const { return m_pictures; }

    [[nodiscard]] const QString& folder() const { return m_folder; }

    /// [{what, picture}] in the order it was come by.
    [[nodiscard]] const QJsonArray& covered() const { return m_covered; }

private:
    void settle();
    [[nodiscard]] bool grab(const QString& file);

    QWidget& m_window;
    QString m_folder;
    int m_keys = 0;
    int m_typed = 0;
    int m_pictures = 0;
    QJsonArray m_covered;
};

} // namespace ow::tour
