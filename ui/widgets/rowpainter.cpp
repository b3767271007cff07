// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowpainter.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace ow::ui {

namespace {

TextStyle styleOf(const TextRun& run)
{
    return run.bold ? TextStyle::BodyBold : TextStyle::Body;
}

} // namespace

void RowPainter::ground(const QRect& row, const Ground& ground)
{
    const Token fill = ground.chosen ? Token::Selection : ground.hovered ? Token::Hover : ground.plain;
    m_painter.fillRect(row, m_theme.color(fill));
    if (ground.line) {
        const int line = m_theme.metrics().hairline;
        m_painter.fillRect(QRect(row.left(), row.bottom() - line + 1, row.width(), line),
                           m_theme.color(Token::Hairline));
    }
    if (ground.chosen) {
        const int bar = m_theme.metrics().bar;
        m_painter.fillRect(QRect(row.left(), row.top(), bar, row.height()), m_theme.color(Token::Focus));
        if (ground.focused) {
            m_painter.setPen(QPen(m_theme.color(Token::Focus), 1));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRect(row.adjusted(0, 0, -1, -1));
        }
    }
}

void RowPainter::icon(const QRect& square, const QString& name, Token token)
{
    const int side = qMin(square.width(), square.height());
    // Chinese letters stand a little below the middle of their line; the icon goes with them.
    const QPoint corner(square.left() + (square.width() - side) / 2,
                        square.top() + (square.height() - side) / 2 + m_theme.k(0.8));
    m_painter.drawPixmap(corner, m_theme.pixmap(name, token, side, m_painter.device()->devicePixelRatio()));
}

int RowPainter::text(const QRect& rect, const QString& text, TextStyle style, Token token,
                     Qt::Alignment alignment, Qt::TextElideMode elide)
{
    if (rect.width() <= 0 || text.isEmpty()) {
        return 0;
    }
    const QFont& font = m_theme.font(style);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(text);
    const QString shown = width > rect.width() ? metrics.elidedText(text, elide, rect.width()) : text;
    m_painter.setFont(font);
    m_painter.setPen(m_theme.color(token));
    m_painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
    return qMin(width, rect.width());
}

int RowPainter::runs(const QRect& rect, const std::vector<TextRun>& runs)
{
    QRect rest = rect;
    for (const TextRun& run : runs) {
        const int taken = text(rest, run.text, styleOf(run), run.color);
        rest.setLeft(rest.left() + taken);
        if (rest.width() <= 0) {
            break;
        }
    }
    return rest.left() - rect.left();
}

void RowPainter::marked(const QRect& rect, const QString& text, const std::vector<MarkRange>& marks,
                        TextStyle style, Token token)
{
    const QFont& font = m_theme.font(style);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    // An elided end is an ellipsis, not a letter that matched.
    const auto kept = shown == text ? shown.size() : shown.size() - 1;
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> formats;
    for (const MarkRange& mark : marks) {
        QTextLayout::FormatRange range;
        range.start = mark.start;
        range.length = static_cast<int>(qMin<qsizetype>(mark.length, kept - mark.start));
        range.format.setBackground(m_theme.color(Token::Mark));
        range.format.setForeground(m_theme.color(Token::Text));
        if (range.length > 0) {
            formats << range;
        }
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width() + 1);
    layout.endLayout();
    m_painter.setPen(m_theme.color(token));
    layout.draw(&m_painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

int RowPainter::keyCap(const QRect& rect, int left, const QString& key, Token token, Token edge)
{
    const QSize size = keyCapSize(m_theme, key);
    const QRect cap(left, rect.top() + (rect.height() - size.height()) / 2, size.width(), size.height());
    const int radius = m_theme.metrics().radiusSmall;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_theme.color(edge), 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    m_painter.setFont(m_theme.font(TextStyle::Keycap));
    m_painter.setPen(m_theme.color(token));
    m_painter.drawText(cap, Qt::AlignCenter, key);
    m_painter.restore();
    return size.width();
}

void RowPainter::slot(const QRect& rect)
{
    m_painter.save();
    QPen pen(m_theme.color(Token::Border), 1, Qt::CustomDashLine);
    pen.setDashPattern({3, 3});
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(rect.adjusted(0, 0, -1, -1));
    m_painter.restore();
}

int RowPainter::textWidth(const Theme& theme, const QString& text, TextStyle style)
{
    return QFontMetrics(theme.font(style)).horizontalAdvance(text);
}

int RowPainter::runsWidth(const Theme& theme, const std::vector<TextRun>& runs)
{
    int width = 0;
    for (const TextRun& run : runs) {
        width += textWidth(theme, run.text, styleOf(run));
    }
    return width;
}

QSize RowPainter::keyCapSize(const Theme& theme, const QString& key)
{
    const int height = theme.lineHeight(TextStyle::Keycap) + theme.k(2);
    const int width = textWidth(theme, key, TextStyle::Keycap) + theme.k(10);
    return {qMax(width, height), height};
}

} // namespace ow::ui
