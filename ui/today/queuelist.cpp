// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/queuelist.h"

#include "ui/widgets/rowpainter.h"

#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ow::ui {

QString rowSentence(const QueueRow& row)
{
    return QStringList{row.title, row.right, row.second, row.third}.join(u' ').simplified();
}

namespace {

class QueueDelegate : public QStyledItemDelegate
{
public:
    QueueDelegate(const Theme& theme, const RowModel<QueueRow>& rows, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_rows(rows)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override
    {
        const QueueRow& row = m_rows.row(index.row());
        const Metrics& metrics = m_theme.metrics();
        const int height = row.id.isEmpty()      ? metrics.groupHead
                           : row.third.isEmpty() ? metrics.queueRowTwoLine
                                                 : metrics.queueRowThreeLine;
        return {m_theme.k(200), height};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QueueRow& row = m_rows.row(index.row());
        RowPainter paint(*painter, m_theme);
        if (row.id.isEmpty()) {
            paintHead(paint, option.rect, row);
            return;
        }
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        paint.ground(option.rect, {.chosen = chosen,
                                   .hovered = option.state.testFlag(QStyle::State_MouseOver),
                                   .focused = option.state.testFlag(QStyle::State_HasFocus)});
        const int pad = m_theme.k(16);
        const int side = m_theme.metrics().icon;
        const int line = m_theme.k(20);
        QRect rest = option.rect.adjusted(pad, m_theme.k(6), -pad, 0);
        rest.setHeight(line);
        paint.icon(QRect(rest.left(), rest.top(), side, line), row.icon, toneText(row.tone));
        rest.setLeft(rest.left() + side + m_theme.k(8));
        const int right = RowPainter::textWidth(m_theme, row.right, TextStyle::Body);
        paint.text(QRect(rest.right() - right + 1, rest.top(), right, line), row.right, TextStyle::Body,
                   toneText(row.rightTone));
        QRect first = rest;
        first.setRight(rest.right() - right - m_theme.k(8));
        paint.text(first, row.title, chosen || !row.third.isEmpty() ? TextStyle::BodyBold : TextStyle::Body,
                   Token::Text);
        rest.translate(0, line);
        paint.text(rest, row.second, TextStyle::Body, row.third.isEmpty() ? Token::Text2 : Token::Text);
        if (!row.third.isEmpty()) {
            rest.translate(0, line);
            paint.text(rest, row.third, TextStyle::Body, toneText(row.thirdTone));
        }
    }

private:
    void paintHead(RowPainter& paint, const QRect& rect, const QueueRow& row) const
    {
        paint.ground(rect, {.plain = Token::Window});
        const QRect inside = rect.adjusted(m_theme.k(16), 0, -m_theme.k(16), -1);
        paint.runs(inside, {{row.title + u"  ", false, Token::Text2}, {row.second, true, Token::Text}});
        paint.text(inside, row.right, TextStyle::Body, Token::Text2, Qt::AlignRight | Qt::AlignVCenter);
    }

    const Theme& m_theme;
    const RowModel<QueueRow>& m_rows;
};

} // namespace

Qt::ItemFlags QueueList::Rows::flags(const QModelIndex& index) const
{
    const bool head = index.isValid() && row(index.row()).id.isEmpty();
    return head ? Qt::ItemFlags(Qt::ItemNeverHasChildren) : RowModel::flags(index);
}

QueueList::QueueList(const Theme& theme, const QString& name, QWidget* parent)
    : RowList(theme, name, parent)
{
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setModel(&m_rows);
    setItemDelegate(new QueueDelegate(theme, m_rows, this));
}

int QueueList::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(m_rows.rows(), id, &QueueRow::id);
    return found == m_rows.rows().end() ? -1 : static_cast<int>(found - m_rows.rows().begin());
}

void QueueList::setRows(std::vector<QueueRow> rows)
{
    const int before = currentRow();
    if (before >= 0 && std::ranges::equal(rows, m_rows.rows(), {}, &QueueRow::id, &QueueRow::id)) {
        m_rows.renewRows(std::move(rows)); // somebody may be choosing several just now
        scheduleDelayedItemsLayout();
        return;
    }
    const QString current = before >= 0 && before < count() ? row(before).id : QString();
    m_rows.setRows(std::move(rows));
    int at = current.isEmpty() ? -1 : rowOf(current);
    // The case has left the queue: the next one takes its place, so that a chief goes on by A alone.
    for (int i = std::max(before, 0); at < 0 && i < count(); ++i) {
        at = row(i).id.isEmpty() ? -1 : i;
    }
    for (int i = std::min(before, count()) - 1; at < 0 && i >= 0; --i) {
        at = row(i).id.isEmpty() ? -1 : i;
    }
    rowsReplaced(at);
}

QStringList QueueList::chosen() const
{
    QModelIndexList rows = selectionModel()->selectedIndexes();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList numbers;
    for (const QModelIndex& index : rows) {
        if (const QString id = row(index.row()).id; !id.isEmpty()) {
            numbers.append(id);
        }
    }
    return numbers;
}

void QueueList::choose(const QString& id)
{
    if (const int at = rowOf(id); at >= 0) {
        setCurrentRow(at);
    }
}

void QueueList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        Q_EMIT pageForward(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    }
    RowList::keyPressEvent(event);
}

} // namespace ow::ui
