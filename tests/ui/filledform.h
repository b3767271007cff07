// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"

#include <QString>

namespace ow::ui::tests {

/// Who applies. The numbers are made up; their check characters are right.
struct Person
{
    QString name = QStringLiteral("甘肃甲乙旅游客运有限公司");
    QString uscc = QStringLiteral("91100000100003962T");
    QString agent = QStringLiteral("王二");
    QString agentId = QStringLiteral("62010219850612321X");
    QString phone = QStringLiteral("13909310001");
};

/// Something right in every required field of the guide at the desk; `materials` false leaves them all
/// missing.
void fillRequired(desk::IntakeDesk& intake, const Person& person, bool materials = true);

} // namespace ow::ui::tests
