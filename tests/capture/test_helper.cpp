// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/samplefiles.h"

#include <QFile>
#include <QRegularExpression>

#include <catch2/catch.hpp>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace ow::capture;
using namespace ow::capture::test;
using ow::domain::ErrorCode;

namespace {

/// An intake whose helper runs and is known by its number.
class Watched
{
public:
    explicit Watched(FileIntakeOptions with = options())
        : m_intake(std::in_place, std::move(with))
    {
        QObject::connect(
            &*m_intake, &FileIntake::helperStarted, &*m_intake,
            [this](qint64 process) {
                ++m_starts;
                m_process = pid_t(process);
            },
            Qt::DirectConnection);
        REQUIRE(m_intake->examineBytes(pngFile({4, 4}), u"first.png"_s).result());
        REQUIRE(process() > 0);
    }

    FileIntake& intake() { return *m_intake; }

    void close() { m_intake.reset(); }

    pid_t process() const { return m_process; }

    int starts() const { return m_starts; }

    /// A file the helper has been given and does not answer, because it is stopped.
    QFuture<ow::domain::Result<ExaminedFile>> stuck(std::stop_token stop = {})
    {
        REQUIRE(kill(m_process, SIGSTOP) == 0);
        auto future = m_intake->examineBytes(jpegFile(), u"stuck.jpg"_s, std::move(stop));
        while (m_intake->waiting() > 0) {
            std::this_thread::yield();
        }
        return future;
    }

    QString proc(const QString& name) const
    {
        QFile file(u"/proc/%1/%2"_s.arg(m_process.load()).arg(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return QString::fromLatin1(file.readAll());
    }

    qint64 number(const QString& file, const QString& pattern) const
    {
        const auto match = QRegularExpression(pattern).match(proc(file));
        INFO(pattern.toStdString());
        REQUIRE(match.hasMatch());
        return match.captured(1).toLongLong();
    }

private:
    std::optional<FileIntake> m_intake;
    std::atomic<pid_t> m_process = 0;
    std::atomic<int> m_starts = 0;
};

ErrorCode codeOf(const ow::domain::Result<ExaminedFile>& file)
{
    REQUIRE_FALSE(file);
    return file.error().code;
}

FileIntakeOptions impatient()
{
    FileIntakeOptions with = options();
    with.timeout = std::chrono::seconds(3); // and still enough to start a helper on a busy machine
    return with;
}

} // namespace

TEST_CASE("a helper killed in the middle of a file costs that file and no other")
{
    Watched watched;
    const pid_t first = watched.process();
    const auto stuck = watched.stuck();
    const auto next = watched.intake().examineBytes(pngFile(), u"next.png"_s);
    REQUIRE(kill(first, SIGKILL) == 0);
    CHECK(codeOf(stuck.result()) == ErrorCode::HelperCrashed);
    CHECK(next.result());
    CHECK(watched.process() != first);
    CHECK(watched.starts() == 2);
}

TEST_CASE("a helper that hangs is replaced when the time is over")
{
    Watched watched(impatient());
    const pid_t first = watched.process();
    const auto stuck = watched.stuck();
    const auto next = watched.intake().examineBytes(pngFile(), u"next.png"_s);
    CHECK(codeOf(stuck.result()) == ErrorCode::HelperTimeout);
    CHECK(next.result());
    CHECK(watched.process() != first);
    while (kill(first, 0) == 0) {
        std::this_thread::yield(); // the one that hangs is ended and reaped, not left behind
    }
}

TEST_CASE("a person stops a file under way and one that waits")
{
    Watched watched;
    std::stop_source under;
    std::stop_source waits;
    const auto stuck = watched.stuck(under.get_token());
    const auto waiting = watched.intake().examineBytes(pngFile(), u"waits.png"_s, waits.get_token());
    const auto last = watched.intake().examineBytes(pngFile(), u"last.png"_s);
    waits.request_stop();
    under.request_stop();
    CHECK(codeOf(stuck.result()) == ErrorCode::Cancelled);
    CHECK(codeOf(waiting.result()) == ErrorCode::Cancelled);
    CHECK(last.result());
}

TEST_CASE("closing the intake answers every file and ends the helper")
{
    Watched watched;
    const auto stuck = watched.stuck();
    const auto waiting = watched.intake().examineBytes(pngFile(), u"waits.png"_s);
    watched.close();
    CHECK(codeOf(stuck.result()) == ErrorCode::Cancelled);
    CHECK(codeOf(waiting.result()) == ErrorCode::Cancelled);
    CHECK(kill(watched.process(), 0) == -1);
    CHECK(errno == ESRCH);
}

TEST_CASE("a helper that dies between two files is replaced for the next")
{
    Watched watched;
    const pid_t first = watched.process();
    REQUIRE(kill(first, SIGKILL) == 0);
    // Reaped by the intake: from then on it knows.
    while (kill(first, 0) == 0) {
        std::this_thread::yield();
    }
    static_cast<void>(watched.intake().examineBytes(pngFile(), u"perhaps.png"_s).result());
    CHECK(watched.intake().examineBytes(pngFile(), u"surely.png"_s).result());
}

TEST_CASE("a helper that is missing or ends at once or talks nonsense is said to have crashed")
{
    const QString helper =
        GENERATE(as<QString>(), u"/nowhere/onewindow-capture"_s, u"/bin/true"_s, u"/bin/cat"_s);
    INFO(helper.toStdString());
    FileIntakeOptions with = impatient();
    with.helper = helper;
    FileIntake intake(with);
    CHECK(codeOf(intake.examineBytes(pngFile(), u"a.png"_s).result()) == ErrorCode::HelperCrashed);
    CHECK(codeOf(intake.examineBytes(pngFile(), u"b.png"_s).result()) == ErrorCode::HelperCrashed);
}

TEST_CASE("two hundred files in a row leave the helper as small as twenty")
{
    Watched watched;
    const std::vector<QByteArray> kinds{jpegFile({1240, 1754}),
                                        pngFile({1240, 1754}),
                                        pdfFile(3),
                                        tiffFile({{{1240, 1754}}, {{600, 800}, 4}}),
                                        jpegFile().first(5000),
                                        "a letter",
                                        pdfFile(1).first(400),
                                        withClaimedSize(pngFile({8, 8}), 60000, 60000)};
    const auto examineSome = [&](int count) {
        for (int i = 0; i < count; ++i) {
            const auto file =
                watched.intake().examineBytes(kinds[std::size_t(i) % kinds.size()], u"x"_s).result();
            REQUIRE((file || ow::domain::errorKind(file.error().code) == ow::domain::ErrorKind::UserInput));
        }
    };
    const auto residentKiB = [&] { return watched.number(u"status"_s, u"VmRSS:\\s+(\\d+) kB"_s); };
    examineSome(24);
    const qint64 early = residentKiB();
    examineSome(176);
    CHECK(watched.starts() == 1);
    INFO(early << " KiB, then " << residentKiB());
    CHECK(residentKiB() - early < 4 * 1024);
}

TEST_CASE("the helper has given up what decoding never needs")
{
    const Watched watched;
    CHECK(watched.number(u"status"_s, u"NoNewPrivs:\\s+(\\d+)"_s) == 1);
    CHECK(watched.number(u"status"_s, u"Seccomp:\\s+(\\d+)"_s) == 2);
    CHECK(watched.number(u"limits"_s, u"Max address space\\s+(\\d+)"_s) == qint64(1) << 30);
    CHECK(watched.number(u"limits"_s, u"Max core file size\\s+(\\d+)"_s) == 0);
    CHECK(watched.number(u"limits"_s, u"Max file size\\s+(\\d+)"_s) == 0);
    CHECK(watched.number(u"limits"_s, u"Max cpu time\\s+(\\d+)"_s) > 0);
}

TEST_CASE("a page at the limit of pixels is decoded within the memory of the helper")
{
    FileIntakeOptions with = options();
    with.timeout = std::chrono::minutes(2);
    Watched watched(with);
    const QByteArray inner = tiffFile({{{9984, 10000}, 4}});
    const auto file = watched.intake().examineBytes(inner, u"plan.tif"_s).result();
    REQUIRE(file);
    CHECK(file->pages[0].size == QSize(9984, 10000));
    CHECK(watched.intake().examineBytes(jpegFile({10000, 10000}), u"plan.jpg"_s).result());
    CHECK(watched.intake().examineBytes(pngFile({10000, 10000}), u"plan.png"_s).result());
    CHECK(watched.starts() == 1);
}
