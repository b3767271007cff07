// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/caserow.h"

#include <QCborMap>
#include <QString>

#include <vector>

namespace ow::ledger {

/// A case from its entries (I4): accepted ones in the centre's order, then own ones not yet answered (or
/// rejected: a paper may have been given) whose base chain is unbroken; the others stand beside it. Pure.
[[nodiscard]] CaseHistory foldCase(const QString& number, std::vector<TimelineEntry> entries);

/// One opened entry onto a case, an unknown kind or a missing body included.
void foldEntry(domain::CaseFile& file, const TimelineEntry& entry);

/// The row of a list for a case; `row` stays 0.
[[nodiscard]] CaseRow caseRow(const CaseHistory& history);

/// The next day by which something has to happen: the answer after a receipt, the decision or the first
/// promised supplement after an acceptance, the handing over after a grant (Art. 44). Invalid while no date
/// runs.
[[nodiscard]] QDate nextDueOf(const domain::CaseFile& file);

/// What a forget entry keeps of a case: everything the projection needs and no person (member `summary`).
[[nodiscard]] QCborMap summaryWithoutPerson(const CaseHistory& history);

} // namespace ow::ledger
