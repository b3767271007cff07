// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/actdesk.h"
#include "desk/deskwindow.h"
#include "desk/todaydesk.h"
#include "ledger/ledger.h"
#include "support/await.h"

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using desk::Standing;
using desk::TodayCase;
using desk::TodayList;
using domain::ErrorCode;

namespace {

/// A window with two cases of the clerk's, the centre gone, and the chief before it.
struct Afternoon
{
    Afternoon()
    {
        centre.start();
        window.enrol(centre);
        window.signIn();
        first = window.accept(1).caseNumber;
        second = window.accept(2).caseNumber;
        centre.killNow();
        change(CentreProcess::kChief);
    }

    void change(const QString& user)
    {
        REQUIRE(await(window.signInDesk.signOut()));
        window.signIn(user);
    }

    TodayList list()
    {
        auto read = await(today.list());
        REQUIRE(read);
        return *read;
    }

    TodayCase show(const QString& number)
    {
        auto opened = await(today.open(number));
        REQUIRE(opened);
        today.noteShown(*opened);
        return *opened;
    }

    CentreProcess centre;
    DeskPlace place;
    DeskWindow window{place};
    desk::TodayDesk today{window.workplace, window.cases};
    QString first;
    QString second;
};

} // namespace

TEST_CASE("a chief checks what he has seen without a network and it leaves the queue")
{
    Afternoon day;
    TodayList list = day.list();
    CHECK(list.toCheck == 2);
    CHECK(list.checked == 0);

    // Nobody checks a case that was not before his eyes.
    const auto blind = await(day.today.check({day.first}));
    REQUIRE_FALSE(blind);
    CHECK(blind.error().code == ErrorCode::NotAllowed);

    const TodayCase shown = day.show(day.first);
    CHECK_FALSE(shown.detail.applicantName.isEmpty());
    CHECK(shown.form.front().answers.at(1).value.contains(u"********"_s));
    CHECK_FALSE(shown.materials.empty());
    const auto both = await(day.today.check({day.first, day.second}));
    REQUIRE_FALSE(both);
    CHECK(both.error().field == day.second);
    const auto checked = await(day.today.check({day.first}));
    REQUIRE(checked);
    CHECK(checked->checked == QStringList{day.first});
    list = day.list();
    CHECK(list.toCheck == 1);
    CHECK(list.checked == 1);
    REQUIRE(list.lines.size() == 1);
    CHECK(list.lines.front().line.number == day.second);

    const auto file = day.window.caseOf(day.first).file;
    REQUIRE(file.checks.size() == 1);
    CHECK(file.checks.front().author == CentreProcess::kChief);
    CHECK(file.checks.front().head == shown.line.head);
    day.centre.start();
    REQUIRE(day.window.waitSynced());
    for (const KeptEntry& entry : day.centre.kept())
        CHECK(entry.outcome == u"accepted"_s);
}

TEST_CASE("a case that moves on after it was shown is not checked and comes back after a later act")
{
    Afternoon day;
    const TodayCase shown = day.show(day.first);
    const auto write = [&day](domain::Kind kind) {
        ledger::ActDraft act;
        act.kind = kind;
        act.actor = CentreProcess::kChief;
        act.about = ledger::ActDraft::Case::Existing;
        act.caseNumber = day.first;
        act.body = ledger::fixedBody({{u"text"_s, u"…"_s}});
        REQUIRE(await(day.window.workplace.ledger().run(
            [acts = std::vector{act}](ledger::Ledger& ledger) { return ledger.append(acts); })));
    };
    write(domain::Kind::Note);
    const auto moved = await(day.today.check({day.first}));
    REQUIRE(moved);
    CHECK(moved->checked.isEmpty());
    CHECK(moved->moved == QStringList{day.first});
    CHECK(day.list().checked == 0);

    day.show(day.first);
    REQUIRE(await(day.today.check({day.first})));
    write(domain::Kind::Note); // adds, changes nothing he has looked at
    CHECK(day.list().checked == 1);
    write(domain::Kind::Withdraw);
    CHECK(day.list().checked == 0);
}

TEST_CASE("a return needs a reason and stands as a task until the window answers it")
{
    Afternoon day;
    day.show(day.first);
    const auto silent = await(day.today.giveBack(day.first, u"  "_s, CentreProcess::kClerk));
    REQUIRE_FALSE(silent);
    CHECK(silent.error().code == ErrorCode::InvalidInput);
    CHECK(silent.error().field == u"reason"_s);
    REQUIRE(await(day.today.giveBack(day.first, u"缺签名，请补签。"_s, CentreProcess::kClerk)));
    TodayList list = day.list();
    CHECK(list.returned == 1);
    CHECK(list.toCheck == 1);
    CHECK(list.lines.back().standing == Standing::Returned);
    CHECK(list.lines.back().task == u"缺签名，请补签。"_s);
    const auto tasks = day.window.caseOf(day.first).file.openTasks();
    REQUIRE(tasks.size() == 1);

    day.change(CentreProcess::kClerk);
    desk::ActDesk acts(day.window.workplace);
    const auto seen = await(acts.look(day.first));
    REQUIRE(seen);
    REQUIRE(seen->offers.answerTask);
    CHECK(await(acts.answerTask(*seen, u" "_s)).error().code == ErrorCode::InvalidInput);
    REQUIRE(await(acts.answerTask(*seen, u"已补签。"_s)));
    const auto after = await(acts.look(day.first));
    REQUIRE(after);
    CHECK_FALSE(after->offers.answerTask);
    CHECK(await(acts.answerTask(*after, u"已补签。"_s)).error().code == ErrorCode::NotAllowed);
    CHECK(after->file.tasks.front().curedBy == after->head);
    day.change(CentreProcess::kChief);
    list = day.list();
    CHECK(list.returned == 0);
    CHECK(list.toCheck == 2);
    CHECK(list.risky == 1);
    CHECK(list.lines.front().line.number == day.first);
    CHECK(list.lines.front().risk.points.front().why == desk::RiskPoint::Why::Corrected);
}

TEST_CASE("who is no chief reads the queue and changes nothing")
{
    Afternoon day;
    day.change(CentreProcess::kClerk);
    CHECK_FALSE(day.today.mayAct());
    CHECK(day.list().toCheck == 2);
    day.show(day.first);
    const auto checked = await(day.today.check({day.first}));
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == ErrorCode::RoleMissing);
    const auto returned = await(day.today.giveBack(day.first, u"why"_s, {}));
    REQUIRE_FALSE(returned);
    CHECK(returned.error().code == ErrorCode::RoleMissing);
    CHECK(day.window.caseOf(day.first).file.checks.empty());
}
