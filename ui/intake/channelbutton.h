// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "ui/widgets/keybutton.h"

#include <vector>

class QAction;

namespace ow::ui {

/// How the application came in (窗口, 网上, 邮寄, 帮办, 自助), a small choice in the head of the form.
class ChannelButton : public KeyButton
{
    Q_OBJECT

public:
    ChannelButton(const Theme& theme, desk::IntakeDesk& desk, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] static QString word(domain::Channel channel);

private:
    desk::IntakeDesk& m_desk;
    std::vector<QAction*> m_actions;
};

} // namespace ow::ui
