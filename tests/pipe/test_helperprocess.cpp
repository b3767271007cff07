// SPDX-License-Identifier: GPL-3.0-or-later
// How a helper process is kept, with programs that every system has.
#include "pipe/frames.h"
#include "pipe/helperprocess.h"
#include "support/await.h"

#include <catch2/catch.hpp>

#include <cerrno>
#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;
using ow::pipe::HelperProcess;
using ow::pipe::HelperProgram;
using ow::test::waitUntil;

namespace {

/// A helper and what was heard of it.
struct Heard
{
    explicit Heard(const HelperProgram& program)
        : helper(std::make_unique<HelperProcess>(program))
    {
        HelperProcess* const from = helper.get();
        QObject::connect(from, &HelperProcess::output, from,
                         [this](const QByteArray& more) { bytes += more; });
        QObject::connect(from, &HelperProcess::started, from,
                         [this](qint64 process) { id = pid_t(process); });
        QObject::connect(from, &HelperProcess::gone, from, [this](HelperProcess::Gone why, int code) {
            ++ends;
            reason = why;
            exitCode = code;
        });
    }

    std::unique_ptr<HelperProcess> helper;
    QByteArray bytes;
    pid_t id = 0;
    int ends = 0;
    std::optional<HelperProcess::Gone> reason;
    int exitCode = -1;
};

HelperProgram shell(const QString& script)
{
    return {u"/bin/sh"_s, {u"-c"_s, script}, {{u"OW_WORD"_s, u"heard"_s}}};
}

/// Lets whatever was posted be heard.
void settle()
{
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::processEvents();
    }
}

bool isGone(pid_t process)
{
    return kill(process, 0) != 0 && errno == ESRCH;
}

} // namespace

TEST_CASE("a helper answers what is written to it and is replaced when it was dropped")
{
    Heard heard({u"/bin/cat"_s});
    heard.helper->write("to nobody"); // none is there
    heard.helper->start();
    heard.helper->start(); // one is enough
    heard.helper->write("first");
    REQUIRE(waitUntil([&] { return heard.bytes == "first"; }));
    const pid_t before = heard.id;
    heard.helper->drop();
    CHECK_FALSE(heard.helper->isThere());
    heard.helper->start();
    heard.helper->write("second");
    REQUIRE(waitUntil([&] { return heard.bytes == "firstsecond"; }));
    CHECK(heard.id != before);
    CHECK(waitUntil([&] { return isGone(before); })); // reaped, and not said: it was asked for
    CHECK(heard.ends == 0);
}

TEST_CASE("a helper that ends by itself is said once with its code")
{
    Heard heard(shell(u"printf $OW_WORD; exit 3"_s));
    heard.helper->start();
    REQUIRE(waitUntil([&] { return heard.ends > 0; }));
    CHECK(heard.reason == HelperProcess::Gone::Ended);
    CHECK(heard.exitCode == 3);
    CHECK(heard.bytes == "heard");
    CHECK_FALSE(heard.helper->isThere());
}

TEST_CASE("a helper that never began is said once")
{
    Heard heard({u"/nowhere/helper"_s});
    heard.helper->start();
    REQUIRE(waitUntil([&] { return heard.ends > 0; }));
    settle();
    CHECK(heard.reason == HelperProcess::Gone::NotStarted);
    CHECK(heard.ends == 1);
}

TEST_CASE("a helper that was dropped before it failed to begin is not said")
{
    Heard heard({u"/nowhere/helper"_s});
    heard.helper->start();
    heard.helper->drop();
    heard.helper->start();
    REQUIRE(waitUntil([&] { return heard.ends > 0; }));
    settle();
    CHECK(heard.ends == 1);
}

TEST_CASE("a helper that is stopped or replaced is gone when its keeper is")
{
    Heard heard({u"/bin/cat"_s});
    heard.helper->start();
    REQUIRE(waitUntil([&] { return heard.id != 0; }));
    const pid_t first = heard.id;
    REQUIRE(kill(first, SIGSTOP) == 0); // does not even die politely
    heard.helper->drop();
    heard.id = 0;
    heard.helper->start();
    REQUIRE(waitUntil([&] { return heard.id != 0; }));
    const pid_t second = heard.id;
    heard.helper.reset();
    CHECK(isGone(first));
    CHECK(isGone(second));
}

TEST_CASE("a head may be bounded more narrowly than by the room")
{
    using ow::pipe::MessageReader;
    const QByteArray bytes = ow::pipe::messageStart({{u"a"_s, u"0123456789"_s}}, 0);
    MessageReader narrow(0, MessageReader::Pace::OneAtATime, 10);
    const auto refused = narrow.feed(bytes);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ow::domain::ErrorCode::InvalidInput);
    MessageReader wide(0);
    REQUIRE(wide.feed(bytes));
    CHECK(wide.take());
}
