// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/railbutton.h"

#include "ui/widgets/rowpainter.h"

#include <QPainter>

#include <algorithm>

namespace ow::ui {

RailButton::RailButton(const Theme& theme, const QString& word, QString icon, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(std::move(icon))
{
    setText(word);
    setAccessibleName(word);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setToolTip(narrow ? text() : QString());
    updateGeometry();
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    //: Read by a screen reader at a page in the rail.
    setAccessibleDescription(count > 0 ? tr("%n to decide", nullptr, count) : QString());
    update();
}

QSize RailButton::sizeHint() const
{
    const Metrics& m = m_theme.metrics();
    return m_narrow ? QSize(m.railWidthNarrow, m.railWidthNarrow) : QSize(m.railWidth, m.railItem);
}

/// On a low screen with large type many pages stand closer rather than fall off.
QSize RailButton::minimumSizeHint() const
{
    const Metrics& m = m_theme.metrics();
    const int word = m_narrow ? m_theme.k(8) : m_theme.k(3) + m_theme.lineHeight(TextStyle::Body);
    return {sizeHint().width(), m.railIcon + word};
}

void RailButton::paintBadge(QPainter& painter, const QRect& icon) const
{
    const int side = m_theme.metrics().badge;
    const QString text = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
    const int wide = qMax(side, RowPainter::textWidth(m_theme, text, TextStyle::Keycap) + m_theme.k(8));
    const QRectF place(qMin(icon.right() + m_theme.k(1), width() - wide - 1), icon.top() - m_theme.k(6), wide,
                       side);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Block));
    painter.drawRoundedRect(place, side / 2.0, side / 2.0);
    QFont font = m_theme.font(TextStyle::Keycap);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Surface));
    painter.drawText(place, Qt::AlignCenter, text);
    painter.restore();
}

void RailButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool current = isChecked();
    const Token ground = current ? Token::Window : underMouse() ? Token::Hover : Token::Sunken;
    // One pixel is left to the line of the rail, but not under the current page.
    painter.fillRect(current ? rect() : rect().adjusted(0, 0, -1, 0), m_theme.color(ground));
    if (current) {
        painter.fillRect(QRect(0, 0, m_theme.metrics().bar, height()), m_theme.color(Token::Focus));
    }
    RowPainter row(painter, m_theme);
    const int side = m_theme.metrics().railIcon;
    const int line = m_theme.lineHeight(TextStyle::Body);
    const int gap = m_theme.k(3);
    const int top = m_narrow ? (height() - side) / 2 : (height() - side - gap - line) / 2;
    const QRect icon((width() - side) / 2, top, side, side);
    const Token token = current ? Token::Text : Token::Text2;
    row.icon(icon, m_icon, token);
    if (!m_narrow) {
        row.text(QRect(2, icon.bottom() + 1 + gap, width() - 4, line), text(),
                 current ? TextStyle::BodyBold : TextStyle::Body, token, Qt::AlignCenter);
    }
    if (m_badge > 0) {
        paintBadge(painter, icon);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(2, 2, -3, -2));
    }
}

} // namespace ow::ui
