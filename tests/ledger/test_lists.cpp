// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/database.h"
#include "ledger/ledgerkit.h"
#include "ledger/numbers.h"

#include <QCborArray>

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>

using namespace ow;
using namespace ow::test;
using domain::CaseState;
using domain::Kind;
using ledger::ActDraft;
using ledger::CaseQuery;
using ledger::CaseRow;
using ledger::PersonRole;
using Order = ledger::CaseQuery::Order;

namespace {

constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;

domain::MaterialIntake scan(const QString& id, const QString& blob)
{
    domain::MaterialIntake material;
    material.id = id;
    material.state = domain::MaterialState::Received;
    material.files = {{blob,
                       QString(64, u'a'),
                       1000,
                       QStringLiteral("image/jpeg"),
                       2,
                       QStringLiteral("执照.jpg"),
                       domain::FileOrigin::Scanner,
                       {},
                       false}};
    return material;
}

/// A receipt of this intake; due in five days, promised in ten, as far as the law of the case asks.
ActDraft receiveOf(const domain::Intake& intake)
{
    ActDraft act = receiveAct();
    act.guide->code = intake.guide.code;
    act.body = [intake](ledger::Numbers& numbers) -> domain::Result<QCborMap> {
        return QCborMap{{QStringLiteral("intake"), domain::intakeToCbor(intake)},
                        {QStringLiteral("receivedOn"), numbers.day().toString(Qt::ISODate)},
                        {QStringLiteral("due"), domain::dueToCbor({numbers.day().addDays(5), {}, {}, true})}};
    };
    return act;
}

QString append(ledger::Ledger& ledger, const std::vector<ActDraft>& acts)
{
    const auto written = ledger.append(acts);
    INFO((written ? std::string() : written.error().detail.toStdString()));
    REQUIRE(written.has_value());
    return written->back().entry.header.caseNumber.value_or(QString());
}

/// Two dozen cases over six days, three items, all the states a window can bring about.
QStringList manyCases(LedgerKit& kit, ledger::Ledger& ledger)
{
    const std::vector<std::vector<Kind>> lives{{},
                                               {Kind::Accept},
                                               {Kind::Notice},
                                               {Kind::Decline},
                                               {Kind::Withdraw},
                                               {Kind::Accept, Kind::Review},
                                               {Kind::Accept, Kind::Grant},
                                               {Kind::Accept, Kind::Grant, Kind::Issue}};
    QStringList numbers;
    for (int i = 0; i < 24; ++i) {
        domain::Intake intake = sampleIntake({});
        intake.guide.code = QStringLiteral("JT-010%1").arg(i % 3);
        const QString number = append(ledger, {receiveOf(intake)});
        for (const Kind kind : lives[static_cast<std::size_t>(i) % lives.size()]) {
            ActDraft act = kind == Kind::Accept ? acceptAct() : caseAct(kind, number);
            act.about = ActDraft::Case::Existing;
            act.caseNumber = number;
            append(ledger, {act});
        }
        numbers.append(number);
        if (i % 4 == 3)
            kit.clock.advance(kDayMs);
    }
    return numbers;
}

std::vector<CaseRow> listed(const ledger::Ledger& ledger, const CaseQuery& query)
{
    const auto rows = ledger.cases().page(query, 0, 1000);
    REQUIRE(rows.has_value());
    CHECK(ledger.cases().count(query).value() == static_cast<qint64>(rows->size()));
    return *rows;
}

bool inOrder(const std::vector<CaseRow>& rows,
             const std::function<bool(const CaseRow&, const CaseRow&)>& before)
{
    return std::ranges::is_sorted(rows, before);
}

} // namespace

TEST_CASE("a list comes in every order it can have and loses no case in any")
{
    LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QStringList numbers = manyCases(kit, *ledger);
    const auto newest = [](const CaseRow& a, const CaseRow& b) {
        return std::pair(b.received, b.number) < std::pair(a.received, a.number);
    };
    const auto in = [&](Order order) {
        CaseQuery query;
        query.order = order;
        const auto rows = listed(*ledger, query);
        CHECK(rows.size() == 24);
        return rows;
    };
    CHECK(inOrder(in(Order::NewestFirst), newest));
    CHECK(inOrder(in(Order::OldestFirst), [&](const CaseRow& a, const CaseRow& b) { return newest(b, a); }));
    CHECK(
        inOrder(in(Order::ByNumber), [](const CaseRow& a, const CaseRow& b) { return a.number < b.number; }));
    CHECK(in(Order::ByNumberBackwards).front().number == *std::ranges::max_element(numbers));
    CHECK(inOrder(in(Order::ByItem), [&](const CaseRow& a, const CaseRow& b) {
        return a.item == b.item ? newest(a, b) : a.item < b.item;
    }));
    CHECK(in(Order::ByItemBackwards).front().item == QStringLiteral("JT-0102"));
    const auto dated = [](const CaseRow& a, const CaseRow& b) {
        return a.nextDue.isValid() != b.nextDue.isValid() ? a.nextDue.isValid() : a.nextDue < b.nextDue;
    };
    CHECK(inOrder(in(Order::DueFirst), dated));
    CHECK(inOrder(in(Order::DueLast), [](const CaseRow& a, const CaseRow& b) {
        return a.nextDue.isValid() != b.nextDue.isValid() ? a.nextDue.isValid() : b.nextDue < a.nextDue;
    }));
    const auto life = in(Order::ByState);
    CHECK(life.front().state == CaseState::Received);
    CHECK(life.back().state == CaseState::Withdrawn);
    CHECK(in(Order::ByStateBackwards).front().state == CaseState::Withdrawn);
    CHECK(in(Order::ByStateBackwards).back().state == CaseState::Received);
}

TEST_CASE("a list is narrowed by each term and by several at once as a plain look at the rows has it")
{
    LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    manyCases(kit, *ledger);
    const auto all = listed(*ledger, {});
    const QDate first = all.back().received;
    const auto fits = [&](const CaseQuery& query, const std::function<bool(const CaseRow&)>& wanted) {
        std::vector<CaseRow> expected;
        std::ranges::copy_if(all, std::back_inserter(expected), wanted);
        CHECK(!expected.empty());
        CHECK(expected.size() < all.size());
        CHECK(listed(*ledger, query) == expected);
    };
    CaseQuery states;
    states.states = {CaseState::Received, CaseState::UnderReview};
    fits(states, [](const CaseRow& row) {
        return row.state == CaseState::Received || row.state == CaseState::UnderReview;
    });
    CaseQuery items;
    items.items = {QStringLiteral("JT-0100"), QStringLiteral("JT-0102")};
    fits(items, [](const CaseRow& row) { return row.item != QStringLiteral("JT-0101"); });
    CaseQuery days;
    days.from = first.addDays(1);
    days.to = first.addDays(2);
    fits(days, [&](const CaseRow& row) { return row.received > first && row.received < first.addDays(3); });
    CaseQuery due;
    due.dueUntil = first.addDays(7);
    due.items = {QStringLiteral("JT-0100")};
    fits(due, [&](const CaseRow& row) {
        return row.item == QStringLiteral("JT-0100") && row.nextDue.isValid() &&
               row.nextDue <= first.addDays(7);
    });
    CaseQuery strangers;
    strangers.openedBy = QStringLiteral("nobody");
    CHECK(listed(*ledger, strangers).empty());
}

TEST_CASE("what was promised is owed until it comes and stands as the next date")
{
    LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QDate day(2026, 11, 23);
    ActDraft accept = acceptAct();
    accept.body = [base = accept.body, day](ledger::Numbers& numbers) {
        return base(numbers).map([&](QCborMap body) {
            body.insert(QStringLiteral("deficiencies"),
                        QCborArray{QCborMap{{QStringLiteral("material"), QStringLiteral("m1")},
                                            {QStringLiteral("due"), day.addDays(3).toString(Qt::ISODate)}}});
            return body;
        });
    };
    const QString number = append(*ledger, {receiveAct(), accept});
    auto row = ledger->cases().row(number);
    REQUIRE(row->promisedDue > day.addDays(3));
    CHECK(row->deficiencyDue == day.addDays(3));
    CHECK(row->nextDue == day.addDays(3));
    CaseQuery owed;
    owed.onlyDeficient = true;
    CHECK(ledger->cases().count(owed) == 1);
    owed.deficiencyBefore = day.addDays(3);
    CHECK(ledger->cases().count(owed) == 0); // due that day is not due before it

    ActDraft supply = caseAct(Kind::Supply, number);
    domain::Intake brought = sampleIntake({});
    brought.materials = {scan(QStringLiteral("m1"), QString(64, u'1'))};
    supply.body = ledger::fixedBody({{QStringLiteral("intake"), domain::intakeToCbor(brought)},
                                     {QStringLiteral("suppliedOn"), day.addDays(1).toString(Qt::ISODate)}});
    append(*ledger, {supply});
    row = ledger->cases().row(number);
    CHECK(!row->deficiencyDue.isValid());
    CHECK(row->nextDue == row->promisedDue);
    const auto shelf = ledger->cases().shelf(Person().idNumber, day, 10);
    REQUIRE(shelf->size() == 1);
    CHECK(shelf->front().verified == day.addDays(1)); // not the day the case began
}

TEST_CASE("a person is found by the whole number in the role he has and by no part of it")
{
    LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const Person one;
    const Person other{QStringLiteral("慕容雪"), QStringLiteral("62010219880101123X"),
                       QStringLiteral("13993100002")};
    domain::Intake intake = sampleIntake(one);
    intake.agent = domain::Agent{other.name, other.idNumber, other.phone};
    const QString first = append(*ledger, {receiveOf(intake)});
    kit.clock.advance(kDayMs);
    const QString second = append(*ledger, {receiveOf(sampleIntake(other))});

    const auto found = [&](PersonRole role, const QString& number) {
        QStringList numbers;
        const auto rows = ledger->cases().ofPerson(role, number, 10);
        REQUIRE(rows.has_value());
        for (const CaseRow& row : *rows)
            numbers.append(row.number);
        return numbers;
    };
    CHECK(found(PersonRole::Applicant, one.idNumber) == QStringList{first});
    CHECK(found(PersonRole::Applicant, other.idNumber) == QStringList{second});
    CHECK(found(PersonRole::Agent, other.idNumber) == QStringList{first});
    CHECK(found(PersonRole::Phone, other.phone) == QStringList({second, first})); // the newest first
    CHECK(found(PersonRole::Applicant, QStringLiteral(" ６２０10219880101123x")) == QStringList{second});
    CHECK(found(PersonRole::Applicant, one.idNumber.left(17)).isEmpty());
    CHECK(found(PersonRole::Applicant, {}).isEmpty());
}

TEST_CASE("earlier materials serve until they expire or their case comes to nothing")
{
    LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QDate day(2026, 11, 23);
    domain::Intake intake = sampleIntake({});
    intake.materials = {
        scan(QStringLiteral("m1"), QString(64, u'1')), scan(QStringLiteral("m2"), QString(64, u'2')), {}};
    intake.materials[1].grade = domain::TrustGrade::B;
    intake.materials[1].validUntil = day.addDays(30);
    intake.materials[2].id = QStringLiteral("m3"); // missing: nothing to serve again
    const QString first = append(*ledger, {receiveOf(intake)});
    const auto shelf = [&](QDate validOn) {
        QStringList found;
        const auto rows = ledger->cases().shelf(Person().idNumber, validOn, 10);
        REQUIRE(rows.has_value());
        for (const ledger::ShelfRow& row : *rows)
            found.append(row.caseNumber + u'/' + row.material.id);
        return found;
    };
    CHECK(shelf(day) == QStringList({first + QStringLiteral("/m1"), first + QStringLiteral("/m2")}));
    CHECK(shelf(day.addDays(30)).size() == 2); // the last day is a good day
    CHECK(shelf(day.addDays(31)) == QStringList{first + QStringLiteral("/m1")});
    CHECK(ledger->cases().shelf(QStringLiteral("62010219880101123X"), day, 10)->empty());
    const auto rows = ledger->cases().shelf(Person().idNumber, day, 10);
    CHECK(rows->at(1).material == intake.materials[1]);
    CHECK(rows->at(1).guide == intake.guide);

    kit.clock.advance(kDayMs);
    domain::Intake again = sampleIntake({});
    again.materials = {intake.materials[0]};
    again.materials[0].reused =
        domain::ReusedFrom{first, QStringLiteral("m1"), day, {}, domain::TrustGrade::C};
    append(*ledger, {receiveOf(again)});
    CHECK(shelf(day).size() == 2); // taken from the shelf it does not become younger

    append(*ledger, {caseAct(Kind::Withdraw, first)});
    CHECK(shelf(day).isEmpty());
    CHECK(ledger->compareProjections()->isEmpty());
}

TEST_CASE("tables that a step of the schema left empty are filled at the next sign-in")
{
    LedgerKit kit;
    QStringList numbers;
    {
        const auto ledger = kit.createSignedIn();
        numbers = manyCases(kit, *ledger);
        REQUIRE(ledger->close().has_value());
    }
    {
        // As the first release left it.
        const auto old = ledger::Database::open(kit.profile() + QStringLiteral("/ledger.db"),
                                                ledger::Database::Mode::Write);
        REQUIRE(old->script("DROP TABLE case_person; DROP TABLE material_shelf;"
                            "DROP INDEX list_received; DROP INDEX list_state; DROP INDEX list_item;"
                            "DROP INDEX list_due; DROP INDEX case_pending; DROP INDEX case_conflicts;"
                            "DROP INDEX case_deficiency; DROP INDEX case_tasks;"
                            "ALTER TABLE case_head DROP COLUMN next_due;"
                            "ALTER TABLE case_head DROP COLUMN deficiency_due;"
                            "ALTER TABLE case_head DROP COLUMN open_tasks;"
                            "CREATE INDEX case_received ON case_head (received DESC, number DESC);"
                            "CREATE INDEX case_state ON case_head (state, received DESC);"
                            "CREATE INDEX case_promised ON case_head (promised_due);"
                            "CREATE INDEX case_pending ON case_head (pending);"
                            "DROP TABLE blob_use; DROP TABLE blob_gone;"
                            "DROP TABLE draft_received; ALTER TABLE draft DROP COLUMN shelf;"
                            "DELETE FROM meta WHERE name = 'projections'; PRAGMA user_version=1;")
                    .has_value());
    }
    const auto ledger = kit.openSignedIn();
    CHECK(ledger->compareProjections()->isEmpty());
    CHECK(ledger->cases().ofPerson(PersonRole::Applicant, Person().idNumber, 100)->size() == 24);
    CaseQuery due;
    due.dueUntil = QDate(2099, 1, 1);
    CHECK(ledger->cases().count(due).value() > 0);
}

TEST_CASE("an edited table of persons or materials is named")
{
    LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    domain::Intake intake = sampleIntake({});
    intake.materials = {scan(QStringLiteral("m1"), QString(64, u'1'))};
    const QString number = append(*ledger, {receiveOf(intake)});
    REQUIRE(ledger->compareProjections()->isEmpty());
    const auto edited =
        ledger::Database::open(kit.profile() + QStringLiteral("/ledger.db"), ledger::Database::Mode::Write);
    REQUIRE(edited->exec(QStringLiteral("DELETE FROM case_person")).has_value());
    REQUIRE(edited->exec(QStringLiteral("DELETE FROM material_shelf")).has_value());
    const QStringList differences = ledger->compareProjections().value();
    CHECK(differences == QStringList({QStringLiteral("case_person of %1: differs").arg(number),
                                      QStringLiteral("material_shelf of %1: differs").arg(number)}));
    REQUIRE(ledger->rebuildProjections().has_value());
    CHECK(ledger->compareProjections()->isEmpty());
}

TEST_CASE("names are put in the order of a directory and searched in every field but their stars")
{
    ledger::NameIndex index;
    const auto put = [&index](qint64 row, const QString& name, const QString& id, const QString& agent = {}) {
        index.put(row, QStringLiteral("JT62-W03-20261123-%1-A").arg(row, 4, 10, QLatin1Char('0')),
                  {name, id, QStringLiteral("138****0001"), agent});
    };
    // Zhāng, Lǐ, Wáng, Ōuyáng: by pinyin, not by the numbers of the letters.
    put(1, QStringLiteral("张三"), QStringLiteral("620************1234"));
    put(2, QStringLiteral("李四"), QStringLiteral("620************123X"));
    put(3, QStringLiteral("王五"), {}, QStringLiteral("赵六"));
    index.sortNames();
    put(4, QStringLiteral("欧阳七"), {}); // after the order was made
    std::vector<qint64> rows{1, 2, 3, 4};
    index.orderByName(rows, false);
    CHECK(rows == std::vector<qint64>{2, 4, 3, 1});
    index.orderByName(rows, true);
    CHECK(rows == std::vector<qint64>{1, 3, 4, 2});

    using Rows = std::vector<qint64>;
    CHECK(index.rowsFitting(QStringLiteral("123x")) == Rows{2});
    CHECK(index.rowsFitting(QStringLiteral("赵六")) == Rows{3});
    CHECK(index.rowsFitting(QStringLiteral("0001")) == Rows{1, 2, 3, 4}); // number of 1, phones of all
    CHECK(index.rowsFitting(QStringLiteral("23-0004")) == Rows{4});
    CHECK(index.rowsFitting(QStringLiteral("620")).empty()); // the head of an identifier is nobody
    CHECK(index.rowsFitting(QStringLiteral("****")).empty());
    CHECK(index.rowsFitting(QString(QChar(0x1f))).empty());
    put(2, QStringLiteral("李思"), QStringLiteral("620************123X"));
    CHECK(index.rowsFitting(QStringLiteral("李四")).empty());
    CHECK(index.rowsFitting(QStringLiteral("李思")) == Rows{2});
    CHECK(index.size() == 4);
}
