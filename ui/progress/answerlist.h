// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/progressdesk.h"
#include "ui/widgets/rowlist.h"
#include "ui/widgets/rowmodel.h"

namespace ow::ui {

/// A case in the list.
struct AnswerRow
{
    desk::CaseLine line;
};

[[nodiscard]] QString rowSentence(const AnswerRow& row);

/// The cases a question about progress may mean: two lines each, item and state above, number, applicant
/// (masked) and day of receipt below.
class AnswerList : public RowList
{
    Q_OBJECT

public:
    explicit AnswerList(const Theme& theme, QWidget* parent = nullptr);
    void setRows(std::vector<AnswerRow> rows);

private:
    RowModel<AnswerRow> m_rows;
};

} // namespace ow::ui
