// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowlist.h"

#include <QKeyEvent>

namespace ow::ui {

RowList::RowList(const Theme& theme, const QString& name, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        updateGeometry();
    });
    connect(this, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT rowActivated(index.row()); });
}

void RowList::setCurrentRow(int row)
{
    if (model() != nullptr) {
        setCurrentIndex(model()->index(row, 0));
    }
}

void RowList::step(int by)
{
    const int count = model() == nullptr ? 0 : model()->rowCount();
    if (count == 0) {
        return;
    }
    int row = currentRow();
    for (int tries = 0; tries < count; ++tries) {
        row = row < 0 ? (by > 0 ? 0 : count - 1) : (row + by + count) % count;
        if (model()->index(row, 0).flags().testFlag(Qt::ItemIsSelectable)) {
            setCurrentRow(row);
            return;
        }
    }
}

void RowList::setGrows(bool grows)
{
    m_grows = grows;
    setVerticalScrollBarPolicy(grows ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, grows ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

int RowList::rowsHeight() const
{
    int height = 0;
    const int count = model() == nullptr ? 0 : model()->rowCount();
    for (int row = 0; row < count; ++row) {
        height += sizeHintForRow(row);
    }
    return height;
}

QSize RowList::sizeHint() const
{
    const QSize usual = QListView::sizeHint();
    return m_grows ? QSize(usual.width(), rowsHeight()) : usual;
}

QSize RowList::minimumSizeHint() const
{
    return m_grows ? QSize(m_theme.k(80), rowsHeight()) : QSize(m_theme.k(80), m_theme.metrics().listRow);
}

void RowList::rowsReplaced(int row)
{
    if (row >= 0 && model() != nullptr && row < model()->rowCount()) {
        setCurrentRow(row);
    }
    updateGeometry();
}

void RowList::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // Ctrl+Enter is the primary action of the page
        return;
    }
    if (enter && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentRow());
        return;
    }
    QListView::keyPressEvent(event);
}

void RowList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current.row());
}

} // namespace ow::ui
