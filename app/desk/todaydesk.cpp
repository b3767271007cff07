// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/todaydesk.h"

#include "desk/todaycase.h"
#include "domain/legaldate.h"
#include "ledger/ledger.h"

#include <QCoreApplication>
#include <QPromise>
#include <QSet>

#include <algorithm>

namespace ow::desk {

namespace {

using domain::CaseState;
using domain::ErrorCode;
using domain::Kind;
using domain::Result;
using ledger::Ledger;

/// Cases whose entries are read in one job of the ledger, so that a clerk's act never waits for long.
constexpr std::size_t kCasesPerJob = 40;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TodayDesk)
};

ledger::CaseQuery openCases()
{
    ledger::CaseQuery query;
    query.states = {CaseState::Received, CaseState::Accepted, CaseState::AwaitingSupplement,
                    CaseState::Resubmitted, CaseState::UnderReview};
    query.order = ledger::CaseQuery::Order::DueFirst;
    return query;
}

RiskFacts factsOf(const ledger::CaseRow& row)
{
    RiskFacts facts;
    facts.state = row.state;
    facts.answerDue = row.answerDue;
    facts.promisedDue = row.promisedDue;
    facts.statutoryDue = row.statutoryDue;
    facts.conflicts = row.conflicts;
    facts.rejected = row.rejected;
    facts.flags = row.flags;
    return facts;
}

/// Rows of today, and open ones that a chief may have to look at. Both bounded.
Result<std::vector<ledger::CaseRow>> rowsThere(Ledger& ledger, QDate today, bool& truncated)
{
    ledger::CaseQuery todays;
    todays.from = today;
    todays.to = today;
    auto rows = ledger.cases().page(todays, 0, TodayDesk::kMaxRows);
    const auto open = ledger.cases().page(openCases(), 0, TodayDesk::kMaxRows);
    if (!rows || !open) {
        return tl::unexpected(rows ? open.error() : rows.error());
    }
    truncated = rows->size() == TodayDesk::kMaxRows || open->size() == TodayDesk::kMaxRows;
    std::copy_if(open->begin(), open->end(), std::back_inserter(*rows),
                 [today](const ledger::CaseRow& row) { return row.received != today; });
    return rows;
}

bool addsOnly(Kind kind)
{
    return kind == Kind::Check || kind == Kind::Paper || kind == Kind::Note || kind == Kind::Rate ||
           kind == Kind::Task;
}

int mayBeRefused(const ledger::CaseHistory& history)
{
    const domain::Findings findings = decisionFindings(history);
    return static_cast<int>(
        std::ranges::count(findings, domain::Effect::WillBeRefused, &domain::Finding::effect));
}

} // namespace

/// One round of reading, answered when its last job is done.
struct TodayDesk::Gathering
{
    QDate today;
    std::vector<ledger::CaseRow> rows;
    std::size_t next = 0;
    bool truncated = false;
    QString person;
    QHash<QString, Known> known; ///< by number
    QPromise<Result<TodayList>> promise;

    void fail(const domain::Error& error)
    {
        promise.addResult(tl::unexpected(error));
        promise.finish();
    }
};

TodayDesk::TodayDesk(Workplace& workplace, CaseDesk& cases, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_shelf(workplace)
    , m_cases(cases)
{
    const auto forget = [this] {
        m_known.clear();
        m_shown.clear();
    };
    connect(&workplace, &Workplace::personChanged, this, forget);
    connect(&workplace, &Workplace::profileOpened, this, forget);
}

bool TodayDesk::mayAct() const
{
    return m_workplace.person() && (m_workplace.person()->roles & domain::Chief) != 0U;
}

Result<QString> TodayDesk::author() const
{
    if (!mayAct()) {
        return domain::fail(ErrorCode::RoleMissing, QStringLiteral("only a chief representative"),
                            QStringLiteral("chief"));
    }
    return m_workplace.person()->id;
}

QFuture<Result<TodayList>> TodayDesk::list()
{
    auto work = std::make_shared<Gathering>();
    work->today = m_workplace.today();
    work->person = m_workplace.person() ? m_workplace.person()->id : QString();
    work->promise.start();
    QFuture<Result<TodayList>> answer = work->promise.future();
    m_workplace.ledger()
        .run([work](Ledger& ledger) { return rowsThere(ledger, work->today, work->truncated); })
        .then(this, [this, work](const Result<std::vector<ledger::CaseRow>>& rows) {
            if (!rows) {
                work->fail(rows.error());
                return;
            }
            work->rows = *rows;
            gather(work);
        });
    return answer;
}

/// Reads the entries of the next few cases that are not known as they stand.
void TodayDesk::gather(const std::shared_ptr<Gathering>& work)
{
    std::vector<ledger::CaseRow> wanted;
    while (work->next < work->rows.size() && wanted.size() < kCasesPerJob) {
        const ledger::CaseRow& row = work->rows[work->next++];
        const auto known = m_known.constFind(row.number);
        if (known == m_known.constEnd() || known->row != row) {
            wanted.push_back(row);
        } else {
            work->known.insert(row.number, *known);
        }
    }
    if (wanted.empty()) {
        finish(work);
        return;
    }
    m_workplace.ledger()
        .run([wanted, today = work->today](Ledger& ledger) -> Result<std::vector<Known>> {
            std::vector<Known> read;
            for (const ledger::CaseRow& row : wanted) {
                const auto history = ledger.cases().history(row.number);
                if (!history && history.error().code == ErrorCode::KeyLocked) {
                    return tl::unexpected(history.error());
                }
                read.push_back(history ? know(row, *history, today) : unreadable(row));
            }
            return read;
        })
        .then(this, [this, work](const Result<std::vector<Known>>& read) {
            if (!read) {
                work->fail(read.error());
                return;
            }
            for (const Known& known : *read) {
                work->known.insert(known.row.number, known);
            }
            gather(work);
        });
}

/// Its row tells as much as it does; what hangs on its entries is not known.
TodayDesk::Known TodayDesk::unreadable(const ledger::CaseRow& row)
{
    Known known;
    known.row = row;
    known.facts = factsOf(row);
    known.unreadable = true;
    return known;
}

TodayDesk::Known TodayDesk::know(const ledger::CaseRow& row, const ledger::CaseHistory& history, QDate today)
{
    Known known;
    known.row = row;
    known.facts = factsOf(row);
    known.facts.mayBeRefused = mayBeRefused(history);
    for (const domain::Deficiency& owed : history.file.openDeficiencies()) {
        known.facts.deficiencies.push_back(owed.due);
    }
    for (const ledger::TimelineEntry& entry : history.entries) {
        const auto kind = domain::kindFromKey(entry.entry.header.kind);
        if (kind == Kind::Receive) {
            known.receivedAt = entry.entry.header.at;
        }
        if (kind == Kind::Check && entry.folded) {
            known.standing = Standing::Checked;
            known.checkedToday = domain::legalDay(entry.entry.header.at) == today;
        } else if (!kind || !addsOnly(*kind) || !entry.folded ||
                   entry.what.contains(QLatin1StringView("cures"))) {
            known.standing = Standing::ToCheck; // what happens after a look wants another one
        }
    }
    const std::vector<domain::CaseTask> tasks = history.file.openTasks();
    if (!tasks.empty()) {
        known.standing = Standing::Returned;
        known.task = tasks.back().text;
    } else if (known.standing == Standing::ToCheck && !history.file.tasks.empty()) {
        known.facts.corrected = true;
    }
    return known;
}

TodayLine TodayDesk::lineOf(const Known& known) const
{
    const HouseRules& rules = *m_workplace.rules();
    const ledger::CaseRow& row = known.row;
    TodayLine made;
    made.risk = riskOf(known.facts, m_workplace.today(), rules.calendar);
    made.standing = known.standing;
    made.head = row.head;
    made.receivedAt = known.receivedAt;
    made.openedBy = row.openedBy;
    made.task = known.task;
    made.line = caseLine(row, rules, m_workplace.today());
    made.unreadable = known.unreadable;
    if (known.unreadable) {
        made.line.itemName = Words::tr("%1 · cannot be read").arg(made.line.itemName);
    }
    made.line.deficient = !known.facts.deficiencies.empty();
    return made;
}

void TodayDesk::finish(const std::shared_ptr<Gathering>& work)
{
    TodayList list;
    list.truncated = work->truncated;
    for (const ledger::CaseRow& row : work->rows) {
        const Known known = work->known.value(row.number);
        TodayLine line = lineOf(known);
        const bool todays = row.received == work->today;
        if (line.standing == Standing::Checked) {
            list.checked += todays || known.checkedToday ? 1 : 0;
            continue;
        }
        if (line.standing == Standing::Returned) {
            ++list.returned;
        } else if (todays || line.unreadable || line.risk.level != RiskLevel::Normal) {
            ++list.toCheck;
            list.risky += line.risk.level == RiskLevel::Normal ? 0 : 1;
        } else {
            continue;
        }
        list.lines.push_back(std::move(line));
    }
    if (m_workplace.person() && m_workplace.person()->id == work->person) {
        m_known = std::move(work->known); // what is no longer asked for is let go
    }
    std::ranges::stable_sort(list.lines, [](const TodayLine& a, const TodayLine& b) {
        if (a.standing != b.standing) {
            return a.standing < b.standing;
        }
        if (ranksBefore(a.risk, b.risk) || ranksBefore(b.risk, a.risk)) {
            return ranksBefore(a.risk, b.risk);
        }
        return a.receivedAt < b.receivedAt; // who waits longer
    });
    work->promise.addResult(std::move(list));
    work->promise.finish();
}

QFuture<Result<TodayCase>> TodayDesk::open(const QString& number)
{
    struct Read
    {
        ledger::CaseRow row;
        ledger::CaseHistory history;
    };

    return m_cases.open(number)
        .then(this,
              [this, number](const Result<CaseDetail>& detail) -> QFuture<Result<TodayCase>> {
                  if (!detail) {
                      return QtFuture::makeReadyFuture(Result<TodayCase>(tl::unexpected(detail.error())));
                  }
                  return m_workplace.ledger()
                      .run([number](Ledger& ledger) -> Result<Read> {
                          auto row = ledger.cases().row(number);
                          auto history = ledger.cases().history(number);
                          if (!row || !history) {
                              return tl::unexpected(row ? history.error() : row.error());
                          }
                          return Read{std::move(*row), std::move(*history)};
                      })
                      .then(this, [this, detail = *detail](const Result<Read>& read) -> Result<TodayCase> {
                          if (!read) {
                              return tl::unexpected(read.error());
                          }
                          const auto guide = m_workplace.rules()->catalogue.find(detail.file.intake.guide);
                          TodayCase opened = todayCase(read->history, guide.get(), m_shelf);
                          opened.detail = detail;
                          opened.line = lineOf(know(read->row, read->history, m_workplace.today()));
                          return opened;
                      });
              })
        .unwrap();
}

} // namespace ow::desk
