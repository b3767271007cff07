// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/manycases.h"
#include "bench/profile.h"

#include <QSortFilterProxyModel>
#include <QSqlDatabase>
#include <QSqlQueryModel>
#include <QTemporaryDir>

namespace ow::bench {

namespace {

using ledger::CaseQuery;
using Order = CaseQuery::Order;
using namespace Qt::StringLiterals;

/// What a plain Qt program does: all rows in a model, sorted and filtered by a proxy.
struct NaiveList
{
    double open = 0;
    double filter = 0;
    double sort = 0;
};

NaiveList measureNaive(const QString& file, int runs)
{
    const QString name = u"naive"_s;
    NaiveList result;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (!database.open()) {
            giveUp({domain::ErrorCode::DatabaseFailed, file, {}});
        }
        QSqlQueryModel model;
        result.open = middleOf(runs, [&] {
            model.setQuery(u"SELECT number, item, station, state, received FROM case_head "
                           "ORDER BY received DESC, number DESC"_s,
                           database);
            while (model.canFetchMore()) {
                model.fetchMore();
            }
        });
        QSortFilterProxyModel proxy;
        proxy.setSourceModel(&model);
        proxy.setFilterKeyColumn(0);
        std::vector<double> filters;
        std::vector<double> sorts;
        for (int i = 0; i < runs; ++i) {
            filters.push_back(timed([&] {
                proxy.setFilterFixedString(u"W02"_s);
                static_cast<void>(proxy.rowCount());
            }));
            proxy.setFilterFixedString(QString());
            sorts.push_back(
                timed([&] { proxy.sort(1, i % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder); }));
        }
        result.filter = median(filters);
        result.sort = median(sorts);
    }
    QSqlDatabase::removeDatabase(name);
    return result;
}

/// One row of the table after another; each the middle of some runs.
class ListBench
{
public:
    ListBench(ledger::Ledger& ledger, const Sizes& sizes, const NaiveList& naive)
        : m_ledger(ledger)
        , m_sizes(sizes)
        , m_naive(naive)
    {
    }

    Figures measure()
    {
        add(u"open, and the first page"_s, m_naive.open, 50, [this] {
            const auto all = demand(m_ledger.cases().keys({}));
            static_cast<void>(
                demand(m_ledger.cases().rows(std::span(all).first(std::min<std::size_t>(64, all.size())))));
        });
        measureFilters();
        measureTexts();
        measureSorts();
        return std::move(m_figures);
    }

private:
    void add(const QString& name, double naive, double limit, const std::function<void()>& work)
    {
        m_figures.push_back({u"list of %1 cases: "_s.arg(m_sizes.listCases) + name,
                             u"ms"_s,
                             middleOf(m_sizes.runs, work),
                             naive,
                             u"QSqlQueryModel and QSortFilterProxyModel over the same table"_s,
                             {Budget::Kind::AtMost, limit}});
    }

    void filter(const QString& name, const CaseQuery& query)
    {
        add(u"filter by "_s + name, m_naive.filter, 30,
            [this, query] { static_cast<void>(demand(m_ledger.cases().keys(query))); });
    }

    void text(const QString& name, const QString& typed)
    {
        add(u"filter by text, "_s + name, m_naive.filter, 30,
            [this, typed] { static_cast<void>(m_ledger.names().rowsFitting(typed)); });
    }

    void sort(const QString& name, Order order)
    {
        CaseQuery query;
        query.order = order;
        add(u"sort by "_s + name, m_naive.sort, 50,
            [this, query] { static_cast<void>(demand(m_ledger.cases().keys(query))); });
    }

    void measureFilters()
    {
        CaseQuery mine;
        mine.openedBy = u"u3"_s;
        filter(u"who received it"_s, mine);
        CaseQuery narrow;
        narrow.station = u"W02"_s;
        narrow.states = {domain::CaseState::Accepted, domain::CaseState::UnderReview};
        narrow.from = QDate(2023, 1, 1);
        narrow.to = QDate(2024, 12, 31);
        narrow.order = Order::DueFirst;
        filter(u"window, two states and two years, in order of date"_s, narrow);
        CaseQuery item;
        item.items = {u"62-JT-XK-0007"_s};
        filter(u"item"_s, item);
        CaseQuery owed;
        owed.onlyDeficient = true;
        filter(u"promised materials"_s, owed);
    }

    void measureTexts()
    {
        text(u"a name"_s, u"慕容雪"_s);
        text(u"end of a number"_s, u"0007-3"_s);
        text(u"what fits every case"_s, u"JT62"_s);
    }

    void measureSorts()
    {
        sort(u"number"_s, Order::ByNumber);
        sort(u"item"_s, Order::ByItem);
        sort(u"state"_s, Order::ByState);
        sort(u"date"_s, Order::DueFirst);
        sort(u"date, backwards"_s, Order::DueLast);
        auto rows = demand(m_ledger.cases().keys({}));
        add(u"sort by applicant"_s, m_naive.sort, 50,
            [this, rows]() mutable { m_ledger.names().orderByName(rows, false); });
    }

    ledger::Ledger& m_ledger;
    const Sizes& m_sizes;
    const NaiveList& m_naive;
    Figures m_figures;
};

} // namespace

Figures measureLists(const Sizes& sizes)
{
    const QTemporaryDir folder;
    const Profile profile(folder.filePath(u"profile"_s), folder.filePath(u"outside"_s));
    const auto ledger = profile.create();
    fillLists(demand(ledger->readerTicket()), sizes.listCases);
    while (!demand(ledger->loadNames(1000))) {
    }
    const NaiveList naive = measureNaive(profile.database(), sizes.runs);
    return ListBench(*ledger, sizes, naive).measure();
}

} // namespace ow::bench
