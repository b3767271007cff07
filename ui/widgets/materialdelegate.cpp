// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/materialdelegate.h"

#include "ui/widgets/rowpainter.h"

#include <QPainter>

namespace ow::ui {

MaterialDelegate::MaterialDelegate(const Theme& theme, const MaterialList& list, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_list(list)
{
}

QSize MaterialDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    const int width = m_list.viewport()->width();
    int height = m_theme.metrics().materialRow;
    const std::vector<QRect> places = m_list.slotsOf(index.row(), width);
    if (!places.empty()) {
        height = places.back().bottom() + 1 + m_theme.k(10);
    }
    return {m_theme.k(160), height};
}

void MaterialDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const MaterialRow& material = m_list.row(index.row());
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    RowPainter row(*painter, m_theme);
    row.ground(option.rect, {.chosen = chosen,
                             .hovered = option.state.testFlag(QStyle::State_MouseOver),
                             .focused = option.state.testFlag(QStyle::State_HasFocus)});
    const int side = m_theme.metrics().icon;
    const int pad = m_theme.k(16);
    const int line = m_theme.lineHeight(TextStyle::Body);
    const int top = option.rect.top() + (m_theme.metrics().materialRow - 2 * line) / 2;
    row.icon(QRect(option.rect.left() + pad, top + (line - side) / 2, side, side), material.state.icon,
             toneText(material.state.tone));
    QRect text(option.rect.left() + pad + side + m_theme.k(8), top, 0, line);
    text.setRight(option.rect.right() - pad);
    const QString state = material.stateText.isEmpty() ? material.state.word : material.stateText;
    const int wide = RowPainter::textWidth(m_theme, state, TextStyle::Body);
    const QRect right(text.right() - wide + 1, top, wide, line);
    row.text(right, state, TextStyle::Body, toneText(material.state.tone));
    QRect name = text.adjusted(0, 0, -wide - m_theme.k(8), 0);
    const QRect link = m_list.actionOf(index.row(), option.rect.width()).translated(option.rect.topLeft());
    if (!link.isEmpty()) {
        const int words = row.text(link, material.action, TextStyle::Body, Token::Link);
        if (chosen && !material.key.isEmpty()) {
            row.keyCap(link, link.left() + words + m_theme.k(4), material.key);
        }
        name.setRight(link.left() - m_theme.k(8));
    }
    row.text(name, material.name, chosen ? TextStyle::BodyBold : TextStyle::Body, Token::Text);
    row.text(text.translated(0, line), material.second, TextStyle::Body, Token::Text2);
    paintPages(*painter, row, option, index.row());
}

void MaterialDelegate::paintPages(QPainter& painter, RowPainter& row, const QStyleOptionViewItem& option,
                                  int index) const
{
    const MaterialRow& material = m_list.row(index);
    const std::vector<QRect> places = m_list.slotsOf(index, option.rect.width());
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const QRect seen = m_list.viewport()->rect();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QRect place = places[i].translated(option.rect.topLeft());
        if (!place.intersects(seen)) {
            continue; // of three hundred pages only those that are seen are asked for
        }
        if (i >= material.pages.size()) {
            paintSlot(row, place, material.pages.empty());
            continue;
        }
        paintPage(painter, row, place, material.pages[i]);
        const auto number = static_cast<int>(i);
        if (current && number == m_list.m_page) {
            painter.setPen(QPen(m_theme.color(Token::Focus), m_theme.focusWidth()));
            painter.drawRect(place.adjusted(-1, -1, 0, 0));
        }
        if (current && number == m_list.m_dropAt) {
            const int width = m_theme.metrics().bar;
            painter.fillRect(
                QRect(place.left() - m_theme.k(4) - width / 2, place.top(), width, place.height()),
                m_theme.color(Token::Focus));
        }
    }
}

void MaterialDelegate::paintPage(QPainter& painter, RowPainter& row, const QRect& place,
                                 const MaterialPage& page) const
{
    painter.fillRect(place, m_theme.color(Token::Paper));
    const QPixmap picture = m_list.m_pages ? m_list.m_pages(page, place.size()) : QPixmap();
    if (!picture.isNull()) {
        const QSize size = (QSizeF(picture.size()) / picture.devicePixelRatio()).toSize();
        QRect at(QPoint(), size.boundedTo(place.size()));
        at.moveCenter(place.center());
        painter.drawPixmap(at, picture);
    }
    painter.setPen(QPen(m_theme.color(page.incomplete ? Token::Warn : Token::Border),
                        page.incomplete ? m_theme.metrics().borderError : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.adjusted(0, 0, -1, -1));
    const int side = m_theme.metrics().icon;
    if (page.incomplete) {
        const QRect corner(place.left(), place.top(), side + m_theme.k(4), side + m_theme.k(4));
        painter.fillRect(corner, m_theme.color(Token::WarnBg));
        row.icon(corner.adjusted(m_theme.k(2), m_theme.k(2), -m_theme.k(2), -m_theme.k(2)),
                 QStringLiteral("warn"), Token::Warn);
    }
    if (page.pages > 1) {
        const QString count = QString::number(page.pages);
        const int wide = RowPainter::textWidth(m_theme, count, TextStyle::Body) + m_theme.k(8);
        QRect corner(0, 0, wide, m_theme.lineHeight(TextStyle::Body));
        corner.moveBottomRight(place.bottomRight() - QPoint(1, 1));
        painter.fillRect(corner, m_theme.color(Token::MuteBg));
        row.text(corner, count, TextStyle::Body, Token::Text, Qt::AlignCenter);
    }
}

void MaterialDelegate::paintSlot(RowPainter& row, const QRect& place, bool wide) const
{
    row.slot(place);
    const int side = m_theme.metrics().icon;
    if (!wide) {
        const QPoint corner = place.center() - QPoint(side / 2, side / 2);
        row.icon(QRect(corner, QSize(side, side)), QStringLiteral("plus"), Token::Text2);
        return;
    }
    const QString scan = tr("Scan");
    const QString drop = tr("or drop files here");
    const int gap = m_theme.k(8);
    const int total = side + RowPainter::textWidth(m_theme, scan, TextStyle::Body) +
                      RowPainter::keyCapSize(m_theme, QStringLiteral("F9")).width() +
                      RowPainter::textWidth(m_theme, drop, TextStyle::Body) + 3 * gap;
    int x = place.left() + qMax(gap, (place.width() - total) / 2);
    row.icon(QRect(x, place.top(), side, place.height()), QStringLiteral("scan"), Token::Text2);
    x += side + gap;
    x += row.text(QRect(x, place.top(), place.right() - x, place.height()), scan, TextStyle::Body,
                  Token::Text2);
    x += gap;
    x += row.keyCap(place, x, QStringLiteral("F9")) + gap;
    row.text(QRect(x, place.top(), place.right() - x, place.height()), drop, TextStyle::Body, Token::Text2);
}

} // namespace ow::ui
