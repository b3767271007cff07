// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QDate>
#include <QString>

namespace ow::desk {

/// Whether a case of this applicant, as this window knows it, has a promised material that was due before
/// `today` and never came: then nothing is left out on a promise again until it has. By exact identifier;
/// false for an empty one. On the ledger thread.
[[nodiscard]] domain::Result<bool> brokenPromiseOf(const ledger::Ledger& ledger, const QString& applicantId,
                                                   QDate today);

} // namespace ow::desk
