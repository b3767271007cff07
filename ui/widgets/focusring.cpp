// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focusring.h"

#include <QPainter>

namespace ow::ui {

FocusRing::FocusRing(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void FocusRing::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal line = m_theme.focusWidth();
    painter.setPen(QPen(m_theme.color(Token::Focus), line));
    painter.setBrush(Qt::NoBrush);
    const qreal radius = m_theme.metrics().radius + reach() - line / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), radius,
                            radius);
}

} // namespace ow::ui
