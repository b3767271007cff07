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
        const auto stored = headOf(m_database, m_sealer, number);
        if (!stored) {
            note(QStringLiteral("case_head %1: cannot be read").arg(number));
        } else {
            made->head.row = *stored ? (*stored)->row : 0;
            if (!*stored || !(**stored == made->head))
                note(QStringLiteral("case_head %1: differs").arg(number));
        }
        auto storedPapers = papersOf(m_database, number);
        if (!storedPapers)
            return tl::unexpected(storedPapers.error());
        sortByNumber(*storedPapers);
        sortByNumber(made->papers);
        if (*storedPapers != made->papers)
            note(QStringLiteral("paper of %1: differs").arg(number));
        return {};
    });
    if (!walked)
        return tl::unexpected(walked.error());
    const auto storedCases = m_database.value(QStringLiteral("SELECT count(*) FROM case_head"));
    const auto storedPapers = m_database.value(QStringLiteral("SELECT count(*) FROM paper"));
    if (!storedCases || !storedPapers)
        return tl::unexpected(storedCases ? storedPapers.error() : storedCases.error());
    if (storedCases->toLongLong() != cases)
        note(QStringLiteral("case_head: %1 rows, entries make %2").arg(storedCases->toLongLong()).arg(cases));
    if (storedPapers->toLongLong() != papers)
        note(QStringLiteral("paper: %1 rows, entries make %2").arg(storedPapers->toLongLong()).arg(papers));
    const auto made = serials();
    const auto stored = storedSerials();
    if (!made || !stored)
        return tl::unexpected(made ? stored.error() : made.error());
    if (*made != *stored)
        note(QStringLiteral("serial: differs"));
    return differences;
}

} // namespace ow::ledger
