// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/materialshelf.h"
#include "desk/todaydesk.h"
#include "domain/guide.h"

namespace ow::desk {

/// What the last answer to the applicant rested on: the findings and the advice of the deciding entry.
[[nodiscard]] domain::Findings decisionFindings(const ledger::CaseHistory& history);

/// Form, materials, pages and findings of a case for a reader; identity and phone numbers masked. `guide` is
/// that of the case's version, or null when this window does not have it: then keys and ids stand in for
/// words. `shelf` knows what is drawn over reused pages.
[[nodiscard]] TodayCase todayCase(const ledger::CaseHistory& history, const domain::Guide* guide,
                                  const MaterialShelf& shelf);

} // namespace ow::desk
