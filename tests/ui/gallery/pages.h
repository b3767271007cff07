// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

class QWidget;

namespace ow::ui {
class Theme;
}

namespace ow::ui::samples {

/// The pages the gallery can show and the tests walk.
[[nodiscard]] QStringList pageNames();
/// A whole window or page with sample data; null for an unknown name. Shown by the caller.
[[nodiscard]] std::unique_ptr<QWidget> makePage(const QString& name, const Theme& theme);
/// What can only be done once the page is shown (typing into the search box, opening the key sheet).
void afterShown(const QString& name, QWidget& page);

} // namespace ow::ui::samples
