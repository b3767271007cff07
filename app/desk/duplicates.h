// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/preflight.h"
#include "ledger/ledger.h"

namespace ow::desk {

/// The open cases of this item whose applicant has exactly this number, as far as this window's ledger knows.
/// No body is opened. On the ledger thread. Empty for a number too short to look for.
[[nodiscard]] domain::Result<std::vector<domain::OpenCase>>
openCasesOf(const ledger::Ledger& ledger, const QString& applicantId, const QString& itemCode);

} // namespace ow::desk
