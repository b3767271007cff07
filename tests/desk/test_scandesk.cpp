// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/camerasource.h"
#include "desk/scandesk.h"
#include "desk/signindesk.h"
#include "domain/systemclock.h"
#include "record/crypto.h"
#include "support/await.h"

#include <QDir>
#include <QPromise>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using desk::ScanDesk;
using domain::ErrorCode;

namespace {

/// A window in training mode: its scanner is simulated, all else is real.
class Learner
{
public:
    explicit Learner(const QString& folder)
        : workplace(options(folder))
    {
        REQUIRE(await(signIn.beginTraining()));
        QObject::connect(&scans, &ScanDesk::pageArrived, &scans,
                         [this](const capture::ScannedPage& page) { sizes.push_back(page.size); });
        QObject::connect(&scans, &ScanDesk::finished, &scans, [this](int pages) { finished = pages; });
        QObject::connect(&scans, &ScanDesk::failed, &scans,
                         [this](const domain::Error& why, int) { failed = why.code; });
        // The settings have been read when this has been answered; a new window then looks for scanners.
        REQUIRE(await(workplace.ledger().run([](ledger::Ledger&) -> domain::Result<void> { return {}; })));
        REQUIRE(waitUntil([this] { return !scans.devices().isEmpty(); }));
        REQUIRE(waitUntil([this] { return scans.state() == ScanDesk::State::Idle; }));
    }

    ~Learner() { workplace.shutDown(); }

    void run()
    {
        finished.reset();
        failed.reset();
        sizes.clear();
        REQUIRE(scans.scan());
        REQUIRE(waitUntil([this] { return finished || failed; }));
        CHECK(scans.state() == ScanDesk::State::Idle);
    }

    void find()
    {
        scans.findDevices();
        CHECK(scans.state() == ScanDesk::State::Searching);
        REQUIRE(waitUntil([this] { return scans.state() == ScanDesk::State::Idle; }));
    }

    domain::SystemClock clock;
    std::unique_ptr<record::CryptoProvider> crypto = record::makeBotanProvider();
    desk::Workplace workplace;
    desk::SignInDesk signIn{workplace};
    ScanDesk scans{workplace};
    std::vector<QSize> sizes;
    std::optional<int> finished;
    std::optional<ErrorCode> failed;

private:
    desk::WorkplaceOptions options(const QString& folder) const
    {
        constexpr record::KdfCost kCheap{8, 1, 1};
        desk::WorkplaceOptions with;
        with.folder = QDir(folder).filePath(u"data"_s);
        with.mirrorFolder = QDir(folder).filePath(u"mirror"_s);
        with.helper = QStringLiteral(OW_CAPTURE_PROGRAM);
        with.machineId = QByteArrayLiteral("test");
        with.clock = &clock;
        with.crypto = crypto.get();
        with.kdf = kCheap;
        with.sync = false;
        return with;
    }
};

} // namespace

TEST_CASE("a learner scans the glass and the feeder by the profiles every window begins with")
{
    const QTemporaryDir folder;
    Learner learner(folder.path());
    REQUIRE(learner.scans.profiles().size() == 5);
    CHECK(ScanDesk::titleOf(learner.scans.profiles()[2]) == u"Grey 200 dpi, feeder");
    learner.run();
    CHECK(learner.finished == 1);
    CHECK(learner.sizes == std::vector<QSize>{QSize(2480, 3507)}); // A4 at 300 dpi
    REQUIRE(learner.scans.choose(2));
    learner.run();
    CHECK(learner.finished == 3);
    CHECK(learner.scans.pages() == 3);
    CHECK_FALSE(learner.scans.choose(5));
    CHECK_FALSE(learner.scans.lastError());
}

TEST_CASE("devices and profiles and what a material had last are kept with the window")
{
    const QTemporaryDir folder;
    {
        Learner learner(folder.path());
        learner.find();
        REQUIRE(learner.scans.devices().size() == 2);
        auto profiles = learner.scans.profiles();
        profiles[1].name = u"车辆行驶证"_s;
        profiles[1].device = learner.scans.devices().front().name;
        profiles.removeLast();
        REQUIRE(await(learner.scans.setProfiles(profiles)));
        learner.scans.useMaterial(u"62-JT-XK-0007"_s, u"licence"_s);
        REQUIRE(learner.scans.choose(1));
        learner.scans.useMaterial(u"62-JT-XK-0007"_s, u"drawing"_s);
        REQUIRE(learner.scans.choose(3));
    }
    Learner next(folder.path());
    CHECK(next.scans.devices().size() == 2);
    CHECK(next.scans.devices().back().camera);
    REQUIRE(next.scans.profiles().size() == 4);
    CHECK(ScanDesk::titleOf(next.scans.profiles()[1]) == u"车辆行驶证");
    next.scans.useMaterial(u"62-JT-XK-0007"_s, u"licence"_s);
    CHECK(next.scans.chosen() == 1);
    next.scans.useMaterial(u"62-JT-XK-0007"_s, u"never scanned"_s);
    CHECK(next.scans.chosen() == 1);
    next.scans.useMaterial(u"62-JT-XK-0007"_s, u"drawing"_s);
    CHECK(next.scans.chosen() == 3);
}

TEST_CASE("profiles that are none are refused")
{
    const QTemporaryDir folder;
    Learner learner(folder.path());
    const auto before = learner.scans.profiles();
    auto twice = before;
    twice[1].id = twice[0].id;
    CHECK(await(learner.scans.setProfiles({})).error().code == ErrorCode::InvalidInput);
    CHECK(await(learner.scans.setProfiles(twice)).error().code == ErrorCode::InvalidInput);
    CHECK(learner.scans.profiles() == before);
}

TEST_CASE("a profile of a camera takes a picture and one of a lost device says so")
{
    const QTemporaryDir folder;
    Learner learner(folder.path());
    auto profiles = learner.scans.profiles();
    profiles[0].device = u"camera:simulated"_s;
    profiles[1].device = u"genesys:libusb:001:007"_s;
    REQUIRE(await(learner.scans.setProfiles(profiles)));
    learner.run();
    CHECK(learner.finished == 1);
    CHECK(learner.sizes == std::vector<QSize>{QSize(2592, 1944)});
    REQUIRE(learner.scans.choose(1));
    learner.run();
    CHECK(learner.failed == ErrorCode::ScannerMissing);
    REQUIRE(learner.scans.lastError());
    CHECK(learner.scans.lastError()->code == ErrorCode::ScannerMissing);
}

TEST_CASE("what a person chose before the stored settings came is kept within them")
{
    const QTemporaryDir folder;
    {
        Learner learner(folder.path());
        auto profiles = learner.scans.profiles();
        profiles.resize(2);
        REQUIRE(await(learner.scans.setProfiles(profiles)));
    }
    Learner next(folder.path());
    // A second desk begins at once, with what every window begins with.
    ScanDesk early(next.workplace);
    REQUIRE(early.profiles().size() == 5);
    early.useMaterial(u"62-JT-XK-0007"_s, u"licence"_s);
    REQUIRE(early.choose(4));
    CHECK(await(early.setProfiles(early.profiles())).error().code == ErrorCode::NotAllowed);
    REQUIRE(waitUntil([&] { return early.profiles().size() == 2; }));
    CHECK(early.chosen() == 1);
    CHECK_FALSE(early.seesLive());
    // What was chosen too early was not written over what is stored.
    ScanDesk third(next.workplace);
    REQUIRE(waitUntil([&] { return third.profiles().size() == 2; }));
}

namespace {

/// Hangs as a driver does: it may be destroyed without waiting only when the test says so.
class HangingSource final : public capture::PageSource
{
public:
    explicit HangingSource(bool& gone, QPromise<void>& ended)
        : m_gone(gone)
        , m_ended(ended)
    {
        m_ended.start();
    }

    ~HangingSource() override { m_gone = true; }

    Q_DISABLE_COPY_MOVE(HangingSource)

    void findDevices() override {}

    void start(const capture::ScanProfile& /*profile*/) override {}

    void cancel() override {}

    [[nodiscard]] bool isRunning() const override { return false; }

    [[nodiscard]] QFuture<void> retire() override { return m_ended.future(); }

private:
    bool& m_gone;
    QPromise<void>& m_ended;
};

} // namespace

TEST_CASE("a scanner that hangs is put aside when another profile is opened and nobody waits for it")
{
    const QTemporaryDir folder;
    Learner learner(folder.path());
    bool gone = false;
    QPromise<void> ended;
    capture::PageSource* hanging = nullptr;
    ScanDesk desk(learner.workplace, [&](desk::Profile) {
        desk::PageSources sources;
        if (hanging == nullptr) {
            sources.scanner = std::make_unique<HangingSource>(gone, ended);
            hanging = sources.scanner.get();
        } else {
            sources.camera = capture::CameraSource::simulated();
        }
        return sources;
    });
    REQUIRE(hanging != nullptr);
    Q_EMIT learner.workplace.profileOpened();
    CHECK_FALSE(gone);
    int heard = 0;
    QObject::connect(&desk, &ScanDesk::failed, &desk, [&heard] { ++heard; });
    Q_EMIT hanging->failed({ErrorCode::ScannerHung, {}, {}}, 0); // of no concern to anybody
    CHECK(heard == 0);
    ended.finish();
    CHECK(waitUntil([&gone] { return gone; }));
}

TEST_CASE("a run is cancelled and a second one is not begun beside it")
{
    const QTemporaryDir folder;
    Learner learner(folder.path());
    REQUIRE(learner.scans.choose(1));
    REQUIRE(learner.scans.scan());
    CHECK(learner.scans.scan().error().code == ErrorCode::NotAllowed);
    learner.scans.cancel();
    REQUIRE(waitUntil([&] { return learner.failed.has_value(); }));
    CHECK(learner.failed == ErrorCode::Cancelled);
    CHECK_FALSE(learner.scans.lastError()); // a person wanted it
    learner.run();
    CHECK(learner.finished == 3);
}
