// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowlist.h"
#include "ui/widgets/rowmodel.h"

namespace ow::ui {

/// One act of a case: when, what, who; at the right where the entry stands and its number in the ledger.
struct TimelineRow
{
    QString day = {};  ///< "11-23"
    QString time = {}; ///< "09:31"
    QString icon = {};
    Tone tone = Tone::Mute;
    QString act = {};
    QString detail = {};
    QString sync = {}; ///< "待同步"
    Tone syncTone = Tone::Second;
    QString number = {}; ///< "#4217"
};

[[nodiscard]] QString rowSentence(const TimelineRow& row);

/// 46 px rows on one line, newest first as the caller orders them.
class TimelineList : public RowList
{
    Q_OBJECT

public:
    TimelineList(const Theme& theme, const QString& name, QWidget* parent = nullptr);
    void setRows(std::vector<TimelineRow> rows);

    [[nodiscard]] const TimelineRow& row(int index) const { return m_rows.row(index); }

protected:
    /// Nobody types to find an act; letters and digits are the page's keys.
    void keyPressEvent(QKeyEvent* event) override;

private:
    RowModel<TimelineRow> m_rows;
};

} // namespace ow::ui
