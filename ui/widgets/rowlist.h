// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QListView>

namespace ow::ui {

/// What every list of the house has in common: one chosen row, no editing, keys as in the look (↑↓ Home End,
/// Enter is `rowActivated`), rows painted by delegates. Sets itself out anew after a change of theme or
/// scale.
class RowList : public QListView
{
    Q_OBJECT

public:
    RowList(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] int currentRow() const { return currentIndex().row(); }

    void setCurrentRow(int row);
    /// Next or previous row, around the end; from nothing to the first or last.
    void step(int by);
    /// As high as its rows and no scroll bar of its own: the pane around it scrolls.
    void setGrows(bool grows);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row);
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

    [[nodiscard]] const Theme& theme() const { return m_theme; }

    /// Call after the rows were replaced: chooses `row` if there is one.
    void rowsReplaced(int row);

private:
    [[nodiscard]] int rowsHeight() const;

    const Theme& m_theme;
    bool m_grows = false;
};

} // namespace ow::ui
