// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/tableinput.h"

#include "ui/widgets/keybutton.h"

#include <QCborArray>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int kMaxRows = 200; // what the form check takes
constexpr int kShownRows = 6;

/// Enter in a cell goes on to the next one instead of staying.
class WalkingTable : public QTableView
{
public:
    using QTableView::QTableView;

protected:
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override
    {
        QTableView::closeEditor(editor, hint == QAbstractItemDelegate::SubmitModelCache
                                            ? QAbstractItemDelegate::EditNextItem
                                            : hint);
    }
};

} // namespace

RowsModel::RowsModel(QStringList columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

int RowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole)) {
        return {};
    }
    return m_rows[static_cast<std::size_t>(index.row())].value(index.column());
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    return orientation == Qt::Horizontal ? QVariant(m_columns.value(section)) : QVariant(section + 1);
}

Qt::ItemFlags RowsModel::flags(const QModelIndex& index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

bool RowsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole) {
        return false;
    }
    m_rows[static_cast<std::size_t>(index.row())][index.column()] = value.toString().trimmed();
    Q_EMIT dataChanged(index, index);
    return true;
}

void RowsModel::setRows(const QCborValue& rows)
{
    beginResetModel();
    m_rows.clear();
    for (const QCborValue& row : rows.toArray()) {
        QStringList cells;
        for (const QCborValue& cell : row.toArray()) {
            cells << cell.toString();
        }
        cells.resize(m_columns.size());
        m_rows.push_back(cells);
    }
    if (m_rows.empty()) {
        m_rows.emplace_back(m_columns.size(), QString());
    }
    endResetModel();
}

QCborValue RowsModel::rows() const
{
    QCborArray rows;
    for (const QStringList& cells : m_rows) {
        // A row nobody began is no row; one that was begun must be finished.
        if (std::ranges::any_of(cells, [](const QString& cell) { return !cell.isEmpty(); })) {
            rows.append(QCborArray::fromStringList(cells));
        }
    }
    return rows.isEmpty() ? QCborValue() : QCborValue(rows);
}

void RowsModel::addRow()
{
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.emplace_back(m_columns.size(), QString());
    endInsertRows();
}

void RowsModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

TableInput::TableInput(const Theme& theme, const QStringList& columns, QWidget* parent)
    : FieldInput(parent)
    , m_theme(theme)
    , m_box(new QWidget(parent))
    , m_model(new RowsModel(columns, this))
    , m_view(new WalkingTable(m_box))
{
    m_model->setRows({});
    m_view->setModel(m_model);
    m_view->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->verticalHeader()->hide();
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->installEventFilter(this);
    m_box->setFocusProxy(m_view);
    auto* add = new KeyButton(theme, tr("Add a row"), KeyButton::Look::Link, m_box);
    add->setKey(QStringLiteral("Ins"));
    auto* remove = new KeyButton(theme, tr("Remove the row"), KeyButton::Look::Link, m_box);
    remove->setKey(QStringLiteral("Ctrl+Del"));
    auto* column = new QVBoxLayout(m_box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(add, &KeyButton::clicked, this, &TableInput::addRow);
    connect(remove, &KeyButton::clicked, this, &TableInput::removeRow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TableInput::changed);
    connect(&theme, &Theme::changed, this, &TableInput::layOut);
    m_box->setProperty("empty", true);
    layOut();
}

void TableInput::setValue(const QCborValue& value)
{
    m_model->setRows(value);
    m_box->setProperty("empty", this->value().isUndefined());
    layOut();
}

void TableInput::changed()
{
    m_box->setProperty("empty", value().isUndefined());
    layOut();
    Q_EMIT edited();
}

void TableInput::layOut()
{
    const int row = m_theme.metrics().tableRow;
    m_view->verticalHeader()->setDefaultSectionSize(row);
    m_view->setFixedHeight(row * (1 + std::clamp(m_model->rowCount(), 1, kShownRows)) + m_theme.k(4));
    m_view->setAccessibleName(m_box->accessibleName());
}

void TableInput::addRow()
{
    if (m_model->rowCount() >= kMaxRows) {
        return;
    }
    m_model->addRow();
    layOut();
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
}

void TableInput::removeRow()
{
    const int row = m_view->currentIndex().row();
    if (row < 0) {
        return;
    }
    m_model->removeRow(row);
    if (m_model->rowCount() == 0) {
        m_model->addRow();
    }
    changed();
}

bool TableInput::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Insert) {
            addRow();
            return true;
        }
        if (key->key() == Qt::Key_Delete && key->modifiers().testFlag(Qt::ControlModifier)) {
            removeRow();
            return true;
        }
    }
    return FieldInput::eventFilter(watched, event);
}

} // namespace ow::ui
