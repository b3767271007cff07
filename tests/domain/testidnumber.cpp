// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identifierfault.h"
#include "domain/idnumber.h"

#include <QDebug>
#include <QSet>

#include <catch2/catch.hpp>

using ow::domain::IdNumber;

namespace {

const QDate kToday(2026, 11, 23);

std::string faultOf(QStringView typed)
{
    const auto parsed = IdNumber::parse(typed, kToday);
    if (parsed)
        return "none";
    const auto reason = identifierReason(parsed.error());
    return reason ? std::string(reason->code.latin1()) : "no reason";
}

} // namespace

TEST_CASE("an ID number by GB 11643 is taken with its date of birth")
{
    const auto number = IdNumber::parse(u"11010519491231002X", kToday); // the example of GB 11643-1999
    REQUIRE(number);
    CHECK(number->text() == u"11010519491231002X");
    CHECK(number->birthDate() == QDate(1949, 12, 31));
    CHECK(number->holder() == IdNumber::Holder::Citizen);
    CHECK(number->isFemale());
    CHECK(number->masked() == u"110105********002X");
}

TEST_CASE("an ID number typed full-width or with small x and spaces comes out in its one form")
{
    for (const QStringView typed :
         {QStringView(u" 110105 19491231 002x "), QStringView(u"１１０１０５１９４９１２３１００２ｘ"),
          QStringView(u"110105\u300019491231002Ｘ"), QStringView(u"\u202D11010519491231002X\u202C"),
          QStringView(u"\uFEFF11010519491231002X\n")}) {
        const auto number = IdNumber::parse(typed, kToday);
        REQUIRE(number);
        CHECK(number->text() == u"11010519491231002X");
    }
}

TEST_CASE("the specimens of the residence permits are taken as what they are")
{
    const auto foreign = IdNumber::parse(u"911124198108030024", kToday);
    REQUIRE(foreign);
    CHECK(foreign->holder() == IdNumber::Holder::ForeignResident);
    for (const QStringView typed : {QStringView(u"810000199408230021"), QStringView(u"830000199201300022")}) {
        const auto resident = IdNumber::parse(typed, kToday);
        REQUIRE(resident);
        CHECK(resident->holder() == IdNumber::Holder::HongKongMacaoTaiwanResident);
    }
}

TEST_CASE("an ID number of a county of Gansu is taken whether the county still is or was")
{
    // Check digits by Python: "10X98765432"[sum(digit × weight) % 11]
    CHECK(faultOf(u"620102198001010017") == "none"); // 兰州市城关区
    CHECK(faultOf(u"622201197505050019") == "none"); // 张掖市 until 2002
    CHECK(faultOf(u"620824197505050014") == "none"); // 华亭县 until 2018
    CHECK(faultOf(u"622522196001010017") == "none"); // 天水县 until 1985
    CHECK(faultOf(u"620199198001010016") == "id18.region");
    CHECK(faultOf(u"62017119800101001X") == "id18.region"); // 兰州新区: a code of the statistics only
}

TEST_CASE("each refused form of an ID number has its own reason")
{
    CHECK(faultOf(u"") == "empty");
    CHECK(faultOf(u"   ") == "empty");
    CHECK(faultOf(u"11010519491231002") == "id18.length");
    CHECK(faultOf(u"11010519491231002X0") == "id18.length");
    CHECK(faultOf(u"110105491231002") == "id18.old15");
    CHECK(faultOf(u"1101051949123100XX") == "id18.character");
    CHECK(faultOf(u"11010519491231002Y") == "id18.character");
    CHECK(faultOf(u"1101051949123\u0661002X") == "id18.character"); // an Arabic one is a digit, but not ours
    CHECK(faultOf(u"000105194912310024") == "id18.region");
    CHECK(faultOf(u"990105194912310023") == "id18.region");
    CHECK(faultOf(u"810101199408230023") == "id18.region");
    CHECK(faultOf(u"710000199408230028") == "id18.region");
    CHECK(faultOf(u"911000198108030028") == "id18.region");
    CHECK(faultOf(u"110105194902290029") == "id18.date");
    CHECK(faultOf(u"110105194913310021") == "id18.date");
    CHECK(faultOf(u"110105000001010028") == "id18.date");
    CHECK(faultOf(u"110105189912310023") == "id18.before_1900");
    CHECK(faultOf(u"110105202611240029") == "id18.future");
    CHECK(faultOf(u"110105194912310021") == "id18.check_digit");
    CHECK(faultOf(u"11010519491231020X") == "id18.check_digit"); // two digits changed places
}

TEST_CASE("a child born today has an ID number and one born tomorrow has not")
{
    CHECK(IdNumber::parse(u"620102202611230016", kToday));
    CHECK_FALSE(IdNumber::parse(u"620102202611230016", kToday.addDays(-1)));
}

TEST_CASE("an ID number in a debug line is masked")
{
    const auto number = IdNumber::parse(u"11010519491231002X", kToday);
    REQUIRE(number);
    QString line;
    QDebug(&line) << *number;
    CHECK(line.contains(u"110105********002X"));
    CHECK_FALSE(line.contains(u"1949"));
}

TEST_CASE("equal ID numbers are one key")
{
    const QSet<IdNumber> numbers{*IdNumber::parse(u"11010519491231002X", kToday),
                                 *IdNumber::parse(u"11010519491231002x", kToday),
                                 *IdNumber::parse(u"620102198001010017", kToday)};
    CHECK(numbers.size() == 2);
}

TEST_CASE("the error of a refused ID number holds nothing of it")
{
    const auto refused = IdNumber::parse(u"110105194912310021", kToday);
    REQUIRE_FALSE(refused);
    CHECK_FALSE(refused.error().detail.contains(u"1101"));
    CHECK(refused.error().code == ow::domain::ErrorCode::InvalidInput);
}
