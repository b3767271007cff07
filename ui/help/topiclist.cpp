// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/topiclist.h"

#include "ui/widgets/rowpainter.h"

#include <QStyledItemDelegate>

namespace ow::ui {

QString rowSentence(const TopicRow& row)
{
    return row.title;
}

namespace {

class TopicDelegate : public QStyledItemDelegate
{
public:
    TopicDelegate(const Theme& theme, const RowModel<TopicRow>& rows, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_rows(rows)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        return {m_theme.k(160), m_theme.k(30)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        RowPainter row(*painter, m_theme);
        row.ground(option.rect, {.chosen = chosen,
                                 .hovered = option.state.testFlag(QStyle::State_MouseOver),
                                 .focused = option.state.testFlag(QStyle::State_HasFocus)});
        row.text(option.rect.adjusted(m_theme.k(16), 0, -m_theme.k(8), 0), m_rows.row(index.row()).title,
                 chosen ? TextStyle::BodyBold : TextStyle::Body, Token::Text);
    }

private:
    const Theme& m_theme;
    const RowModel<TopicRow>& m_rows;
};

} // namespace

TopicList::TopicList(const Theme& theme, QWidget* parent)
    : RowList(theme, tr("Sections of the manual"), parent)
{
    setUniformItemSizes(true);
    setModel(&m_rows);
    setItemDelegate(new TopicDelegate(theme, m_rows, this));
}

void TopicList::setTopics(std::vector<TopicRow> topics, const QString& current)
{
    m_rows.setRows(std::move(topics));
    int at = 0;
    for (int i = 0; i < m_rows.rowCount(); ++i) {
        if (m_rows.row(i).id == current) {
            at = i;
        }
    }
    rowsReplaced(at);
}

QString TopicList::currentTopic() const
{
    const int row = currentRow();
    return row < 0 ? QString() : m_rows.row(row).id;
}

} // namespace ow::ui
