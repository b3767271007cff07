// SPDX-License-Identifier: GPL-3.0-or-later
// What the administrator settles for every window, and what a person may then still choose.
#include "desk/provisioning.h"
#include "desk/settingsdesk.h"
#include "desk/signindesk.h"
#include "domain/systemclock.h"
#include "ledger/ledger.h"
#include "record/crypto.h"
#include "support/await.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using desk::LookSettings;
using desk::Provision;
using desk::Provisioning;
using desk::Setting;
using desk::SettingsDesk;
using domain::ErrorCode;

namespace {

QByteArray document()
{
    return R"({"format": 1, "centre": "https://centre.example:8443", "hall": "A hall",
        "look": {"theme": "dark", "scale": 125}, "idleLock": {"minutes": 5, "atMost": 15},
        "printers": {"": {"printer": "Office"}, "notice": {"printer": "Lobby", "tray": "Tray2"}},
        "scanProfiles": [{"id": "one", "name": "One", "device": "", "source": "flatbed", "mode": "grey",
                          "dpi": 200, "duplex": false, "width": 210, "height": 297}],
        "folders": {"profile": "/srv/window", "mirror": "/mnt/mirror"},
        "fixed": ["theme", "centre"]})";
}

/// The field of the error of a document.
QString faultOf(const QByteArray& json)
{
    const auto provision = Provision::parse(json);
    if (provision) {
        return u"none"_s;
    }
    CHECK(provision.error().code == ErrorCode::InvalidInput);
    return provision.error().field;
}

class Window
{
public:
    explicit Window(std::shared_ptr<const Provision> provision = {})
    {
        desk::WorkplaceOptions options;
        options.folder = folder.filePath(u"profile"_s);
        options.mirrorFolder = folder.filePath(u"mirror"_s);
        options.machineId = "settings-test";
        options.clock = &clock;
        options.crypto = crypto.get();
        options.kdf = {8, 1, 1};
        options.sync = false;
        options.lookFile = folder.filePath(u"look.ini"_s);
        if (provision) {
            options.provisioning.provision = std::move(provision);
            options.look = options.provisioning.provision->lookFor(LookSettings());
        }
        workplace = std::make_unique<desk::Workplace>(options);
        signIn = std::make_unique<desk::SignInDesk>(*workplace);
        settings = std::make_unique<SettingsDesk>(*workplace);
    }

    ~Window() { workplace->shutDown(); }

    void train()
    {
        bool read = false;
        QObject::connect(settings.get(), &SettingsDesk::idleChanged, settings.get(),
                         [&read] { read = true; });
        REQUIRE(await(signIn->beginTraining()));
        REQUIRE(waitUntil([&read] { return read; }));
    }

    QByteArray stored(const QString& name)
    {
        return await(workplace->ledger().run([name](ledger::Ledger& ledger) { return ledger.setting(name); }))
            .value_or(QByteArray());
    }

    QTemporaryDir folder;
    domain::SystemClock clock;
    std::unique_ptr<record::CryptoProvider> crypto = record::makeBotanProvider();
    std::unique_ptr<desk::Workplace> workplace;
    std::unique_ptr<desk::SignInDesk> signIn;
    std::unique_ptr<SettingsDesk> settings;
};

} // namespace

TEST_CASE("a provision is read member by member")
{
    const auto provision = Provision::parse(document());
    INFO((provision ? QString() : provision.error().field).toStdString());
    REQUIRE(provision);
    CHECK(provision->centre == u"https://centre.example:8443"_s);
    CHECK(provision->hallHint == u"A hall"_s);
    CHECK(provision->defaultLook() == LookSettings{u"dark"_s, 125, u"zh_CN"_s});
    CHECK(provision->idleMinutes == 5);
    CHECK(provision->idleAtMost == 15);
    CHECK(provision->printers.value(u"notice"_s).tray == u"Tray2"_s);
    CHECK(provision->scanProfiles.size() == 1);
    CHECK(provision->profileFolder == u"/srv/window"_s);
    CHECK(provision->mirrorFolder == u"/mnt/mirror"_s);
    CHECK(provision->isFixed(Setting::Theme));
    CHECK_FALSE(provision->isFixed(Setting::Scale));
}

TEST_CASE("a provision that cannot be right names the member")
{
    CHECK(faultOf("{") == u"file"_s);
    CHECK(faultOf("[]") == u"file"_s);
    CHECK(faultOf(QByteArray(Provision::kLargest + 1, ' ')) == u"file"_s);
    CHECK(faultOf(R"({})") == u"format"_s);
    CHECK(faultOf(R"({"format": 2})") == u"format"_s);
    CHECK(faultOf(R"({"format": 1, "center": "https://a"})") == u"center"_s);
    CHECK(faultOf(R"({"format": 1, "centre": "http://a"})") == u"centre"_s);
    CHECK(faultOf(R"({"format": 1, "look": {"them": "dark"}})") == u"look.them"_s);
    CHECK(faultOf(R"({"format": 1, "look": {"theme": "blue"}})") == u"look.theme"_s);
    CHECK(faultOf(R"({"format": 1, "look": {"scale": 112}})") == u"look.scale"_s);
    CHECK(faultOf(R"({"format": 1, "look": {"scale": 112.5}})") == u"look.scale"_s);
    CHECK(faultOf(R"({"format": 1, "look": 3})") == u"look"_s);
    CHECK(faultOf(R"({"format": 1, "idleLock": {"minutes": 90}})") == u"idleLock.minutes"_s);
    CHECK(faultOf(R"({"format": 1, "idleLock": {"atMost": 0}})") == u"idleLock.atMost"_s);
    CHECK(faultOf(R"({"format": 1, "printers": {"notice": {"pinter": "x"}}})") ==
          u"printers.notice.pinter"_s);
    CHECK(faultOf(R"({"format": 1, "scanProfiles": [{"id": "a", "dpi": 9000}]})") == u"scanProfiles[0]"_s);
    CHECK(faultOf(R"({"format": 1, "folders": {"mirror": "mirror"}})") == u"folders.mirror"_s);
    // What has no value cannot be fixed.
    CHECK(faultOf(R"({"format": 1, "fixed": ["theme"]})") == u"fixed.theme"_s);
    CHECK(faultOf(R"({"format": 1, "fixed": ["colour"]})") == u"fixed.colour"_s);
}

TEST_CASE("a provision in a folder of the system is found and a broken one is left aside and said")
{
    const QTemporaryDir system;
    const QByteArray before = qgetenv("XDG_CONFIG_DIRS");
    qputenv("XDG_CONFIG_DIRS", QFile::encodeName(system.path()));
    CHECK(Provisioning::find().file.isEmpty());
    REQUIRE(QDir(system.path()).mkpath(u"onewindow"_s));
    QFile file(system.filePath(u"onewindow/provision.json"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(document()) > 0);
    file.close();
    const Provisioning found = Provisioning::find();
    CHECK(found.fault.isEmpty());
    CHECK(found.provision->centre == u"https://centre.example:8443"_s);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(R"({"format": 1, "centr": 1})") > 0);
    file.close();
    const Provisioning broken = Provisioning::find();
    CHECK(broken.file == file.fileName());
    CHECK(broken.fault == u"centr"_s);
    CHECK(broken.provision->centre.isEmpty());
    qputenv("XDG_CONFIG_DIRS", before);
}

TEST_CASE("the look is kept for the user and what is fixed does not move")
{
    {
        Window window;
        int told = 0;
        QObject::connect(window.settings.get(), &SettingsDesk::lookChanged, window.settings.get(),
                         [&told] { ++told; });
        REQUIRE(window.settings->setTheme(u"contrast"_s));
        REQUIRE(window.settings->setScale(150));
        CHECK(window.settings->setScale(133).error().code == ErrorCode::InvalidInput);
        CHECK(window.settings->setTheme(u"blue"_s).error().code == ErrorCode::InvalidInput);
        CHECK(told == 2);
        const auto kept = LookSettings::read(window.folder.filePath(u"look.ini"_s), LookSettings());
        CHECK(kept == LookSettings{u"contrast"_s, 150, u"zh_CN"_s});
        CHECK(kept == window.settings->look());
    }
    Window settled(std::make_shared<const Provision>(Provision::parse(document()).value()));
    CHECK(settled.settings->look().theme == u"dark"_s);
    CHECK(settled.settings->setTheme(u"light"_s).error().code == ErrorCode::NotAllowed);
    CHECK(settled.settings->look().theme == u"dark"_s);
    REQUIRE(settled.settings->setScale(100));
    const Provision& provision = settled.settings->provision();
    CHECK(provision.lookFor({u"light"_s, 100, u"en"_s}) == LookSettings{u"dark"_s, 100, u"en"_s});
}

TEST_CASE("the idle lock belongs to the window and is never later than the administrator allows")
{
    Window plain;
    plain.train();
    CHECK(plain.settings->idleMinutes() == SettingsDesk::kDefaultIdle);
    REQUIRE(await(plain.settings->setIdleMinutes(30)));
    CHECK(await(plain.settings->setIdleMinutes(7)).error().code == ErrorCode::InvalidInput);
    CHECK(plain.settings->idleMinutes() == 30);
    CHECK(plain.stored(u"window"_s) == R"({"idleMinutes":30})");

    Window settled(std::make_shared<const Provision>(Provision::parse(document()).value()));
    settled.train();
    CHECK(settled.settings->idleMinutes() == 5);
    CHECK(desk::idleChoices(settled.settings->provision()) == QList<int>{5, 10, 15});
    CHECK(await(settled.settings->setIdleMinutes(0)).error().code == ErrorCode::InvalidInput);
    CHECK(await(settled.settings->setIdleMinutes(30)).error().code == ErrorCode::InvalidInput);
    REQUIRE(await(settled.settings->setIdleMinutes(15)));
    CHECK(settled.settings->idleMinutes() == 15);
}

TEST_CASE("the administrator's printers and scan profiles are what a new window begins with")
{
    Window window(std::make_shared<const Provision>(Provision::parse(document()).value()));
    window.train();
    const auto devices = desk::DeviceSettings::fromJson(window.stored(u"devices"_s));
    REQUIRE(devices);
    CHECK(devices->printerFor(u"notice"_s) == desk::PrinterChoice{u"Lobby"_s, u"Tray2"_s});
    CHECK(devices->printerFor(u"receipt"_s).printer == u"Office"_s);
    CHECK(window.stored(u"scan"_s).contains("\"one\""));
}
