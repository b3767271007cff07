// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>

namespace ow::ui {

class Theme;

/// Fusion with the few things a style sheet cannot say: ticks, radio dots and arrows drawn from the token
/// table, and their sizes from the type scale.
class HouseStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit HouseStyle(const Theme& theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;

private:
    void drawCheck(const QStyleOption& option, QPainter& painter) const;
    void drawRadio(const QStyleOption& option, QPainter& painter) const;

    QPointer<const Theme> m_theme;
};

} // namespace ow::ui
