// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/daybook.h"

#include "ledger/ledger.h"
#include "support/await.h"

#include <QRegularExpression>
#include <QSet>

#include <catch2/catch.hpp>

#include <algorithm>

namespace ow::test {

using domain::CaseState;
using domain::Result;
using namespace Qt::StringLiterals;

namespace {

template <class T> T must(Result<T> result)
{
    INFO(
        (result
             ? std::string()
             : QString(domain::errorName(result.error().code) + u' ' + result.error().detail).toStdString()));
    REQUIRE(result);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// 1, 2, 3 … of every series.
void checkSeries(const QMap<QString, QList<int>>& series)
{
    for (auto it = series.begin(); it != series.end(); ++it) {
        INFO(it.key().toStdString());
        QList<int> serials = it.value();
        std::ranges::sort(serials);
        for (qsizetype i = 0; i < serials.size(); ++i)
            CHECK(serials[i] == i + 1);
    }
}

/// Sorted, as one text: a difference can be read.
std::string sorted(QStringList list)
{
    list.sort();
    return list.join(u' ').toStdString();
}

/// A row as it would be without the key that a rebuild gives anew.
std::vector<ledger::CaseRow> rowsOf(DeskWindow& window, const QStringList& numbers)
{
    return must(await(window.workplace.ledger().run(
        [numbers](ledger::Ledger& ledger) -> Result<std::vector<ledger::CaseRow>> {
            std::vector<ledger::CaseRow> rows;
            for (const QString& number : numbers) {
                auto row = ledger.cases().row(number);
                if (!row)
                    return tl::unexpected(row.error());
                row->row = 0;
                rows.push_back(std::move(*row));
            }
            return rows;
        })));
}

} // namespace

void DayBook::opened(const QString& number, CaseState state, const std::vector<desk::GivenPaper>& papers,
                     const QStringList& kinds)
{
    REQUIRE_FALSE(m_cases.contains(number));
    moved(number, state, papers, kinds);
}

void DayBook::moved(const QString& number, CaseState state, const std::vector<desk::GivenPaper>& papers,
                    const QStringList& kinds)
{
    Case& booked = m_cases[number];
    booked.state = state;
    booked.kinds += kinds;
    for (const desk::GivenPaper& paper : papers)
        booked.paperNumbers << paper.number;
}

void DayBook::noted(const QString& number, const QString& kind)
{
    REQUIRE(m_cases.contains(number));
    m_cases[number].kinds << kind;
}

void DayBook::lookedAt(const QString& number, const QString& kind)
{
    REQUIRE(m_cases.contains(number));
    m_cases[number].asides << kind;
}

void DayBook::returned(const QString& number, int openTasks)
{
    REQUIRE(m_cases.contains(number));
    m_cases[number].ownTasks = openTasks;
}

void DayBook::willBeFlagged(const QString& number, const QString& flag)
{
    m_cases[number].flags << flag;
}

QMap<CaseState, int> DayBook::counts() const
{
    QMap<CaseState, int> counts;
    for (const Case& booked : m_cases)
        ++counts[booked.state];
    return counts;
}

void DayBook::checkAtWindow(DeskWindow& window) const
{
    const auto lines = must(await(window.cases.list(desk::CaseList::All)));
    QMap<CaseState, int> shown;
    for (const desk::CaseLine& line : lines)
        ++shown[line.state];
    CHECK(shown == counts());
    CHECK(must(await(window.cases.counts())).back() == m_cases.size());
    for (auto it = m_cases.begin(); it != m_cases.end(); ++it) {
        INFO(it.key().toStdString());
        const desk::CaseDetail detail = window.caseOf(it.key());
        CHECK(detail.line.state == it->state);
        CHECK(detail.line.pending == 0);
        CHECK(detail.line.conflicts == 0);
        CHECK(detail.line.tasks == it->ownTasks);
        CHECK(sorted(detail.line.flags) == sorted(it->flags));
        CHECK(detail.file.irregular == 0);
        QStringList kinds;
        for (const desk::TimelineLine& line : detail.timeline) {
            if (line.kindKey != u"paper"_s && line.kindKey != u"reprint"_s && line.kindKey != u"unmask"_s)
                kinds << line.kindKey;
        }
        CHECK(kinds.join(u' ').toStdString() == it->kinds.join(u' ').toStdString());
        QStringList papers;
        for (const domain::PaperRef& paper : detail.file.papers) {
            papers << paper.number;
            CHECK_FALSE(paper.blob.isEmpty());
            const auto made = must(await(window.papers.open(it.key(), paper.number)));
            CHECK(made.number == paper.number);
            CHECK(made.pdf.startsWith("%PDF-"));
        }
        CHECK(sorted(papers) == sorted(it->paperNumbers));
    }
}

void DayBook::checkNumbers() const
{
    // JT62-W03-20261123-0007-3 and 甘交受〔2026〕W03-12号
    static const QRegularExpression caseNumber(u"^(JT62-W03-\\d{8})-(\\d{4,})-[0-9A-Z]$"_s);
    static const QRegularExpression paperNumber(u"^(.+〔\\d{4}〕W03)-(\\d+)号$"_s);
    QMap<QString, QList<int>> series;
    QSet<QString> seen;
    const auto take = [&](const QRegularExpression& form, const QString& number) {
        INFO(number.toStdString());
        CHECK_FALSE(seen.contains(number));
        seen.insert(number);
        const auto match = form.match(number);
        REQUIRE(match.hasMatch());
        series[match.captured(1)] << match.captured(2).toInt();
    };
    for (auto it = m_cases.begin(); it != m_cases.end(); ++it) {
        take(caseNumber, it.key());
        for (const QString& number : it->paperNumbers)
            take(paperNumber, number);
    }
    CHECK(series.size() > 8);
    checkSeries(series);
}

void DayBook::checkAtCentre(const CentreProcess& centre) const
{
    const auto kept = centre.kept();
    QMap<QString, QStringList> kinds;
    QMap<QString, int> papers;
    QMap<QString, QStringList> flags;
    QSet<qint64> seqs;
    for (const KeptEntry& entry : kept) {
        INFO(entry.caseNumber.toStdString() << " " << entry.kind.toStdString());
        CHECK(entry.times == 1);
        CHECK(entry.outcome.toStdString() == "accepted");
        REQUIRE(m_cases.contains(entry.caseNumber));
        CHECK(entry.caseState == domain::stateKey(m_cases[entry.caseNumber].state));
        CHECK_FALSE(seqs.contains(entry.seq));
        seqs.insert(entry.seq);
        if (entry.kind == u"paper"_s)
            ++papers[entry.caseNumber];
        else
            kinds[entry.caseNumber] << entry.kind;
        flags[entry.caseNumber] += entry.flags.split(u' ', Qt::SkipEmptyParts);
    }
    for (auto it = m_cases.begin(); it != m_cases.end(); ++it) {
        INFO(it.key().toStdString());
        CHECK(sorted(kinds[it.key()]) == sorted(it->kinds + it->asides));
        CHECK(papers[it.key()] == it->paperNumbers.size());
        CHECK(sorted(flags[it.key()]) == sorted(it->flags));
    }
}

void checkLedger(DeskWindow& window, const QStringList& numbers)
{
    const auto report =
        must(await(window.workplace.ledger().run([](ledger::Ledger& ledger) { return ledger.verify({}); })));
    for (const ledger::RowFault& fault : report.rows)
        UNSCOPED_INFO(fault.table.toStdString()
                      << " " << fault.key.toStdString() << " " << fault.reason.toStdString());
    CHECK(report.isSound());
    CHECK(report.bodiesChecked);

    const auto differences = [&window] {
        return must(await(window.workplace.ledger().run(
            [](ledger::Ledger& ledger) { return ledger.compareProjections(); })));
    };
    CHECK(differences().isEmpty());
    const auto before = rowsOf(window, numbers);
    must(await(
        window.workplace.ledger().run([](ledger::Ledger& ledger) { return ledger.rebuildProjections(); })));
    CHECK(rowsOf(window, numbers) == before);
    CHECK(differences().isEmpty());
}

} // namespace ow::test
