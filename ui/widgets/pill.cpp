// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"

#include "ui/widgets/rowpainter.h"

#include <QPainter>

namespace ow::ui {

Pill::Pill(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void Pill::setState(const StateWord& state)
{
    m_state = state;
    setAccessibleName(state.word);
    setVisible(!state.word.isEmpty());
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    const int text = RowPainter::textWidth(m_theme, m_state.word, TextStyle::Body);
    return {m_theme.k(6) * 2 + m_theme.metrics().icon + m_theme.k(4) + text, m_theme.metrics().pill};
}

void Pill::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int radius = m_theme.metrics().radiusSmall;
    const Token token = toneText(m_state.tone);
    painter.setPen(m_theme.highContrast() ? QPen(m_theme.color(token), 1) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.color(toneGround(m_state.tone)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    RowPainter row(painter, m_theme);
    const int side = m_theme.metrics().icon;
    const int left = m_theme.k(6);
    row.icon(QRect(left, (height() - side) / 2, side, side), m_state.icon, token);
    row.text(rect().adjusted(left + side + m_theme.k(4), 0, 0, 0), m_state.word, TextStyle::Body, token);
}

} // namespace ow::ui
