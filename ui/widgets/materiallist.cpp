// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/materiallist.h"

#include "ui/widgets/materialdelegate.h"
#include "ui/widgets/rowpainter.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace ow::ui {

QString rowSentence(const MaterialRow& row)
{
    const QString state = row.stateText.isEmpty() ? row.state.word : row.stateText;
    return QStringList{row.name, state, row.second, row.action}.join(u' ').simplified();
}

MaterialList::MaterialList(const Theme& theme, const QString& name, QWidget* parent)
    : RowList(theme, name, parent)
{
    setModel(&m_rows);
    setItemDelegate(new MaterialDelegate(theme, *this, this));
    setAcceptDrops(true);
    connect(this, &RowList::rowActivated, this, [this](int row) {
        if (m_rows.row(row).takesPapers && m_rows.row(row).pages.empty()) {
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
    const int page = m_page; // choosing the row anew forgets it
    rowsReplaced(at);
    const int count = at < 0 ? 0 : static_cast<int>(m_rows.row(at).pages.size());
    m_page = std::min(page, count - 1);
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
    if (current.row() != previous.row()) {
        m_page = -1;
        m_pressed = {-1, -1};
        m_pressedAction = -1;
        m_dropAt = -1;
    }
    // The current row is higher than the others.
    scheduleDelayedItemsLayout();
    updateGeometry();
}

void MaterialList::setCurrentPage(int page)
{
    const int row = currentRow();
    const int count = row < 0 ? 0 : static_cast<int>(m_rows.row(row).pages.size());
    m_page = page < 0 || count == 0 ? -1 : std::min(page, count - 1);
    showCurrentPage();
    viewport()->update();
}

/// A row of three hundred pages is higher than the list: what is chosen in it has to be brought into sight.
void MaterialList::showCurrentPage()
{
    if (m_page < 0) {
        return;
    }
    const QRect row = visualRect(currentIndex());
    const std::vector<QRect> places = slotsOf(currentRow(), row.width());
    if (static_cast<std::size_t>(m_page) >= places.size()) {
        return;
    }
    const QRect place = places[static_cast<std::size_t>(m_page)].translated(row.topLeft());
    const int pad = theme().k(8);
    const int below = place.bottom() + pad - viewport()->height();
    if (place.top() < pad) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + place.top() - pad);
    } else if (below > 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + below);
    }
}

void MaterialList::keyPressEvent(QKeyEvent* event)
{
    const int row = currentRow();
    const int count = row < 0 ? 0 : static_cast<int>(m_rows.row(row).pages.size());
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (sideways && count > 0) {
        const int by = event->key() == Qt::Key_Left ? -1 : 1;
        const int to = m_page + by;
        if (event->modifiers() == Qt::AltModifier && m_page >= 0 && to >= 0 && to < count) {
            const int from = std::exchange(m_page, to);
            Q_EMIT pageMoved(row, from, to);
        } else if (event->modifiers() == Qt::NoModifier) {
            setCurrentPage(std::clamp(to, -1, count - 1));
        }
        return;
    }
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                       (event->key() == Qt::Key_Space && m_page >= 0);
    if (opens && count > 0 && event->modifiers() == Qt::NoModifier) {
        Q_EMIT pageActivated(row, std::max(m_page, 0));
        return;
    }
    RowList::keyPressEvent(event);
}

std::pair<int, int> MaterialList::slotAt(QPoint at) const
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid()) {
        return {-1, -1};
    }
    const QRect place = visualRect(index);
    const std::vector<QRect> places = slotsOf(index.row(), place.width());
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].translated(place.topLeft()).contains(at)) {
            return {index.row(), static_cast<int>(i)};
        }
    }
    return {index.row(), -1};
}

QRect MaterialList::actionOf(int row, int width) const
{
    const MaterialRow& material = m_rows.row(row);
    if (material.action.isEmpty()) {
        return {};
    }
    const QString state = material.stateText.isEmpty() ? material.state.word : material.stateText;
    const int right = width - theme().k(16 + 12) - RowPainter::textWidth(theme(), state, TextStyle::Body);
    int wide = RowPainter::textWidth(theme(), material.action, TextStyle::Body);
    if (row == currentRow() && !material.key.isEmpty()) {
        wide += theme().k(4) + RowPainter::keyCapSize(theme(), material.key).width();
    }
    const int line = theme().lineHeight(TextStyle::Body);
    const int top = (theme().metrics().materialRow - 2 * line) / 2;
    return {right - wide, top, wide, line};
}

int MaterialList::actionAt(QPoint at) const
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid()) {
        return -1;
    }
    const QRect place = visualRect(index);
    const QRect link = actionOf(index.row(), place.width()).translated(place.topLeft());
    return link.contains(at) ? index.row() : -1;
}

void MaterialList::mousePressEvent(QMouseEvent* event)
{
    // The row opens and moves when it is chosen: what lies under the mouse counts as it was before.
    const std::pair<int, int> under = slotAt(event->position().toPoint());
    const int action = actionAt(event->position().toPoint());
    RowList::mousePressEvent(event);
    const bool left = event->button() == Qt::LeftButton;
    m_pressed = left ? under : std::pair(-1, -1);
    m_pressedAction = left ? action : -1;
}

void MaterialList::mouseMoveEvent(QMouseEvent* event)
{
    const auto [row, page] = m_pressed;
    const int count = row < 0 ? 0 : static_cast<int>(m_rows.row(row).pages.size());
    if (!event->buttons().testFlag(Qt::LeftButton) || row != currentRow() || page < 0 || page >= count) {
        RowList::mouseMoveEvent(event);
        return;
    }
    const auto [over, slot] = slotAt(event->position().toPoint());
    const int at = over == row && slot >= 0 && slot != page ? std::min(slot, count - 1) : -1;
    if (at != m_dropAt) {
        m_dropAt = at;
        viewport()->update();
    }
}

void MaterialList::mouseReleaseEvent(QMouseEvent* event)
{
    RowList::mouseReleaseEvent(event);
    const auto [row, page] = std::exchange(m_pressed, std::pair(-1, -1));
    const int to = std::exchange(m_dropAt, -1);
    const int action = std::exchange(m_pressedAction, -1);
    viewport()->update();
    if (event->button() == Qt::LeftButton && action >= 0 && actionAt(event->position().toPoint()) == action) {
        Q_EMIT actionTriggered(action);
        return;
    }
    if (event->button() != Qt::LeftButton || row < 0 || page < 0) {
        return;
    }
    if (to >= 0) {
        m_page = to;
        Q_EMIT pageMoved(row, page, to);
        return;
    }
    if (slotAt(event->position().toPoint()) != std::pair(row, page)) {
        return;
    }
    if (page < static_cast<int>(m_rows.row(row).pages.size())) {
        Q_EMIT pageActivated(row, page);
    } else {
        Q_EMIT scanWanted(row);
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
