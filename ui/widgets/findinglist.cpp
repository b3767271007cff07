// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findinglist.h"

#include "ui/widgets/rowpainter.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ow::ui {

QString rowSentence(const FindingRow& row)
{
    return QStringList{row.state.word, row.lead + row.sentence, row.source, row.action}
        .join(u' ')
        .simplified();
}

namespace {

int actionWidth(const Theme& theme, const FindingRow& row)
{
    if (row.action.isEmpty()) {
        return 0;
    }
    const int key = row.key.isEmpty() ? 0 : RowPainter::keyCapSize(theme, row.key).width() + theme.k(4);
    return RowPainter::textWidth(theme, row.action, TextStyle::Body) + key;
}

class FindingDelegate : public QStyledItemDelegate
{
public:
    FindingDelegate(const Theme& theme, const RowModel<FindingRow>& rows, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_rows(rows)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        return {m_theme.k(200), m_theme.metrics().findingRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const FindingRow& finding = m_rows.row(index.row());
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        RowPainter row(*painter, m_theme);
        row.ground(option.rect, {.chosen = chosen,
                                 .hovered = option.state.testFlag(QStyle::State_MouseOver),
                                 .focused = option.state.testFlag(QStyle::State_HasFocus)});
        const int side = m_theme.metrics().icon;
        const int pad = m_theme.k(16);
        QRect rest = option.rect.adjusted(pad, 0, -pad, -1);
        row.icon(QRect(rest.left(), rest.top(), side, rest.height()), finding.state.icon,
                 toneText(finding.state.tone));
        const int state = stateWidth();
        row.text(QRect(rest.left() + side + m_theme.k(4), rest.top(), state, rest.height()),
                 finding.state.word, chosen ? TextStyle::BodyBold : TextStyle::Body,
                 toneText(finding.state.tone));
        rest.setLeft(rest.left() + state);
        const int action = actionWidth(m_theme, finding);
        if (action > 0) {
            const QRect link(rest.right() - action + 1, rest.top(), action, rest.height());
            const int words = row.text(link, finding.action, TextStyle::Body, Token::Link);
            if (!finding.key.isEmpty()) {
                row.keyCap(link, link.left() + words + m_theme.k(4), finding.key);
            }
            rest.setRight(link.left() - m_theme.k(12));
        }
        row.runs(rest, {{finding.lead, chosen, Token::Text},
                        {finding.sentence, false, Token::Text},
                        {finding.source.isEmpty() ? QString() : QString(u' ' + finding.source), false,
                         Token::Text2}});
    }

private:
    // One column for all rows: 84 px of state and its gap, more where a longer word stands in the list.
    [[nodiscard]] int stateWidth() const
    {
        int word = 0;
        for (const FindingRow& row : m_rows.rows()) {
            word = qMax(word, RowPainter::textWidth(m_theme, row.state.word, TextStyle::BodyBold));
        }
        return qMax(m_theme.k(96), word + m_theme.metrics().icon + m_theme.k(4 + 12));
    }

    const Theme& m_theme;
    const RowModel<FindingRow>& m_rows;
};

} // namespace

FindingList::FindingList(const Theme& theme, const QString& name, QWidget* parent)
    : RowList(theme, name, parent)
{
    setUniformItemSizes(true);
    setModel(&m_rows);
    setItemDelegate(new FindingDelegate(theme, m_rows, this));
    connect(this, &RowList::rowActivated, this, &FindingList::actionTriggered);
}

void FindingList::setRows(std::vector<FindingRow> rows)
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

void FindingList::mouseReleaseEvent(QMouseEvent* event)
{
    RowList::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid()) {
        return;
    }
    const int action = actionWidth(theme(), m_rows.row(index.row()));
    const int left = visualRect(index).right() - theme().k(16) - action;
    if (action > 0 && event->position().x() >= left) {
        Q_EMIT actionTriggered(index.row());
    }
}

} // namespace ow::ui
