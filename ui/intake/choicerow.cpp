// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/choicerow.h"

#include "ui/widgets/rowpainter.h"

#include <QPainter>

namespace ow::ui {

namespace {

constexpr auto kWrap = Qt::TextWordWrap | Qt::TextWrapAnywhere | Qt::AlignLeft | Qt::AlignTop;

} // namespace

ChoiceRow::ChoiceRow(const Theme& theme, const Words& words, QWidget* parent)
    : QRadioButton(words.name, parent)
    , m_theme(theme)
    , m_words(words)
{
    setAccessibleName(words.name);
    setAccessibleDescription(QString(words.limit + u' ' + words.small).trimmed());
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

int ChoiceRow::textLeft() const
{
    return m_theme.k(16 + 8) + m_theme.metrics().icon;
}

int ChoiceRow::wrapped(const QString& text, int width, bool bold) const
{
    if (text.isEmpty()) {
        return 0;
    }
    const QFontMetrics metrics(m_theme.font(bold ? TextStyle::BodyBold : TextStyle::Body));
    const QRect box = metrics.boundingRect(QRect(0, 0, width, 10'000), kWrap, text);
    const int line = m_theme.lineHeight(TextStyle::Body);
    return qMax(line, (box.height() + metrics.height() / 2) / metrics.height() * line);
}

int ChoiceRow::heightForWidth(int width) const
{
    const int room = qMax(m_theme.k(40), width - textLeft() - m_theme.k(16));
    const int limit = RowPainter::textWidth(m_theme, m_words.limit, TextStyle::Body) + m_theme.k(8);
    const int name = wrapped(m_words.name, qMax(m_theme.k(40), room - limit), true);
    return m_theme.k(10) + name + wrapped(m_words.small, room, false);
}

QSize ChoiceRow::sizeHint() const
{
    return {m_theme.k(232), heightForWidth(m_theme.k(232))};
}

QSize ChoiceRow::minimumSizeHint() const
{
    return {m_theme.k(120), m_theme.metrics().tableRow};
}

void ChoiceRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    RowPainter row(painter, m_theme);
    row.ground(rect(), {.chosen = isChecked(),
                        .hovered = underMouse() && isEnabled(),
                        .focused = hasFocus(),
                        .line = false});
    if (hasFocus() && !isChecked()) {
        painter.setPen(QPen(m_theme.color(Token::Focus), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    const int side = m_theme.metrics().icon;
    const int line = m_theme.lineHeight(TextStyle::Body);
    const int top = m_theme.k(5);
    const QRectF ring(m_theme.k(16) + 1, top + (line - side) / 2.0 + 1, side - 2, side - 2);
    painter.setRenderHint(QPainter::Antialiasing);
    const Token edge = isChecked() ? Token::Focus : Token::Border;
    painter.setPen(QPen(m_theme.color(edge), isChecked() ? side * 0.28 : 1.2));
    painter.setBrush(m_theme.color(Token::Surface));
    const qreal inset = isChecked() ? side * 0.14 : 0;
    painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int room = width() - textLeft() - m_theme.k(16);
    const int limit = RowPainter::textWidth(m_theme, m_words.limit, TextStyle::Body);
    const int nameRoom = room - (limit > 0 ? limit + m_theme.k(8) : 0);
    const int name = wrapped(m_words.name, nameRoom, true);
    painter.setFont(m_theme.font(isChecked() ? TextStyle::BodyBold : TextStyle::Body));
    painter.setPen(m_theme.color(isEnabled() ? Token::Text : Token::Disabled));
    painter.drawText(QRect(textLeft(), top, nameRoom, name), kWrap, m_words.name);
    row.text(QRect(textLeft() + room - limit, top, limit, line), m_words.limit, TextStyle::Body,
             Token::Text2);
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.color(Token::Text2));
    painter.drawText(QRect(textLeft(), top + name, room, height() - top - name), kWrap, m_words.small);
}

} // namespace ow::ui
