// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the store that is about cases and what waits for a chief.
#include "center/sqlvalues.h"
#include "center/store.h"

namespace ow::center {

using namespace Qt::StringLiterals;
using namespace sqlvalue;

namespace {

template <class T> using Result = domain::Result<T>;

const QString kCaseColumns =
    u"number, hall, station, department, state, head, guide, due, answer_due, supplement_due, in_full, "
    "applicant_mac, last4_mac, summary_sealed"_s;

CaseRow readCase(const QSqlQuery& row)
{
    return {string(row, 0),
            string(row, 1),
            string(row, 2),
            string(row, 3),
            domain::stateFromKey(string(row, 4)).value_or(domain::CaseState::None),
            string(row, 5),
            string(row, 6),
            string(row, 7),
            string(row, 8),
            string(row, 9),
            row.value(10).toInt() != 0,
            bytesAt(row, 11),
            bytesAt(row, 12),
            bytesAt(row, 13)};
}

TaskRow readTask(const QSqlQuery& row)
{
    return {string(row, 0), string(row, 1), string(row, 2), row.value(3).toLongLong(), string(row, 4)};
}

} // namespace

Result<std::optional<CaseRow>> Store::caseRow(const QString& number)
{
    return first(u"SELECT "_s + kCaseColumns + u" FROM case_file WHERE number = ?"_s, {number}, readCase);
}

Result<std::vector<CaseRow>> Store::casesAmong(const QStringList& numbers)
{
    if (numbers.isEmpty())
        return std::vector<CaseRow>();
    return all(u"SELECT "_s + kCaseColumns + u" FROM case_file WHERE number IN "_s + listed(),
               {jsonList(numbers)}, readCase);
}

Result<void> Store::putCases(std::span<const CaseRow> rows)
{
    Result<void> done;
    for (const CaseRow& row : rows) {
        if (done)
            done = m_sql->run(
                u"INSERT INTO case_file ("_s + kCaseColumns +
                    u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE "
                    "SET hall = excluded.hall, station = excluded.station, "
                    "department = excluded.department, state = excluded.state, head = excluded.head, "
                    "guide = excluded.guide, due = excluded.due, answer_due = excluded.answer_due, "
                    "supplement_due = excluded.supplement_due, in_full = excluded.in_full, "
                    "applicant_mac = excluded.applicant_mac, last4_mac = excluded.last4_mac, "
                    "summary_sealed = excluded.summary_sealed"_s,
                {row.number, text(row.hall), text(row.station), text(row.department),
                 QString(domain::stateKey(row.state)), text(row.head), text(row.guide), text(row.due),
                 text(row.answerDue), text(row.supplementDue), row.inFull ? 1 : 0, bytes(row.applicantMac),
                 bytes(row.last4Mac), bytes(row.summarySealed)});
    }
    return done;
}

Result<void> Store::eachCase(const Take<CaseRow>& take)
{
    constexpr int kPage = 500;
    QString last = u""_s;
    while (true) {
        const auto rows =
            all(u"SELECT "_s + kCaseColumns + u" FROM case_file WHERE number > ? ORDER BY number LIMIT ?"_s,
                {last, kPage}, readCase);
        if (!rows)
            return tl::unexpected(rows.error());
        for (const CaseRow& row : *rows) {
            if (auto taken = take(row); !taken)
                return taken;
        }
        if (rows->size() < kPage)
            return {};
        last = rows->back().number;
    }
}

Result<std::vector<CaseRow>> Store::casesAfter(const QString& hall, const QString& number, int limit)
{
    return all(u"SELECT "_s + kCaseColumns +
                   u" FROM case_file WHERE hall = ? AND number > ? ORDER BY number LIMIT ?"_s,
               {hall, text(number), limit}, readCase);
}

Result<std::vector<CaseRow>> Store::casesWithoutSummary(const QString& after, int limit)
{
    return all(u"SELECT "_s + kCaseColumns +
                   u" FROM case_file WHERE length(summary_sealed) = 0 AND head <> '' AND number > ? "
                   "ORDER BY number LIMIT ?"_s,
               {text(after), limit}, readCase);
}

Result<std::vector<CaseRow>> Store::casesOf(const QByteArray& applicantMac, const QString& guide)
{
    return all(u"SELECT "_s + kCaseColumns + u" FROM case_file WHERE applicant_mac = ? AND guide = ?"_s,
               {applicantMac, guide}, readCase);
}

Result<std::vector<CaseRow>> Store::casesDueBefore(const QString& hall, const QString& day, int limit)
{
    return all(u"SELECT "_s + kCaseColumns +
                   u" FROM case_file WHERE hall = ? AND ((answer_due <> '' AND answer_due < ?) OR "
                   "(supplement_due <> '' AND supplement_due < ?)) ORDER BY number LIMIT ?"_s,
               {hall, day, day, limit}, readCase);
}

Result<void> Store::addTasks(std::span<const TaskRow> tasks)
{
    Result<void> done;
    for (const TaskRow& task : tasks) {
        if (done)
            done = m_sql->run(u"INSERT INTO task (entry, case_number, reason, made_at) VALUES (?, ?, ?, ?) "
                              "ON CONFLICT DO NOTHING"_s,
                              {task.entry, textOrNull(task.caseNumber), text(task.reason), task.madeAt});
    }
    return done;
}

Result<void> Store::finishTasks(const QString& entryId, const QString& doneBy)
{
    return m_sql->run(u"UPDATE task SET done_by = ? WHERE entry = ? AND done_by IS NULL"_s,
                      {doneBy, entryId});
}

Result<std::vector<TaskRow>> Store::tasksOf(const QString& caseNumber)
{
    return all(u"SELECT entry, case_number, reason, made_at, done_by FROM task WHERE case_number = ? "
               "ORDER BY made_at, entry, reason"_s,
               {caseNumber}, readTask);
}

} // namespace ow::center
