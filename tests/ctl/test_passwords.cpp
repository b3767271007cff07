// SPDX-License-Identifier: GPL-3.0-or-later
// Who may act, and who has the profile.
#include "ctl/ctlbox.h"

#include <QFile>
#include <QProcess>

#include <catch2/catch.hpp>

using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList kLearner{u"--training"_s, u"--user"_s, u"learner"_s, u"--password-fd"_s, u"0"_s};
const QByteArray kPassword = "yanlian-2026\n";

void begin(const CtlBox& box)
{
    REQUIRE(box.run({u"--training"_s, u"init"_s}).exitCode == 0);
}

} // namespace

TEST_CASE("a password comes by its descriptor and five wrong ones lock the account")
{
    const CtlBox box;
    begin(box);
    const QStringList cases = kLearner + QStringList{u"cases"_s};
    CHECK(box.run(cases, kPassword).exitCode == 0);
    for (int i = 1; i <= 4; ++i) {
        const CtlAnswer wrong = box.run(cases, "something-else-1\n");
        INFO(i << wrong.out.toStdString());
        CHECK(wrong.exitCode == 1);
        CHECK(wrong.error() == u"keys.password_wrong"_s);
    }
    CHECK(box.run(cases, "something-else-1\n").exitCode == 1);
    const CtlAnswer locked = box.run(cases, kPassword);
    INFO(locked.out.toStdString());
    CHECK(locked.exitCode == 1);
    CHECK(locked.error() == u"keys.password_locked"_s);
    CHECK(locked.errorField().toInt() > 0); // seconds to wait
}

TEST_CASE("an unknown user and a closed descriptor and no password are refused")
{
    const CtlBox box;
    begin(box);
    const CtlAnswer unknown = box.run(
        {u"--training"_s, u"--user"_s, u"nobody"_s, u"--password-fd"_s, u"0"_s, u"cases"_s}, kPassword);
    CHECK(unknown.exitCode == 1);
    CHECK(unknown.error() == u"keys.user_unknown"_s);
    const CtlAnswer closed =
        box.run({u"--training"_s, u"--user"_s, u"learner"_s, u"--password-fd"_s, u"777"_s, u"cases"_s});
    CHECK(closed.exitCode == 1);
    CHECK(closed.error() == u"file.unreadable"_s);
}

TEST_CASE("commands that need a profile say that there is none")
{
    const CtlBox box;
    for (const QStringList& command : {QStringList{u"cases"_s}, QStringList{u"verify"_s},
                                       QStringList{u"sync"_s}, QStringList{u"--training"_s, u"cases"_s}}) {
        const CtlAnswer answer = box.run(command);
        INFO(command.join(u' ').toStdString() << answer.out.toStdString());
        CHECK(answer.exitCode == 1);
        CHECK(answer.error() == u"sync.not_enrolled"_s);
    }
}

TEST_CASE("while one process has the profile another is told so")
{
    const CtlBox box;
    begin(box);
    // Opens the profile, then waits for the password at its descriptor.
    std::unique_ptr<QProcess> holder = box.start(kLearner + QStringList{u"cases"_s});
    CtlAnswer other = box.run({u"--training"_s, u"verify"_s});
    constexpr int kTries = 200;
    for (int i = 0; i < kTries && other.error() != u"ledger.already_open"; ++i) {
        if (holder->waitForFinished(1)) { // the other one was there first
            holder = box.start(kLearner + QStringList{u"cases"_s});
        }
        other = box.run({u"--training"_s, u"verify"_s});
    }
    CHECK(other.exitCode == 1);
    CHECK(other.error() == u"ledger.already_open"_s);

    holder->write(kPassword);
    holder->closeWriteChannel();
    REQUIRE(holder->waitForFinished(120'000));
    INFO(holder->readAllStandardOutput().toStdString());
    CHECK(holder->exitCode() == 0);
    CHECK(box.run({u"--training"_s, u"verify"_s}).json.value(u"sound"_s) == true);
}
