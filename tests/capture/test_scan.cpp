// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/scankit.h"
#include "support/await.h"

#include <catch2/catch.hpp>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace ow::capture;
using namespace ow::capture::test;
using ow::domain::ErrorCode;
using ow::test::waitUntil;

namespace {

const QString kPattern = u"test-picture \"Color pattern\""_s;
const QString kGrid = u"test-picture \"Grid\""_s;

/// What ImageMagick's own JPEG (quality 85, 4:2:0) of the colour pattern differs from it by, and a little
/// more.
constexpr double kJpegNoise = 5;

QImage decoded(const ScannedPage& page)
{
    const QImage image =
        page.mime == u"image/tiff" ? readTiff(page.bytes) : QImage::fromData(page.bytes, "JPEG");
    REQUIRE_FALSE(image.isNull());
    CHECK(image.size() == page.size);
    return image;
}

} // namespace

TEST_CASE("the devices of SANE are found and named for people")
{
    const TestDevice device;
    SaneSource source(device.options());
    std::optional<QList<ScanDevice>> found;
    QObject::connect(&source, &PageSource::devicesFound, &source,
                     [&](const QList<ScanDevice>& devices) { found = devices; });
    source.findDevices();
    REQUIRE(waitUntil([&] { return found.has_value(); }));
    REQUIRE(found->size() == 2);
    CHECK(found->front().name == u"test:0");
    CHECK(found->front().title == u"frontend-tester");
}

TEST_CASE("a colour page from the glass is what another program scans")
{
    const TestDevice device({kPattern});
    Scanning scanning(device.options());
    scanning.run(profile(ScanSource::Flatbed, ScanMode::Colour, 150));
    REQUIRE_FALSE(scanning.error);
    REQUIRE(scanning.pages.size() == 1);
    const ScannedPage& page = scanning.pages.front();
    CHECK(page.mime == u"image/jpeg");
    CHECK(page.dpi == 150);
    CHECK(page.number == 1);
    CHECK_FALSE(page.incomplete);
    const QImage witness = device.byScanimage(
        {u"--mode"_s, u"Color"_s, u"--resolution"_s, u"150"_s, u"-x"_s, u"100"_s, u"-y"_s, u"80"_s});
    CHECK(distance(decoded(page), witness) < kJpegNoise);
    CHECK(page.thumbnail.width() == 156);
    CHECK(page.thumbnail.height() == 124);
}

TEST_CASE("a grey page and a black and white one are what another program scans")
{
    const TestDevice device({kGrid});
    Scanning scanning(device.options());
    scanning.run(profile(ScanSource::Flatbed, ScanMode::Grey, 100));
    REQUIRE(scanning.pages.size() == 1);
    const QStringList asked{u"--mode"_s, u"Gray"_s, u"--resolution"_s, u"100"_s,
                            u"-x"_s,     u"100"_s,  u"-y"_s,           u"80"_s};
    CHECK(QImage::fromData(scanning.pages.front().bytes).format() == QImage::Format_Grayscale8);
    CHECK(distance(decoded(scanning.pages.front()), device.byScanimage(asked)) < 3);

    scanning.run(profile(ScanSource::Flatbed, ScanMode::BlackWhite, 100));
    REQUIRE(scanning.pages.size() == 1);
    CHECK(scanning.pages.front().mime == u"image/tiff");
    CHECK(distance(decoded(scanning.pages.front()),
                   device.byScanimage(QStringList{u"--depth"_s, u"1"_s} + asked)) == 0);
}

TEST_CASE("a device that does not know the length of its page gives all of it")
{
    const TestDevice device({kPattern, u"hand-scanner true"_s});
    const auto mode = GENERATE(ScanMode::Colour, ScanMode::BlackWhite);
    Scanning scanning(device.options());
    scanning.run(profile(ScanSource::Flatbed, mode, 100));
    REQUIRE_FALSE(scanning.error);
    REQUIRE(scanning.pages.size() == 1);
    CHECK_FALSE(scanning.pages.front().incomplete);
    QStringList asked{u"--mode"_s,       mode == ScanMode::Colour ? u"Color"_s : u"Gray"_s,
                      u"--resolution"_s, u"100"_s,
                      u"-y"_s,           u"80"_s};
    if (mode == ScanMode::BlackWhite) {
        asked += {u"--depth"_s, u"1"_s};
    }
    CHECK(distance(decoded(scanning.pages.front()), device.byScanimage(asked)) < kJpegNoise);
}

TEST_CASE("a device that sends sixteen bits a sample gives a page of eight")
{
    // The test device's 16-bit values; this driver forgets the depth it is told when it starts so.
    const TestDevice device({kPattern, u"depth 16"_s});
    Scanning scanning(device.options());
    scanning.run(profile(ScanSource::Flatbed));
    REQUIRE(scanning.pages.size() == 1);
    CHECK_FALSE(scanning.pages.front().incomplete);
}

TEST_CASE("the feeder is emptied and its pages come in order")
{
    const TestDevice device({kGrid});
    Scanning scanning(device.options());
    scanning.run(profile(ScanSource::Feeder));
    REQUIRE_FALSE(scanning.error);
    REQUIRE(scanning.pages.size() == 10); // so the backend says
    CHECK(scanning.count == 10);
    for (int i = 0; i < 10; ++i) {
        CHECK(scanning.pages[std::size_t(i)].number == i + 1);
    }
}

TEST_CASE("a page larger than the glass is cut to the glass")
{
    const TestDevice device;
    Scanning scanning(device.options());
    scanning.run(profile(ScanSource::Flatbed, ScanMode::Grey, 50, {210, 297}));
    REQUIRE(scanning.pages.size() == 1);
    CHECK(scanning.pages.front().size == QSize(393, 393)); // 200 mm at 50 dpi, rounded down
}

TEST_CASE("every way a driver fails has its own words")
{
    const auto [status, code] = GENERATE(table<const char*, ErrorCode>({
        {"SANE_STATUS_UNSUPPORTED", ErrorCode::ScannerUnsupported},
        {"SANE_STATUS_CANCELLED", ErrorCode::Cancelled},
        {"SANE_STATUS_DEVICE_BUSY", ErrorCode::ScannerBusy},
        {"SANE_STATUS_INVAL", ErrorCode::ScannerUnsupported},
        {"SANE_STATUS_EOF", ErrorCode::ScannerNoData},
        {"SANE_STATUS_JAMMED", ErrorCode::ScannerJammed},
        {"SANE_STATUS_NO_DOCS", ErrorCode::ScannerEmpty},
        {"SANE_STATUS_COVER_OPEN", ErrorCode::ScannerCover},
        {"SANE_STATUS_IO_ERROR", ErrorCode::ScannerFault},
        {"SANE_STATUS_NO_MEM", ErrorCode::ScannerMemory},
        {"SANE_STATUS_ACCESS_DENIED", ErrorCode::ScannerDenied},
    }));
    INFO(status);
    const TestDevice device({u"read-status-code \"%1\""_s.arg(QLatin1StringView(status))});
    Scanning scanning(device.options());
    scanning.run(profile(ScanSource::Flatbed));
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == code);
    CHECK(scanning.count == 0);
}

TEST_CASE("a device that was unplugged is said to be gone")
{
    const TestDevice device;
    Scanning scanning(device.options());
    ScanProfile lost = profile(ScanSource::Flatbed);
    lost.device = u"test:7"_s;
    scanning.run(lost);
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == ErrorCode::ScannerMissing);
    scanning.run(profile(ScanSource::Flatbed));
    CHECK_FALSE(scanning.error);
}

TEST_CASE("a slow device is cancelled in the middle of a page and scans again")
{
    const TestDevice device({u"read-delay true"_s, u"read-delay-duration 20000"_s});
    Scanning scanning(device.options());
    scanning.start(profile(ScanSource::Feeder, ScanMode::Colour, 300, {200, 200}));
    scanning.reachPage(1);
    scanning.source.cancel();
    scanning.finish();
    REQUIRE(scanning.error);
    CHECK(scanning.error->code == ErrorCode::Cancelled);
    CHECK(scanning.pages.empty());
    scanning.run(profile(ScanSource::Flatbed, ScanMode::Grey, 50));
    CHECK_FALSE(scanning.error);
}

TEST_CASE("a source that is put aside says when its helper is gone")
{
    const TestDevice device({u"read-delay true"_s, u"read-delay-duration 20000"_s});
    Scanning scanning(device.options());
    scanning.start(profile(ScanSource::Feeder, ScanMode::Colour, 300, {200, 200}));
    scanning.reachPage(1);
    const pid_t helper = scanning.helper();
    REQUIRE(kill(helper, 0) == 0);
    QFuture<void> ended = scanning.source.retire();
    ended.waitForFinished();
    CHECK(kill(helper, 0) != 0);
}
