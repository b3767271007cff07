// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/intake/fieldinput.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

class QTableView;

namespace ow::ui {

/// Rows of text as they are typed into a form.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    RowsModel(QStringList columns, QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    void setRows(const QCborValue& rows);
    [[nodiscard]] QCborValue rows() const; ///< undefined when every cell is empty
    void addRow();
    void removeRow(int row);

private:
    QStringList m_columns;
    std::vector<QStringList> m_rows;
};

/// A table of a form: Enter goes right and then down, Ins adds a row, Ctrl+Del takes one away.
class TableInput : public FieldInput
{
    Q_OBJECT

public:
    TableInput(const Theme& theme, const QStringList& columns, QWidget* parent);

    [[nodiscard]] QWidget* widget() const override { return m_box; }

    [[nodiscard]] QCborValue value() const override { return m_model->rows(); }

    void setValue(const QCborValue& value) override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void changed();
    void layOut();
    void addRow();
    void removeRow();

    const Theme& m_theme;
    QWidget* m_box;
    RowsModel* m_model;
    QTableView* m_view;
};

} // namespace ow::ui
