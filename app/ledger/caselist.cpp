// SPDX-License-Identifier: GPL-3.0-or-later
// CaseQueries: which cases a list has, and in which order.
#include "ledger/casequeries.h"
#include "ledger/database.h"
#include "ledger/projections.h"

#include <QVariantList>

#include <algorithm>
#include <array>

namespace ow::ledger {

using domain::CaseState;
using domain::Result;

namespace {

/// The order of a case's life, as a list sorted by state shows it.
constexpr std::array kLife{CaseState::Received,     CaseState::AwaitingSupplement,
                           CaseState::Resubmitted,  CaseState::Accepted,
                           CaseState::UnderReview,  CaseState::Paused,
                           CaseState::Granted,      CaseState::Refused,
                           CaseState::ReadyToIssue, CaseState::Issued,
                           CaseState::Declined,     CaseState::NotRequired,
                           CaseState::PassedOn,     CaseState::Withdrawn,
                           CaseState::Terminated,   CaseState::Lapsed,
                           CaseState::Revoked,      CaseState::None};
static_assert(kLife.size() == static_cast<std::size_t>(CaseState::Lapsed) + 1);

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

    void addDay(const QString& condition, const QDate& day)
    {
        if (const auto number = dayNumber(day))
            add(condition, *number);
    }

    void addText(const QString& condition, const QString& text)
    {
        if (!text.isEmpty())
            add(condition, text);
    }

    void addAnyOf(const QString& column, const QStringList& texts)
    {
        if (texts.isEmpty())
            return;
        const QStringList marks(texts.size(), QStringLiteral("?"));
        where += QStringLiteral(" AND %1 IN (%2)").arg(column, marks.join(QLatin1Char(',')));
        for (const QString& text : texts)
            values.append(text);
    }

    void addWhen(bool wanted, const QString& condition)
    {
        if (wanted)
            where += QStringLiteral(" AND ") + condition;
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
    QStringList states;
    for (const CaseState state : query.states)
        states.append(QString(domain::stateKey(state)));
    filter.addAnyOf(QStringLiteral("state"), states);
    filter.addAnyOf(QStringLiteral("item"), query.items);
    filter.addDay(QStringLiteral("received >= ?"), query.from);
    filter.addDay(QStringLiteral("received <= ?"), query.to);
    filter.addDay(QStringLiteral("next_due <= ?"), query.dueUntil);
    filter.addDay(QStringLiteral("deficiency_due < ?"), query.deficiencyBefore);
    filter.addText(QStringLiteral("station = ?"), query.station);
    filter.addText(QStringLiteral("opened_by = ?"), query.openedBy);
    filter.addWhen(query.onlyPending, QStringLiteral("pending > 0"));
    filter.addWhen(query.onlyConflicts, QStringLiteral("conflicts > 0"));
    filter.addWhen(query.onlyDeficient, QStringLiteral("deficiency_due IS NOT NULL"));
    filter.addWhen(query.onlyTasks, QStringLiteral("open_tasks > 0"));
    return filter;
}

/// One run along an index; a list is one or several of them, one after the other.
struct Stretch
{
    Filter filter;
    QString order;
};

std::vector<Stretch> byDue(const Filter& filter, bool backwards)
{
    Stretch dated{filter, backwards ? QStringLiteral("next_due DESC, number DESC")
                                    : QStringLiteral("next_due, number")};
    dated.filter.addWhen(true, QStringLiteral("next_due IS NOT NULL"));
    Stretch rest{filter, QStringLiteral("received DESC, number DESC")};
    rest.filter.addWhen(true, QStringLiteral("next_due IS NULL"));
    return {std::move(dated), std::move(rest)};
}

std::vector<Stretch> byState(const CaseQuery& query, bool backwards)
{
    CaseQuery any = query;
    any.states.clear();
    const Filter filter = filterOf(any);
    std::vector<Stretch> stretches;
    for (const CaseState state : kLife) {
        if (!query.states.empty() && std::ranges::find(query.states, state) == query.states.end())
            continue;
        Stretch one{filter, QStringLiteral("received DESC, number DESC")};
        one.filter.add(QStringLiteral("state = ?"), QString(domain::stateKey(state)));
        stretches.push_back(std::move(one));
    }
    if (backwards)
        std::ranges::reverse(stretches);
    return stretches;
}

std::vector<Stretch> stretchesOf(const CaseQuery& query)
{
    const auto one = [&query](const QString& order) {
        return std::vector<Stretch>{{filterOf(query), order}};
    };
    switch (query.order) {
    case CaseQuery::Order::NewestFirst:
        return one(QStringLiteral("received DESC, number DESC"));
    case CaseQuery::Order::OldestFirst:
        return one(QStringLiteral("received, number"));
    case CaseQuery::Order::DueFirst:
        return byDue(filterOf(query), false);
    case CaseQuery::Order::DueLast:
        return byDue(filterOf(query), true);
    case CaseQuery::Order::ByState:
        return byState(query, false);
    case CaseQuery::Order::ByStateBackwards:
        return byState(query, true);
    case CaseQuery::Order::ByItem:
        return one(QStringLiteral("item, received DESC, number DESC"));
    case CaseQuery::Order::ByItemBackwards:
        return one(QStringLiteral("item DESC, received, number"));
    case CaseQuery::Order::ByNumber:
        return one(QStringLiteral("number"));
    case CaseQuery::Order::ByNumberBackwards:
        return one(QStringLiteral("number DESC"));
    }
    return {};
}

void takeNumbers(const QByteArray& joined, std::vector<qint64>& to)
{
    qint64 number = 0;
    for (const char c : joined) {
        if (c == ',') {
            to.push_back(number);
            number = 0;
        } else {
            number = number * 10 + (c - '0');
        }
    }
    if (!joined.isEmpty())
        to.push_back(number);
}

} // namespace

Result<std::vector<qint64>> CaseQueries::keys(const CaseQuery& query) const
{
    std::vector<qint64> keys;
    for (const Stretch& stretch : stretchesOf(query)) {
        // Joined by SQLite, which does it in the order of the inner query: one row to fetch and not 100,000,
        // each of which costs Qt SQL more than SQLite.
        auto rows = m_database.prepare(
            QStringLiteral("SELECT CAST(group_concat(row) AS BLOB) FROM (SELECT row FROM case_head") +
            stretch.filter.where + QStringLiteral(" ORDER BY ") + stretch.order + QLatin1Char(')'));
        if (!rows)
            return tl::unexpected(rows.error());
        stretch.filter.bindTo(*rows);
        if (const auto found = rows->step(); !found)
            return tl::unexpected(found.error());
        takeNumbers(rows->bytes(0), keys);
    }
    return keys;
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

Result<std::vector<CaseRow>> CaseQueries::page(const CaseQuery& query, qint64 offset, int limit) const
{
    return keys(query).and_then([&](const std::vector<qint64>& all) {
        const auto size = static_cast<qint64>(all.size());
        const qint64 from = std::clamp<qint64>(offset, 0, size);
        const qint64 many = std::clamp<qint64>(limit, 0, std::min<qint64>(kMaxRows, size - from));
        return rows(std::span(all).subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(many)));
    });
}

} // namespace ow::ledger
