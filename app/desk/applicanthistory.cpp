// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/applicanthistory.h"

#include <algorithm>

namespace ow::desk {

using domain::Result;

namespace {

constexpr std::size_t kMostTries = 5; ///< cases opened before giving up: the newest may have no body here

} // namespace

Result<std::vector<ledger::CaseRow>> casesOfApplicant(const ledger::Ledger& ledger,
                                                      const QString& applicantId, int limit)
{
    return ledger.cases().ofPerson(ledger::PersonRole::Applicant, applicantId, limit);
}

Result<std::optional<EarlierIntake>> lastIntakeOf(const ledger::Ledger& ledger, const QString& applicantId,
                                                  const QString& itemCode)
{
    auto cases = casesOfApplicant(ledger, applicantId);
    if (!cases) {
        return tl::unexpected(cases.error());
    }
    std::ranges::stable_partition(*cases,
                                  [&itemCode](const ledger::CaseRow& row) { return row.item == itemCode; });
    for (std::size_t i = 0; i < std::min(cases->size(), kMostTries); ++i) {
        const ledger::CaseRow& row = (*cases)[i];
        auto history = ledger.cases().history(row.number);
        if (!history) {
            return tl::unexpected(history.error());
        }
        domain::CaseFile& file = history->file;
        if (!file.intake.applicant.idNumber.isEmpty()) {
            return EarlierIntake{row.number, file.receivedOn, file.state, std::move(file.intake),
                                 row.item == itemCode};
        }
    }
    return std::nullopt;
}

} // namespace ow::desk
