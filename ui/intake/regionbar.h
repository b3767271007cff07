// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "ui/theme/theme.h"

#include <QFrame>

#include <array>

class QLabel;

namespace ow::ui {

class KeyButton;

/// The regions of the page, in the order F6 walks them.
enum class IntakeRegion { Guide, Form, Materials };

/// Tabs of the regions, where there is room for one at a time; the dates stand at the right.
class RegionBar : public QFrame
{
    Q_OBJECT

public:
    RegionBar(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent = nullptr);

    void setCurrent(IntakeRegion region);
    void refresh(int missingMaterials);

Q_SIGNALS:
    void chosen(ow::ui::IntakeRegion region);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();

    const Theme& m_theme;
    desk::IntakeDesk& m_desk;
    std::array<KeyButton*, 3> m_tabs;
    QLabel* m_dates;
    IntakeRegion m_current = IntakeRegion::Form;
};

} // namespace ow::ui
