// SPDX-License-Identifier: GPL-3.0-or-later
// Entries and materials on a stick, by the real executables, when the line is down.
#include "ctl/ctlbox.h"
#include "support/centreprocess.h"

#include <QFile>
#include <QProcess>

#include <catch2/catch.hpp>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

CtlAnswer byClerk(const CtlBox& box, const QStringList& arguments)
{
    return box.run(QStringList{u"--user"_s, u"li01"_s, u"--password-fd"_s, u"0"_s} + arguments,
                   CentreProcess::kPassword.toUtf8() + '\n');
}

CtlAnswer enrolled(const CtlBox& box, const CentreProcess& centre, const QString& station)
{
    return box.run({u"init"_s, u"--centre"_s, centre.url().toString(), u"--code-fd"_s, u"0"_s},
                   centre.enrolCode(station).toUtf8() + '\n');
}

/// The error of an import that must fail.
QString refused(const CentreProcess& centre, const QString& file)
{
    QProcess command;
    command.start(QString::fromUtf8(OW_CENTRE_PROGRAM),
                  {u"courier"_s, u"import"_s, u"--data"_s, centre.data(), u"--in"_s, file, u"--answer"_s,
                   file + u".answer"_s, u"--json"_s});
    REQUIRE(command.waitForFinished());
    CHECK(command.exitCode() != 0);
    CHECK(!QFile::exists(file + u".answer"_s));
    const QString said = QString::fromUtf8(command.readAllStandardError());
    return said.section(u"\"error\":\""_s, 1).section(u'"', 0, 0);
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QList<QCborMap> imported(const CentreProcess& centre, const QString& file)
{
    return centre.command({u"courier"_s, u"import"_s, u"--in"_s, file, u"--answer"_s, file + u".answer"_s});
}

/// A window that was enrolled, has lost its line, and has taken some cases since.
void work(const CtlBox& box, CentreProcess& centre, int cases)
{
    writeSamples(box);
    box.write(u"order.json"_s, completeOrder());
    centre.start();
    REQUIRE(enrolled(box, centre, u"W03"_s).exitCode == 0);
    centre.stop();
    for (int i = 0; i < cases; ++i) {
        REQUIRE(byClerk(box, {u"intake"_s, box.file(u"order.json"_s)}).exitCode == 0);
    }
}

} // namespace

TEST_CASE("what a courier brings is taken once and settled and the line has nothing to send twice")
{
    CentreProcess centre;
    const CtlBox box;
    work(box, centre, 8);
    const QString stick = box.file(u"stick.owc"_s);
    const CtlAnswer packed = byClerk(box, {u"courier"_s, u"export"_s, u"--out"_s, stick});
    INFO(packed.out.toStdString());
    REQUIRE(packed.exitCode == 0);
    CHECK(packed.json.value(u"first"_s) == 1);
    CHECK(packed.json.value(u"materials"_s).toInt() >= 3);
    CHECK(!bytesOf(stick).contains("马尕让"));
    // Not written over.
    CHECK(byClerk(box, {u"courier"_s, u"export"_s, u"--out"_s, stick}).errorField() == u"out"_s);

    const auto taken = imported(centre, stick);
    REQUIRE(taken.size() == 1);
    const auto before = centre.kept();
    CHECK(before.size() == 24); // eight times receive, accept, paper
    for (const KeptEntry& entry : before) {
        CHECK(entry.outcome == u"accepted"_s);
        CHECK(entry.times == 1);
    }
    // The same once more changes nothing.
    const QByteArray answer = bytesOf(stick + u".answer"_s);
    REQUIRE(QFile::remove(stick + u".answer"_s));
    REQUIRE(imported(centre, stick).size() == 1);
    CHECK(centre.kept().size() == before.size());

    for (int time = 0; time < 2; ++time) {
        const CtlAnswer read = byClerk(box, {u"courier"_s, u"answer"_s, u"--from"_s, stick + u".answer"_s});
        INFO(read.out.toStdString());
        REQUIRE(read.exitCode == 0);
        CHECK(read.json.value(u"outcomes"_s).toInt() == packed.json.value(u"last"_s).toInt());
        CHECK(read.json.value(u"receipted"_s) == packed.json.value(u"last"_s));
    }
    // A changed answer is not the centre's.
    QByteArray changed = answer;
    changed.replace("accepted", "rejected");
    box.write(u"changed"_s, changed);
    CHECK(byClerk(box, {u"courier"_s, u"answer"_s, u"--from"_s, box.file(u"changed"_s)}).error() ==
          u"record.mac_wrong"_s);

    centre.start();
    const CtlAnswer sent = byClerk(box, {u"sync"_s});
    CHECK(sent.json.value(u"pending"_s) == 0);
    CHECK(sent.json.value(u"materials"_s) == 0);
    const auto after = centre.kept();
    CHECK(after.size() == before.size());
    for (const KeptEntry& entry : after) {
        CHECK(entry.times == 1);
    }
    const CtlAnswer verified = box.run({u"verify"_s});
    CHECK(verified.json.value(u"sound"_s) == true);
}

TEST_CASE(
    "a courier file for another centre or changed or of a revoked window is refused and leaves no trace")
{
    CentreProcess centre;
    const CtlBox box;
    work(box, centre, 1);
    const QString stick = box.file(u"stick.owc"_s);
    REQUIRE(byClerk(box, {u"courier"_s, u"export"_s, u"--out"_s, stick}).exitCode == 0);

    const CentreProcess other;
    CHECK(refused(other, stick) == u"input.not_allowed"_s);
    QByteArray bytes = bytesOf(stick);
    bytes[bytes.size() / 2] = static_cast<char>(bytes.at(bytes.size() / 2) ^ 1);
    box.write(u"changed.owc"_s, bytes);
    CHECK(refused(centre, box.file(u"changed.owc"_s)) == u"record.seal_broken"_s);
    box.write(u"cut.owc"_s, bytesOf(stick).chopped(1));
    CHECK(refused(centre, box.file(u"cut.owc"_s)) == u"record.seal_broken"_s);
    CHECK(refused(centre, box.file(u"order.json"_s)) == u"record.entry_invalid"_s);
    CHECK(centre.kept().isEmpty());

    const auto devices = centre.command({u"device"_s, u"list"_s});
    REQUIRE(devices.size() >= 1);
    QString device;
    for (const QCborMap& one : devices) {
        if (one.value(u"station"_s).toString().contains(u"W03"_s)) {
            device = one.value(one.contains(u"id"_s) ? u"id"_s : u"device"_s).toString();
        }
    }
    REQUIRE_FALSE(device.isEmpty());
    centre.command({u"device"_s, u"revoke"_s, u"--device"_s, device});
    CHECK(refused(centre, stick) == u"input.not_allowed"_s);
    CHECK(centre.kept().isEmpty());
}
