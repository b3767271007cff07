// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowlist.h"
#include "ui/widgets/rowmodel.h"
#include "ui/words/statewords.h"

namespace ow::ui {

/// One finding: state, then one sentence (its first words in bold when it is current), then one action.
struct FindingRow
{
    QString id = {};
    StateWord state = {};
    QString lead = {};     ///< "缺护送方案。"
    QString sentence = {}; ///< "Ⅲ类必须提交，不可容缺。"
    QString source = {};   ///< law or guide, quieter
    QString action = {};   ///< "去扫描"; empty: none
    QString key = {};      ///< "F9"
};

[[nodiscard]] QString rowSentence(const FindingRow& row);

/// 34 px rows ordered by weight by the caller. F7 and Shift+F7 call step(); a click on the action, or Enter,
/// says actionTriggered.
class FindingList : public RowList
{
    Q_OBJECT

public:
    FindingList(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    /// Keeps the current finding by its id.
    void setRows(std::vector<FindingRow> rows);

    [[nodiscard]] const FindingRow& row(int index) const { return m_rows.row(index); }

    [[nodiscard]] int count() const { return m_rows.rowCount(); }

Q_SIGNALS:
    void actionTriggered(int row);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    RowModel<FindingRow> m_rows;
};

} // namespace ow::ui
