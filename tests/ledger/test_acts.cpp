// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledgerkit.h"
#include "ledger/ledgerreader.h"
#include "ledger/numbers.h"

#include <QSet>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using domain::ErrorCode;
using domain::Kind;
using ledger::ActDraft;

TEST_CASE("receiving and accepting a case is one act with a number, a paper and a row")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const ActDraft acts[] = {receiveAct(), acceptAct()};
    const auto written = ledger->append(acts);
    REQUIRE(written.has_value());
    REQUIRE(written->size() == 2);

    // 2026-11-23 09:00 in the hall. The check character comes from a Python version of ISO 7064 MOD 37,36
    // that gives the published M for A12425GABC1234002.
    const QString number = *written->at(0).entry.header.caseNumber;
    CHECK(number == QStringLiteral("JT62-W03-20261123-0001-F"));
    CHECK(*written->at(1).entry.header.caseNumber == number);
    CHECK(!written->at(0).entry.header.base.has_value());
    CHECK(written->at(1).entry.header.base == written->at(0).entry.header.id);
    CHECK(written->at(0).entry.header.seq == 1);
    CHECK(written->at(1).entry.prev == written->at(0).entry.hash);

    const auto row = ledger->cases().row(number);
    REQUIRE(row.has_value());
    CHECK(row->state == domain::CaseState::Accepted);
    CHECK(row->received == QDate(2026, 11, 23));
    CHECK(row->promisedDue == QDate(2026, 12, 13));
    CHECK(row->item == QStringLiteral("JT-0101"));
    CHECK(row->pending == 2);
    CHECK(row->head == written->at(1).entry.header.id);
    CHECK(row->summary.name == Person().name);
    CHECK(row->summary.idMasked == QStringLiteral("620***********1234"));
    CHECK(row->summary.phoneMasked == QStringLiteral("138****2345"));

    const auto papers = ledger->cases().papersToPrint(10);
    REQUIRE(papers.has_value());
    REQUIRE(papers->size() == 1);
    CHECK(papers->front().number == QStringLiteral("甘交受〔2026〕W03-1号"));
    CHECK(papers->front().decidedSeq == 2);
    CHECK(!papers->front().paperSeq.has_value());
}

TEST_CASE("recording the PDF of a paper takes it off the list of papers to print")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString number = acceptCase(*ledger).value();
    const auto blob = ledger->blobs().put(QByteArrayLiteral("%PDF-1.7 acceptance"));
    REQUIRE(blob.has_value());
    ActDraft paper = caseAct(Kind::Paper, number);
    paper.blobs = {{blob->id, blob->size}};
    paper.body = ledger::fixedBody({{QStringLiteral("number"), QStringLiteral("甘交受〔2026〕W03-1号")},
                                    {QStringLiteral("blob"), blob->id}});
    REQUIRE(ledger->append(std::vector{paper}).has_value());
    CHECK(ledger->cases().papersToPrint(10)->empty());
    const auto papers = ledger->cases().papers(number);
    REQUIRE(papers->size() == 1);
    CHECK(papers->front().paperSeq == 3);
    CHECK(papers->front().blob == blob->id);
}

TEST_CASE("an act that fails leaves no entry, no number and no row")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    ActDraft broken = acceptAct();
    broken.body = [](ledger::Numbers& numbers) -> domain::Result<QCborMap> {
        REQUIRE(numbers.drawPaper(QStringLiteral("acceptance"), {QStringLiteral("甘交受"), 0}).has_value());
        return domain::fail(ErrorCode::PaperFailed);
    };
    const ActDraft acts[] = {receiveAct(), broken};
    const auto refused = ledger->append(acts);
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == ErrorCode::PaperFailed);
    CHECK(ledger->head().seq == 0);
    CHECK(ledger->cases().count({}) == 0);
    const QString number = acceptCase(*ledger).value();
    CHECK(number.contains(QStringLiteral("-0001-")));
    CHECK(ledger->cases().papers(number)->front().number == QStringLiteral("甘交受〔2026〕W03-1号"));
}

TEST_CASE("moves the law does not know are refused at the window")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString number = acceptCase(*ledger).value();
    const auto twice = ledger->append(std::vector{caseAct(Kind::Decline, number)});
    REQUIRE(!twice.has_value());
    CHECK(twice.error().code == ErrorCode::MoveIllegal);
    CHECK(ledger->head().seq == 2);
}

TEST_CASE("an act on a case that has moved on since it was shown is refused")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString number = acceptCase(*ledger).value();
    const QString shown = ledger->cases().row(number)->head;
    REQUIRE(ledger->append(std::vector{caseAct(Kind::Note, number)}).has_value());
    ActDraft late = caseAct(Kind::Withdraw, number);
    late.seenHead = shown;
    const auto refused = ledger->append(std::vector{late});
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == ErrorCode::CaseMoved);
    late.seenHead = ledger->cases().row(number)->head;
    CHECK(ledger->append(std::vector{late}).has_value());
}

TEST_CASE("an entry may not name a blob that is not stored")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    ActDraft act = receiveAct();
    act.blobs = {{QString(64, QLatin1Char('a')), 5}};
    const auto refused = ledger->append(std::vector{act});
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == ErrorCode::BlobMissing);
}

TEST_CASE("case serials begin anew each legal day and paper serials each year")
{
    LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    CHECK(acceptCase(*ledger)->contains(QStringLiteral("20261123-0001")));
    CHECK(acceptCase(*ledger)->contains(QStringLiteral("20261123-0002")));
    // 2026-11-24 00:00 in the hall is 16:00 UTC the day before.
    kit.clock.setUtcMs(1'795'449'600'000 - 1);
    CHECK(acceptCase(*ledger)->contains(QStringLiteral("20261123-0003")));
    kit.clock.setUtcMs(1'795'449'600'000);
    const QString next = acceptCase(*ledger).value();
    CHECK(next.contains(QStringLiteral("20261124-0001")));
    CHECK(ledger->cases().papers(next)->front().number == QStringLiteral("甘交受〔2026〕W03-4号"));
    kit.clock.setUtcMs(1'798'732'800'000); // 2027-01-01 00:00 in the hall
    const QString year = acceptCase(*ledger).value();
    CHECK(ledger->cases().papers(year)->front().number == QStringLiteral("甘交受〔2027〕W03-1号"));
}

TEST_CASE("training numbers say so and the profile knows it")
{
    LedgerKit kit;
    kit.training = true;
    const auto ledger = kit.createSignedIn();
    CHECK(ledger->identity().training);
    CHECK(acceptCase(*ledger)->startsWith(QStringLiteral("YL-W03-20261123-0001-")));
}

TEST_CASE("lists filter, order and page")
{
    LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    QStringList numbers;
    for (int day = 0; day < 3; ++day) {
        for (int i = 0; i < 4; ++i)
            numbers.append(acceptCase(*ledger).value());
        kit.clock.advance(24LL * 3600 * 1000);
    }
    REQUIRE(ledger->append(std::vector{caseAct(Kind::Withdraw, numbers.at(5))}).has_value());
    ledger::CaseQuery query;
    CHECK(ledger->cases().count(query) == 12);
    query.states = {domain::CaseState::Withdrawn};
    const auto withdrawn = ledger->cases().page(query, 0, 10);
    REQUIRE(withdrawn->size() == 1);
    CHECK(withdrawn->front().number == numbers.at(5));
    query = {};
    query.from = QDate(2026, 11, 24);
    query.to = QDate(2026, 11, 24);
    CHECK(ledger->cases().count(query) == 4);
    query = {};
    const auto keys = ledger->cases().keys(query);
    REQUIRE(keys->size() == 12);
    const auto first = ledger->cases().rows(std::span(*keys).first(2));
    CHECK(first->at(0).number == numbers.at(11));
    CHECK(first->at(1).number == numbers.at(10));
    query.order = ledger::CaseQuery::Order::OldestFirst;
    CHECK(ledger->cases().page(query, 3, 2)->front().number == numbers.at(3));
    query.onlyConflicts = true;
    CHECK(ledger->cases().count(query) == 0);
}

TEST_CASE("a reader on its own connection sees what is committed and cannot write")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const auto reader = ledger::LedgerReader::open(ledger->readerTicket().value());
    REQUIRE(reader.has_value());
    const QString number = acceptCase(*ledger).value();
    CHECK((*reader)->cases().row(number)->state == domain::CaseState::Accepted);
    const auto database =
        ledger::Database::open(kit.profile() + QStringLiteral("/ledger.db"), ledger::Database::Mode::Read);
    REQUIRE(database.has_value());
    const auto written = database->exec(QStringLiteral("DELETE FROM draft"));
    REQUIRE(!written.has_value());
    CHECK(written.error().code == ErrorCode::ReadOnly);
}

TEST_CASE("drafts survive and never become entries")
{
    const LedgerKit kit;
    const QString id = QStringLiteral("d-1");
    {
        const auto ledger = kit.createSignedIn();
        const QCborMap content{{QStringLiteral("name"), QStringLiteral("马尕让")}};
        REQUIRE(ledger->drafts().save(id, kit.kClerk, content).has_value());
        REQUIRE(ledger->drafts()
                    .save(id, kit.kClerk, {{QStringLiteral("name"), QStringLiteral("马")}})
                    .has_value());
        CHECK(ledger->head().seq == 0);
    }
    const auto ledger = kit.openSignedIn();
    CHECK(ledger->drafts().load(id)->content.value(QStringLiteral("name")).toString() ==
          QStringLiteral("马"));
    CHECK(ledger->drafts().list()->size() == 1);
    REQUIRE(ledger->drafts().remove(id).has_value());
    CHECK(ledger->drafts().load(id).error().code == ErrorCode::NotFound);
}

TEST_CASE("names are found by part and tail after sign-in and gone after lock")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString first = acceptCase(*ledger).value();
    const QString second =
        acceptCase(*ledger, {QStringLiteral("慕容雪"), QStringLiteral("62010219880101123X"), {}}).value();
    REQUIRE(ledger->loadNames(1) == false);
    REQUIRE(ledger->loadNames(10) == true);
    CHECK(ledger->names().find(QStringLiteral("容雪"), 10).front().number == second);
    CHECK(ledger->names().find(QStringLiteral("123x"), 10).front().number == second);
    CHECK(ledger->names().find(QStringLiteral("2345"), 10).front().number == first);
    CHECK(ledger->names().find(first.mid(9), 10).size() == 1);
    CHECK(ledger->names().find(QStringLiteral("没有"), 10).empty());
    const QString third = acceptCase(*ledger, {QStringLiteral("东方朔"), {}, {}}).value();
    CHECK(ledger->names().find(QStringLiteral("东方"), 10).front().number == third);
    ledger->lock();
    CHECK(ledger->names().size() == 0);
    CHECK(ledger->hasKeys());
    CHECK(ledger->loadNames(10).error().code == ErrorCode::KeyLocked);
    REQUIRE(ledger->unlock(kit.password()).has_value());
    REQUIRE(ledger->loadNames(10) == true);
    CHECK(ledger->names().size() == 3);
}
