// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/axleview.h"

#include "ui/intake/axleinput.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QStyledItemDelegate>

#include <utility>

namespace ow::ui {

namespace {

/// Cells that take digits only where the guide says number.
class CellDelegate : public QStyledItemDelegate
{
public:
    CellDelegate(const AxleModel& model, AxleView& view)
        : QStyledItemDelegate(&view)
        , m_model(model)
        , m_view(view)
    {
    }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                          const QModelIndex& index) const override
    {
        auto* edit = new QLineEdit(parent);
        edit->setProperty("role", QStringLiteral("cell"));
        edit->setFrame(false);
        edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        edit->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
        if (m_model.isNumber(index.row())) {
            static const QRegularExpression digits(QStringLiteral("[0-9]{0,9}([.][0-9]{0,6})?"));
            edit->setValidator(new QRegularExpressionValidator(digits, edit));
            edit->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
        }
        edit->installEventFilter(&m_view);
        return edit;
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        // The usual answer to Enter closes the cell once more, later, when the view has long gone on.
        if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter) {
                return false;
            }
        }
        return QStyledItemDelegate::eventFilter(watched, event);
    }

private:
    const AxleModel& m_model;
    AxleView& m_view;
};

} // namespace

AxleView::AxleView(const Theme& theme, AxleModel& model, QWidget* parent)
    : QTableView(parent)
    , m_axles(model)
{
    setModel(&model);
    setItemDelegate(new CellDelegate(model, *this));
    // Which cell is open is decided here: by Enter, Tab, a click or the focus.
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setProperty("role", QStringLiteral("axles"));
    setShowGrid(true);
    setCornerButtonEnabled(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    verticalHeader()->hide();
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() > 0 && state() != EditingState) {
            open(index);
        }
    });
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

bool AxleView::isBlankStart(const QModelIndex& index) const
{
    return index.row() == 0 && index.column() == m_axles.columnCount() - 1;
}

void AxleView::open(const QModelIndex& index)
{
    setCurrentIndex(index);
    edit(index);
}

void AxleView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QModelIndex at = currentIndex();
    m_closing = true;
    QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    m_closing = false;
    switch (hint) {
    case QAbstractItemDelegate::SubmitModelCache: // Enter: down, then the next axle
        if (isBlankStart(at) && at.data().toString().isEmpty()) {
            Q_EMIT left();
        } else if (at.row() + 1 < m_axles.rowCount()) {
            open(at.siblingAtRow(at.row() + 1));
        } else if (at.column() + 1 < m_axles.columnCount()) {
            open(m_axles.index(0, at.column() + 1));
        } else {
            Q_EMIT left();
        }
        break;
    case QAbstractItemDelegate::EditNextItem:
        if (at.column() + 1 < m_axles.columnCount()) {
            open(at.siblingAtColumn(at.column() + 1));
        } else {
            focusNextChild();
        }
        break;
    case QAbstractItemDelegate::EditPreviousItem:
        if (at.column() > 1) {
            open(at.siblingAtColumn(at.column() - 1));
        } else {
            focusPreviousChild();
        }
        break;
    default:
        break;
    }
}

void AxleView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (m_closing || state() == EditingState || event->reason() == Qt::ActiveWindowFocusReason ||
        event->reason() == Qt::PopupFocusReason) {
        return;
    }
    const QModelIndex at = currentIndex();
    open(at.isValid() && at.column() > 0 ? at : m_axles.index(0, 1));
}

void AxleView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().column() > 0) {
        open(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

bool AxleView::takeKey(QLineEdit& edit, const QKeyEvent& key)
{
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (enter && (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
        // Not left to the delegate: that closes the cell later, and the next digit would still go into it.
        commitData(&edit);
        closeEditor(&edit, QAbstractItemDelegate::SubmitModelCache);
        return true;
    }
    const QString block = QGuiApplication::clipboard()->text();
    if (key.matches(QKeySequence::Paste) && (block.contains(u'\t') || block.trimmed().contains(u'\n'))) {
        const QModelIndex at = currentIndex();
        m_axles.paste(at, block);
        edit.setText(at.data(Qt::EditRole).toString());
        return true;
    }
    if (key.key() == Qt::Key_Delete && key.modifiers().testFlag(Qt::ControlModifier)) {
        const int column = currentIndex().column();
        closeEditor(&edit, QAbstractItemDelegate::RevertModelCache);
        m_axles.removeAxle(column);
        return true;
    }
    return false;
}

bool AxleView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // What is typed in an open cell is no step yet: the cell's own undo first, then the form's.
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto* edit = qobject_cast<QLineEdit*>(watched);
        const bool own = edit != nullptr && edit->isModified() && edit->isUndoAvailable();
        if (!own && (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))) {
            event->ignore();
            return true;
        }
    }
    auto* edit = qobject_cast<QLineEdit*>(watched);
    if (event->type() == QEvent::KeyPress && edit != nullptr &&
        takeKey(*edit, *static_cast<QKeyEvent*>(event))) {
        return true;
    }
    return QTableView::eventFilter(watched, event);
}

} // namespace ow::ui
