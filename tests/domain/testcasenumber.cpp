// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/casenumber.h"
#include "domain/identifierfault.h"
#include "domain/identifieriso7064.h"
#include "domain/papernumber.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

using namespace ow::domain;

namespace {

/// Made by tests/data/iso7064/generate.py.
QJsonObject vectors()
{
    QFile file(QStringView(OW_SOURCE_DIR).toString() + QStringLiteral("/tests/data/iso7064/mod37_36.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

std::string faultOf(QStringView typed)
{
    const auto parsed = CaseNumber::parse(typed);
    if (parsed)
        return "none";
    const auto reason = identifierReason(parsed.error());
    return reason ? std::string(reason->code.latin1()) : "no reason";
}

} // namespace

TEST_CASE("check characters are those of ISO 7064 MOD 37 36")
{
    const QJsonObject data = vectors();
    int checked = 0;
    for (const auto& list : {data.value(u"published").toArray(), data.value(u"strings").toArray()}) {
        for (const auto& row : list) {
            CHECK(iso7064Mod37Mod36(row[0].toString()) == row[1].toString().front());
            ++checked;
        }
    }
    CHECK(checked >= 400);
    CHECK_FALSE(iso7064Mod37Mod36(u""));
    CHECK_FALSE(iso7064Mod37Mod36(u"a"));
    CHECK_FALSE(iso7064Mod37Mod36(u"JT-62"));
}

TEST_CASE("check digits are those of ISO 7064 MOD 11 2")
{
    CHECK(iso7064Mod11Radix2(u"11010519491231002") == u'X'); // GB 11643
    CHECK(iso7064Mod11Radix2(u"000000012095650") == u'X');   // an ISNI of the standard's registry
    CHECK(iso7064Mod11Radix2(u"000000021825009") == u'7');   // an ORCID
    CHECK_FALSE(iso7064Mod11Radix2(u""));
    CHECK_FALSE(iso7064Mod11Radix2(u"1A"));
}

TEST_CASE("case numbers are written and read as the vectors have them")
{
    const QJsonArray numbers = vectors().value(u"numbers").toArray();
    REQUIRE(numbers.size() >= 500);
    for (const auto& value : numbers) {
        const QJsonObject row = value.toObject();
        const QString text = row.value(u"number").toString();
        const QDate day = QDate::fromString(row.value(u"day").toString(), QStringLiteral("yyyyMMdd"));
        const auto made = CaseNumber::make(row.value(u"hall").toString(), row.value(u"station").toString(),
                                           day, row.value(u"serial").toInt());
        REQUIRE(made);
        CHECK(made->format() == text);
        const auto bare = CaseNumber::parse(QString(text).remove(u'-').toLower());
        REQUIRE(bare);
        CHECK(*bare == *made);
        CHECK(CaseNumber::parse(text).value() == *made);
    }
}

TEST_CASE("the example numbers of the house read as their parts")
{
    const QJsonArray examples = vectors().value(u"examples").toArray();
    const auto number = CaseNumber::parse(examples.at(0).toString());
    REQUIRE(number);
    CHECK(number->hall() == u"JT62");
    CHECK(number->station() == u"W03");
    CHECK(number->day() == QDate(2026, 11, 23));
    CHECK(number->serial() == 7);
    CHECK_FALSE(number->isTraining());
    CHECK(number->format() == u"JT62-W03-20261123-0007-3");

    const auto training = CaseNumber::parse(examples.at(1).toString());
    REQUIRE(training);
    CHECK(training->isTraining());
    CHECK(training->format().startsWith(u"YL-W03-20261123-0007-"));
}

TEST_CASE("a case number is read without hyphens and in small or full-width letters")
{
    for (const QStringView typed : {u"jt62w032026112300073", u" JT62-W03-20261123-00073 ",
                                    u"ＪＴ６２－Ｗ０３－20261123－0007－3", u"JT62 W03 20261123 0007 3"})
        CHECK(faultOf(typed) == "none");
}

TEST_CASE("each refused form of a case number has its own reason")
{
    CHECK(faultOf(u"") == "casenumber.form");
    CHECK(faultOf(u"JT62-W03-20261123-007-3") == "casenumber.form");
    CHECK(faultOf(u"JT62-03-20261123-0007-3") == "casenumber.form");
    CHECK(faultOf(u"JT-W03-20261123-0007-3") == "casenumber.form");
    CHECK(faultOf(u"YL62-W03-20261123-0007-3") == "casenumber.form");
    CHECK(faultOf(u"JT62--W03-20261123-0007-3") == "casenumber.form");
    CHECK(faultOf(u"JT62-W03-20261123-0007-3-") == "casenumber.form");
    CHECK(faultOf(u"JT62-W03-20260230-0007-3") == "casenumber.day");
    CHECK(faultOf(u"JT62-W03-19991231-0007-3") == "casenumber.day");
    CHECK(faultOf(u"JT62-W03-20261123-0000-3") == "casenumber.serial");
    CHECK(faultOf(u"JT62-W03-20261123-00007-3") == "casenumber.serial");
    CHECK(faultOf(u"JT62-W03-20261123-0007-4") == "casenumber.check");
    CHECK(faultOf(u"JT62-W03-20261123-0008-3") == "casenumber.check");
    CHECK(faultOf(u"JT62-W30-20261123-0007-3") == "casenumber.check");
}

TEST_CASE("every slip of one character or of two neighbours is found in a case number")
{
    const QString right = QStringLiteral("JT62W032026112300073");
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    for (qsizetype i = 0; i < right.size(); ++i) {
        for (const QChar c : alphabet) {
            QString wrong = right;
            wrong[i] = c;
            CHECK((wrong == right || faultOf(wrong) != "none"));
        }
        if (i + 1 < right.size() && right[i] != right[i + 1]) {
            QString swapped = right;
            std::swap(swapped[i], swapped[i + 1]);
            CHECK(faultOf(swapped) != "none");
        }
    }
}

TEST_CASE("a case number is not made of what it cannot be read from")
{
    const QDate day(2026, 11, 23);
    CHECK_FALSE(CaseNumber::make(u"YL62", u"W03", day, 1));
    CHECK_FALSE(CaseNumber::make(u"jt62", u"W03", day, 1));
    CHECK_FALSE(CaseNumber::make(u"JT62", u"W03BB", day, 1));
    CHECK_FALSE(CaseNumber::make(u"JT62", u"W03\n", day, 1));
    CHECK_FALSE(CaseNumber::make(u"JT62", u"W03", QDate(), 1));
    CHECK_FALSE(CaseNumber::make(u"JT62", u"W03", day, 0));
    CHECK_FALSE(CaseNumber::make(u"JT62", u"W03", day, 1'000'000'000));
    CHECK(CaseNumber::make(u"JT62", u"W03B", day, 12345)->format().contains(u"-12345-"));
}

TEST_CASE("paper numbers are written by their series")
{
    const PaperSeries accepted{QStringLiteral("甘交受"), 0};
    CHECK(formatPaperNumber(accepted, {2026, QStringLiteral("W03"), 12}).value() ==
          u"甘交受〔2026〕W03-12号");
    CHECK(formatPaperNumber({QStringLiteral("甘交补"), 4}, {2027, QStringLiteral("W03B"), 12}).value() ==
          u"甘交补〔2027〕W03B-0012号");
    CHECK(formatPaperNumber({QStringLiteral("甘交补"), 2}, {2027, QStringLiteral("W03"), 1234}).value() ==
          u"甘交补〔2027〕W03-1234号");
    CHECK_FALSE(formatPaperNumber({{}, 0}, {2026, QStringLiteral("W03"), 12}));
    CHECK_FALSE(formatPaperNumber({QStringLiteral("甘交受"), 10}, {2026, QStringLiteral("W03"), 12}));
    CHECK_FALSE(formatPaperNumber(accepted, {26, QStringLiteral("W03"), 12}));
    CHECK_FALSE(formatPaperNumber(accepted, {2026, {}, 12}));
    CHECK_FALSE(formatPaperNumber(accepted, {2026, QStringLiteral("W03"), 0}));
}
