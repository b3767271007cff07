// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/houserules.h"
#include "domain/casefile.h"
#include "domain/formrules.h"
#include "domain/intake.h"
#include "domain/preflight.h"

#include <QCborMap>
#include <QString>

#include <vector>

namespace ow::ctl {

/// A file named for a material, not read yet.
struct NamedFile
{
    QString material;
    QString path; ///< as written; relative to the intake file's folder
};

/// An application as `onewindow-ctl intake` reads it (docs/ctl.md).
struct IntakeOrder
{
    catalogue::GuidePtr guide;
    domain::Intake intake; ///< as it counts (domain::effectiveIntake): what is judged and submitted
    domain::FormState form;
    std::vector<NamedFile> files;
};

/// Reads {item, channel?, situations?, answers?, applicant, agent?, fields, materials}. Unknown members,
/// materials, axes and fields are refused by name; numbers are integers or decimal strings. At most 1 MiB,
/// 500 files.
[[nodiscard]] domain::Result<IntakeOrder> readIntakeOrder(const QByteArray& json, const QString& folder,
                                                          const catalogue::Catalogue& catalogue);

/// {findings, situations, class?, statutoryDays, promisedDays, due, dueStatutory, answerBy?, dueCertain}:
/// what a decision today would rest on.
[[nodiscard]] QCborMap describe(const IntakeOrder& order, const domain::Findings& findings,
                                const domain::DueDates& due);

} // namespace ow::ctl
