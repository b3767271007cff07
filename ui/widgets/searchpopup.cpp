// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchpopup.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ow::ui {

namespace {

class SearchDelegate : public QStyledItemDelegate
{
public:
    SearchDelegate(const Theme& theme, const SearchModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override
    {
        const Metrics& m = m_theme.metrics();
        return {m_theme.k(200), m_model.isHeading(index.row()) ? m.groupHead : m.searchRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const SearchRow& hit = m_model.hit(index.row());
        RowPainter row(*painter, m_theme);
        const int pad = m_theme.k(12);
        const QRect inner = option.rect.adjusted(pad, 0, -pad, -1);
        if (m_model.isHeading(index.row())) {
            row.ground(option.rect, {.plain = Token::Window});
            row.marked(inner, hit.group, hit.groupMarks, TextStyle::Body, Token::Text2);
            return;
        }
        row.ground(option.rect, {.chosen = option.state.testFlag(QStyle::State_Selected),
                                 .hovered = option.state.testFlag(QStyle::State_MouseOver),
                                 .plain = Token::Raised});
        const int line = m_theme.lineHeight(TextStyle::Body);
        const int top = inner.top() + (inner.height() - 2 * line) / 2;
        const int right = qMax(RowPainter::textWidth(m_theme, hit.right1, TextStyle::Body),
                               RowPainter::textWidth(m_theme, hit.right2, TextStyle::Body));
        const QRect side(inner.right() - right + 1, top, right, line);
        const Qt::Alignment toRight = Qt::AlignRight | Qt::AlignVCenter;
        row.text(side, hit.right1, TextStyle::Body, toneText(hit.right1Tone), toRight);
        row.text(side.translated(0, line), hit.right2, TextStyle::Body, Token::Text2, toRight);
        const QRect words(inner.left(), top, side.left() - m_theme.k(12) - inner.left(), line);
        row.marked(words, hit.title, hit.titleMarks, TextStyle::BodyBold, Token::Text);
        row.text(words.translated(0, line), hit.second, TextStyle::Body, Token::Text2);
    }

private:
    const Theme& m_theme;
    const SearchModel& m_model;
};

} // namespace

/// The keys that work while the list is open.
class SearchPopup::Footer : public QWidget
{
public:
    Footer(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
    }

    void setKeys(std::vector<KeyWord> keys)
    {
        m_keys = std::move(keys);
        QStringList spoken;
        for (const KeyWord& key : m_keys) {
            spoken << key.key + u' ' + key.word;
        }
        setAccessibleName(spoken.join(u", "));
        update();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(Token::Window));
        painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Hairline));
        RowPainter row(painter, m_theme);
        int x = m_theme.k(12);
        for (const KeyWord& key : m_keys) {
            for (const QString& cap : key.key.split(u' ', Qt::SkipEmptyParts)) {
                x += row.keyCap(rect(), x, cap) + m_theme.k(4);
            }
            x += row.text(QRect(x, 0, width() - x, height()), key.word, TextStyle::Body, Token::Text2);
            x += m_theme.k(20);
        }
    }

private:
    const Theme& m_theme;
    std::vector<KeyWord> m_keys;
};

SearchPopup::SearchPopup(const Theme& theme, QWidget* window)
    : QFrame(window)
    , m_theme(theme)
    , m_list(new RowList(theme, tr("Results"), this))
    , m_footer(new Footer(theme, this))
{
    setProperty("role", QStringLiteral("popup"));
    setFocusPolicy(Qt::NoFocus);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->viewport()->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new SearchDelegate(theme, m_model, m_list));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_footer);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        const int hit = m_model.hitAt(index.row());
        if (hit >= 0) {
            Q_EMIT hitClicked(hit);
        }
    });
    connect(m_list, &RowList::currentRowChanged, this,
            [this](int line) { Q_EMIT currentHitChanged(m_model.hitAt(line)); });
    hide();
}

void SearchPopup::setHits(std::vector<SearchRow> hits)
{
    m_model.setHits(std::move(hits));
    setCurrentHit(0);
    m_list->scrollToTop();
}

void SearchPopup::setFooter(std::vector<KeyWord> keys)
{
    m_footer->setKeys(std::move(keys));
}

void SearchPopup::setCurrentHit(int hit)
{
    const int line = m_model.lineOf(hit);
    if (line >= 0) {
        m_list->setCurrentRow(line);
    }
}

void SearchPopup::place(const QRect& anchor)
{
    m_footer->setFixedHeight(m_theme.metrics().paneHeader);
    int height = m_footer->height() + 2; // and the edge of the frame
    for (int line = 0; line < m_model.rowCount(); ++line) {
        height += m_list->sizeHintForRow(line);
    }
    const int room = parentWidget()->height() - anchor.bottom() - m_theme.k(8);
    setGeometry(anchor.left(), anchor.bottom() + 1, anchor.width(), qMin(height, room));
    m_list->doItemsLayout();
    raise();
}

} // namespace ow::ui
