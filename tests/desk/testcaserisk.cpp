// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/caserisk.h"

#include <QCoreApplication>

#include <catch2/catch.hpp>

using namespace ow::desk;
using ow::domain::CaseState;
using ow::domain::WorkCalendar;
using Why = RiskPoint::Why;

namespace {

const QDate kToday(2026, 11, 23); // a Monday; without a calendar weeks run Monday to Friday

RiskFacts accepted(QDate promised, QDate statutory = {})
{
    RiskFacts facts;
    facts.state = CaseState::Accepted;
    facts.promisedDue = promised;
    facts.statutoryDue = statutory.isValid() ? statutory : promised.addDays(30);
    return facts;
}

RiskFacts received(QDate answer)
{
    RiskFacts facts;
    facts.state = CaseState::Received;
    facts.answerDue = answer;
    return facts;
}

Risk judged(const RiskFacts& facts)
{
    return riskOf(facts, kToday, WorkCalendar());
}

} // namespace

TEST_CASE("a day more than two working days ahead is no risk and one within them is yellow")
{
    struct Row
    {
        QDate due;
        RiskLevel level;
        int workdays;
    };

    // Friday 27th is four working days ahead; over the weekend the count stands still.
    const Row rows[] = {
        {{2026, 11, 27}, RiskLevel::Normal, 0}, {{2026, 11, 26}, RiskLevel::Normal, 0},
        {{2026, 11, 25}, RiskLevel::Yellow, 2}, {{2026, 11, 24}, RiskLevel::Yellow, 1},
        {{2026, 11, 23}, RiskLevel::Yellow, 0}, {{2026, 11, 20}, RiskLevel::Red, -1},
        {{2026, 11, 13}, RiskLevel::Red, -6},
    };
    for (const Row& row : rows) {
        INFO(row.due.toString(Qt::ISODate).toStdString());
        for (const bool answer : {true, false}) {
            const Risk risk = judged(answer ? received(row.due) : accepted(row.due));
            CHECK(risk.level == row.level);
            if (row.level != RiskLevel::Normal) {
                REQUIRE(risk.points.size() == 1);
                CHECK(risk.points.front().workdays == row.workdays);
                const Why near = answer ? Why::AnswerNear : Why::PromiseNear;
                const Why over = answer ? Why::AnswerOver : Why::PromiseOver;
                CHECK(risk.points.front().why == (row.level == RiskLevel::Red ? over : near));
            } else {
                CHECK(risk.points.empty());
            }
        }
    }
}

TEST_CASE("a Sunday after a Friday limit is over although no working day has passed")
{
    const Risk risk = riskOf(accepted({2026, 11, 20}), {2026, 11, 22}, WorkCalendar());
    CHECK(risk.level == RiskLevel::Red);
    CHECK(risk.points.front().workdays == -1);
}

TEST_CASE("a broken statutory limit is said in place of the broken promise")
{
    const Risk risk = judged(accepted({2026, 11, 16}, {2026, 11, 20}));
    REQUIRE(risk.points.size() == 1);
    CHECK(risk.points.front().why == Why::DecisionOver);
}

TEST_CASE("no limit runs while the clock is paused or after the decision")
{
    for (const CaseState state : {CaseState::Paused, CaseState::Granted, CaseState::Issued,
                                  CaseState::AwaitingSupplement, CaseState::Withdrawn}) {
        RiskFacts facts = accepted({2026, 11, 2});
        facts.answerDue = QDate(2026, 11, 2);
        facts.state = state;
        CHECK(judged(facts).level == RiskLevel::Normal);
    }
}

TEST_CASE("conflicts and what the centre refuses are red and flags and promised materials are yellow")
{
    RiskFacts facts = accepted({2026, 12, 30});
    facts.flags = QStringList{QStringLiteral("duplicate")};
    CHECK(judged(facts).level == RiskLevel::Yellow);
    facts.deficiencies = {{2026, 12, 10}};
    CHECK(judged(facts).points.back().why == Why::Deficient);
    facts.deficiencies = {{2026, 12, 10}, {2026, 11, 24}};
    CHECK(judged(facts).points.back().why == Why::DeficiencyNear);
    CHECK(judged(facts).points.back().count == 1);
    facts.deficiencies = {{2026, 12, 10}, {2026, 11, 20}};
    CHECK(judged(facts).level == RiskLevel::Red);
    facts.deficiencies.clear();
    facts.rejected = 1;
    CHECK(judged(facts).level == RiskLevel::Red);
    facts.conflicts = 1;
    const Risk all = judged(facts);
    REQUIRE(all.points.size() == 3);
    CHECK(all.points[0].why == Why::Conflict);
    CHECK(all.points[1].why == Why::Rejected);
    CHECK(all.points[2].why == Why::Flagged);
    CHECK(riskSentence(all).count(QChar(u';')) == 2);
}

TEST_CASE("red ranks before yellow and the nearer day before the later")
{
    const Risk red = judged(accepted({2026, 11, 20}));
    const Risk redder = judged(accepted({2026, 11, 16}));
    const Risk yellow = judged(accepted({2026, 11, 24}));
    const Risk normal = judged(accepted({2026, 12, 24}));
    CHECK(ranksBefore(red, yellow));
    CHECK(ranksBefore(yellow, normal));
    CHECK(ranksBefore(redder, red));
    CHECK_FALSE(ranksBefore(red, redder));
    CHECK_FALSE(ranksBefore(normal, normal));
}
