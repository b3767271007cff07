// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/filteredit.h"

#include "ui/widgets/rowpainter.h"

#include <QKeyEvent>
#include <QPainter>

namespace ow::ui {

namespace {

const QString& filterKey()
{
    static const QString key = QStringLiteral("/");
    return key;
}

} // namespace

FilterEdit::FilterEdit(const Theme& theme, QWidget* parent)
    : FieldEdit(theme, parent)
{
    setLeadingIcon(QStringLiteral("search"));
    setMaxLength(60);
    connect(&theme, &Theme::changed, this, &FilterEdit::layOut);
    layOut();
}

void FilterEdit::layOut()
{
    setTrailingRoom(RowPainter::keyCapSize(theme(), filterKey()).width() + theme().k(4));
}

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty()) {
            Q_EMIT left();
        } else {
            clear();
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            event->ignore(); // the primary action of the page
            return;
        }
        Q_EMIT left();
        return;
    case Qt::Key_Down:
        Q_EMIT left();
        return;
    default:
        FieldEdit::keyPressEvent(event);
    }
}

void FilterEdit::paintEvent(QPaintEvent* event)
{
    FieldEdit::paintEvent(event);
    if (text().isEmpty() && !hasFocus()) {
        QPainter painter(this);
        const int wide = RowPainter::keyCapSize(theme(), filterKey()).width();
        RowPainter(painter, theme()).keyCap(rect(), width() - theme().k(9) - wide, filterKey());
    }
}

} // namespace ow::ui
