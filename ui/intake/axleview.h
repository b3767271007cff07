// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTableView>

class QLineEdit;

namespace ow::ui {

class AxleModel;

/// The table of AxleInput and how one walks in it: the cell with the focus is open for typing.
class AxleView : public QTableView
{
    Q_OBJECT

public:
    AxleView(const Theme& theme, AxleModel& model, QWidget* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void left(); ///< Enter in the blank axle

protected:
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open(const QModelIndex& index);
    [[nodiscard]] bool takeKey(QLineEdit& edit, const QKeyEvent& key);
    [[nodiscard]] bool isBlankStart(const QModelIndex& index) const;

    AxleModel& m_axles;
    bool m_closing = false; ///< the focus comes back from a cell
};

} // namespace ow::ui
