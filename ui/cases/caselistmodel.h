// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/casedesk.h"

#include <QAbstractTableModel>

#include <vector>

namespace ow::ui {

/// The cases of one list as a table. Holds facts only; the words, icons and tones a cell is painted with are
/// made when the view asks for them, so a long list costs what is on screen.
class CaseListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NumberColumn,
        ItemColumn,
        ApplicantColumn,
        StateColumn,
        DueColumn,
        LeftColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Takes a new answer over. When it has the same cases in the same order only what changed is told, so
    /// the place of the view stays.
    void setLines(std::vector<desk::CaseLine> lines);

    [[nodiscard]] const std::vector<desk::CaseLine>& lines() const { return m_lines; }

    [[nodiscard]] const desk::CaseLine& line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }

    /// -1 when no row has it.
    [[nodiscard]] int rowOf(const QString& number) const;

private:
    [[nodiscard]] QString text(const desk::CaseLine& line, int column) const;

    std::vector<desk::CaseLine> m_lines;
};

} // namespace ow::ui
