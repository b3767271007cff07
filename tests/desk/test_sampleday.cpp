// SPDX-License-Identifier: GPL-3.0-or-later
// 样例一天: a training ledger full of cases, and what becomes of the one before.
#include "desk/actkit.h"
#include "desk/sampleday.h"
#include "domain/idnumber.h"
#include "domain/uscc.h"
#include "ledger/ledger.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::CaseState;

namespace {

void fill(ActKit& kit, desk::SampleDay& day)
{
    std::optional<int> cases;
    std::optional<domain::Error> failed;
    QObject::connect(&day, &desk::SampleDay::finished, &day, [&cases](int count) { cases = count; });
    QObject::connect(&day, &desk::SampleDay::failed, &day,
                     [&failed](const domain::Error& error) { failed = error; });
    REQUIRE(day.begin());
    CHECK_FALSE(day.begin()); // one at a time
    REQUIRE(waitUntil([&] { return cases || failed; }));
    INFO((failed ? QString(domain::errorName(failed->code)) + u' ' + failed->detail + u' ' + failed->field
                 : QString())
             .toStdString());
    REQUIRE(cases);
    CHECK(kit.workplace->person()->id == desk::SignInDesk::trainingUser());
}

int countOf(const std::vector<desk::CaseLine>& lines, CaseState state)
{
    return static_cast<int>(std::ranges::count(lines, state, &desk::CaseLine::state));
}

QStringList foldersBeside(const ActKit& kit)
{
    return QDir(kit.folder.filePath(u"profile"_s)).entryList({u"training-*"_s}, QDir::Dirs);
}

} // namespace

TEST_CASE("a sample day shows cases in every state a window meets and the books are right")
{
    ActKit kit;
    kit.fillIn(u"62-JT-XK-0040"_s);
    static_cast<void>(kit.decide(domain::Answer::Accept)); // is not among them afterwards
    desk::SampleDay day(*kit.workplace, *kit.signIn);
    fill(kit, day);

    const auto lines = good(await(kit.cases->list(desk::CaseList::All)));
    CHECK(lines.size() == 12);
    CHECK(countOf(lines, CaseState::Accepted) == 5);
    CHECK(countOf(lines, CaseState::AwaitingSupplement) == 2);
    CHECK(countOf(lines, CaseState::Declined) == 1);
    CHECK(countOf(lines, CaseState::PassedOn) == 1);
    CHECK(countOf(lines, CaseState::Received) == 1);
    CHECK(countOf(lines, CaseState::Issued) + countOf(lines, CaseState::Granted) == 2);
    CHECK(std::ranges::all_of(lines, [](const auto& line) { return line.number.startsWith(u"YL"); }));

    // One promise is overdue, another ends soon.
    const QDate today = kit.workplace->today();
    int late = 0;
    int soon = 0;
    for (const auto& line : lines) {
        const QDate due = kit.look(line.number).file.openDeficiencyDue();
        late += due.isValid() && due < today ? 1 : 0;
        soon += due.isValid() && due >= today && due <= kit.workday(2) ? 1 : 0;
    }
    CHECK(late == 1);
    CHECK(soon == 1);
    CHECK(good(await(kit.intake->drafts())).size() == 1);

    const auto verified =
        good(await(kit.workplace->ledger().run([](ledger::Ledger& ledger) { return ledger.verify({}); })));
    CHECK(verified.isSound());
    CHECK(good(await(kit.workplace->ledger().run([](ledger::Ledger& ledger) {
              return ledger.compareProjections();
          }))).isEmpty());
    // The time is the real one again.
    CHECK(kit.workplace->options().clock->utcMs() == kit.clock.utcMs());
}

TEST_CASE("starting over moves the ledger aside and keeps every byte of it")
{
    ActKit kit;
    kit.fillIn(u"62-JT-XK-0040"_s);
    static_cast<void>(kit.decide(domain::Answer::Accept));
    CHECK(foldersBeside(kit).isEmpty());
    const auto person = good(await(kit.signIn->startTrainingOver()));
    CHECK(person.name == desk::SignInDesk::trainingName());
    CHECK((person.roles & domain::Administrator) != 0U);
    CHECK(good(await(kit.cases->list(desk::CaseList::All))).empty());
    const QStringList aside = foldersBeside(kit);
    REQUIRE(aside.size() == 1);
    const QString ledger = kit.folder.filePath(u"profile/"_s + aside.front() + u"/ledger.db"_s);
    CHECK(QFile(ledger).size() > 0);
    // Nothing of it is in the new one's way.
    kit.fillIn(u"62-JT-XK-0040"_s);
    CHECK(kit.decide(domain::Answer::Accept).caseNumber.contains(u"-0001-"));
}

TEST_CASE("the made-up people have numbers that pass their checks")
{
    const auto cases = good(desk::builtInSampleDay());
    for (const desk::SampleCase& sample : cases) {
        INFO(sample.item.toStdString());
        CHECK(domain::CreditCode::parse(sample.fields.value(u"uscc"_s).toString()));
        CHECK(domain::IdNumber::parse(sample.fields.value(u"agentId"_s).toString()));
    }
    CHECK(desk::readSampleDay("{}").error().field == u"cases"_s);
}
