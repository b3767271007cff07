// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/applicanthistory.h"
#include "domain/guide.h"
#include "domain/intake.h"

#include <QString>
#include <QStringList>

namespace ow::desk {

/// True when the number is a whole, sound identifier of a person or an organisation: worth looking for.
[[nodiscard]] bool isWholeIdentifier(const QString& applicantId);

/// The keys of the guide's form that are blank in `typed` and known from an earlier case of the same
/// applicant: name, address, phone, division, agent; in a case of the same item also what belongs to the
/// vehicles and not to one journey. What is typed is never replaced.
[[nodiscard]] QStringList carriedKeys(const domain::Guide& guide, const domain::Intake& typed,
                                      const EarlierIntake& earlier);

} // namespace ow::desk
