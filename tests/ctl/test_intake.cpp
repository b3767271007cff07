// SPDX-License-Identifier: GPL-3.0-or-later
// Applications taken for good, in the training profile.
#include "ctl/ctlbox.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

CtlAnswer inTraining(const CtlBox& box, const QStringList& arguments)
{
    return box.run(QStringList{u"--training"_s} + arguments);
}

CtlAnswer taken(const CtlBox& box, const QJsonObject& order)
{
    box.write(u"order.json"_s, order);
    return inTraining(box, {u"intake"_s, box.file(u"order.json"_s)});
}

void begin(const CtlBox& box)
{
    writeSamples(box);
    const CtlAnswer made = inTraining(box, {u"init"_s});
    INFO(made.out.toStdString());
    REQUIRE(made.exitCode == 0);
    CHECK(made.json.value(u"training"_s) == true);
    CHECK(made.json.value(u"device"_s).toString().startsWith(u"training-"));
    CHECK_FALSE(made.json.value(u"station"_s).toString().isEmpty());
    CHECK_FALSE(made.json.value(u"hall"_s).toString().isEmpty());
}

QStringList kindsOf(const QJsonObject& opened)
{
    QStringList kinds;
    for (const QJsonValue& entry : opened.value(u"entries"_s).toArray()) {
        kinds << entry.toObject().value(u"kind"_s).toString();
    }
    return kinds;
}

qsizetype casesIn(const CtlBox& box)
{
    const CtlAnswer answer = inTraining(box, {u"cases"_s});
    REQUIRE(answer.exitCode == 0);
    return answer.json.value(u"cases"_s).toArray().size();
}

/// What stands in the case after it was taken, by `case NUMBER`.
QJsonObject opened(const CtlBox& box, const CtlAnswer& written)
{
    INFO(written.out.toStdString() << written.err.toStdString());
    REQUIRE(written.exitCode == 0);
    CHECK(written.json.value(u"number"_s).toString().startsWith(u"YL"));
    CHECK(written.json.value(u"paperMade"_s) == true);
    const CtlAnswer answer = inTraining(box, {u"case"_s, written.json.value(u"number"_s).toString()});
    INFO(answer.out.toStdString());
    REQUIRE(answer.exitCode == 0);
    CHECK(answer.json.value(u"number"_s) == written.json.value(u"number"_s));
    CHECK(answer.json.value(u"state"_s) == written.json.value(u"state"_s));
    // I5: the number on paper is the number in the ledger.
    const QJsonArray papers = answer.json.value(u"papers"_s).toArray();
    QJsonArray numbers;
    for (const QJsonValue& paper : papers) {
        numbers.append(paper.toObject().value(u"number"_s));
        CHECK(paper.toObject().value(u"made"_s) == true);
    }
    REQUIRE_FALSE(numbers.isEmpty());
    CHECK(numbers == written.json.value(u"papers"_s).toArray());
    return answer.json;
}

QString paperKind(const QJsonObject& opened)
{
    return opened.value(u"papers"_s).toArray().at(0).toObject().value(u"kind"_s).toString();
}

} // namespace

TEST_CASE("an application that lacks nothing is received and accepted with its paper")
{
    const CtlBox box;
    begin(box);
    const CtlAnswer written = taken(box, completeOrder());
    const QJsonObject detail = opened(box, written);
    CHECK(written.json.value(u"findings"_s) == QJsonArray());
    CHECK(detail.value(u"state"_s) == u"accepted"_s);
    CHECK(detail.value(u"item"_s) == u"62-JT-GG-0005"_s);
    CHECK(detail.value(u"due"_s) == written.json.value(u"due"_s));
    CHECK(detail.value(u"pending"_s).isDouble());
    CHECK(paperKind(detail) == u"acceptance"_s);
    CHECK(kindsOf(detail) == QStringList{u"receive"_s, u"accept"_s, u"paper"_s});
    // Masked, as on screen.
    const QJsonObject applicant = detail.value(u"applicant"_s).toObject();
    CHECK(applicant.value(u"id"_s).toString().contains(u'*'));
    CHECK_FALSE(applicant.value(u"id"_s).toString().contains(u"19491231"));

    const CtlAnswer list = inTraining(box, {u"cases"_s});
    REQUIRE(list.json.value(u"cases"_s).toArray().size() == 1);
    CHECK(list.json.value(u"cases"_s).toArray().at(0).toObject().value(u"number"_s) ==
          written.json.value(u"number"_s));
}

TEST_CASE("an application that lacks a material is received and gets its notice")
{
    const CtlBox box;
    begin(box);
    QJsonArray materials = completeOrder()[u"materials"_s].toArray();
    materials.removeFirst();
    const CtlAnswer written = taken(box, with(completeOrder(), u"materials"_s, materials));
    const QJsonObject detail = opened(box, written);
    CHECK(written.json.value(u"findings"_s).toArray().size() == 1);
    CHECK(detail.value(u"state"_s) == u"awaitingSupplement"_s);
    CHECK(paperKind(detail) == u"oneTimeNotice"_s);
    CHECK(kindsOf(detail) == QStringList{u"receive"_s, u"notice"_s, u"paper"_s});
}

TEST_CASE("an application of an item this window does not decide is declined")
{
    const CtlBox box;
    begin(box);
    QJsonObject order = completeOrder();
    order[u"item"_s] = u"62-JT-XK-0031"_s; // counties decide; the window only advises
    order.remove(u"situations"_s);
    order.remove(u"materials"_s);
    order.remove(u"fields"_s);
    const CtlAnswer written = taken(box, order);
    const QJsonObject detail = opened(box, written);
    CHECK(detail.value(u"state"_s) == u"declined"_s);
    CHECK(paperKind(detail) == u"decline"_s);
    // Told where to go by the decline, and what to take there by the advice.
    CHECK(kindsOf(detail) == QStringList{u"receive"_s, u"decline"_s, u"advice"_s, u"paper"_s, u"paper"_s});
    const QJsonArray findings = written.json.value(u"findings"_s).toArray();
    CHECK(findings.at(0).toObject().value(u"effect"_s) == u"notOurs"_s);
    CHECK_FALSE(findings.at(0).toObject().value(u"source"_s).toString().isEmpty());
}

TEST_CASE("the same application again is said as a hint and does not stand in the way")
{
    const CtlBox box;
    begin(box);
    const CtlAnswer first = taken(box, completeOrder());
    REQUIRE(first.exitCode == 0);
    const CtlAnswer second = taken(box, completeOrder());
    REQUIRE(second.exitCode == 0);
    CHECK(second.json.value(u"state"_s) == u"accepted"_s);
    CHECK(second.json.value(u"number"_s) != first.json.value(u"number"_s));
    const QJsonObject hint = second.json.value(u"findings"_s).toArray().at(0).toObject();
    CHECK(hint.value(u"code"_s) == u"case.duplicate"_s);
    CHECK(hint.value(u"effect"_s) == u"hint"_s);
    CHECK(hint.value(u"sentence"_s).toString().contains(first.json.value(u"number"_s).toString()));
    CHECK(casesIn(box) == 2);
}

TEST_CASE("one file may stand for two materials")
{
    const CtlBox box;
    begin(box);
    const QJsonArray same{u"card.png"_s};
    const CtlAnswer written =
        taken(box, with(completeOrder(), u"materials"_s,
                        QJsonArray{QJsonObject{{u"id"_s, u"M01"_s}, {u"files"_s, same}},
                                   QJsonObject{{u"id"_s, u"M02"_s}, {u"files"_s, same}}}));
    CHECK(opened(box, written).value(u"state"_s) == u"accepted"_s);
    CHECK(inTraining(box, {u"verify"_s}).json.value(u"sound"_s) == true);
}

TEST_CASE("a file cut off is refused with its reason and nothing of the application is written")
{
    const CtlBox box;
    begin(box);
    const auto blobs = [&box] {
        QStringList names = box.contents().keys();
        names.removeIf([](const QString& name) { return !name.contains(u"/blobs/"); });
        return names;
    };
    CHECK(casesIn(box) == 0);
    for (const auto& [file, error] :
         {std::pair{u"cut.png"_s, u"file.truncated"_s}, std::pair{u"cut.jpg"_s, u"file.truncated"_s},
          std::pair{u"cut.pdf"_s, u"file.truncated"_s}, std::pair{u"order.json"_s, u"file.wrong_type"_s},
          std::pair{u"none.pdf"_s, u"file.unreadable"_s}}) {
        QJsonArray materials = completeOrder()[u"materials"_s].toArray();
        materials[1] = QJsonObject{{u"id"_s, u"M02"_s}, {u"files"_s, QJsonArray{u"card.png"_s, file}}};
        const CtlAnswer answer = taken(box, with(completeOrder(), u"materials"_s, materials));
        INFO(file.toStdString() << ": " << answer.out.toStdString());
        CHECK(answer.exitCode == 1);
        CHECK(answer.error() == error);
        CHECK(answer.errorField() == u"materials.M02"_s);
        CHECK(blobs().isEmpty());
    }
    CHECK(casesIn(box) == 0);
    CHECK(taken(box, completeOrder()).exitCode == 0);
    CHECK_FALSE(blobs().isEmpty());
}

TEST_CASE("verify walks what was taken and asks for nobody's password")
{
    const CtlBox box;
    begin(box);
    REQUIRE(taken(box, completeOrder()).exitCode == 0);
    const CtlAnswer closed = inTraining(box, {u"verify"_s});
    CHECK(closed.exitCode == 0);
    CHECK(closed.json.value(u"sound"_s) == true);
    CHECK(closed.json.value(u"bodiesChecked"_s) == false);
    CHECK(closed.json.value(u"faults"_s) == QJsonArray());
    const qint64 entries = closed.json.value(u"entries"_s).toInteger();
    CHECK(entries >= 3);
    qint64 next = 1; // the grades cover every entry, in order
    for (const QJsonValue& value : closed.json.value(u"grades"_s).toArray()) {
        CHECK(value.toObject().value(u"first"_s).toInteger() == next);
        next = value.toObject().value(u"last"_s).toInteger() + 1;
        CHECK(value.toObject().value(u"grade"_s).isString());
    }
    CHECK(next == entries + 1);

    const CtlAnswer opened =
        inTraining(box, {u"--user"_s, u"learner"_s, u"--password-fd"_s, u"0"_s, u"verify"_s});
    CHECK(opened.error() == u"keys.password_wrong"_s);
    const CtlAnswer known =
        box.run({u"--training"_s, u"--user"_s, u"learner"_s, u"--password-fd"_s, u"0"_s, u"verify"_s},
                "yanlian-2026\n");
    INFO(known.out.toStdString());
    CHECK(known.exitCode == 0);
    CHECK(known.json.value(u"sound"_s) == true);
    CHECK(known.json.value(u"bodiesChecked"_s) == true);
}

TEST_CASE("training has no line to a centre and an unknown number is not found")
{
    const CtlBox box;
    begin(box);
    const CtlAnswer line = inTraining(box, {u"sync"_s});
    CHECK(line.exitCode == 0);
    CHECK(line.json.value(u"online"_s) == false);
    const CtlAnswer none = inTraining(box, {u"case"_s, u"YL-W00-20260101-0001-X"_s});
    CHECK(none.exitCode == 1);
    CHECK(none.error() == u"input.not_found"_s);
}
