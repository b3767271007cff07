// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/materiallist.h"

#include <QCoreApplication>
#include <QStyledItemDelegate>

namespace ow::ui {

class RowPainter;

/// Paints a material; asks the list how much of it is open.
class MaterialDelegate : public QStyledItemDelegate
{
    Q_DECLARE_TR_FUNCTIONS(ow::ui::MaterialList)

public:
    MaterialDelegate(const Theme& theme, const MaterialList& list, QObject* parent);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintPages(QPainter& painter, RowPainter& row, const QStyleOptionViewItem& option, int index) const;
    void paintPage(QPainter& painter, RowPainter& row, const QRect& place, const MaterialPage& page) const;
    void paintSlot(RowPainter& row, const QRect& place, bool wide) const;

    const Theme& m_theme;
    const MaterialList& m_list;
};

} // namespace ow::ui
