// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace ow::papers {

/// A page that shows whether a printer keeps the size of A4: a frame 10 mm from every edge, marks each
/// centimetre, a scale of greys and some lines of text. Needs a QGuiApplication; any thread.
[[nodiscard]] QByteArray testPage(const QStringList& lines);

} // namespace ow::papers
