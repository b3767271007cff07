// SPDX-License-Identifier: GPL-3.0-or-later
// What one person has open is neither the next one's nor lost, and what is only looked at leaves nothing.
#include "desk/actkit.h"
#include "desk/duplicatedesk.h"
#include "ledger/database.h"
#include "ledger/ledger.h"
#include "support/await.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::Answer;
using domain::ErrorCode;
using Shelf = ledger::Drafts::Shelf;

namespace {

const desk::Person kNext{u"1002"_s, u"王五"_s, domain::Clerk | domain::Chief};

std::vector<ledger::Drafts::Draft> supplementsOf(ActKit& kit)
{
    const auto drafts = await(kit.workplace->ledger().run(
        [](ledger::Ledger& ledger) { return ledger.drafts().list(Shelf::Supplement); }));
    REQUIRE(drafts);
    return *drafts;
}

QString noticedCase(ActKit& kit)
{
    kit.fillIn(kPermit, without({u"M01"_s}));
    return kit.decide(Answer::Notice).caseNumber;
}

void putOneAside(ActKit& kit, const QString& number)
{
    REQUIRE(await(kit.supplement->begin(number)));
    kit.supplement->setMaterialState(u"M01"_s, domain::MaterialState::Received);
    REQUIRE(await(kit.supplement->putAside()));
    REQUIRE(supplementsOf(kit).size() == 1);
}

ledger::Database databaseOf(ActKit& kit)
{
    auto database =
        ledger::Database::open(kit.workplace->ledgerOptions(desk::Profile::Training).folder + u"/ledger.db"_s,
                               ledger::Database::Mode::Write);
    REQUIRE(database);
    return std::move(*database);
}

} // namespace

TEST_CASE("a supplement that was only looked at leaves no draft")
{
    ActKit kit;
    const QString number = noticedCase(kit);
    REQUIRE(await(kit.supplement->begin(number)));
    REQUIRE(await(kit.supplement->putAside()));
    CHECK_FALSE(kit.supplement->isActive());
    CHECK(supplementsOf(kit).empty());
    REQUIRE(await(kit.supplement->begin(number)));
    kit.supplement->setMaterialState(u"M01"_s, domain::MaterialState::Received);
    REQUIRE(await(kit.supplement->putAside()));
    CHECK(supplementsOf(kit).size() == 1);
}

TEST_CASE("a file taken in while its supplement is put aside is in the draft")
{
    ActKit kit;
    const QString number = noticedCase(kit);
    REQUIRE(await(kit.supplement->begin(number)));
    auto taken = kit.supplement->addFile(u"M01"_s, kit.picture(u"late.png"_s));
    auto aside = kit.supplement->putAside();
    REQUIRE(await(aside));
    REQUIRE_FALSE(kit.supplement->isActive());
    REQUIRE(await(taken));
    REQUIRE(await(kit.supplement->begin(number)));
    const auto* slot = kit.supplement->taken(u"M01"_s);
    REQUIRE(slot != nullptr);
    CHECK(slot->files.size() == 1);
}

TEST_CASE("who takes the station over has no supplement of the person before and writes none in his own name")
{
    ActKit kit;
    const QString number = noticedCase(kit);
    const QString self = kit.workplace->person()->id;
    REQUIRE(await(kit.supplement->begin(number)));
    kit.supplement->setMaterialState(u"M01"_s, domain::MaterialState::Received);
    kit.supplement->saveNow(); // as the lock does
    kit.workplace->setPerson(kNext);
    CHECK_FALSE(kit.supplement->isActive());
    REQUIRE(await(kit.supplement->putAside()));
    const auto drafts = supplementsOf(kit);
    REQUIRE(drafts.size() == 1);
    CHECK(drafts.front().actor == self);
}

TEST_CASE("a supplement's draft goes when its case has gone on without it")
{
    ActKit kit;
    const QString number = noticedCase(kit);
    const auto person = *kit.workplace->person();
    putOneAside(kit, number);
    kit.workplace->setPerson(kNext);
    CHECK(supplementsOf(kit).size() == 1); // the case still waits for it
    REQUIRE(await(kit.acts->withdraw(kit.look(number), u"不办了"_s)));
    kit.workplace->setPerson(person);
    CHECK(supplementsOf(kit).empty());
}

TEST_CASE("an application on the desk is not the next person's when the station changes hands")
{
    ActKit kit;
    kit.fillIn(kPermit);
    const QString id = kit.intake->intake().draftId;
    kit.intake->saveNow();
    kit.workplace->setPerson(kNext);
    CHECK_FALSE(kit.intake->isActive());
    const auto lines = await(kit.intake->drafts());
    REQUIRE(lines);
    REQUIRE(lines->size() == 1);
    CHECK(lines->front().id == id);
    CHECK(lines->front().owner != kNext.id);
}

TEST_CASE("a draft that cannot be read is a line of the list and can be thrown away")
{
    ActKit kit;
    kit.fillIn(kPermit);
    const QString bad = kit.intake->intake().draftId;
    REQUIRE(await(kit.intake->putAside()));
    kit.fillIn(kPermit);
    REQUIRE(await(kit.intake->putAside()));
    REQUIRE(databaseOf(kit).exec(u"UPDATE draft SET version = version + 1 WHERE id = '%1'"_s.arg(bad)));
    const auto lines = await(kit.intake->drafts());
    REQUIRE(lines);
    REQUIRE(lines->size() == 2);
    for (const desk::DraftLine& line : *lines)
        CHECK(line.unreadable == (line.id == bad));
    REQUIRE(await(kit.intake->discard(bad)));
    CHECK_FALSE(kit.intake->canBringBackDiscarded());
    CHECK(await(kit.intake->drafts())->size() == 1);
}

TEST_CASE("an applicant who could not be looked up is a finding and nothing may be promised")
{
    ActKit kit;
    const auto isUnchecked = [&kit] {
        return std::ranges::any_of(kit.intake->findings(), [](const domain::Finding& finding) {
            return finding.code == u"applicant.unchecked"_s;
        });
    };
    REQUIRE(databaseOf(kit).exec(u"ALTER TABLE case_person RENAME TO case_person_gone"_s));
    kit.fillIn(kPermit, without({u"M03"_s}));
    CHECK(isUnchecked());
    CHECK(kit.intake->answer() == Answer::Notice);
    REQUIRE(databaseOf(kit).exec(u"ALTER TABLE case_person_gone RENAME TO case_person"_s));
    kit.intake->setField(u"mobile"_s, u"13893112346"_s); // asked again with the next answer
    REQUIRE(waitUntil([&isUnchecked] { return !isUnchecked(); }));
    CHECK(kit.intake->answer() == Answer::AcceptDeficient);
}

TEST_CASE("what a card fills in is one step")
{
    ActKit kit;
    REQUIRE(kit.intake->begin(u"62-JT-GG-0007"_s));
    desk::CardFill card;
    card.values = {{u"applicantName"_s, u"马尕让"_s}, {u"applicantAddr"_s, u"兰州市城关区"_s}};
    kit.intake->fill(card);
    REQUIRE(kit.intake->intake().applicant.name == u"马尕让"_s);
    CHECK_FALSE(kit.intake->undo().isEmpty());
    CHECK(kit.intake->intake().applicant.name.isEmpty());
    CHECK_FALSE(kit.intake->canUndo());
}

TEST_CASE("what is said of a duplicate waits for a doubtful clock as every act does")
{
    ActKit kit;
    kit.fillIn(kPermit);
    const QString one = kit.decide(Answer::Accept).caseNumber;
    kit.fillIn(kPermit);
    const QString other = kit.decide(Answer::Accept).caseNumber;
    desk::DuplicateDesk duplicates(*kit.workplace);
    const auto seen = await(duplicates.compare(one, other));
    REQUIRE(seen);
    kit.clock.advance(-24LL * 60 * 60 * 1000); // before the last entry
    const auto refused = await(duplicates.decide(*seen, desk::DuplicateDecision::KeepBoth, u"两辆车"_s));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ClockDoubtful);
    duplicates.confirmClock();
    CHECK(await(duplicates.decide(*seen, desk::DuplicateDecision::KeepBoth, u"两辆车"_s)));
}
