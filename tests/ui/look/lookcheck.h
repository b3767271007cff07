// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace ow::ui::tests {

/// What a person would see at once and a program can find as well, on a page that is shown: text wider than
/// its widget, parts over each other, a child that sticks out of its parent, something focusable that Tab
/// never reaches or a screen reader cannot name, a word of the source language. One line a fault, naming the
/// widget by its path; empty when there is nothing to mend. Lists paint and elide themselves: what they say
/// is read from their models.
[[nodiscard]] QStringList lookFaults(QWidget& page);

/// The parts of it, for the test that each of them sees.
[[nodiscard]] QStringList cutTexts(QWidget& page);
[[nodiscard]] QStringList overlaps(QWidget& page);
[[nodiscard]] QStringList strayChildren(QWidget& page);
[[nodiscard]] QStringList unnamed(QWidget& page);
[[nodiscard]] QStringList foreignWords(QWidget& page);
/// Presses Tab around the page once; where the focus was before, it is again afterwards.
[[nodiscard]] QStringList unreached(QWidget& page);

} // namespace ow::ui::tests
