// SPDX-License-Identifier: GPL-3.0-or-later
// Projections::compare(): what a rebuild would change.
#include "ledger/projections.h"

#include <algorithm>

namespace ow::ledger {

using domain::ErrorCode;
using domain::Result;

namespace {

Result<std::vector<PaperRow>> papersOf(const Database& database, const QString& caseNumber)
{
    auto rows = database.prepare(QStringLiteral(
        "SELECT number, kind, case_no, decided, paper_seq, blob FROM paper WHERE case_no = ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(caseNumber);
    std::vector<PaperRow> papers;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return papers;
        papers.push_back(readPaperRow(*rows));
    }
}

Result<std::optional<CaseRow>> headOf(const Database& database, const ColumnSealer& sealer,
                                      const QString& number)
{
    auto rows =
        database.prepare(QStringLiteral("SELECT %1 FROM case_head WHERE number = ?").arg(caseRowColumns()));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->bind(number).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    auto head = readCaseRow(*rows, sealer);
    if (!head)
        return tl::unexpected(head.error());
    return std::move(*head);
}

void sortByNumber(std::vector<PaperRow>& papers)
{
    std::ranges::sort(papers, {}, &PaperRow::number);
}

} // namespace

Result<QStringList> Projections::differencesOf(const QString& number, Made& made) const
{
    QStringList differences;
    const auto stored = headOf(m_database, m_sealer, number);
    if (!stored) {
        differences.append(QStringLiteral("case_head %1: cannot be read").arg(number));
    } else {
        made.head.row = *stored ? (*stored)->row : 0;
        if (!*stored || !(**stored == made.head))
            differences.append(QStringLiteral("case_head %1: differs").arg(number));
    }
    auto papers = papersOf(m_database, number);
    if (!papers)
        return tl::unexpected(papers.error());
    sortByNumber(*papers);
    sortByNumber(made.papers);
    if (*papers != made.papers)
        differences.append(QStringLiteral("paper of %1: differs").arg(number));
    const auto persons = m_persons.stored(number);
    if (!persons || persons->keys != made.persons.keys)
        differences.append(QStringLiteral("case_person of %1: differs").arg(number));
    const bool anothers = persons && !persons->shelf.empty() && persons->applicant != made.persons.applicant;
    if (!persons || anothers || persons->shelf != made.persons.shelf)
        differences.append(QStringLiteral("material_shelf of %1: differs").arg(number));
    return differences;
}

Result<QStringList> Projections::compare() const
{
    QStringList differences;
    const auto note = [&differences](const QString& line) {
        if (differences.size() < kMaxDifferences)
            differences.append(line);
    };
    qint64 cases = 0;
    qint64 papers = 0;
    auto walked = eachCase([&](const QString& number) -> Result<void> {
        auto made = make(number);
        if (!made)
            return tl::unexpected(made.error());
        ++cases;
        papers += static_cast<qint64>(made->papers.size());
        const auto lines = differencesOf(number, *made);
        if (!lines)
            return tl::unexpected(lines.error());
        for (const QString& line : *lines)
            note(line);
        return {};
    });
    if (!walked)
        return tl::unexpected(walked.error());
    for (const auto& [table, count] : {std::pair("case_head", cases), std::pair("paper", papers)}) {
        const auto stored = m_database.value(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table));
        if (!stored)
            return tl::unexpected(stored.error());
        if (stored->toLongLong() != count)
            note(QStringLiteral("%1: %2 rows, entries make %3")
                     .arg(QLatin1String(table))
                     .arg(stored->toLongLong())
                     .arg(count));
    }
    const auto made = serials();
    const auto stored = storedSerials();
    if (!made || !stored)
        return tl::unexpected(made ? stored.error() : made.error());
    if (*made != *stored)
        note(QStringLiteral("serial: differs"));
    return differences;
}

} // namespace ow::ledger
