// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/brokenpromise.h"

#include "desk/applicanthistory.h"

namespace ow::desk {

domain::Result<bool> brokenPromiseOf(const ledger::Ledger& ledger, const QString& applicantId, QDate today)
{
    const auto cases = casesOfApplicant(ledger, applicantId);
    if (!cases) {
        return tl::unexpected(cases.error());
    }
    for (const ledger::CaseRow& row : *cases) {
        if (!row.deficiencyDue.isValid()) {
            continue; // nothing is owed on it
        }
        const auto history = ledger.cases().history(row.number);
        if (!history) {
            return tl::unexpected(history.error());
        }
        if (domain::isPromiseBroken(history->file, today)) {
            return true;
        }
    }
    return false;
}

} // namespace ow::desk
