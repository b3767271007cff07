// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/scankit.h"
#include "support/await.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <csignal>
#include <deque>

using namespace Qt::StringLiterals;
using namespace ow::capture;
using namespace ow::capture::test;
using ow::domain::ErrorCode;
using ow::test::waitUntil;

namespace {

/// A SANE device that takes seconds for a page.
TestDevice slowDevice()
{
    return TestDevice({u"read-delay true"_s, u"read-delay-duration 20000"_s});
}

const ScanProfile& longPage()
{
    static const ScanProfile page = profile(ScanSource::Flatbed, ScanMode::Colour, 300, {200, 200});
    return page;
}

void waitGone(pid_t process)
{
    REQUIRE(waitUntil([process] { return kill(process, 0) != 0; }));
}

} // namespace

TEST_CASE("a driver killed in the middle of a page costs that page and no run after it")
{
    const TestDevice device = slowDevice();
    Scanning scanning(device.options());
    scanning.start(longPage());
    scanning.reachPage(1);
    const pid_t first = scanning.helper();
    REQUIRE(kill(first, SIGKILL) == 0);
    scanning.finish();
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == ErrorCode::ScannerCrashed);
    CHECK(scanning.count == 0);
    scanning.run(profile(ScanSource::Flatbed, ScanMode::Grey, 50));
    CHECK_FALSE(scanning.error);
    CHECK(scanning.helper() != first);
}

TEST_CASE("a driver that hangs in the middle of a page is ended and replaced")
{
    const TestDevice device = slowDevice();
    SaneSourceOptions options = device.options();
    options.linePatience = std::chrono::seconds(2);
    Scanning scanning(options);
    scanning.start(longPage());
    scanning.reachPage(1);
    const pid_t first = scanning.helper();
    REQUIRE(kill(first, SIGSTOP) == 0);
    scanning.finish();
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == ErrorCode::ScannerHung);
    waitGone(first);
    scanning.run(profile(ScanSource::Flatbed, ScanMode::Grey, 50));
    CHECK_FALSE(scanning.error);
}

TEST_CASE("a driver that hangs is ended when a person cancels")
{
    SaneSourceOptions options = simulated(R"({"sheets":3,"fault":"hang","at":2})");
    options.cancelPatience = std::chrono::milliseconds(200);
    Scanning scanning(options);
    scanning.start(profile(ScanSource::Feeder));
    REQUIRE(waitUntil([&] { return scanning.progress.page == 2; }));
    scanning.source.cancel();
    scanning.finish();
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == ErrorCode::Cancelled);
    CHECK(scanning.pages.size() == 1);
}

TEST_CASE("a driver that never lets its device go keeps neither pages nor the next run")
{
    SaneSourceOptions options = simulated(R"({"sheets":2,"fault":"stay"})");
    options.closePatience = std::chrono::milliseconds(200);
    Scanning scanning(options);
    scanning.run(profile(ScanSource::Feeder));
    CHECK_FALSE(scanning.error);
    CHECK(scanning.pages.size() == 2);
    const pid_t first = scanning.helper();
    scanning.run(profile(ScanSource::Feeder));
    CHECK_FALSE(scanning.error);
    CHECK(scanning.pages.size() == 2);
    CHECK(scanning.helper() != first);
    waitGone(first);
}

TEST_CASE("what goes wrong at the third sheet leaves the two before it")
{
    const auto [fault, code] = GENERATE(table<const char*, ErrorCode>({
        {"crash", ErrorCode::ScannerCrashed},
        {"jam", ErrorCode::ScannerJammed},
        {"empty", ErrorCode::ScannerEmpty}, // a sheet that vanishes is no good end
        {"hang", ErrorCode::ScannerHung},
    }));
    INFO(fault);
    SaneSourceOptions options = simulated(R"({"sheets":5,"at":3,"fault":")" + QByteArray(fault) + R"("})");
    options.linePatience = std::chrono::seconds(2);
    Scanning scanning(options);
    scanning.run(profile(ScanSource::Feeder));
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == code);
    CHECK(scanning.count == 2);
    REQUIRE(scanning.pages.size() == 2);
    CHECK_FALSE(QImage::fromData(scanning.pages[1].bytes).isNull());
}

TEST_CASE("a page that ends before its time is marked and filled with white")
{
    const auto mode = GENERATE(ScanMode::Colour, ScanMode::BlackWhite);
    const ScanProfile wanted = profile(ScanSource::Flatbed, mode, 100, {210, 297});
    Scanning whole(simulated(R"({"sheets":1})"));
    whole.run(wanted);
    Scanning cut(simulated(R"({"sheets":1,"fault":"short","at":1})"));
    cut.run(wanted);
    REQUIRE(whole.pages.size() == 1);
    REQUIRE(cut.pages.size() == 1);
    CHECK_FALSE(whole.pages[0].incomplete);
    CHECK(cut.pages[0].incomplete);
    CHECK(cut.pages[0].size == whole.pages[0].size);
    const auto read = [&](const ScannedPage& page) {
        return mode == ScanMode::Colour ? QImage::fromData(page.bytes) : readTiff(page.bytes);
    };
    const QImage full = read(whole.pages[0]);
    const QImage part = read(cut.pages[0]);
    const int end = full.height() * 2 / 3;
    CHECK(distance(full.copy(0, 0, full.width(), end - 16), part.copy(0, 0, full.width(), end - 16)) < 0.5);
    QImage white(full.width(), full.height() - end - 16, QImage::Format_RGB32);
    white.fill(Qt::white);
    CHECK(distance(part.copy(0, end + 16, full.width(), white.height()), white) < 0.5);
}

TEST_CASE("the empty backs of sheets are pointed out and nothing is dropped")
{
    Scanning scanning(simulated(R"({"sheets":2})"));
    ScanProfile both = profile(ScanSource::Feeder, ScanMode::Colour, 150, {210, 297});
    both.duplex = true;
    scanning.run(both);
    REQUIRE(scanning.pages.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(scanning.pages[i].blankHint == (i % 2 == 1));
        CHECK(scanning.pages[i].skewHint == 0);
    }
}

TEST_CASE("a feeder waits while its pages have not been taken")
{
    const ScanProfile pages = profile(ScanSource::Feeder, ScanMode::Grey, 50);
    Scanning scanning(simulated(R"({"sheets":20})"));
    std::deque<ScannedPage> held;
    int arrived = 0;
    scanning.onPage = [&](const ScannedPage& page) {
        ++arrived;
        held.push_back(page);
    };
    scanning.start(pages);
    REQUIRE(waitUntil([&] { return arrived >= PageSource::kRoom; }));
    // Another feeder, asked later for as many sheets, is done in the meantime.
    Scanning other(simulated(R"({"sheets":20})"));
    other.run(pages);
    REQUIRE(other.pages.size() == 20);
    CHECK(arrived == PageSource::kRoom);
    held.pop_front();
    REQUIRE(waitUntil([&] { return arrived > PageSource::kRoom; }));
    other.run(pages);
    CHECK(arrived == PageSource::kRoom + 1);
    scanning.onPage = [&](const ScannedPage&) { ++arrived; };
    held.clear();
    scanning.finish();
    CHECK(arrived == 20);
    CHECK(scanning.count == 20);
}

TEST_CASE("a cancelled run that waits for its pages to be taken ends at once")
{
    Scanning scanning(simulated(R"({"sheets":20})"));
    std::vector<ScannedPage> held;
    scanning.onPage = [&](const ScannedPage& page) { held.push_back(page); };
    scanning.start(profile(ScanSource::Feeder, ScanMode::Grey, 50));
    REQUIRE(waitUntil([&] { return held.size() == std::size_t(PageSource::kRoom); }));
    scanning.source.cancel();
    scanning.finish();
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == ErrorCode::Cancelled);
    CHECK(scanning.count == PageSource::kRoom);
}

TEST_CASE("three hundred pages need no more memory than thirty")
{
    Scanning scanning(simulated(R"({"sheets":300})"));
    std::deque<ScannedPage> held;
    qint64 helperEarly = 0;
    qint64 selfEarly = 0;
    qint64 bytes = 0;
    scanning.onPage = [&](const ScannedPage& page) {
        bytes += page.bytes.size();
        held.push_back(page);
        if (held.size() > 2) {
            held.pop_front();
        }
        if (page.number == 30) {
            helperEarly = Scanning::memoryOf(scanning.helper(), "VmHWM");
            selfEarly = Scanning::memoryOf(getpid(), "VmRSS");
        }
        if (page.number == 300) {
            const qint64 helper = Scanning::memoryOf(scanning.helper(), "VmHWM");
            const qint64 self = Scanning::memoryOf(getpid(), "VmRSS");
            INFO("helper " << helperEarly << " then " << helper << " KiB, we " << selfEarly << " then "
                           << self << " KiB, " << bytes / 1024 << " KiB of pages");
            CHECK(bytes > qint64(20) << 20); // more than could hide
            CHECK(helper - helperEarly < 8 * 1024);
            CHECK(helper < 128 * 1024);
            CHECK(self - selfEarly < 8 * 1024);
        }
    };
    scanning.run(profile(ScanSource::Feeder, ScanMode::Colour, 75, {210, 297}));
    CHECK(scanning.count == 300);
    REQUIRE(scanning.error); // the house's own bound: further sheets stay in the feeder
    CHECK(scanning.error->code == ErrorCode::ScanTooManyPages);
    CHECK(helperEarly > 0);
}

TEST_CASE("a page beyond the bounds is refused before it is read")
{
    SaneSourceOptions options = simulated(R"({"sheets":1})");
    SECTION("pixels")
    {
        options.limits.maxPagePixels = 10'000;
    }
    SECTION("bytes")
    {
        options.limits.maxPageBytes = 500;
    }
    Scanning scanning(options);
    scanning.run(profile(ScanSource::Flatbed, GENERATE(ScanMode::Colour, ScanMode::BlackWhite), 150));
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == ErrorCode::ScanPageTooLarge);
}

TEST_CASE("a scan helper that is missing or ends at once or talks nonsense is said to have crashed")
{
    const QString helper =
        GENERATE(as<QString>(), u"/nowhere/onewindow-scan"_s, u"/bin/true"_s, u"/bin/cat"_s);
    INFO(helper.toStdString());
    SaneSourceOptions options = simulated("{}");
    options.helper = helper;
    options.arguments.clear();
    Scanning scanning(options);
    scanning.run(profile(ScanSource::Flatbed));
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == ErrorCode::ScannerCrashed);
}

TEST_CASE("no device at all is said")
{
    Scanning scanning(simulated(R"({"absent":true})"));
    scanning.run(profile(ScanSource::Flatbed));
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == ErrorCode::ScannerMissing);
}

TEST_CASE("the scan helper keeps what drivers need and gives up the rest")
{
    Scanning scanning(simulated("{}"));
    scanning.run(profile(ScanSource::Flatbed));
    const auto proc = [&](const QString& name) {
        QFile file(u"/proc/%1/%2"_s.arg(scanning.helper()).arg(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return QString::fromLatin1(file.readAll()).simplified();
    };
    CHECK(proc(u"status"_s).contains(u"NoNewPrivs: 1"));
    CHECK(proc(u"status"_s).contains(u"Seccomp: 2"));
    CHECK(proc(u"limits"_s).contains(u"Max address space 2147483648"));
    CHECK(proc(u"limits"_s).contains(u"Max core file size 0"));
}
