// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/division.h"
#include "domain/divisiontable.h"
#include "domain/identifiercheck.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow::domain;

namespace {

const QDate kToday(2026, 11, 23);

std::string check(QStringView rule, QStringView value)
{
    const auto reason = checkIdentifier(rule, value, kToday);
    if (!reason)
        return "ok";
    return (reason->warning ? "warning " : "") + std::string(reason->code.latin1());
}

} // namespace

TEST_CASE("every rule a guide may name is known")
{
    for (const QStringView rule : {u"uscc", u"id18", u"id18_or_uscc", u"mobile", u"plate", u"vin", u"roadno",
                                   u"stake", u"projcode", u"division6", u"province_list", u"email"})
        CHECK(isIdentifierRule(rule));
    CHECK_FALSE(isIdentifierRule(u"iban"));
    CHECK(check(u"iban", u"x") == "warning rule.unknown");
}

TEST_CASE("the named rules accept what is right and give a reason for what is wrong")
{
    CHECK(check(u"id18", u"11010519491231002X") == "ok");
    CHECK(check(u"id18", u"110105194912310021") == "id18.check_digit");
    CHECK(check(u"uscc", u"113212810144222637") == "ok");
    CHECK(check(u"uscc", u"") == "empty");
    CHECK(check(u"mobile", u"139") == "mobile.length");
    CHECK(check(u"plate", u"甘A 12345") == "ok");
    CHECK(check(u"plate", u"甘A12345临") == "warning plate.temporary");
    CHECK(check(u"vin", u"1M8GDM9AXKP042788") == "ok");
    CHECK(check(u"vin", u"1M8GDM9A0KP042788") == "warning vin.check_digit");
    CHECK(check(u"vin", u"1M8GDM9A0KP04278") == "vin.length");
}

TEST_CASE("a number that may be a person's or a body's is judged as what it looks like")
{
    CHECK(check(u"id18_or_uscc", u"11010519491231002x") == "ok");
    CHECK(check(u"id18_or_uscc", u"113212810144222637") == "ok");
    CHECK(check(u"id18_or_uscc", u"110105194912310021") == "id18.check_digit");
    CHECK(check(u"id18_or_uscc", u"9110000010000396XX") == "uscc.check_character");
    CHECK(check(u"id18_or_uscc", u"113212810144222638") == "id18_or_uscc.form");
    CHECK(check(u"id18_or_uscc", u"1132") == "id18_or_uscc.form");
    CHECK(check(u"id18_or_uscc", u" ") == "empty");
}

TEST_CASE("road numbers and stakes are taken as engineers write them")
{
    for (const QStringView value :
         {u"G30", u"g312", u"G3011", u"G30N", u"S2", u"X001", u"YA01", u"C001620102", u"Ｇ３１２"})
        CHECK(check(u"roadno", value) == "ok");
    for (const QStringView value : {u"312", u"A30", u"G", u"G12345", u"国道312"})
        CHECK(check(u"roadno", value) == "roadno.form");
    for (const QStringView value : {u"K1567+200", u"k0+000", u"K12＋345", u"AK0+120", u"K1567+200.5"})
        CHECK(check(u"stake", value) == "ok");
    for (const QStringView value : {u"1567+200", u"K1567", u"K1567+20", u"K1567-200", u"K12345+000"})
        CHECK(check(u"stake", value) == "stake.form");
}

TEST_CASE("project codes and addresses of mail are checked by their form")
{
    CHECK(check(u"projcode", u"2026-620102-48-01-012345") == "ok");
    CHECK(check(u"projcode", u"2026—620102–48-01-012345") == "ok");
    CHECK(check(u"projcode", u"2026-620102-48-01-12345") == "projcode.form");
    CHECK(check(u"projcode", u"1026-620102-48-01-012345") == "projcode.year");
    CHECK(check(u"email", u"zhang.san+jt@example.gov.cn") == "ok");
    CHECK(check(u"email", u"zhang＠example.cn") == "ok");
    for (const QStringView value :
         {u"zhang", u"zhang@", u"@example.cn", u"zhang@example", u"zh ang@example.cn", u".z@example.cn",
          u"z..s@example.cn", u"zhang@-example.cn", u"zhang@example.cn@example.cn", u"张@example.cn"})
        CHECK(check(u"email", value) == "email.form");
    CHECK(check(u"email", QString(65, u'a').append(u"@example.cn")) == "email.form");
}

TEST_CASE("a list of provinces takes long and short names and any separator")
{
    CHECK(check(u"province_list", u"陕西、宁夏回族自治区，内蒙古 四川省") == "ok");
    CHECK(canonicalIdentifier(u"province_list", u"陕西省, 宁夏回族自治区;陕西") == u"陕西、宁夏");
    CHECK(check(u"province_list", u"陕西、山南") == "province_list.unknown");
    CHECK(check(u"province_list", u"、") == "province_list.unknown");
    CHECK(check(u"province_list", u"\n") == "empty");
}

TEST_CASE("a division of Gansu is known by name and a former one is doubted")
{
    CHECK(check(u"division6", u"620102") == "ok");
    CHECK(check(u"division6", u"620171") == "ok");
    CHECK(check(u"division6", u"610102") == "ok");
    CHECK(check(u"division6", u"620824") == "warning division6.historic");
    CHECK(check(u"division6", u"620199") == "division6.unknown");
    CHECK(check(u"division6", u"990000") == "division6.unknown");
    CHECK(check(u"division6", u"62010") == "division6.form");
    CHECK(check(u"division6", u"62010A") == "division6.form");

    CHECK(Division::parse(u"６２２９２７")->fullName() ==
          u"甘肃省临夏回族自治州积石山保安族东乡族撒拉族自治县");
    CHECK(Division::parse(u"620102")->name() == u"城关区");
    CHECK(Division::parse(u"610102")->fullName() == u"陕西省");
    CHECK(Division::parse(u"620000")->fullName() == u"甘肃省");
}

TEST_CASE("Gansu has fourteen prefectures and eighty-six counties")
{
    const auto prefectures = Division::childrenOf(u"620000");
    CHECK(prefectures.size() == 14);
    const auto rows = gansuDivisions();
    const auto counties = std::count_if(rows.begin(), rows.end(), [](const DivisionRow& row) {
        return row.status == DivisionStatus::Current && row.code % 100 != 0;
    });
    CHECK(counties == 86);
    const auto lanzhou = Division::childrenOf(u"620100");
    CHECK(lanzhou.size() == 9); // eight counties and 兰州新区
    CHECK(Division::childrenOf(u"").empty());
    for (const DivisionRow& row : rows)
        CHECK((row.parent == 0 || gansuDivision(row.parent) != nullptr));
}

TEST_CASE("the normal form is kept where a value fits its rule and the typed one where it does not")
{
    CHECK(canonicalIdentifier(u"plate", u" 甘a·12345 ", kToday) == u"甘A12345");
    CHECK(canonicalIdentifier(u"vin", u"1m8gdm9a0kp042788", kToday) == u"1M8GDM9A0KP042788");
    CHECK(canonicalIdentifier(u"mobile", u" 139 ", kToday) == u"139");
    CHECK(canonicalIdentifier(u"stake", u"k12＋345", kToday) == u"K12+345");
    CHECK(canonicalIdentifier(u"iban", u" x ", kToday) == u"x");
}

TEST_CASE("each fault has a code of its own and one sentence")
{
    QSet<QString> codes;
    for (std::size_t i = 0; i < kIdentifierFaultCount; ++i) {
        const IdentifierReason reason = identifierReason(static_cast<IdentifierFault>(i));
        codes.insert(reason.code);
        CHECK(reason.sentence.endsWith(u'.'));
        CHECK(identifierReason(failIdentifier(reason.fault).value())->fault == reason.fault);
    }
    CHECK(codes.size() == static_cast<qsizetype>(kIdentifierFaultCount));
    CHECK_FALSE(identifierReason(Error{ErrorCode::NotFound, QStringLiteral("empty"), {}}));
    CHECK_FALSE(identifierReason(Error{ErrorCode::InvalidInput, QStringLiteral("other"), {}}));
}
