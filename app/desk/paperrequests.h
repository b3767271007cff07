// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/houserules.h"
#include "ledger/caserow.h"
#include "ledger/ledgeroptions.h"
#include "papers/paperrequest.h"

namespace ow::desk {

/// What a paper says, written from the case, its deciding entry and the guide alone, so that it can be made
/// again after a crash and says the same. `staffName` is the name behind that entry's actor. NotFound when
/// the case has no such paper; GuideMissing when its guide is not at hand.
[[nodiscard]] domain::Result<papers::PaperRequest>
paperRequest(const ledger::CaseHistory& history, const QString& paperNumber, const HouseRules& rules,
             const ledger::DeviceIdentity& device, const QString& staffName);

} // namespace ow::desk
