// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/caserow.h"
#include "ledger/columnsealer.h"
#include "ledger/database.h"
#include "ledger/personprojection.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <utility>
#include <vector>

namespace ow::ledger {

/// case_head, paper, case_person, material_shelf and serial: what lists and searches read, made from entries,
/// bodies and outcomes alone. Can be dropped and made again at any time (I4).
class Projections
{
public:
    /// All outlive this.
    Projections(const Database& database, const ColumnSealer& sealer, QString station);

    /// Makes the rows of one case anew, inside the caller's transaction. The row as written, `row` set;
    /// NotFound when no entry is about it.
    [[nodiscard]] domain::Result<CaseRow> project(const QString& caseNumber) const;
    /// The same from `entries`, all there are about the case, by who has read or written them in this very
    /// transaction.
    [[nodiscard]] domain::Result<CaseRow> project(const QString& caseNumber,
                                                  std::vector<TimelineEntry> entries) const;
    /// All of them, inside the caller's transaction.
    [[nodiscard]] domain::Result<void> rebuild() const;
    /// What rebuild() would change: one line a difference, at most kMaxDifferences; without personal data.
    [[nodiscard]] domain::Result<QStringList> compare() const;

    /// Heads written since the last call, for who keeps a copy in memory.
    [[nodiscard]] std::vector<CaseRow> takeTouched() const { return std::exchange(m_touched, {}); }

    /// Raised whenever the tables are to be filled anew from the same entries.
    static constexpr int kVersion = 2;
    static constexpr int kMaxDifferences = 100;
    static constexpr std::size_t kMaxTouched = 10000; ///< more are not remembered: a rebuild reads them anew

private:
    struct Made
    {
        CaseRow head;
        std::vector<PaperRow> papers;
        PersonProjection::Made persons;
    };

    [[nodiscard]] domain::Result<Made> make(const QString& caseNumber) const;
    [[nodiscard]] domain::Result<Made> make(const QString& caseNumber,
                                            std::vector<TimelineEntry> entries) const;
    /// Names of the tables whose rows of this case are not as made.
    [[nodiscard]] domain::Result<QStringList> differencesOf(const QString& number, Made& made) const;
    [[nodiscard]] domain::Result<void> writeHead(CaseRow& head) const;
    [[nodiscard]] domain::Result<void> writePapers(const Made& made) const;
    [[nodiscard]] domain::Result<void>
    eachCase(const std::function<domain::Result<void>(const QString&)>& work) const;
    [[nodiscard]] domain::Result<QMap<QString, qint64>> serials() const;
    [[nodiscard]] domain::Result<QMap<QString, qint64>> storedSerials() const;

    const Database& m_database;
    const ColumnSealer& m_sealer;
    QString m_station;
    PersonProjection m_persons;
    mutable std::vector<CaseRow> m_touched;
};

/// The columns readCaseRow() reads, in its order.
[[nodiscard]] QString caseRowColumns();
[[nodiscard]] domain::Result<CaseRow> readCaseRow(const Statement& row, const ColumnSealer& sealer);
[[nodiscard]] PaperRow
readPaperRow(const Statement& row); ///< number, kind, case_no, decided, paper_seq, blob

/// Days since 1970-01-01; none for an invalid date.
[[nodiscard]] std::optional<qint64> dayNumber(const QDate& day);
[[nodiscard]] QDate dayFromNumber(qint64 number);

} // namespace ow::ledger
