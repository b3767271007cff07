// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/caserefresh.h"

#include "center/caseprojection.h"
#include "domain/casenumber.h"

#include <QDebug>

namespace ow::center {

using domain::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 200;
constexpr qsizetype kStationLength = 3; // W03, of W03B as well

Result<CaseRow> refreshed(Store& store, const Vault& vault, const GuideJudge& guides, CaseRow row)
{
    const auto file = foldStored(store, vault, row.number);
    if (!file)
        return tl::unexpected(file.error());
    if (const auto number = domain::CaseNumber::parse(row.number))
        row.station = number->station().left(kStationLength);
    row.department = guides.departmentOf(row.guide);
    // What nothing is based on may stand behind the last entry that was folded.
    const QString head = row.head;
    auto made = projectCase(vault, row, *file);
    if (made)
        made->head = head;
    return made;
}

} // namespace

Result<qint64> refreshCases(Store& store, const Vault& vault, const GuideJudge& guides)
{
    qint64 count = 0;
    QString last;
    while (true) {
        const auto rows = store.casesWithoutSummary(last, kPage);
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return count;
        std::vector<CaseRow> made;
        made.reserve(rows->size());
        for (const CaseRow& row : *rows) {
            auto fresh = refreshed(store, vault, guides, row);
            if (fresh)
                made.push_back(std::move(*fresh));
            else
                qWarning("a case could not be folded anew: %s", domain::errorName(fresh.error().code).data());
        }
        if (const auto put = store.inTransaction([&] { return store.putCases(made); }); !put)
            return tl::unexpected(put.error());
        count += static_cast<qint64>(made.size());
        last = rows->back().number;
    }
}

} // namespace ow::center
