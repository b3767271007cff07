// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identifierfault.h"
#include "domain/mobile.h"
#include "domain/plate.h"
#include "domain/uscc.h"
#include "domain/vin.h"

#include <QDebug>
#include <QSet>

#include <catch2/catch.hpp>

using namespace ow::domain;

namespace {

template <class T> std::string faultOf(QStringView typed)
{
    const Result<T> parsed = T::parse(typed);
    if (parsed)
        return "none";
    const auto reason = identifierReason(parsed.error());
    return reason ? std::string(reason->code.latin1()) : "no reason";
}

} // namespace

TEST_CASE("a credit code by GB 32100 is taken")
{
    const auto code = CreditCode::parse(u"113212810144222637"); // on a published guide
    REQUIRE(code);
    CHECK(code->masked() == u"113212********2637");
    CHECK(faultOf<CreditCode>(u"91100000100003962T") == "none"); // registered by the state, region 100000
    CHECK(CreditCode::parse(u" ９１１０００００ 100003962t")->text() == u"91100000100003962T");
}

TEST_CASE("each refused form of a credit code has its own reason")
{
    CHECK(faultOf<CreditCode>(u"") == "empty");
    CHECK(faultOf<CreditCode>(u"11321281014422263") == "uscc.length");
    CHECK(faultOf<CreditCode>(u"620100000012345") == "uscc.old15");
    CHECK(faultOf<CreditCode>(u"9110000010000396OT") == "uscc.character");
    CHECK(faultOf<CreditCode>(u"B1321281014422263W") == "uscc.authority");
    CHECK(faultOf<CreditCode>(u"11991281014422263C") == "uscc.region");
    CHECK(faultOf<CreditCode>(u"9162A102MA71ABCD1L") == "uscc.region");
    CHECK(faultOf<CreditCode>(u"113212810144222638") == "uscc.check_character");
    CHECK(faultOf<CreditCode>(u"113212810142422637") == "uscc.check_character");
}

TEST_CASE("plates by GA 36 are taken with their kind")
{
    const auto kindOf = [](QStringView typed) { return PlateNumber::parse(typed).value().kind(); };
    CHECK(kindOf(u"甘A12345") == PlateNumber::Kind::Ordinary);
    CHECK(kindOf(u"甘AB12C3") == PlateNumber::Kind::Ordinary);
    CHECK(kindOf(u"甘AD12345") == PlateNumber::Kind::NewEnergy);
    CHECK(kindOf(u"甘AF12345") == PlateNumber::Kind::NewEnergy);
    CHECK(kindOf(u"甘ADA2345") == PlateNumber::Kind::NewEnergy);
    CHECK(kindOf(u"甘A12345D") == PlateNumber::Kind::NewEnergy);
    CHECK(kindOf(u"甘A1234挂") == PlateNumber::Kind::Trailer);
    CHECK(kindOf(u"甘A1234学") == PlateNumber::Kind::Driving);
    CHECK(kindOf(u"甘O1234警") == PlateNumber::Kind::Police);
    CHECK(kindOf(u"粤Z1234港") == PlateNumber::Kind::HongKong);
    CHECK(kindOf(u"粤Z1234澳") == PlateNumber::Kind::Macao);
    CHECK(kindOf(u"使224578") == PlateNumber::Kind::Embassy);
    CHECK(kindOf(u"沪A0023领") == PlateNumber::Kind::Consulate);
    CHECK(kindOf(u"甘A12345临") == PlateNumber::Kind::Temporary);
    CHECK(kindOf(u"临 甘A·12345") == PlateNumber::Kind::Temporary);
    CHECK(kindOf(u"甘A1234超") == PlateNumber::Kind::Temporary);
}

TEST_CASE("a plate typed with spaces or its dot or full-width comes out in its one form")
{
    for (const QStringView typed :
         {QStringView(u"甘a·1 2345"), QStringView(u" 甘 Ａ １２３４５ "), QStringView(u"甘A-12345"),
          QStringView(u"甘A\u2022\u300012345"), QStringView(u"甘A・12345")}) {
        const auto plate = PlateNumber::parse(typed);
        REQUIRE(plate);
        CHECK(plate->text() == u"甘A12345");
    }
    CHECK(PlateNumber::parse(u"甘A12345")->masked() == u"甘A***45");
}

TEST_CASE("each refused form of a plate has its own reason")
{
    CHECK(faultOf<PlateNumber>(u"·") == "empty");
    CHECK(faultOf<PlateNumber>(u"甘A1234") == "plate.length");
    CHECK(faultOf<PlateNumber>(u"甘A1234567") == "plate.length");
    CHECK(faultOf<PlateNumber>(u"AA12345") == "plate.province");
    CHECK(faultOf<PlateNumber>(u"干A12345") == "plate.province");
    CHECK(faultOf<PlateNumber>(u"甘I12345") == "plate.letter");
    CHECK(faultOf<PlateNumber>(u"甘O12345") == "plate.letter");
    CHECK(faultOf<PlateNumber>(u"甘112345") == "plate.letter");
    CHECK(faultOf<PlateNumber>(u"甘A1O345") == "plate.character");
    CHECK(faultOf<PlateNumber>(u"甘A12I4挂") == "plate.character");
    CHECK(faultOf<PlateNumber>(u"甘A12?45") == "plate.character");
    CHECK(faultOf<PlateNumber>(u"甘A1234挂学") == "plate.new_energy");
    CHECK(faultOf<PlateNumber>(u"甘A1234桂") == "plate.ending");
    CHECK(faultOf<PlateNumber>(u"甘A1I34超") == "plate.ending");
    CHECK(faultOf<PlateNumber>(u"临") == "plate.length");
    CHECK(faultOf<PlateNumber>(u"干A12345临") == "plate.province");
    CHECK(faultOf<PlateNumber>(u"甘A1234港") == "plate.ending");
    CHECK(faultOf<PlateNumber>(u"甘A123456") == "plate.new_energy");
    CHECK(faultOf<PlateNumber>(u"甘AL12345") == "plate.new_energy");
    CHECK(faultOf<PlateNumber>(u"甘AD1234A5") == "plate.length");
}

TEST_CASE("a VIN by GB 16735 is taken and a wrong check digit only doubted")
{
    const auto vin = Vin::parse(u"1m8gdm9axkp042788");
    REQUIRE(vin);
    CHECK(vin->text() == u"1M8GDM9AXKP042788");
    CHECK_FALSE(vin->checkDigitDoubtful());
    CHECK(vin->masked() == u"1M8**********2788");
    CHECK_FALSE(Vin::parse(u"11111111111111111")->checkDigitDoubtful());
    CHECK_FALSE(Vin::parse(u"5GZCZ43D13S812715")->checkDigitDoubtful());
    CHECK(Vin::parse(u"1M8GDM9A0KP042788")->checkDigitDoubtful());
    CHECK(Vin::parse(u"WVWZZZ1KZAW000001")->checkDigitDoubtful()); // European filler in the ninth place
}

TEST_CASE("each refused form of a VIN has its own reason")
{
    CHECK(faultOf<Vin>(u"") == "empty");
    CHECK(faultOf<Vin>(u"1M8GDM9AXKP04278") == "vin.length");
    CHECK(faultOf<Vin>(u"1M8GDM9AXKPO42788") == "vin.character");
    CHECK(faultOf<Vin>(u"1M8GDM9AXKP04278号") == "vin.character");
}

TEST_CASE("a mobile number is taken however people write it")
{
    for (const QStringView typed :
         {QStringView(u"13900000001"), QStringView(u"+86 139 0000 0001"), QStringView(u"0086-13900000001"),
          QStringView(u"139-0000-0001"), QStringView(u"１３９００００ 0001")}) {
        const auto mobile = MobileNumber::parse(typed);
        REQUIRE(mobile);
        CHECK(mobile->text() == u"13900000001");
        CHECK(mobile->masked() == u"139****0001");
    }
}

TEST_CASE("each refused form of a mobile number has its own reason")
{
    CHECK(faultOf<MobileNumber>(u"") == "empty");
    CHECK(faultOf<MobileNumber>(u"1390000000") == "mobile.length");
    CHECK(faultOf<MobileNumber>(u"8613900000") == "mobile.length");
    CHECK(faultOf<MobileNumber>(u"1390000000l") == "mobile.character");
    CHECK(faultOf<MobileNumber>(u"12900000001") == "mobile.prefix");
    CHECK(faultOf<MobileNumber>(u"09318880000") == "mobile.prefix");
}

TEST_CASE("a very long text is refused by its length and not copied")
{
    CHECK(faultOf<Vin>(QString(10'000'000, u'1')) == "vin.length");
    CHECK(faultOf<MobileNumber>(QString(100, u'1')) == "mobile.length");
}

TEST_CASE("identifiers in a debug line are masked")
{
    QString line;
    QDebug(&line) << CreditCode::parse(u"113212810144222637").value()
                  << MobileNumber::parse(u"13900000001").value() << PlateNumber::parse(u"甘A12345").value()
                  << Vin::parse(u"1M8GDM9AXKP042788").value();
    CHECK(line.simplified() == u"113212********2637 139****0001 甘A***45 1M8**********2788");
}

TEST_CASE("equal identifiers are one key")
{
    CHECK(QSet<PlateNumber>{*PlateNumber::parse(u"甘A12345"), *PlateNumber::parse(u"甘a·12345")}.size() == 1);
    CHECK(MobileNumber::parse(u"13900000001").value() == MobileNumber::parse(u"+8613900000001").value());
    CHECK_FALSE(MobileNumber::parse(u"13900000001").value() == MobileNumber::parse(u"13900000002").value());
}
