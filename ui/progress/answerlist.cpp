// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/answerlist.h"

#include "ui/widgets/rowpainter.h"
#include "ui/words/daywords.h"
#include "ui/words/statewords.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace ow::ui {

QString rowSentence(const AnswerRow& row)
{
    const desk::CaseLine& line = row.line;
    return QStringList{line.itemName, stateWord(line.state, line.deficient).word, line.number, line.applicant,
                       dayWord(line.received)}
        .join(u' ');
}

namespace {

constexpr int kRow = 53;

class AnswerDelegate : public QStyledItemDelegate
{
public:
    AnswerDelegate(const Theme& theme, const RowModel<AnswerRow>& rows, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_rows(rows)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        return {m_theme.k(200), m_theme.k(kRow)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const desk::CaseLine& line = m_rows.row(index.row()).line;
        RowPainter row(*painter, m_theme);
        row.ground(option.rect, {.chosen = option.state.testFlag(QStyle::State_Selected),
                                 .hovered = option.state.testFlag(QStyle::State_MouseOver),
                                 .focused = option.widget != nullptr && option.widget->hasFocus()});
        const int height = m_theme.lineHeight(TextStyle::Body);
        QRect first = option.rect.adjusted(m_theme.k(16), m_theme.k(6), -m_theme.k(16), 0);
        first.setHeight(height);
        const QRect second = first.translated(0, height);
        const StateWord state = stateWord(line.state, line.deficient);
        const int side = m_theme.metrics().icon;
        const int word = RowPainter::textWidth(m_theme, state.word, TextStyle::Body);
        QRect right = first;
        right.setLeft(first.right() - word - side - m_theme.k(4));
        row.icon(QRect(right.left(), right.top(), side, right.height()), state.icon, toneText(state.tone));
        row.text(right.adjusted(side + m_theme.k(4), 0, 0, 0), state.word, TextStyle::Body,
                 toneText(state.tone));
        row.text(first.adjusted(0, 0, -right.width() - m_theme.k(8), 0), line.itemName, TextStyle::BodyBold,
                 Token::Text);
        const QString day = dayWord(line.received);
        const int dayWide = RowPainter::textWidth(m_theme, day, TextStyle::Body);
        row.text(second, day, TextStyle::Body, Token::Text2, Qt::AlignRight | Qt::AlignVCenter);
        row.text(second.adjusted(0, 0, -dayWide - m_theme.k(8), 0), line.number + u'·' + line.applicant,
                 TextStyle::Body, Token::Text2);
    }

private:
    const Theme& m_theme;
    const RowModel<AnswerRow>& m_rows;
};

} // namespace

AnswerList::AnswerList(const Theme& theme, QWidget* parent)
    : RowList(theme, tr("Cases it may be"), parent)
{
    setUniformItemSizes(true);
    setModel(&m_rows);
    setItemDelegate(new AnswerDelegate(theme, m_rows, this));
}

void AnswerList::setRows(std::vector<AnswerRow> rows)
{
    m_rows.setRows(std::move(rows));
    rowsReplaced(0);
}

} // namespace ow::ui
