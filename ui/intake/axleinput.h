// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/intake/fieldinput.h"

#include <QAbstractTableModel>

#include <vector>

namespace ow::ui {

class AxleView;

/// The rows of a table standing as columns. The guide's first column is the number of the axle: it heads it
/// and is filled in by its place. The others are the lines here, their names in column 0. One blank axle
/// always stands after the last, to be typed into.
class AxleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    AxleModel(const Theme& theme, domain::GuideField field, QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    void setAxles(const QCborValue& axles);
    [[nodiscard]] QCborValue axles() const; ///< undefined when nothing was typed
    /// Writes a block as a spreadsheet copies it (tabs and lines) from `at` to the right and down.
    void paste(const QModelIndex& at, const QString& block);
    void removeAxle(int column);

    [[nodiscard]] bool isNumber(int line) const;
    [[nodiscard]] QString unitOf(int line) const; ///< of "轴荷（kg）", or as the guide gives it
    /// Sum of a line as a decimal, nothing when it holds no number.
    [[nodiscard]] QString sum(int line) const;

    [[nodiscard]] const domain::GuideField& field() const { return m_field; }

    static constexpr int kMostAxles = 60;

private:
    void keepOneBlank();

    const Theme& m_theme;
    domain::GuideField m_field;
    std::vector<QStringList> m_axles; ///< the last one is blank
};

/// The axle table of a form: axles are columns, 26 px lines, numbers at the right. Enter goes down and then
/// to the next axle, Tab to the right; Enter in the blank axle leaves the table. Numbers take digits only; a
/// block from a spreadsheet is pasted into cells. Ctrl+Del takes an axle away.
class AxleInput : public FieldInput
{
    Q_OBJECT

public:
    AxleInput(const Theme& theme, const domain::GuideField& field, QWidget* parent);

    [[nodiscard]] QWidget* widget() const override { return m_box; }

    [[nodiscard]] QCborValue value() const override { return m_model->axles(); }

    void setValue(const QCborValue& value) override;
    /// "Sum 118,600 kg"
    [[nodiscard]] QString note() const override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void changed();
    void layOut();

    const Theme& m_theme;
    QWidget* m_box;
    AxleModel* m_model;
    AxleView* m_view;
};

} // namespace ow::ui
