// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/actioncatalog.h"
#include "ui/theme/theme.h"

#include <QFrame>

namespace ow::ui {

/// 按键表 (F1): what the keys do on this page and everywhere, over the page. Not modal: the focus stays where
/// it was and the keys go on working; F1 or Esc puts it away.
class KeySheet : public QFrame
{
    Q_OBJECT

public:
    KeySheet(const Theme& theme, QWidget* window);

    void open(const ActionCatalog& catalog, const QString& pageWord);
    void close();

    [[nodiscard]] bool isOpen() const { return !isHidden(); }

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    void place();

    const Theme& m_theme;
    QWidget* m_content = nullptr;
};

} // namespace ow::ui
