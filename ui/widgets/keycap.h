// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QWidget>

namespace ow::ui {

/// "Ctrl ↵" for Ctrl+Return, "F9", "Esc": as printed on a cap.
[[nodiscard]] QString keyCapText(const QKeySequence& keys);

/// A key printed beside the word it stands for, never in its place. Takes no focus and no clicks.
class KeyCap : public QWidget
{
    Q_OBJECT

public:
    KeyCap(const Theme& theme, QString key, QWidget* parent = nullptr);

    [[nodiscard]] const QString& key() const { return m_key; }

    void setKey(const QString& key);
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_key;
};

} // namespace ow::ui
