// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/duplicates.h"

namespace ow::desk {

namespace {

constexpr qsizetype kShortest = 15; // a whole identifier; its tail alone would open cases of strangers
constexpr qsizetype kTail = 4;      // what the masked summaries keep
constexpr int kCandidates = 20;

} // namespace

domain::Result<std::vector<domain::OpenCase>> openCasesOf(const ledger::Ledger& ledger,
                                                          const QString& applicantId, const QString& itemCode)
{
    std::vector<domain::OpenCase> open;
    const QString wanted = applicantId.trimmed().toUpper();
    if (wanted.size() < kShortest) {
        return open;
    }
    for (const ledger::NameIndex::Hit& hit : ledger.names().find(wanted.right(kTail), kCandidates)) {
        const auto row = ledger.cases().row(hit.number);
        if (!row || row->item != itemCode || !domain::isOpen(row->state)) {
            continue;
        }
        const auto history = ledger.cases().history(hit.number);
        if (!history) {
            return tl::unexpected(history.error());
        }
        const QString theirs = history->file.intake.applicant.idNumber.trimmed().toUpper();
        if (theirs == wanted) {
            open.push_back({hit.number, row->item, theirs, row->received});
        }
    }
    return open;
}

} // namespace ow::desk
