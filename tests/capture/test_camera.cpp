// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/camerasource.h"
#include "capture/scankit.h"
#include "capture/simulatedlens.h"
#include "support/await.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace ow::capture;
using namespace ow::capture::test;
using ow::domain::ErrorCode;
using ow::test::waitUntil;
using Fault = SimulatedLens::Fault;

namespace {

struct Camera
{
    explicit Camera(Fault fault)
        : source([fault] { return std::make_unique<SimulatedLens>(fault); })
    {
        QObject::connect(&source, &PageSource::pageArrived, &source,
                         [this](const ScannedPage& page) { pages.push_back(page); });
        QObject::connect(&source, &PageSource::finished, &source, [this](int) { over = true; });
        QObject::connect(&source, &PageSource::failed, &source, [this](const ow::domain::Error& why, int) {
            over = true;
            error = why;
        });
    }

    void run(const ScanProfile& with = profile(ScanSource::Flatbed))
    {
        over = false;
        error.reset();
        source.start(with);
        REQUIRE(waitUntil([this] { return over; }));
        CHECK_FALSE(source.isRunning());
    }

    CameraSource source;
    std::vector<ScannedPage> pages;
    bool over = false;
    std::optional<ow::domain::Error> error;
};

} // namespace

TEST_CASE("a camera gives one picture a run")
{
    Camera camera(Fault::None);
    camera.run();
    REQUIRE_FALSE(camera.error);
    REQUIRE(camera.pages.size() == 1);
    const ScannedPage& page = camera.pages.front();
    CHECK(page.mime == u"image/jpeg");
    CHECK(page.dpi == 0);
    CHECK(QImage::fromData(page.bytes, "JPEG").size() == page.size);
    CHECK(page.thumbnail.format() == QImage::Format_RGB888);
    CHECK(page.thumbnail.width() == 156);
}

TEST_CASE("a camera waits while its pictures have not been taken")
{
    Camera camera(Fault::None);
    for (int i = 0; i < PageSource::kRoom; ++i) {
        camera.run();
        REQUIRE_FALSE(camera.error);
    }
    camera.run();
    REQUIRE(camera.error);
    CHECK(camera.error->code == ErrorCode::ScannerBusy);
    camera.pages.clear();
    camera.run();
    CHECK_FALSE(camera.error);
}

TEST_CASE("a camera that is absent or broken says so")
{
    const auto [fault, code] = GENERATE(table<Fault, ErrorCode>({
        {Fault::Absent, ErrorCode::CameraMissing},
        {Fault::Broken, ErrorCode::CameraFailed},
    }));
    Camera camera(fault);
    camera.run();
    REQUIRE(camera.error);
    CHECK(camera.error->code == code);
    CHECK(camera.pages.empty());
}

TEST_CASE("a camera that stays silent is cancelled")
{
    Camera camera(Fault::Silent);
    camera.source.start(profile(ScanSource::Flatbed));
    camera.source.cancel();
    REQUIRE(waitUntil([&] { return camera.over; }));
    REQUIRE(camera.error);
    CHECK(camera.error->code == ErrorCode::Cancelled);
}

TEST_CASE("a camera shows what it sees and its name is told from a scanner's")
{
    Camera camera(Fault::None);
    QImage seen;
    QObject::connect(&camera.source, &CameraSource::previewed, &camera.source,
                     [&](const QImage& frame) { seen = frame; });
    camera.source.beginPreview(profile(ScanSource::Flatbed));
    CHECK_FALSE(camera.source.isRunning());
    std::optional<QList<ScanDevice>> found;
    QObject::connect(&camera.source, &PageSource::devicesFound, &camera.source,
                     [&](const QList<ScanDevice>& devices) { found = devices; });
    camera.source.findDevices();
    REQUIRE(waitUntil([&] { return found.has_value(); }));
    REQUIRE(found->size() == 1);
    CHECK(found->front().name == u"camera:simulated");
    CHECK(found->front().camera);
    ScanProfile named = profile(ScanSource::Flatbed);
    named.device = found->front().name;
    camera.run(named);
    CHECK(camera.pages.size() == 1);
    CHECK(seen.width() == 960);
}

TEST_CASE("a camera that was looked for takes a picture")
{
    Camera camera(Fault::None);
    std::optional<QList<ScanDevice>> found;
    QObject::connect(&camera.source, &PageSource::devicesFound, &camera.source,
                     [&](const QList<ScanDevice>& devices) { found = devices; });
    camera.source.findDevices();
    REQUIRE(waitUntil([&] { return found.has_value(); }));
    camera.run();
    REQUIRE_FALSE(camera.error);
    CHECK(camera.pages.size() == 1);
}

TEST_CASE("a preview without a camera is refused later and once")
{
    Camera camera(Fault::Absent);
    int refusals = 0;
    QObject::connect(&camera.source, &PageSource::failed, &camera.source, [&] { ++refusals; });
    camera.source.beginPreview(profile(ScanSource::Flatbed));
    CHECK(refusals == 0);
    REQUIRE(waitUntil([&] { return refusals > 0; }));
    CHECK(camera.error->code == ErrorCode::CameraMissing);

    // One that is no longer wanted is not answered, and a run beside one is answered once.
    camera.source.beginPreview(profile(ScanSource::Flatbed));
    camera.source.endPreview();
    camera.source.beginPreview(profile(ScanSource::Flatbed));
    camera.run();
    QCoreApplication::processEvents();
    CHECK(refusals == 2);
}

TEST_CASE("who looks through a camera learns that it went")
{
    SimulatedLens* lens = nullptr;
    CameraSource source([&lens] {
        auto made = std::make_unique<SimulatedLens>();
        lens = made.get();
        return made;
    });
    std::optional<ErrorCode> error;
    bool seen = false;
    QObject::connect(&source, &PageSource::failed, &source,
                     [&](const ow::domain::Error& why, int) { error = why.code; });
    QObject::connect(&source, &PageSource::previewed, &source, [&] { seen = true; });
    source.beginPreview(profile(ScanSource::Flatbed));
    REQUIRE(waitUntil([&] { return seen; }));
    lens->onFailure(u"unplugged"_s);
    CHECK(error == ErrorCode::CameraFailed);
    error.reset();
    lens->onFailure(u"again"_s); // nobody looks any more
    CHECK_FALSE(error);
}

TEST_CASE("the cameras of this machine are asked through the plugin")
{
    // Whatever this machine has: the plugin loads and answers. Without it there is no camera.
    const auto plugin = CameraSource::ofThisMachine(QStringLiteral(OW_CAMERA_PLUGIN));
    std::optional<QList<ScanDevice>> found;
    std::optional<ErrorCode> error;
    QObject::connect(plugin.get(), &PageSource::devicesFound, plugin.get(),
                     [&](const QList<ScanDevice>& devices) { found = devices; });
    QObject::connect(plugin.get(), &PageSource::failed, plugin.get(),
                     [&](const ow::domain::Error& why, int) { error = why.code; });
    plugin->findDevices();
    REQUIRE(waitUntil([&] { return found.has_value(); }));
    ScanProfile unplugged = profile(ScanSource::Flatbed);
    unplugged.device = u"camera:/dev/video-none"_s;
    plugin->start(unplugged);
    REQUIRE(waitUntil([&] { return error.has_value(); }));
    CHECK(*error == ErrorCode::CameraMissing);

    const auto none = CameraSource::ofThisMachine(u"/nowhere/onewindow-camera.so"_s);
    error.reset();
    QObject::connect(none.get(), &PageSource::failed, none.get(),
                     [&](const ow::domain::Error& why, int) { error = why.code; });
    none->start(profile(ScanSource::Flatbed));
    REQUIRE(waitUntil([&] { return error.has_value(); }));
    CHECK(*error == ErrorCode::CameraMissing);
}
