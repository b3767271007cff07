// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTableView>

#include <vector>

namespace ow::ui {

/// What a model tells the table's delegate besides Qt::DisplayRole and Qt::TextAlignmentRole.
enum TableRole {
    ToneRole = Qt::UserRole + 0x100, ///< int(Tone): colour of the text and the icon
    IconRole,                        ///< name of an icon before the text
    BoldRole,                        ///< bool: the number that matters
    QuietPrefixRole, ///< int: so many letters in front are quieter ("JT62-W03-" of a case number)
    MovedRole,       ///< bool: moved by itself; marked for the 2 s the model says so
};

/// The table of the house: rows and head 30 px, a line below each row, no zebra, no vertical lines, one
/// chosen row, full text in the tool tip of what was elided. Enter says rowActivated; Space, letters and
/// digits are left to the page. Fed by any QAbstractItemModel; made for 100,000 rows (rows of one fixed
/// height).
class DataTable : public QTableView
{
    Q_OBJECT

public:
    DataTable(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Widths at 100 %; 0 takes what is left (one column). Scaled with the type.
    void setColumnWidths(const std::vector<int>& widths);

    [[nodiscard]] int currentRow() const { return currentIndex().row(); }

    void setCurrentRow(int row);

Q_SIGNALS:
    void rowActivated(int row);
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void layOut();

    const Theme& m_theme;
    std::vector<int> m_widths;
};

} // namespace ow::ui
