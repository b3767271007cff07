// SPDX-License-Identifier: GPL-3.0-or-later
// What `intake FILE.json --dry-run` reads, refuses and says.
#include "ctl/ctlbox.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

CtlAnswer tried(const CtlBox& box, const QJsonObject& order)
{
    box.write(u"order.json"_s, order);
    return box.run({u"intake"_s, box.file(u"order.json"_s), u"--dry-run"_s});
}

QJsonObject finding(const CtlAnswer& answer, const QString& code)
{
    const QJsonArray all = answer.json.value(u"findings"_s).toArray();
    const auto found = std::find_if(all.begin(), all.end(), [&code](const QJsonValue& one) {
        return one.toObject().value(u"code"_s) == code;
    });
    return found == all.end() ? QJsonObject() : (*found).toObject();
}

} // namespace

TEST_CASE("a dry run says what a decision would rest on and writes nothing")
{
    const CtlBox box;
    box.write(u"order.json"_s, completeOrder());
    const auto before = box.contents();
    const CtlAnswer answer = box.run({u"intake"_s, box.file(u"order.json"_s), u"--dry-run"_s});
    INFO(answer.out.toStdString());
    CHECK(answer.exitCode == 0);
    CHECK(answer.err.isEmpty());
    CHECK(box.contents() == before);
    CHECK(answer.json.value(u"findings"_s) == QJsonArray());
    CHECK(answer.json.value(u"situations"_s) == QJsonObject{{u"situation"_s, u"S01"_s}});
    CHECK(answer.json.value(u"statutoryDays"_s) == 10);
    CHECK(answer.json.value(u"promisedDays"_s) == 1);
    CHECK(answer.json.value(u"due"_s).toString().size() == 10);
    CHECK_FALSE(answer.json.contains(u"class"_s));
    CHECK_FALSE(answer.json.contains(u"number"_s));
    CHECK_FALSE(answer.json.contains(u"papers"_s));
}

TEST_CASE("a dry run reads numbers as integers and as decimal strings and tells the class")
{
    const CtlBox box;
    const CtlAnswer answer = tried(box, oversizeOrder());
    INFO(answer.out.toStdString());
    CHECK(answer.exitCode == 0);
    CHECK(answer.json.value(u"findings"_s) == QJsonArray());
    CHECK(answer.json.value(u"class"_s) == u"III"_s);
    CHECK(answer.json.value(u"statutoryDays"_s) == 20);
    CHECK(answer.json.value(u"promisedDays"_s) == 12);

    // The class is not anybody's choice.
    const CtlAnswer chosen = tried(box, with(oversizeOrder(), u"situations.class"_s, u"S02"_s));
    CHECK(chosen.json.value(u"class"_s) == u"III"_s);
    CHECK(chosen.json.value(u"statutoryDays"_s) == 20);

    const CtlAnswer heavy = tried(box, with(oversizeOrder(), u"fields.totalMass"_s, 2'000'001));
    CHECK(finding(heavy, u"field.too_large"_s).value(u"field"_s) == u"totalMass"_s);
}

TEST_CASE("numbers with a fraction that are no strings are refused")
{
    const CtlBox box;
    for (const QByteArray number : {"68.5", "1e3", "-0.5"}) {
        box.write(u"order.json"_s,
                  R"({"item":"62-JT-XK-0006","applicant":{"kind":"legal"},"fields":{"totalLen":)" + number +
                      "}}");
        const CtlAnswer answer = box.run({u"intake"_s, box.file(u"order.json"_s), u"--dry-run"_s});
        INFO(number.toStdString() << answer.out.toStdString());
        CHECK(answer.exitCode == 1);
        CHECK(answer.error() == u"record.json_invalid"_s);
    }
}

TEST_CASE("a finding has code and effect and sentence and source and its field")
{
    const CtlBox box;
    const CtlAnswer answer = tried(box, with(completeOrder(), u"applicant.id"_s, u"110105194912310021"_s));
    REQUIRE(answer.exitCode == 0);
    const QJsonObject digit = finding(answer, u"field.id18.check_digit"_s);
    INFO(answer.out.toStdString());
    CHECK(digit.value(u"effect"_s) == u"correctNow"_s);
    CHECK(digit.value(u"field"_s) == u"applicantNo"_s);
    CHECK(digit.value(u"source"_s).isString());
    CHECK(digit.value(u"sentence"_s).toString().contains(u"最后一位"));

    const CtlAnswer lacking = tried(box, with(completeOrder(), u"materials"_s, QJsonArray{}));
    const QJsonObject missing = finding(lacking, u"material.missing"_s);
    CHECK(missing.value(u"effect"_s) == u"supplement"_s);
    CHECK(missing.value(u"material"_s) == u"M01"_s);
    CHECK(missing.value(u"source"_s).toString().contains(u"62-JT-GG-0005"));

    const CtlAnswer unfit =
        tried(box, with(completeOrder(), u"materials"_s,
                        QJsonArray{QJsonObject{{u"id"_s, u"M01"_s}, {u"unfit"_s, u"未签名"_s}},
                                   QJsonObject{{u"id"_s, u"M02"_s}}}));
    CHECK(finding(unfit, u"material.unfit"_s).value(u"sentence"_s).toString().contains(u"未签名"));
}

TEST_CASE("whatever an application has that is unknown or misshapen is refused by its name")
{
    const CtlBox box;
    const QJsonObject good = completeOrder();
    const auto materials = [](const QJsonValue& one) { return QJsonArray{one}; };
    const auto change = [&good](const QString& path, const QJsonValue& value) {
        return std::pair{with(good, path, value), path};
    };
    std::vector<std::pair<QJsonObject, QString>> cases{
        change(u"colour"_s, u"red"_s),
        change(u"item"_s, u"62-JT-XK-9999"_s),
        change(u"channel"_s, u"pigeon"_s),
        change(u"situations.weather"_s, u"S01"_s),
        change(u"situations.situation"_s, u"S99"_s),
        change(u"situations"_s, QJsonArray{u"S01"_s}),
        change(u"answers.M99"_s, true),
        change(u"answers.M02"_s, u"yes"_s),
        change(u"applicant"_s, u"马尕让"_s),
        change(u"applicant.kind"_s, u"martian"_s),
        change(u"applicant.age"_s, 40),
        change(u"applicant.name"_s, QJsonArray{u"马尕让"_s}),
        change(u"agent.age"_s, 40),
        change(u"agent.name"_s, true),
        change(u"fields.shoeSize"_s, 43),
        change(u"fields.reason"_s, QJsonValue()),
        change(u"fields.reason"_s, QJsonObject{{u"a"_s, u"b"_s}}),
        change(u"fields.applicantName"_s, u"另一个人"_s),
        change(u"materials"_s, QJsonObject{}),
        {with(good, u"materials"_s, materials(u"M01"_s)), u"materials"_s},
        {with(good, u"materials"_s, materials(QJsonObject{{u"id"_s, u"M99"_s}})), u"materials.M99"_s},
        {with(good, u"materials"_s, materials(QJsonObject{{u"id"_s, u"M01"_s}, {u"copies"_s, 2}})),
         u"materials.M01.copies"_s},
        {with(good, u"materials"_s, materials(QJsonObject{{u"id"_s, u"M01"_s}, {u"files"_s, u"form.pdf"_s}})),
         u"materials.M01.files"_s},
        {with(good, u"materials"_s, materials(QJsonObject{{u"id"_s, u"M01"_s}, {u"unfit"_s, u" "_s}})),
         u"materials.M01.unfit"_s}};
    for (const auto& [order, field] : cases) {
        const CtlAnswer answer = tried(box, order);
        INFO(field.toStdString() << ": " << answer.out.toStdString());
        CHECK(answer.exitCode == 1);
        CHECK(answer.error() == u"input.invalid"_s);
        CHECK(answer.errorField() == field);
    }
    // What a field repeats of the applicant is no contradiction.
    CHECK(tried(box, with(good, u"fields.applicantName"_s, u"马尕让"_s)).exitCode == 0);
}

TEST_CASE("an application that is no JSON object or cannot be read is refused")
{
    const CtlBox box;
    CHECK(box.run({u"intake"_s, box.file(u"none.json"_s), u"--dry-run"_s}).error() == u"file.unreadable"_s);
    box.write(u"order.json"_s, QByteArray("[1]"));
    CHECK(box.run({u"intake"_s, box.file(u"order.json"_s), u"--dry-run"_s}).errorField() == u"intake"_s);
    box.write(u"order.json"_s, QByteArray(R"({"item":"62-JT-GG-0005","item":"62-JT-GG-0004"})"));
    CHECK(box.run({u"intake"_s, box.file(u"order.json"_s), u"--dry-run"_s}).error() ==
          u"record.json_invalid"_s);
    box.write(u"order.json"_s, QByteArray(1024 * 1024 + 1, ' '));
    CHECK(box.run({u"intake"_s, box.file(u"order.json"_s), u"--dry-run"_s}).error() == u"file.unreadable"_s);
}
