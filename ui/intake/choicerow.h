// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QRadioButton>

namespace ow::ui {

/// A situation to choose: ring, name and limit in line 1, the fine print under it. The chosen one stands on
/// the selection with a bar at its left.
class ChoiceRow : public QRadioButton
{
    Q_OBJECT

public:
    struct Words
    {
        QString name;
        QString limit; ///< 法定 15 日
        QString small; ///< wrapped below
    };

    ChoiceRow(const Theme& theme, const Words& words, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

    [[nodiscard]] bool hitButton(const QPoint& at) const override { return rect().contains(at); }

private:
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] int wrapped(const QString& text, int width, bool bold) const;

    const Theme& m_theme;
    Words m_words;
};

} // namespace ow::ui
