// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/casefile.h"
#include "domain/legaldate.h"
#include "sampleguide.h"

#include <QCborArray>

#include <catch2/catch.hpp>

using namespace ow::domain;

namespace {

Act act(Kind kind, const char* id, QCborMap what)
{
    return {kind,           QString::fromLatin1(id), {}, 0, QStringLiteral("u1"), QStringLiteral("W03"),
            std::move(what)};
}

Act received()
{
    return act(Kind::Receive, "e1",
               {{QStringLiteral("number"), QStringLiteral("JT62-W03-20261123-0001-X")},
                {QStringLiteral("receivedOn"), QStringLiteral("2026-11-23")},
                {QStringLiteral("intake"), intakeToCbor(sample::complete())},
                {QStringLiteral("due"), dueToCbor({QDate(2026, 11, 30), {}, {}, true})}});
}

Act accepted()
{
    return act(Kind::Accept, "e2",
               {{QStringLiteral("acceptedOn"), QStringLiteral("2026-11-23")},
                {QStringLiteral("statutoryDays"), 15},
                {QStringLiteral("promisedDays"), 8},
                {QStringLiteral("due"), dueToCbor({{}, QDate(2026, 12, 3), QDate(2026, 12, 14), true})},
                {QStringLiteral("deficiencies"),
                 QCborArray{QCborMap{{QStringLiteral("material"), QStringLiteral("M02")},
                                     {QStringLiteral("due"), QStringLiteral("2026-11-26")}}}},
                {QStringLiteral("paper"), paperToCbor({QStringLiteral("acceptance"),
                                                       QStringLiteral("甘交受〔2026〕W03-1号"),
                                                       QStringLiteral("acceptance"),
                                                       1,
                                                       {},
                                                       {},
                                                       {}})}});
}

} // namespace

TEST_CASE(
    "a case is what its entries say: received, accepted with a deficiency, its paper first due and then made")
{
    auto file = fold({}, received());
    REQUIRE(file);
    CHECK(file->state == CaseState::Received);
    CHECK(file->due.answer == QDate(2026, 11, 30));
    file = fold(*file, accepted());
    REQUIRE(file);
    CHECK(file->state == CaseState::Accepted);
    CHECK(file->due.promised == QDate(2026, 12, 3));
    CHECK(file->deficiencies == std::vector{Deficiency{QStringLiteral("M02"), QDate(2026, 11, 26)}});
    REQUIRE(file->papers.size() == 1);
    CHECK(file->papers.front().decidingEntry == QStringLiteral("e2"));
    CHECK(file->papers.front().paperEntry.isEmpty());
    file = fold(*file, act(Kind::Paper, "e3",
                           {{QStringLiteral("number"), QStringLiteral("甘交受〔2026〕W03-1号")},
                            {QStringLiteral("blob"), QString(64, u'c')}}));
    REQUIRE(file);
    CHECK(file->papers.front().paperEntry == QStringLiteral("e3"));
    CHECK(file->state == CaseState::Accepted);
    CHECK(file->lastEntry == QStringLiteral("e3"));
    CHECK(file->irregular == 0);
}

TEST_CASE("a move the law does not know is kept and counted but does not change where the case stands")
{
    auto file = fold({}, received());
    REQUIRE(file);
    file = fold(*file, act(Kind::Issue, "e2", {}));
    REQUIRE(file);
    CHECK(file->state == CaseState::Received);
    CHECK(file->irregular == 1);
    CHECK(file->lastEntry == QStringLiteral("e2"));
}

TEST_CASE("a promise that lapsed is owed and the accepted case goes on by the law")
{
    auto file = fold({}, received());
    file = fold(*file, accepted());
    file = fold(*file,
                act(Kind::Lapse, "c7", {{QStringLiteral("materials"), QCborArray{QStringLiteral("M02")}}}));
    REQUIRE(file);
    CHECK(file->state == CaseState::Accepted);
    CHECK(file->irregular == 0);
    REQUIRE(file->deficiencies.size() == 1);
    CHECK(file->deficiencies.front().lapsed);
    CHECK(isPromiseBroken(*file, QDate(2026, 11, 23))); // before its day
}

TEST_CASE("an irregular act that gave a paper does not hide the paper")
{
    auto file = fold({}, received());
    file = fold(*file, accepted());
    Act second = accepted();
    second.entryId = QStringLiteral("e9");
    file = fold(*file, second);
    REQUIRE(file);
    CHECK(file->irregular == 1);
    CHECK(file->papers.size() == 2);
}

TEST_CASE("a receipt whose application cannot be read is refused by name and changes nothing")
{
    Act broken = received();
    broken.what.insert(QStringLiteral("intake"), QStringLiteral("?"));
    const auto file = fold({}, broken);
    REQUIRE_FALSE(file);
    CHECK(file.error().code == ErrorCode::EntryInvalid);
    CHECK(file.error().field == QStringLiteral("what.intake"));
}

TEST_CASE("the notice's findings and their number of times are kept")
{
    auto file = fold({}, received());
    const Finding finding{QStringLiteral("material.missing"),
                          Effect::Supplement,
                          QStringLiteral("缺申请表。"),
                          QStringLiteral("办事指南"),
                          {},
                          QStringLiteral("M01"),
                          QStringLiteral("公安机关")};
    file = fold(*file,
                act(Kind::Notice, "e2", {{QStringLiteral("findings"), QCborArray{findingToCbor(finding)}}}));
    REQUIRE(file);
    CHECK(file->state == CaseState::AwaitingSupplement);
    CHECK(file->noticed == Findings{finding});
    CHECK(file->notices == 1);
}

TEST_CASE("every effect has a key of its own")
{
    for (const Effect effect : {Effect::NotRequired, Effect::NotOurs, Effect::CorrectNow, Effect::Supplement,
                                Effect::DeficiencyPossible, Effect::WillBeRefused, Effect::Hint}) {
        CHECK(effectFromKey(effectKey(effect)) == effect);
    }
}

TEST_CASE("the regimes: only a permit may name the 行政许可法 or count an application as accepted by silence")
{
    for (const QString& type :
         {QStringLiteral("01"), QStringLiteral("07"), QStringLiteral("10"), QStringLiteral("20")}) {
        const Regime regime = sample::context(type).regime;
        REQUIRE(regime.typeCode == type);
        const QString all = regime.acceptBasis + regime.noticeBasis + regime.correctBasis +
                            regime.notOursBasis + regime.notRequiredBasis + regime.remedies + regime.counting;
        CHECK(all.contains(QStringLiteral("行政许可法")) == (type == QStringLiteral("01")));
        CHECK(regime.deemedAcceptance == (type == QStringLiteral("01")));
        CHECK(regime.answerDays == (type == QStringLiteral("01") ? 5 : 0));
        if (!regime.permit) {
            CHECK(regime.noticeBasis == QStringLiteral("《优化营商环境条例》第三十六条"));
        }
    }
}

TEST_CASE("a regime table with a fault is refused")
{
    CHECK_FALSE(RegimeTable::parse("{"));
    CHECK_FALSE(RegimeTable::parse(R"({"regimes":[]})"));
    CHECK_FALSE(RegimeTable::parse(R"({"regimes":[{"typeCode":"01"}]})"));
    CHECK_FALSE(RegimeTable::parse(
        R"({"regimes":[{"typeCode":"01","subject":"a"},{"typeCode":"01","subject":"b"}]})"));
    CHECK_FALSE(
        RegimeTable::parse(R"({"regimes":[{"typeCode":"01","subject":"a","deemedAcceptance":true}]})"));
    const auto one = RegimeTable::parse(R"({"regimes":[{"typeCode":"01","subject":"a"}]})");
    REQUIRE(one);
    CHECK_FALSE(one->forTypeCode(QStringLiteral("99")));
}

namespace {

CaseFile deficient()
{
    auto file = fold({}, received());
    file = fold(*file, accepted());
    REQUIRE(file);
    return *file;
}

Act supplied(const char* on)
{
    Intake brought;
    MaterialIntake& material = brought.materialSlot(QStringLiteral("M02"));
    material.state = MaterialState::Received;
    return act(Kind::Supply, "e5",
               {{QStringLiteral("intake"), intakeToCbor(brought)},
                {QStringLiteral("suppliedOn"), QString::fromLatin1(on)}});
}

} // namespace

TEST_CASE("a promise is broken on the day after its last and repaired by the supply, however late")
{
    const CaseFile file = deficient();
    CHECK(file.openDeficiencyDue() == QDate(2026, 11, 26));
    CHECK_FALSE(isPromiseBroken(file, QDate(2026, 11, 26)));
    CHECK(isPromiseBroken(file, QDate(2026, 11, 27)));
    const auto after = fold(file, supplied("2026-12-20"));
    REQUIRE(after);
    CHECK_FALSE(isPromiseBroken(*after, QDate(2026, 12, 21)));
    CHECK(after->openDeficiencies().empty());
    CHECK(after->deficiencies.front().suppliedOn == QDate(2026, 12, 20));
    CHECK(after->intake.material(QStringLiteral("M02"))->state == MaterialState::Received);
    CHECK(after->intake.applicant.name == sample::complete().applicant.name);
    CHECK(after->state == CaseState::Accepted);
}

TEST_CASE("the centre's word that a promise was not kept bars before anybody counts days")
{
    auto file = fold(deficient(), act(Kind::Lapse, "e5",
                                      {{QStringLiteral("materials"), QCborArray{QStringLiteral("M02")}}}));
    REQUIRE(file);
    CHECK(isPromiseBroken(*file, QDate(2026, 11, 23)));
    CHECK(file->state == CaseState::Accepted);
}

TEST_CASE("who withdraws in time owes nothing any more and who withdraws too late did not keep the promise")
{
    Act withdrawn = act(Kind::Withdraw, "e5", {});
    withdrawn.at = legalDayStartMs(QDate(2026, 11, 25));
    auto file = fold(deficient(), withdrawn);
    REQUIRE(file);
    CHECK(file->state == CaseState::Withdrawn);
    CHECK_FALSE(isPromiseBroken(*file, QDate(2027, 1, 1)));
    withdrawn.at = legalDayStartMs(QDate(2026, 11, 27));
    file = fold(deficient(), withdrawn);
    CHECK(isPromiseBroken(*file, QDate(2027, 1, 1)));
}

TEST_CASE("a task stands until a later act names it as cured and a check says what had been seen")
{
    auto file =
        fold(deficient(), act(Kind::Task, "t1", {{QStringLiteral("text"), QStringLiteral("核对印章")}}));
    file = fold(*file, act(Kind::Check, "c1", {}));
    REQUIRE(file);
    REQUIRE(file->openTasks().size() == 1);
    CHECK(file->openTasks().front().text == QStringLiteral("核对印章"));
    REQUIRE(file->checks.size() == 1);
    CHECK(file->checks.front().head == QStringLiteral("t1"));
    file = fold(*file, act(Kind::Note, "n1", {{QStringLiteral("cures"), QCborArray{QStringLiteral("t1")}}}));
    REQUIRE(file);
    CHECK(file->openTasks().empty());
    CHECK(file->tasks.front().curedBy == QStringLiteral("n1"));
}

TEST_CASE("what was corrected on the spot stands in the application from then on")
{
    auto file = fold({}, received());
    const QCborMap row{{QStringLiteral("field"), QStringLiteral("mobile")},
                       {QStringLiteral("became"), QStringLiteral("13909310001")}};
    file = fold(*file, act(Kind::CorrectOnSpot, "e2", {{QStringLiteral("corrections"), QCborArray{row}}}));
    REQUIRE(file);
    CHECK(file->state == CaseState::Received);
    CHECK(file->intake.applicant.phone == QStringLiteral("13909310001"));
}
