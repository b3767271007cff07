// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/scandesk.h"
#include "desk/signindesk.h"
#include "domain/systemclock.h"
#include "record/crypto.h"
#include "support/await.h"

#include <QDir>
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
