// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/commandline.h"
#include "desk/paperdesk.h"
#include "desk/workplace.h"

#include <QCborMap>
#include <QFuture>

namespace ow::ctl {

/// Findings and dates of an application file; writes nothing and needs no profile.
[[nodiscard]] domain::Result<QCborMap> dryRunIntake(desk::Workplace& workplace, const CommandLine& line);

/// Takes the application: examines its files, stores them, decides as the findings allow, makes the papers.
/// Adds `number`, `state` and `papers` to what a dry run gives. The person must be signed in.
[[nodiscard]] QFuture<domain::Result<QCborMap>> takeIntake(desk::Workplace& workplace,
                                                           desk::PaperDesk& papers, const CommandLine& line);

} // namespace ow::ctl
