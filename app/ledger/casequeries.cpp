// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/casequeries.h"

#include "ledger/casefolder.h"
#include "ledger/entrystore.h"
#include "ledger/personkey.h"
#include "ledger/projections.h"

#include <algorithm>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

Result<std::vector<CaseRow>> readRows(Statement& rows, const ColumnSealer& sealer)
{
    std::vector<CaseRow> cases;
    for (;;) {
        const auto more = rows.step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return cases;
        auto row = readCaseRow(rows, sealer);
        if (!row)
            return tl::unexpected(row.error());
        cases.push_back(std::move(*row));
    }
}

Result<std::vector<PaperRow>> readPapers(Statement& rows)
{
    std::vector<PaperRow> papers;
    for (;;) {
        const auto more = rows.step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return papers;
        papers.push_back(readPaperRow(rows));
    }
}

} // namespace

CaseQueries::CaseQueries(const Database& database, const ColumnSealer& sealer)
    : m_database(database)
    , m_sealer(sealer)
{
}

Result<std::vector<CaseRow>> CaseQueries::rows(std::span<const qint64> keys) const
{
    if (keys.size() > static_cast<std::size_t>(kMaxRows))
        return fail(ErrorCode::InvalidInput, QStringLiteral("too many rows at once"));
    auto row =
        m_database.prepare(QStringLiteral("SELECT %1 FROM case_head WHERE row = ?").arg(caseRowColumns()));
    if (!row)
        return tl::unexpected(row.error());
    std::vector<CaseRow> cases;
    cases.reserve(keys.size());
    for (const qint64 key : keys) {
        const auto found = row->bind(key).step();
        if (!found)
            return tl::unexpected(found.error());
        if (*found) {
            auto made = readCaseRow(*row, m_sealer);
            if (!made)
                return tl::unexpected(made.error());
            cases.push_back(std::move(*made));
        }
        row->reset();
    }
    return cases;
}

Result<CaseRow> CaseQueries::row(const QString& number) const
{
    auto rows =
        m_database.prepare(QStringLiteral("SELECT %1 FROM case_head WHERE number = ?").arg(caseRowColumns()));
    if (!rows)
        return tl::unexpected(rows.error());
    auto cases = readRows(rows->bind(number), m_sealer);
    if (!cases)
        return tl::unexpected(cases.error());
    if (cases->empty())
        return fail(ErrorCode::NotFound, QStringLiteral("case"));
    return std::move(cases->front());
}

Result<std::vector<CaseRow>> CaseQueries::ofPerson(PersonRole role, const QString& number, int limit) const
{
    const auto key = personKey(m_sealer, role, number);
    if (!key)
        return tl::unexpected(key.error());
    if (key->isEmpty())
        return std::vector<CaseRow>();
    auto rows = m_database.prepare(QStringLiteral("SELECT %1 FROM case_head WHERE number IN (SELECT case_no "
                                                  "FROM case_person WHERE key = ?) ORDER BY received DESC, "
                                                  "number DESC LIMIT ?")
                                       .arg(caseRowColumns()));
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(*key).bind(qint64(std::clamp(limit, 0, kMaxRows)));
    return readRows(*rows, m_sealer);
}

Result<std::vector<ShelfRow>> CaseQueries::shelf(const QString& applicantId, QDate validOn, int limit) const
{
    const auto key = personKey(m_sealer, PersonRole::Applicant, applicantId);
    if (!key)
        return tl::unexpected(key.error());
    std::vector<ShelfRow> shelved;
    if (key->isEmpty())
        return shelved;
    auto rows = m_database.prepare(
        QStringLiteral("SELECT case_no, verified, material, sealed FROM material_shelf WHERE applicant = ? "
                       "AND (valid_until IS NULL OR valid_until >= ?) ORDER BY verified DESC, case_no, "
                       "material LIMIT ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(*key).bind(dayNumber(validOn).value_or(0)).bind(qint64(std::clamp(limit, 0, kMaxRows)));
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return shelved;
        auto row = readShelfRow(*rows, m_sealer);
        if (!row)
            return tl::unexpected(row.error());
        shelved.push_back(std::move(*row));
    }
}

Result<CaseHistory> CaseQueries::history(const QString& number) const
{
    auto entries = EntryStore(m_database, m_sealer).ofCase(number);
    if (!entries)
        return tl::unexpected(entries.error());
    if (entries->empty())
        return fail(ErrorCode::NotFound, QStringLiteral("case"));
    return foldCase(number, std::move(*entries));
}

Result<std::vector<TimelineEntry>> CaseQueries::looks(const QString& number) const
{
    return EntryStore(m_database, m_sealer).looksOf(number);
}

Result<std::vector<PaperRow>> CaseQueries::papers(const QString& number) const
{
    auto rows = m_database.prepare(QStringLiteral("SELECT number, kind, case_no, decided, paper_seq, blob "
                                                  "FROM paper WHERE case_no = ? ORDER BY decided, number"));
    if (!rows)
        return tl::unexpected(rows.error());
    return readPapers(rows->bind(number));
}

Result<std::vector<PaperRow>> CaseQueries::papersToPrint(int limit) const
{
    auto rows = m_database.prepare(QStringLiteral(
        "SELECT number, kind, case_no, decided, paper_seq, blob FROM paper WHERE paper_seq IS NULL "
        "AND decided > 0 ORDER BY decided, number LIMIT ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    return readPapers(rows->bind(qint64(limit)));
}

Result<std::vector<TimelineEntry>> CaseQueries::ofKind(domain::Kind kind, int limit) const
{
    auto entries = EntryStore(m_database, m_sealer).ofKind(domain::kindInfo(kind).key, limit);
    if (!entries)
        return entries;
    std::erase_if(*entries, [](const TimelineEntry& entry) {
        return entry.state != EntryState::Accepted && entry.state != EntryState::Pending;
    });
    std::ranges::stable_sort(*entries, {}, [](const TimelineEntry& entry) {
        return std::pair(entry.order.value_or(std::numeric_limits<qint64>::max()), entry.entry.header.seq);
    });
    return entries;
}

Result<std::vector<TimelineEntry>> CaseQueries::ownOfKind(domain::Kind kind, int limit) const
{
    auto entries = EntryStore(m_database, m_sealer).ofKind(domain::kindInfo(kind).key, limit);
    if (entries) {
        std::erase_if(*entries, [](const TimelineEntry& entry) { return !entry.own; });
        std::ranges::sort(*entries, std::greater(),
                          [](const TimelineEntry& entry) { return entry.entry.header.seq; });
    }
    return entries;
}

Result<std::vector<record::Entry>> CaseQueries::ownEntries(qint64 beforeSeq, int limit) const
{
    return EntryStore(m_database, m_sealer).headersBefore(beforeSeq, std::clamp(limit, 0, kMaxRows));
}

} // namespace ow::ledger
