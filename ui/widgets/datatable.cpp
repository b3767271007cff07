// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datatable.h"

#include "ui/widgets/rowpainter.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace ow::ui {

namespace {

class TableDelegate : public QStyledItemDelegate
{
public:
    TableDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        RowPainter row(*painter, m_theme);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const QRect rect = option.rect;
        const bool moved = index.data(MovedRole).toBool();
        const Token ground = chosen              ? Token::Selection
                             : moved             ? Token::Mark
                             : isHovered(option) ? Token::Hover
                                                 : Token::Surface;
        painter->fillRect(rect, m_theme.color(ground));
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.color(Token::Hairline));
        if (chosen && index.column() == 0) {
            painter->fillRect(QRect(rect.left(), rect.top(), m_theme.metrics().bar, rect.height()),
                              m_theme.color(Token::Focus));
        }
        if (chosen && option.widget != nullptr && option.widget->hasFocus()) {
            const QColor edge = m_theme.color(Token::Focus);
            painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), edge);
            painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), edge);
        }
        const bool last = index.column() + 1 == index.model()->columnCount();
        paintContent(row,
                     rect.adjusted(m_theme.k(index.column() == 0 ? 16 : 8), 0, -m_theme.k(last ? 16 : 8), -1),
                     index);
    }

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override
    {
        if (event->type() != QEvent::ToolTip) {
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        }
        const QString text = index.data(Qt::DisplayRole).toString();
        const int icon =
            index.data(IconRole).toString().isEmpty() ? 0 : m_theme.metrics().icon + m_theme.k(4);
        const bool cut = RowPainter::textWidth(m_theme, text, styleOf(index)) + icon >
                         view->visualRect(index).width() - m_theme.k(16);
        QToolTip::showText(event->globalPos(), cut ? text : QString(), view);
        return true;
    }

private:
    static TextStyle styleOf(const QModelIndex& index)
    {
        return index.data(BoldRole).toBool() ? TextStyle::BodyBold : TextStyle::Body;
    }

    static bool isHovered(const QStyleOptionViewItem& option)
    {
        return option.state.testFlag(QStyle::State_MouseOver);
    }

    void paintContent(RowPainter& row, QRect rect, const QModelIndex& index) const
    {
        const QString text = index.data(Qt::DisplayRole).toString();
        const QString icon = index.data(IconRole).toString();
        const Token token = toneText(static_cast<Tone>(index.data(ToneRole).toInt()));
        const TextStyle style = styleOf(index);
        const QVariant aligned = index.data(Qt::TextAlignmentRole);
        const bool right = aligned.isValid() && (aligned.toInt() & Qt::AlignRight) != 0;
        const int side = m_theme.metrics().icon;
        const int iconRoom = icon.isEmpty() ? 0 : side + m_theme.k(4);
        if (right) {
            const int wide = qMin(rect.width(), RowPainter::textWidth(m_theme, text, style) + iconRoom);
            rect.setLeft(rect.right() - wide + 1);
        }
        if (!icon.isEmpty()) {
            row.icon(QRect(rect.left(), rect.top(), side, rect.height()), icon, token);
            rect.setLeft(rect.left() + iconRoom);
        }
        const int prefix = index.data(QuietPrefixRole).toInt();
        if (prefix > 0) {
            const int taken = row.text(rect, text.left(prefix), style, Token::Text2);
            rect.setLeft(rect.left() + taken);
            row.text(rect, text.mid(prefix), style, token, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
            return;
        }
        row.text(rect, text, style, token);
    }

    const Theme& m_theme;
};

} // namespace

DataTable::DataTable(const Theme& theme, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    setItemDelegate(new TableDelegate(theme, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(&theme, &Theme::changed, this, &DataTable::layOut);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT rowActivated(index.row()); });
    layOut();
}

void DataTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    layOut();
}

void DataTable::setColumnWidths(const std::vector<int>& widths)
{
    m_widths = widths;
    layOut();
}

void DataTable::layOut()
{
    verticalHeader()->setMinimumSectionSize(m_theme.k(16));
    verticalHeader()->setDefaultSectionSize(m_theme.metrics().tableRow);
    horizontalHeader()->setFixedHeight(m_theme.metrics().tableRow);
    const int columns = horizontalHeader()->count();
    for (int i = 0; i < columns && i < static_cast<int>(m_widths.size()); ++i) {
        const int width = m_widths[static_cast<std::size_t>(i)];
        horizontalHeader()->setSectionResizeMode(i, width == 0 ? QHeaderView::Stretch
                                                               : QHeaderView::Interactive);
        if (width > 0) {
            setColumnWidth(i, m_theme.k(width));
        }
    }
}

void DataTable::setCurrentRow(int row)
{
    if (model() != nullptr) {
        setCurrentIndex(model()->index(row, 0));
    }
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // the primary action of the page
        return;
    }
    if (enter && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentRow());
        return;
    }
    const int key = event->key();
    if (key == Qt::Key_Home || key == Qt::Key_End) {
        // In a list of cases these mean the first and the last row, not column.
        if (model() != nullptr && model()->rowCount() > 0) {
            setCurrentRow(key == Qt::Key_Home ? 0 : model()->rowCount() - 1);
        }
        return;
    }
    const bool letter = !event->text().isEmpty() && event->text().front().isPrint();
    if (letter) {
        event->ignore(); // single letters, "/" and digits belong to the page
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) {
        Q_EMIT currentRowChanged(current.row());
    }
}

} // namespace ow::ui
