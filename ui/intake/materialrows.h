// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/intakedesk.h"
#include "desk/intakeoffers.h"
#include "ui/widgets/materiallist.h"

#include <QHash>

namespace ow::ui {

/// The materials of the situation as the list shows them: what is missing first and what can be reused before
/// it, what is here last, otherwise as the guide has them. `offers` are earlier scans that can stand in for
/// what is missing; `refusals` are files that could not be taken in, by material.
[[nodiscard]] std::vector<MaterialRow> materialRows(const desk::IntakeDesk& desk,
                                                    const desk::IntakeOffers& offers,
                                                    const QHash<QString, QString>& refusals);

} // namespace ow::ui
