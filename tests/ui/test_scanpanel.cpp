// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/camerasource.h"
#include "capture/simulatedlens.h"
#include "desk/signindesk.h"
#include "record/crypto.h"
#include "support/manualclock.h"
#include "ui/capture/scanpanel.h"
#include "ui/frame/actioncatalog.h"
#include "ui/settings/scanprofilegroup.h"
#include "ui/support.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/messageline.h"
#include "ui/words/errortext.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <catch2/catch.hpp>

using namespace ow;
using namespace Qt::StringLiterals;

namespace {

/// Does what the test says, when it says it.
class ScriptedSource final : public capture::PageSource
{
public:
    void findDevices() override { ++searches; }

    void start(const capture::ScanProfile& profile) override
    {
        running = true;
        last = profile;
    }

    void cancel() override { end({domain::ErrorCode::Cancelled, {}, {}}, pages); }

    [[nodiscard]] bool isRunning() const override { return running; }

    void beginPreview(const capture::ScanProfile& /*profile*/) override { previewing = true; }

    void endPreview() override { previewing = false; }

    void page()
    {
        capture::ScannedPage given;
        given.number = ++pages;
        Q_EMIT pageArrived(given);
    }

    void end(const domain::Error& error, int count)
    {
        running = false;
        Q_EMIT failed(error, count);
    }

    bool running = false;
    bool previewing = false;
    int searches = 0;
    int pages = 0;
    capture::ScanProfile last;
};

struct Bench
{
    /// `real`: in place of the scripted camera.
    explicit Bench(std::unique_ptr<capture::PageSource> real = {})
        : realCamera(std::move(real))
        , workplace(options())
        , signIn(workplace)
        , desk(workplace, [this](desk::Profile) { return sources(); })
        , actions(host)
    {
        const auto began = signIn.beginTraining();
        REQUIRE(QTest::qWaitFor([&] { return began.isFinished(); }, 30'000));
        REQUIRE(scanner != nullptr);
        // A new window looks for scanners once, by itself.
        REQUIRE(QTest::qWaitFor([&] { return scanner->searches == 1; }, 30'000));
        CHECK((camera == nullptr || camera->searches == 0));
        Q_EMIT scanner->devicesFound({});
        panel = new ui::ScanPanel(ui::tests::theme(), desk, &host);
        QObject::connect(panel, &ui::ScanPanel::scanWanted, panel, [this] { scan(); });
        panel->addActions(actions, u"intake"_s);
        actions.setPage(u"intake"_s);
        auto* column = new QVBoxLayout(&host);
        column->addWidget(panel);
        column->addStretch(1);
        ui::tests::show(host, {404, 400});
    }

    ~Bench() { workplace.shutDown(); }

    desk::WorkplaceOptions options()
    {
        constexpr record::KdfCost kCheap{8, 1, 1};
        desk::WorkplaceOptions with;
        with.folder = QDir(folder.path()).filePath(u"data"_s);
        with.mirrorFolder = QDir(folder.path()).filePath(u"mirror"_s);
        with.machineId = QByteArrayLiteral("test");
        with.clock = &clock;
        with.crypto = crypto.get();
        with.kdf = kCheap;
        with.sync = false;
        return with;
    }

    desk::PageSources sources()
    {
        auto scans = std::make_unique<ScriptedSource>();
        scanner = scans.get();
        if (realCamera) {
            return {std::move(scans), std::move(realCamera)};
        }
        auto sees = std::make_unique<ScriptedSource>();
        camera = sees.get();
        return {std::move(scans), std::move(sees)};
    }

    void scan() { REQUIRE(desk.scan()); }

    QString message() const { return panel->findChild<ui::MessageLine*>()->text(); }

    ui::KeyButton* button(const QString& word) const
    {
        for (auto* found : panel->findChildren<ui::KeyButton*>()) {
            if (found->text() == word) {
                return found;
            }
        }
        FAIL("no button " << word.toStdString());
        return nullptr;
    }

    /// The second profile becomes one of the camera `device`.
    void useCamera(const QString& device)
    {
        auto profiles = desk.profiles();
        profiles[1].device = device;
        const auto saved = desk.setProfiles(profiles);
        REQUIRE(QTest::qWaitFor([&] { return saved.isFinished(); }, 30'000));
        REQUIRE(saved.result());
    }

    QTemporaryDir folder;
    std::unique_ptr<capture::PageSource> realCamera;
    test::ManualClock clock{QDateTime::currentMSecsSinceEpoch()};
    std::unique_ptr<record::CryptoProvider> crypto = record::makeBotanProvider();
    ScriptedSource* scanner = nullptr;
    ScriptedSource* camera = nullptr;
    desk::Workplace workplace;
    desk::SignInDesk signIn;
    desk::ScanDesk desk;
    QWidget host;
    ui::ActionCatalog actions;
    ui::ScanPanel* panel = nullptr;
};

} // namespace

TEST_CASE("Alt and a digit choose the profile that is scanned by")
{
    Bench bench;
    CHECK(bench.actions.conflicts().empty());
    QTest::keyClick(&bench.host, Qt::Key_3, Qt::AltModifier);
    CHECK(bench.desk.chosen() == 2);
    CHECK(bench.panel->findChild<ui::ChoiceBox*>()->currentIndex() == 2);
    QTest::keyClick(&bench.host, Qt::Key_9, Qt::AltModifier); // there are five
    CHECK(bench.desk.chosen() == 2);
    bench.scan();
    CHECK(bench.scanner->running);
    CHECK(bench.scanner->last.id == u"grey-200-feeder");
}

TEST_CASE("a run shows its page and lines and can be stopped")
{
    Bench bench;
    auto* bar = bench.panel->findChild<QProgressBar*>();
    CHECK_FALSE(bar->isVisible());
    const int height = bench.panel->height();
    QTest::mouseClick(bench.button(u"Scan"_s), Qt::LeftButton);
    REQUIRE(bench.scanner->running);
    CHECK(bar->isVisible());
    CHECK(bench.panel->sizeHint().height() == height); // nothing moves
    CHECK_FALSE(bench.button(u"Scan"_s)->isEnabled());
    bench.scanner->page();
    Q_EMIT bench.scanner->progressed({2, 900, 3507});
    CHECK(bar->maximum() == 3507);
    CHECK(bar->value() == 900);
    QTest::mouseClick(bench.button(u"Stop scanning"_s), Qt::LeftButton);
    CHECK_FALSE(bench.scanner->running);
    CHECK_FALSE(bar->isVisible());
    CHECK(bench.message().contains(u'1'));
    CHECK(bench.button(u"Scan"_s)->isEnabled());
}

TEST_CASE("a jam is said in words and the words go with the next run")
{
    Bench bench;
    bench.scan();
    bench.scanner->end({domain::ErrorCode::ScannerJammed, u"sane_read: jammed"_s, {}}, 2);
    CHECK(bench.message() == ui::errorText(domain::ErrorCode::ScannerJammed).sentence());
    CHECK_FALSE(bench.message().contains(u"sane"));
    bench.scan();
    CHECK(bench.message().isEmpty());
}

TEST_CASE("devices are looked for when a person asks and named when they are known")
{
    Bench bench;
    QTest::mouseClick(bench.button(u"Look for devices"_s), Qt::LeftButton);
    CHECK(bench.scanner->searches == 2);
    CHECK(bench.camera->searches == 1);
    Q_EMIT bench.scanner->devicesFound({{u"genesys:1"_s, u"Canon LiDE 210"_s, false}});
    Q_EMIT bench.camera->devicesFound({{u"camera:0"_s, u"USB camera"_s, true}});
    CHECK(bench.desk.devices().size() == 2);
    bool named = false;
    for (const auto* label : bench.panel->findChildren<QLabel*>()) {
        named = named || label->toolTip() == u"Canon LiDE 210";
    }
    CHECK(named);
}

TEST_CASE("with a camera one sees what it sees before the picture is taken")
{
    Bench bench;
    bench.useCamera(u"camera:0"_s);
    CHECK_FALSE(bench.camera->previewing);
    REQUIRE(bench.desk.choose(1));
    CHECK(bench.camera->previewing);
    bench.scan();
    CHECK(bench.camera->running);
    CHECK_FALSE(bench.scanner->running);
    bench.camera->end({domain::ErrorCode::CameraMissing, {}, {}}, 0);
    REQUIRE(bench.desk.choose(0));
    CHECK_FALSE(bench.camera->previewing);
}

TEST_CASE("a camera that is not there is said once and tried again when a person wants it")
{
    Bench bench(std::make_unique<capture::CameraSource>(
        [] { return std::make_unique<capture::SimulatedLens>(capture::SimulatedLens::Fault::Absent); }));
    int refusals = 0;
    QObject::connect(&bench.desk, &desk::ScanDesk::failed, &bench.desk, [&] { ++refusals; });
    const auto refusedOnce = [&](int before) {
        REQUIRE(QTest::qWaitFor([&] { return refusals > before; }, 30'000));
        for (int i = 0; i < 20; ++i) { // whatever it would start by itself
            QCoreApplication::processEvents();
        }
        CHECK(refusals == before + 1);
    };
    bench.useCamera(u"camera:simulated"_s);
    REQUIRE(bench.desk.choose(1));
    refusedOnce(0);
    CHECK(bench.message() == ui::errorText(domain::ErrorCode::CameraMissing).sentence());
    bench.panel->hide();
    bench.panel->show();
    refusedOnce(1);
    bench.desk.findDevices();
    Q_EMIT bench.scanner->devicesFound({});
    refusedOnce(2);
    bench.scan();
    refusedOnce(3);
    REQUIRE(bench.desk.choose(1));
    refusedOnce(4);
}

TEST_CASE("a camera that goes while the scanner works does not end its run")
{
    Bench bench;
    bench.useCamera(u"camera:0"_s);
    bench.scan();
    REQUIRE(bench.scanner->running);
    REQUIRE(bench.desk.choose(1));
    bench.camera->end({domain::ErrorCode::CameraMissing, {}, {}}, 0);
    CHECK(bench.desk.state() == desk::ScanDesk::State::Scanning);
    CHECK(bench.message().isEmpty());
    bench.scanner->end({domain::ErrorCode::ScannerJammed, {}, {}}, 0);
    CHECK(bench.desk.state() == desk::ScanDesk::State::Idle);
}

TEST_CASE("the device of a profile is chosen among those that were found and kept")
{
    Bench bench;
    bench.desk.findDevices();
    Q_EMIT bench.scanner->devicesFound({{u"genesys:1"_s, u"Canon LiDE 210"_s, false}});
    Q_EMIT bench.camera->devicesFound({{u"camera:0"_s, u"USB camera"_s, true}});
    ui::ScanProfileGroup group(ui::tests::theme(), bench.desk, false);
    ui::ChoiceBox* box = nullptr;
    for (auto* one : group.findChildren<ui::ChoiceBox*>()) {
        box = one->findData(u"camera:0"_s) >= 0 ? one : box;
    }
    REQUIRE(box != nullptr);
    CHECK(box->currentData().toString().isEmpty()); // the first there is
    CHECK(box->count() == 3);
    const int camera = box->findText(u"USB camera"_s);
    box->setCurrentIndex(camera);
    Q_EMIT box->activated(camera);
    CHECK(bench.desk.profiles().front().device == u"camera:0");
    CHECK(bench.desk.seesLive());
    // Unplugged: the profile keeps its name.
    bench.desk.findDevices();
    Q_EMIT bench.scanner->devicesFound({});
    Q_EMIT bench.camera->devicesFound({});
    CHECK(box->currentData().toString() == u"camera:0");

    ui::ScanProfileGroup fixed(ui::tests::theme(), bench.desk, true);
    for (auto* one : fixed.findChildren<ui::ChoiceBox*>()) {
        CHECK((one->findData(u"camera:0"_s) < 0 || !one->isEnabled()));
    }
}
