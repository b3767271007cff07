// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timelinelist.h"

#include "ui/widgets/rowpainter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ow::ui {

QString rowSentence(const TimelineRow& row)
{
    return QStringList{row.day, row.time, row.act, row.detail, row.sync, row.number}.join(u' ').simplified();
}

namespace {

class TimelineDelegate : public QStyledItemDelegate
{
public:
    TimelineDelegate(const Theme& theme, const RowModel<TimelineRow>& rows, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_rows(rows)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        return {m_theme.k(200), m_theme.metrics().timelineRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const TimelineRow& act = m_rows.row(index.row());
        RowPainter row(*painter, m_theme);
        const bool focused = option.state.testFlag(QStyle::State_HasFocus);
        row.ground(option.rect, {.chosen = focused && option.state.testFlag(QStyle::State_Selected),
                                 .hovered = option.state.testFlag(QStyle::State_MouseOver),
                                 .focused = focused,
                                 .line = false});
        const int side = m_theme.metrics().icon;
        const int line = m_theme.lineHeight(TextStyle::Body);
        const int gap = m_theme.k(8);
        const int top = option.rect.top() + m_theme.k(2);
        const QRect time(option.rect.left(), top, m_theme.k(50), line);
        const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
        row.text(time, act.day, TextStyle::Body, Token::Text2, right);
        row.text(time.translated(0, line), act.time, TextStyle::Body, Token::Text2, right);
        const QRect icon(time.right() + 1 + gap, top + (line - side) / 2, side, side);
        row.icon(icon, act.icon, toneText(act.tone));
        if (index.row() + 1 < m_rows.rowCount()) {
            const int from = icon.bottom() + m_theme.k(4);
            const int to = option.rect.bottom() + m_theme.k(2);
            painter->fillRect(QRect(icon.center().x(), from, 1, to - from), m_theme.color(Token::Border));
        }
        QRect text(icon.right() + 1 + gap, top, 0, line);
        text.setRight(option.rect.right() - m_theme.k(16));
        const int number = RowPainter::textWidth(m_theme, act.number, TextStyle::Body);
        row.text(text, act.number, TextStyle::Body, Token::Text2, right);
        const QRect sync = text.adjusted(0, 0, -number - gap, 0);
        const int word = RowPainter::textWidth(m_theme, act.sync, TextStyle::Body);
        row.text(sync, act.sync, TextStyle::Body, toneText(act.syncTone), right);
        row.text(sync.adjusted(0, 0, -word - gap, 0), act.act, TextStyle::BodyBold, Token::Text);
        row.text(text.translated(0, line), act.detail, TextStyle::Body, Token::Text2);
    }

private:
    const Theme& m_theme;
    const RowModel<TimelineRow>& m_rows;
};

} // namespace

TimelineList::TimelineList(const Theme& theme, const QString& name, QWidget* parent)
    : RowList(theme, name, parent)
{
    setUniformItemSizes(true);
    setModel(&m_rows);
    setItemDelegate(new TimelineDelegate(theme, m_rows, this));
}

void TimelineList::keyPressEvent(QKeyEvent* event)
{
    const QString text = event->text();
    const bool letter = !text.isEmpty() && text.front().isPrint() && event->key() != Qt::Key_Space;
    if (letter && (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier) {
        event->ignore();
        return;
    }
    RowList::keyPressEvent(event);
}

void TimelineList::setRows(std::vector<TimelineRow> rows)
{
    const int current = currentRow();
    m_rows.setRows(std::move(rows));
    rowsReplaced(current);
}

} // namespace ow::ui
