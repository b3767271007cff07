// SPDX-License-Identifier: GPL-3.0-or-later
// A window of a real hall: the built client tool against the built centre, over TLS.
#include "ctl/ctlbox.h"
#include "support/centreprocess.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList kClerk{u"--user"_s, u"li01"_s, u"--password-fd"_s, u"0"_s};

CtlAnswer byClerk(const CtlBox& box, const QStringList& arguments)
{
    return box.run(kClerk + arguments, CentreProcess::kPassword.toUtf8() + '\n');
}

CtlAnswer enrolled(const CtlBox& box, const CentreProcess& centre, const QByteArray& code)
{
    return box.run({u"init"_s, u"--centre"_s, centre.url().toString(), u"--code-fd"_s, u"0"_s}, code + '\n');
}

/// Changes the first byte of the second half of `text` wherever the profile's database has it first.
void changeByteOf(const QString& database, const QByteArray& text)
{
    QFile file(database);
    REQUIRE(file.open(QIODevice::ReadWrite));
    const qsizetype at = file.readAll().indexOf(text);
    REQUIRE(at >= 0);
    const qsizetype place = at + text.size() / 2;
    REQUIRE(file.seek(place));
    char byte = 0;
    REQUIRE(file.getChar(&byte));
    REQUIRE(file.seek(place));
    REQUIRE(file.putChar(byte == '0' ? '1' : '0'));
}

} // namespace

TEST_CASE("a window is enrolled and takes a case that the centre has once after sync")
{
    CentreProcess centre;
    centre.start();
    const CtlBox box;
    writeSamples(box);
    box.write(u"order.json"_s, completeOrder());

    const CtlAnswer wrong = enrolled(box, centre, "WRONG-CODE-1234");
    CHECK(wrong.exitCode == 1);
    CHECK(wrong.error() == u"sync.enrol_code_wrong"_s);

    const CtlAnswer made = enrolled(box, centre, centre.enrolCode(u"W03"_s).toUtf8());
    INFO(made.out.toStdString() << made.err.toStdString());
    REQUIRE(made.exitCode == 0);
    CHECK(made.json.value(u"hall"_s) == u"JT62"_s);
    CHECK(made.json.value(u"station"_s) == u"W03"_s);
    CHECK(made.json.value(u"training"_s) == false);
    const QString device = made.json.value(u"device"_s).toString();
    CHECK_FALSE(device.isEmpty());

    const CtlAnswer again = enrolled(box, centre, "ANY-CODE");
    CHECK(again.exitCode == 1);
    CHECK(again.error() == u"input.not_allowed"_s);

    const CtlAnswer nobody = box.run({u"cases"_s});
    CHECK(nobody.exitCode == 1);
    CHECK(nobody.error() == u"keys.password_wrong"_s);

    const CtlAnswer written = byClerk(box, {u"intake"_s, box.file(u"order.json"_s)});
    INFO(written.out.toStdString() << written.err.toStdString());
    REQUIRE(written.exitCode == 0);
    const QString number = written.json.value(u"number"_s).toString();
    CHECK(number.startsWith(u"JT62-W03-"));

    const CtlAnswer sent = byClerk(box, {u"sync"_s});
    INFO(sent.out.toStdString());
    CHECK(sent.exitCode == 0);
    CHECK(sent.json.value(u"online"_s) == true);
    CHECK(sent.json.value(u"pending"_s) == 0);
    CHECK(sent.json.value(u"materials"_s) == 0);

    int ofCase = 0;
    for (const KeptEntry& entry : centre.kept()) {
        CHECK(entry.caseNumber == number);
        CHECK(entry.device == device);
        CHECK(entry.outcome == u"accepted"_s);
        CHECK(entry.times == 1);
        ++ofCase;
    }
    CHECK(ofCase == 3); // receive, accept, paper

    const CtlAnswer detail = byClerk(box, {u"case"_s, number});
    for (const QJsonValue& entry : detail.json.value(u"entries"_s).toArray()) {
        CHECK(entry.toObject().value(u"sync"_s) == u"accepted"_s);
    }
    const CtlAnswer grades = box.run({u"verify"_s});
    CHECK(grades.json.value(u"sound"_s) == true);
    CHECK(grades.json.value(u"grades"_s).toArray().at(0).toObject().value(u"grade"_s) == u"receipted"_s);
}

TEST_CASE("what was taken without a centre waits and is sent when it is back")
{
    CentreProcess centre;
    centre.start();
    const CtlBox box;
    writeSamples(box);
    box.write(u"order.json"_s, completeOrder());
    REQUIRE(enrolled(box, centre, centre.enrolCode(u"W03"_s).toUtf8()).exitCode == 0);
    centre.stop();
    REQUIRE(byClerk(box, {u"intake"_s, box.file(u"order.json"_s)}).exitCode == 0);
    CHECK(centre.kept().isEmpty());
    centre.start();
    CHECK(byClerk(box, {u"sync"_s}).json.value(u"pending"_s) == 0);
    CHECK(centre.kept().size() == 3);
}

TEST_CASE("verify names a changed byte in the database file")
{
    const CtlBox box;
    writeSamples(box);
    box.write(u"order.json"_s, completeOrder());
    REQUIRE(box.run({u"--training"_s, u"init"_s}).exitCode == 0);
    const CtlAnswer written = box.run({u"--training"_s, u"intake"_s, box.file(u"order.json"_s)});
    REQUIRE(written.exitCode == 0);
    const CtlAnswer before = box.run({u"--training"_s, u"verify"_s});
    REQUIRE(before.json.value(u"sound"_s) == true);

    const QString kind = u"\"kind\":\"accept\""_s;
    changeByteOf(box.profile() + u"/training/ledger.db"_s, kind.toUtf8());
    const CtlAnswer after = box.run({u"--training"_s, u"verify"_s});
    INFO(after.out.toStdString());
    CHECK(after.exitCode == 0);
    CHECK(after.json.value(u"sound"_s) == false);
    const QJsonArray faults = after.json.value(u"faults"_s).toArray();
    REQUIRE_FALSE(faults.isEmpty());
    for (const QJsonValue& fault : faults) {
        CHECK_FALSE(fault.toObject().value(u"reason"_s).toString().isEmpty());
    }
}
