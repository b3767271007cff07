// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/unmask.h"
#include "ledger/ledger.h"

namespace ow::desk {

// What has to be written down before a person sees or prints something of a case. On the ledger thread.

/// The opening of a case of another window.
[[nodiscard]] domain::Result<void> noteLook(ledger::Ledger& ledger, const QString& actor,
                                            const QString& caseNumber);
[[nodiscard]] domain::Result<Unmasked> unmaskThere(ledger::Ledger& ledger, const QString& actor,
                                                   const QString& caseNumber, UnmaskReason why);
/// NotFound when the case has no such paper.
[[nodiscard]] domain::Result<PrintNote> notePrintThere(ledger::Ledger& ledger, const QString& actor,
                                                       const QString& caseNumber, const QString& paperNumber);

} // namespace ow::desk
