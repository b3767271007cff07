// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/materiallist.h"

#include "ui/widgets/rowpainter.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ow::ui {

QString rowSentence(const MaterialRow& row)
{
    const QString state = row.stateText.isEmpty() ? row.state.word : row.stateText;
    return QStringList{row.name, state, row.second}.join(u' ').simplified();
}

/// Paints a material; asks the list how much of it is open.
class MaterialDelegate : public QStyledItemDelegate
{
    Q_DECLARE_TR_FUNCTIONS(ow::ui::MaterialList)

public:
    MaterialDelegate(const Theme& theme, const MaterialList& list, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_list(list)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override
    {
        const int width = m_list.viewport()->width();
        int height = m_theme.metrics().materialRow;
        const std::vector<QRect> places = m_list.slotsOf(index.row(), width);
        if (!places.empty()) {
            height = places.back().bottom() + 1 + m_theme.k(10);
        }
        return {m_theme.k(160), height};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
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
        row.text(text.adjusted(0, 0, -wide - m_theme.k(8), 0), material.name,
                 chosen ? TextStyle::BodyBold : TextStyle::Body, Token::Text);
        row.text(text.translated(0, line), material.second, TextStyle::Body, Token::Text2);
        paintPages(*painter, row, option, index.row());
    }

private:
    void paintPages(QPainter& painter, RowPainter& row, const QStyleOptionViewItem& option, int index) const
    {
        const MaterialRow& material = m_list.row(index);
        const std::vector<QRect> places = m_list.slotsOf(index, option.rect.width());
        for (std::size_t i = 0; i < places.size(); ++i) {
            const QRect place = places[i].translated(option.rect.topLeft());
            if (i < material.pages.size()) {
                painter.fillRect(place, m_theme.color(Token::Paper));
                const QPixmap page =
                    m_list.m_pages ? m_list.m_pages(material.pages[i], place.size()) : QPixmap();
                if (!page.isNull()) {
                    painter.drawPixmap(place.adjusted(1, 1, -1, -1), page);
                }
                painter.setPen(QPen(m_theme.color(Token::Border), 1));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(place.adjusted(0, 0, -1, -1));
            } else {
                paintSlot(row, place, material.pages.empty());
            }
        }
    }

    void paintSlot(RowPainter& row, const QRect& place, bool wide) const
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
        row.text(QRect(x, place.top(), place.right() - x, place.height()), drop, TextStyle::Body,
                 Token::Text2);
    }

    const Theme& m_theme;
    const MaterialList& m_list;
};

MaterialList::MaterialList(const Theme& theme, const QString& name, QWidget* parent)
    : RowList(theme, name, parent)
{
    setModel(&m_rows);
    setItemDelegate(new MaterialDelegate(theme, *this, this));
    setAcceptDrops(true);
    connect(this, &RowList::rowActivated, this, [this](int row) {
        if (m_rows.row(row).takesPapers) {
            Q_EMIT scanWanted(row);
        }
    });
}

void MaterialList::setRows(std::vector<MaterialRow> rows)
{
    const QString current = currentRow() >= 0 ? m_rows.row(currentRow()).id : QString();
    m_rows.setRows(std::move(rows));
    int at = -1;
    for (int i = 0; i < m_rows.rowCount() && !current.isEmpty(); ++i) {
        if (m_rows.row(i).id == current) {
            at = i;
        }
    }
    rowsReplaced(at);
}

void MaterialList::setPageSource(PageSource source)
{
    m_pages = std::move(source);
    viewport()->update();
}

void MaterialList::repaintPages()
{
    viewport()->update();
}

void MaterialList::setLargePages(bool large)
{
    m_large = large;
    scheduleDelayedItemsLayout();
    updateGeometry();
}

bool MaterialList::isOpen(int row) const
{
    const MaterialRow& material = m_rows.row(row);
    if (row == currentRow()) {
        return material.takesPapers || !material.pages.empty();
    }
    return m_large && !material.pages.empty();
}

QSize MaterialList::pageSize() const
{
    const Metrics& m = theme().metrics();
    return m_large ? QSize(m.thumbLargeWidth, m.thumbLargeHeight) : QSize(m.thumbWidth, m.thumbHeight);
}

std::vector<QRect> MaterialList::slotsOf(int row, int width) const
{
    std::vector<QRect> places;
    if (!isOpen(row)) {
        return places;
    }
    const MaterialRow& material = m_rows.row(row);
    const int left = theme().k(16 + 8) + theme().metrics().icon;
    const int right = width - theme().k(16);
    const int gap = theme().k(8);
    const QSize size = pageSize();
    QPoint at(left, theme().metrics().materialRow - theme().k(2));
    if (material.pages.empty()) {
        places.emplace_back(at, QSize(right - left, theme().metrics().thumbWidth));
        return places;
    }
    const std::size_t count = material.pages.size() + (material.takesPapers ? 1 : 0);
    for (std::size_t i = 0; i < count; ++i) {
        if (at.x() + size.width() > right && at.x() > left) {
            at = QPoint(left, at.y() + size.height() + gap);
        }
        places.emplace_back(at, size);
        at.rx() += size.width() + gap;
    }
    return places;
}

void MaterialList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    RowList::currentChanged(current, previous);
    // The current row is higher than the others.
    scheduleDelayedItemsLayout();
    updateGeometry();
}

void MaterialList::mouseReleaseEvent(QMouseEvent* event)
{
    RowList::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    if (event->button() != Qt::LeftButton || !index.isValid()) {
        return;
    }
    const QRect place = visualRect(index);
    const std::vector<QRect> places = slotsOf(index.row(), place.width());
    const std::size_t pages = m_rows.row(index.row()).pages.size();
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].translated(place.topLeft()).contains(at)) {
            if (i < pages) {
                Q_EMIT pageActivated(index.row(), static_cast<int>(i));
            } else {
                Q_EMIT scanWanted(index.row());
            }
            return;
        }
    }
}

void MaterialList::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MaterialList::dragMoveEvent(QDragMoveEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool takes = index.isValid() && m_rows.row(index.row()).takesPapers && event->mimeData()->hasUrls();
    event->setAccepted(takes);
}

void MaterialList::dropEvent(QDropEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || !m_rows.row(index.row()).takesPapers) {
        return;
    }
    event->acceptProposedAction();
    Q_EMIT filesDropped(index.row(), event->mimeData()->urls());
}

} // namespace ow::ui
