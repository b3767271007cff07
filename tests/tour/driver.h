// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
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
    /// Fills the form the focus is in: at each field types its value and presses Enter, until Enter leads
    /// nowhere new. Names of fields are object names of the editors.
    void fillForm(const QMap<QString, QString>& values);

    [[nodiscard]] int keys() const { return m_keys; }

    [[nodiscard]] int typed() const { return m_typed; }

    [[nodiscard]] int pictures() const { return m_pictures; }

private:
    void settle();

    QWidget& m_window;
    QString m_folder;
    int m_keys = 0;
    int m_typed = 0;
    int m_pictures = 0;
};

} // namespace ow::tour
