// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/caserow.h"
#include "ledger/personkey.h"

#include <QString>

#include <span>
#include <vector>

namespace ow::ledger {

class ColumnSealer;
class Database;

/// Reading cases. On the ledger thread through Ledger::cases(), on the read thread through LedgerReader.
/// Needs the keys (KeyLocked). Short statements only, so that the WAL can be emptied.
class CaseQueries
{
public:
    /// Both outlive this.
    CaseQueries(const Database& database, const ColumnSealer& sealer);

    /// Row keys in order: 100,000 fit in a list, and rows() reads what is on screen. Clear columns only, all
    /// of them in the index of the order asked for: some ten ms for 100,000 cases.
    [[nodiscard]] domain::Result<std::vector<qint64>> keys(const CaseQuery& query) const;
    [[nodiscard]] domain::Result<qint64> count(const CaseQuery& query) const;
    /// The rows of some keys, in their order; keys no longer there are left out. At most kMaxRows.
    [[nodiscard]] domain::Result<std::vector<CaseRow>> rows(std::span<const qint64> keys) const;
    /// keys() and rows() of one page.
    [[nodiscard]] domain::Result<std::vector<CaseRow>> page(const CaseQuery& query, qint64 offset,
                                                            int limit) const;
    /// The cases somebody with exactly this number has to do with in this role, the newest first; none for an
    /// empty number.
    [[nodiscard]] domain::Result<std::vector<CaseRow>> ofPerson(PersonRole role, const QString& number,
                                                                int limit) const;
    /// Materials taken in for the applicant with exactly this number that can serve again, the newest first:
    /// not those that expire before `validOn`, nor of a case that came to nothing.
    [[nodiscard]] domain::Result<std::vector<ShelfRow>> shelf(const QString& applicantId, QDate validOn,
                                                              int limit) const;
    /// NotFound when the ledger has no such case.
    [[nodiscard]] domain::Result<CaseRow> row(const QString& number) const;

    /// Every entry of a case with its body, and the case as their fold (I4).
    [[nodiscard]] domain::Result<CaseHistory> history(const QString& number) const;
    /// Looks at a case, prints and exports of it by this device, oldest first. They are no part of the case.
    [[nodiscard]] domain::Result<std::vector<TimelineEntry>> looks(const QString& number) const;
    [[nodiscard]] domain::Result<std::vector<PaperRow>> papers(const QString& number) const;
    /// 待打印: numbers that are given and whose PDF is not recorded yet, oldest first.
    [[nodiscard]] domain::Result<std::vector<PaperRow>> papersToPrint(int limit) const;

    /// Accepted config entries (guides, calendars, people …), own and from the feed, in the centre's order;
    /// own pending ones last. Bodies opened.
    [[nodiscard]] domain::Result<std::vector<TimelineEntry>> ofKind(domain::Kind kind, int limit) const;
    /// Own entries of one kind, whatever became of them (the reason of the centre with it), newest first.
    /// Bodies opened.
    [[nodiscard]] domain::Result<std::vector<TimelineEntry>> ownOfKind(domain::Kind kind, int limit) const;
    /// Own entries, newest first, without bodies: what this device did (sign-ins, exports …).
    [[nodiscard]] domain::Result<std::vector<record::Entry>> ownEntries(qint64 beforeSeq, int limit) const;

    static constexpr int kMaxRows = 1000;

private:
    const Database& m_database;
    const ColumnSealer& m_sealer;
};

} // namespace ow::ledger
