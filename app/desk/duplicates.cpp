// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/duplicates.h"

#include "desk/applicanthistory.h"

namespace ow::desk {

namespace {

constexpr qsizetype kShortest = 15; // a whole identifier; while it is being typed nobody is meant yet

} // namespace

domain::Result<std::vector<domain::OpenCase>> openCasesOf(const ledger::Ledger& ledger,
                                                          const QString& applicantId, const QString& itemCode)
{
    std::vector<domain::OpenCase> open;
    const QString wanted = applicantId.trimmed().toUpper();
    if (wanted.size() < kShortest) {
        return open;
    }
    const auto cases = casesOfApplicant(ledger, wanted);
    if (!cases) {
        return tl::unexpected(cases.error());
    }
    for (const ledger::CaseRow& row : *cases) {
        if (row.item == itemCode && domain::isOpen(row.state)) {
            open.push_back({row.number, row.item, wanted, row.received});
        }
    }
    return open;
}

} // namespace ow::desk
