// SPDX-License-Identifier: GPL-3.0-or-later
// CaseDesk: lists of cases, their order and their length.
#include "desk/casedesk.h"
#include "desk/casesearch.h"
#include "ledger/ledger.h"

#include <QRegularExpression>

#include <algorithm>
#include <span>

namespace ow::desk {

namespace {

using domain::CaseState;
using domain::Result;
using ledger::CaseQuery;
using ledger::Ledger;

const std::vector<CaseState>& openStates()
{
    static const std::vector<CaseState> states{
        CaseState::Received,    CaseState::Accepted,    CaseState::AwaitingSupplement,
        CaseState::Resubmitted, CaseState::UnderReview, CaseState::Paused,
        CaseState::Granted,     CaseState::Refused,     CaseState::ReadyToIssue};
    return states;
}

CaseQuery::Order orderOf(const CaseOrder& order)
{
    using Order = CaseQuery::Order;
    switch (order.column) {
    case CaseColumn::Number:
        return order.backwards ? Order::NewestFirst : Order::OldestFirst;
    case CaseColumn::Item:
        return order.backwards ? Order::ByItemBackwards : Order::ByItem;
    case CaseColumn::Applicant: // put into order afterwards: names are not on disk
        return Order::NewestFirst;
    case CaseColumn::State:
        return order.backwards ? Order::ByStateBackwards : Order::ByState;
    case CaseColumn::Due:
        return order.backwards ? Order::DueLast : Order::DueFirst;
    }
    return Order::NewestFirst;
}

CaseQuery queryOf(CaseList which, QDate today, const HouseRules& rules)
{
    CaseQuery query;
    switch (which) {
    case CaseList::Today:
        query.from = today;
        query.to = today;
        break;
    case CaseList::Open:
        query.states = openStates();
        break;
    case CaseList::DueSoon:
        query.states = openStates();
        query.dueUntil = rules.calendar.addWorkdays(today, 1).date;
        break;
    case CaseList::AwaitingSupplement:
        query.states = {CaseState::AwaitingSupplement};
        break;
    case CaseList::ToIssue:
        query.states = {CaseState::Granted, CaseState::Refused, CaseState::ReadyToIssue};
        break;
    case CaseList::All:
        break;
    }
    query.order = orderOf(usualOrder(which));
    return query;
}

/// A list narrowed by everything but the text. Nothing when it is empty by its own terms.
std::optional<CaseQuery> narrowed(CaseQuery query, const CaseFilter& filter, const QString& person)
{
    if (filter.state) {
        if (!query.states.empty() && std::ranges::find(query.states, *filter.state) == query.states.end()) {
            return std::nullopt;
        }
        query.states = {*filter.state};
    }
    if (!filter.item.isEmpty()) {
        query.items = {filter.item};
    }
    query.station = filter.station;
    query.openedBy = filter.mine ? person : QString();
    query.onlyPending = filter.pending;
    query.onlyConflicts = filter.conflict;
    query.onlyDeficient = filter.deficient;
    query.onlyTasks = filter.tasks;
    if (filter.from.isValid() && (!query.from.isValid() || query.from < filter.from)) {
        query.from = filter.from;
    }
    if (filter.to.isValid() && (!query.to.isValid() || filter.to < query.to)) {
        query.to = filter.to;
    }
    if (filter.dueUntil.isValid() && (!query.dueUntil.isValid() || filter.dueUntil < query.dueUntil)) {
        query.dueUntil = filter.dueUntil;
    }
    query.order = orderOf(filter.order.value_or(usualOrder(filter.which)));
    return query;
}

/// "20261101-20261123" means days of receipt.
void takeDays(CaseFilter& filter)
{
    static const QRegularExpression days(QStringLiteral("^([0-9]{8})\\s*[-–~至]\\s*([0-9]{8})$"));
    const QRegularExpressionMatch match = days.match(filter.text);
    const QDate from = QDate::fromString(match.captured(1), u"yyyyMMdd");
    const QDate to = QDate::fromString(match.captured(2), u"yyyyMMdd");
    if (from.isValid() && to.isValid()) {
        filter.from = std::min(from, to);
        filter.to = std::max(from, to);
        filter.text.clear();
    }
}

struct ListQuestion
{
    CaseFilter filter;
    HouseRulesPtr rules;
    QDate today;
    QString person;
};

Result<std::vector<CaseLine>> linesThere(const Ledger& ledger, std::span<const qint64> keys,
                                         const HouseRules& rules, QDate today)
{
    return ledger.cases().rows(keys).map([&](const std::vector<ledger::CaseRow>& rows) {
        std::vector<CaseLine> lines;
        lines.reserve(rows.size());
        for (const ledger::CaseRow& row : rows) {
            lines.push_back(caseLine(row, rules, today));
        }
        return lines;
    });
}

Result<CaseKeys> keysThere(const Ledger& ledger, const ListQuestion& question)
{
    const CaseFilter& filter = question.filter;
    const auto query =
        narrowed(queryOf(filter.which, question.today, *question.rules), filter, question.person);
    auto keys = query ? ledger.cases().keys(*query) : Result<std::vector<qint64>>(std::vector<qint64>());
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    CaseKeys listed{std::move(*keys), 0, {}};
    if (!filter.text.isEmpty()) {
        const auto fits = casesFitting(ledger, question.rules.get(), filter.text);
        if (!fits) {
            return tl::unexpected(fits.error());
        }
        std::erase_if(listed.keys, [&fits](qint64 row) { return !fits->has(row); });
        if (filter.which != CaseList::All) {
            const auto all = ledger.cases().keys(*narrowed({}, filter, question.person));
            if (!all) {
                return tl::unexpected(all.error());
            }
            listed.elsewhere = std::ranges::count_if(*all, [&fits](qint64 row) { return fits->has(row); }) -
                               static_cast<qint64>(listed.keys.size());
        }
    }
    const CaseOrder order = filter.order.value_or(usualOrder(filter.which));
    if (order.column == CaseColumn::Applicant) {
        ledger.names().orderByName(listed.keys, order.backwards);
    }
    auto first = linesThere(ledger, std::span(listed.keys).first(std::min(listed.keys.size(), kFirstLines)),
                            *question.rules, question.today);
    if (!first) {
        return tl::unexpected(first.error());
    }
    listed.first = std::move(*first);
    return listed;
}

} // namespace

CaseOrder usualOrder(CaseList which)
{
    const bool byDate = which == CaseList::Open || which == CaseList::DueSoon;
    return byDate ? CaseOrder{CaseColumn::Due, false} : CaseOrder{CaseColumn::Number, true};
}

QFuture<Result<CaseKeys>> CaseDesk::keys(const CaseFilter& wanted)
{
    CaseFilter filter = wanted;
    filter.text = filter.text.trimmed();
    takeDays(filter);
    const auto& person = m_workplace.person();
    return m_workplace.ledger().run([question = ListQuestion{filter, m_workplace.rules(), m_workplace.today(),
                                                             person ? person->id : QString()}](
                                        Ledger& ledger) { return keysThere(ledger, question); });
}

QFuture<Result<std::vector<CaseLine>>> CaseDesk::lines(std::vector<qint64> keys)
{
    return m_workplace.ledger().run(
        [rules = m_workplace.rules(), keys = std::move(keys), today = m_workplace.today()](Ledger& ledger) {
            return linesThere(ledger, keys, *rules, today);
        });
}

QFuture<Result<CaseCounts>> CaseDesk::counts()
{
    return m_workplace.ledger().run(
        [rules = m_workplace.rules(), today = m_workplace.today()](Ledger& ledger) -> Result<CaseCounts> {
            CaseCounts counts{};
            for (std::size_t i = 0; i < kCaseLists.size(); ++i) {
                const auto count = ledger.cases().count(queryOf(kCaseLists[i], today, *rules));
                if (!count) {
                    return tl::unexpected(count.error());
                }
                counts[i] = *count;
            }
            return counts;
        });
}

QFuture<Result<std::vector<CaseLine>>> CaseDesk::list(CaseList which, int limit)
{
    CaseFilter filter;
    filter.which = which;
    return first(filter, limit);
}

QFuture<Result<std::vector<CaseLine>>> CaseDesk::first(const CaseFilter& filter, int limit)
{
    using Lines = Result<std::vector<CaseLine>>;
    return keys(filter)
        .then(this,
              [this, limit](Result<CaseKeys> listed) {
                  if (!listed) {
                      return QtFuture::makeReadyFuture(Lines(tl::unexpected(listed.error())));
                  }
                  const auto most =
                      static_cast<std::size_t>(std::clamp(limit, 0, ledger::CaseQueries::kMaxRows));
                  listed->keys.resize(std::min(listed->keys.size(), most));
                  return lines(std::move(listed->keys));
              })
        .unwrap();
}

} // namespace ow::desk
