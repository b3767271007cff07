// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/casefile.h"
#include "ledger/ledger.h"

#include <optional>
#include <vector>

namespace ow::desk {

/// The last application of somebody who has been here before, as it was taken down.
struct EarlierIntake
{
    QString caseNumber;
    QDate receivedOn;
    domain::CaseState state = domain::CaseState::None;
    domain::Intake intake;
    bool sameItem = false; ///< else only what all items share (applicant, agent) serves again
};

/// By exact identifier, from this window's own ledger: the newest one of this item, else the newest of any.
/// Nothing for somebody new, an empty number, or cases whose bodies are forgotten or not here. One look-up in
/// an index and one opened case. On the ledger thread.
[[nodiscard]] domain::Result<std::optional<EarlierIntake>>
lastIntakeOf(const ledger::Ledger& ledger, const QString& applicantId, const QString& itemCode);

/// The newest cases of the applicant with exactly this identifier. On the ledger thread.
[[nodiscard]] domain::Result<std::vector<ledger::CaseRow>>
casesOfApplicant(const ledger::Ledger& ledger, const QString& applicantId, int limit = 200);

} // namespace ow::desk
