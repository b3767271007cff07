// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace ow::ui {

/// One page in the rail.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const Theme& theme, const QString& word, QString icon, QWidget* parent = nullptr);

    void setNarrow(bool narrow);
    void setBadge(int count);
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBadge(QPainter& painter, const QRect& icon) const;

    const Theme& m_theme;
    QString m_icon;
    int m_badge = 0;
    bool m_narrow = false;
};

} // namespace ow::ui
