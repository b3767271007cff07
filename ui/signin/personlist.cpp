// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/personlist.h"

#include "ui/widgets/rowpainter.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace ow::ui {

QString rowSentence(const SignInPerson& person)
{
    return person.name + u' ' + person.role;
}

namespace {

class PersonDelegate : public QStyledItemDelegate
{
public:
    PersonDelegate(const Theme& theme, const RowModel<SignInPerson>& rows, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_rows(rows)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        return {m_theme.k(200), m_theme.metrics().personRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const SignInPerson& person = m_rows.row(index.row());
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        RowPainter row(*painter, m_theme);
        row.ground(option.rect, {.chosen = chosen,
                                 .hovered = option.state.testFlag(QStyle::State_MouseOver),
                                 .focused = option.state.testFlag(QStyle::State_HasFocus)});
        if (index.row() == 0) {
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                              m_theme.color(Token::Hairline));
        }
        const QRect inner = option.rect.adjusted(m_theme.k(12), 0, -m_theme.k(12), 0);
        const int role = RowPainter::textWidth(m_theme, person.role, TextStyle::Body);
        row.text(inner, person.role, TextStyle::Body, Token::Text2, Qt::AlignRight | Qt::AlignVCenter);
        const bool other = person.id.isEmpty();
        row.text(inner.adjusted(0, 0, -role - m_theme.k(12), 0), person.name,
                 other    ? TextStyle::Body
                 : chosen ? TextStyle::Title
                          : TextStyle::TitlePlain,
                 other ? Token::Text2 : Token::Text);
    }

private:
    const Theme& m_theme;
    const RowModel<SignInPerson>& m_rows;
};

} // namespace

PersonList::PersonList(const Theme& theme, QWidget* parent)
    : RowList(theme, tr("Who are you?"), parent)
{
    setUniformItemSizes(true);
    setModel(&m_rows);
    setItemDelegate(new PersonDelegate(theme, m_rows, this));
}

void PersonList::setPeople(std::vector<SignInPerson> people)
{
    const SignInPerson* before = currentPerson();
    // 其他人员 was not chosen while it was the only row there was.
    const QString id = before == nullptr || m_rows.rowCount() == 1 ? QString() : before->id;
    m_rows.setRows(std::move(people));
    int at = 0;
    for (int i = 0; i < m_rows.rowCount(); ++i) {
        if (!id.isEmpty() && m_rows.row(i).id == id) {
            at = i;
        }
    }
    rowsReplaced(at);
}

const SignInPerson* PersonList::currentPerson() const
{
    const int row = currentRow();
    return row < 0 ? nullptr : &m_rows.row(row);
}

} // namespace ow::ui
