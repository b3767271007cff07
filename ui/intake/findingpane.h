// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace ow::ui {

class FindingList;

/// What stands in the way, at the foot of the page: three rows, one where there is room for one region only.
/// Empty required fields make one row together. F7 walks; the page goes to the field or material.
class FindingPane : public QWidget
{
    Q_OBJECT

public:
    FindingPane(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent = nullptr);

    void refresh();
    void step(int by);
    /// The first that displaces acceptance; false when nothing does.
    bool goToFirstBlock();
    void setOneRow(bool oneRow);

    [[nodiscard]] QWidget* list() const;

Q_SIGNALS:
    /// The person wants to set this right.
    void wanted(const ow::domain::Finding& finding);

private:
    void layOut();
    void go(int row);
    [[nodiscard]] QString actionWord(const domain::Finding& finding) const;

    const Theme& m_theme;
    desk::IntakeDesk& m_desk;
    FindingList* m_list;
    std::vector<domain::Finding> m_rows; ///< the finding each row leads to; none for the row that all is well
    QString m_shown;
    bool m_oneRow = false;
};

} // namespace ow::ui
