// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/actioncatalog.h"
#include "ui/theme/theme.h"

#include <QFrame>

namespace ow::ui {

/// 按键表 (F1): what the keys do on this page and everywhere, over the page. Not modal: the focus stays where
/// it was and the keys go on working; Esc puts it away, F1 goes on to the manual.
class KeySheet : public QFrame
{
    Q_OBJECT

public:
    KeySheet(const Theme& theme, QWidget* window);

    void open(const ActionCatalog& catalog, const QString& pageWord);
    void close();

    [[nodiscard]] bool isOpen() const { return !isHidden(); }

Q_SIGNALS:
    /// Its button 手册; F1 once more wants the same.
    void manualWanted();

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QSize room() const;
    void place();

    const Theme& m_theme;
    QWidget* m_content = nullptr;
};

} // namespace ow::ui
