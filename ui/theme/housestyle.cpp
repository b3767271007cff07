// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/housestyle.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace ow::ui {

namespace {

QRectF squareIn(const QRect& rect, qreal line)
{
    const int side = qMin(rect.width(), rect.height());
    const QRect square(rect.left(), rect.top() + (rect.height() - side) / 2, side, side);
    return QRectF(square).adjusted(line / 2, line / 2, -line / 2, -line / 2);
}

} // namespace

HouseStyle::HouseStyle(const Theme& theme)
    : QProxyStyle(QStringLiteral("fusion"))
    , m_theme(&theme)
{
}

void HouseStyle::drawCheck(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool on = option.state.testFlag(State_On);
    const bool focused = option.state.testFlag(State_HasFocus);
    const qreal line = focused ? 2.0 : 1.0;
    const QRectF square = squareIn(option.rect, line);
    const Token fill = on ? (enabled ? Token::Accent : Token::MuteBg) : Token::Surface;
    const Token edge = !enabled  ? Token::Disabled
                       : focused ? Token::Focus
                       : on      ? Token::Accent
                                 : Token::Border;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->color(edge), line));
    painter.setBrush(m_theme->color(fill));
    painter.drawRoundedRect(square, m_theme->metrics().radiusSmall, m_theme->metrics().radiusSmall);
    if (on) {
        const QRect inner = option.rect.adjusted(1, 1, -1, -1);
        const int side = qMin(inner.width(), inner.height());
        const qreal ratio = painter.device()->devicePixelRatio();
        const QPixmap tick =
            m_theme->pixmap(QStringLiteral("tick"), enabled ? Token::OnAccent : Token::Disabled, side, ratio);
        painter.drawPixmap(inner.left(), inner.top() + (inner.height() - side) / 2, tick);
    }
    painter.restore();
}

void HouseStyle::drawRadio(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool on = option.state.testFlag(State_On);
    const bool focused = option.state.testFlag(State_HasFocus);
    const qreal line = focused ? 2.0 : 1.0;
    const QRectF circle = squareIn(option.rect, line);
    const Token fill = on ? (enabled ? Token::Accent : Token::MuteBg) : Token::Surface;
    const Token edge = !enabled  ? Token::Disabled
                       : focused ? Token::Focus
                       : on      ? Token::Accent
                                 : Token::Border;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->color(edge), line));
    painter.setBrush(m_theme->color(fill));
    painter.drawEllipse(circle);
    if (on) {
        const qreal dot = circle.width() * 0.36;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->color(enabled ? Token::OnAccent : Token::Disabled));
        painter.drawEllipse(circle.center(), dot / 2, dot / 2);
    }
    painter.restore();
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    if (!m_theme) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(*option, *painter);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowRight: {
        const QString name = element == PE_IndicatorArrowDown ? QStringLiteral("down")
                             : element == PE_IndicatorArrowUp ? QStringLiteral("up")
                                                              : QStringLiteral("right");
        m_theme->icon(name, option->state.testFlag(State_Enabled) ? Token::Text : Token::Disabled)
            .paint(painter, option->rect);
        return;
    }
    case PE_FrameFocusRect:
        return; // focus is shown by the edge of the widget itself
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    if (m_theme) {
        switch (metric) {
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
            return m_theme->metrics().icon;
        case PM_CheckBoxLabelSpacing:
        case PM_RadioButtonLabelSpacing:
            return m_theme->k(8);
        default:
            break;
        }
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_Widget_Animate:
    case SH_Menu_FadeOutOnHide:
        return 0; // nothing moves by itself (look, part 8)
    case SH_LineEdit_PasswordCharacter:
        return 0x25CF;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace ow::ui
