// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/casequeries.h"

#include "ledger/casefolder.h"
#include "ledger/entrystore.h"
#include "ledger/projections.h"

#include <QVariantList>

#include <algorithm>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// The WHERE of a query and what is bound into it. Text from outside is only ever bound.
struct Filter
{
    QString where = QStringLiteral(" WHERE 1");
    QVariantList values;

    void add(const QString& condition, const QVariant& value)
    {
        where += QStringLiteral(" AND ") + condition;
        values.append(value);
    }

    void bindTo(Statement& statement) const
    {
        for (const QVariant& value : values) {
            if (value.typeId() == QMetaType::QString)
                statement.bind(value.toString());
            else
                statement.bind(value.toLongLong());
        }
    }
};

Filter filterOf(const CaseQuery& query)
{
    Filter filter;
    if (!query.states.empty()) {
        QStringList marks;
        for (const domain::CaseState state : query.states) {
            marks.append(QStringLiteral("?"));
            filter.values.append(QString(domain::stateKey(state)));
        }
        filter.where += QStringLiteral(" AND state IN (") + marks.join(QLatin1Char(',')) + QLatin1Char(')');
    }
    if (query.from.isValid())
        filter.add(QStringLiteral("received >= ?"), *dayNumber(query.from));
    if (query.to.isValid())
        filter.add(QStringLiteral("received <= ?"), *dayNumber(query.to));
    if (query.dueUntil.isValid())
        filter.add(QStringLiteral("promised_due <= ?"), *dayNumber(query.dueUntil));
    if (!query.item.isEmpty())
        filter.add(QStringLiteral("item = ?"), query.item);
    if (!query.station.isEmpty())
        filter.add(QStringLiteral("station = ?"), query.station);
    if (!query.openedBy.isEmpty())
        filter.add(QStringLiteral("opened_by = ?"), query.openedBy);
    if (query.onlyPending)
        filter.where += QStringLiteral(" AND pending > 0");
    if (query.onlyConflicts)
        filter.where += QStringLiteral(" AND conflicts > 0");
    return filter;
}

QString orderOf(CaseQuery::Order order)
{
    switch (order) {
    case CaseQuery::Order::NewestFirst:
        return QStringLiteral(" ORDER BY received DESC, number DESC");
    case CaseQuery::Order::OldestFirst:
        return QStringLiteral(" ORDER BY received, number");
    case CaseQuery::Order::DueFirst:
        return QStringLiteral(" ORDER BY promised_due IS NULL, promised_due, number");
    case CaseQuery::Order::ByState:
        return QStringLiteral(" ORDER BY state, received DESC, number DESC");
    case CaseQuery::Order::ByItem:
        return QStringLiteral(" ORDER BY item, received DESC, number DESC");
    }
    return {};
}

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

Result<std::vector<qint64>> CaseQueries::keys(const CaseQuery& query) const
{
    const Filter filter = filterOf(query);
    auto rows =
        m_database.prepare(QStringLiteral("SELECT row FROM case_head") + filter.where + orderOf(query.order));
    if (!rows)
        return tl::unexpected(rows.error());
    filter.bindTo(*rows);
    std::vector<qint64> keys;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return keys;
        keys.push_back(rows->integer(0));
    }
}

Result<qint64> CaseQueries::count(const CaseQuery& query) const
{
    const Filter filter = filterOf(query);
    auto rows = m_database.prepare(QStringLiteral("SELECT count(*) FROM case_head") + filter.where);
    if (!rows)
        return tl::unexpected(rows.error());
    filter.bindTo(*rows);
    return rows->step().map([&rows](bool) { return rows->integer(0); });
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

Result<std::vector<CaseRow>> CaseQueries::page(const CaseQuery& query, qint64 offset, int limit) const
{
    const Filter filter = filterOf(query);
    auto rows = m_database.prepare(QStringLiteral("SELECT %1 FROM case_head").arg(caseRowColumns()) +
                                   filter.where + orderOf(query.order) + QStringLiteral(" LIMIT ? OFFSET ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    filter.bindTo(*rows);
    rows->bind(qint64(std::clamp(limit, 0, kMaxRows))).bind(std::max<qint64>(0, offset));
    return readRows(*rows, m_sealer);
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

Result<CaseHistory> CaseQueries::history(const QString& number) const
{
    auto entries = EntryStore(m_database, m_sealer).ofCase(number);
    if (!entries)
        return tl::unexpected(entries.error());
    if (entries->empty())
        return fail(ErrorCode::NotFound, QStringLiteral("case"));
    return foldCase(number, std::move(*entries));
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

Result<std::vector<record::Entry>> CaseQueries::ownEntries(qint64 beforeSeq, int limit) const
{
    return EntryStore(m_database, m_sealer).headersBefore(beforeSeq, std::clamp(limit, 0, kMaxRows));
}

} // namespace ow::ledger
