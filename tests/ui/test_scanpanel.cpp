// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signindesk.h"
#include "record/crypto.h"
#include "support/manualclock.h"
#include "ui/capture/scanpanel.h"
#include "ui/frame/actioncatalog.h"
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
    Bench()
        : workplace(options())
        , signIn(workplace)
        , desk(workplace, [this](desk::Profile) { return sources(); })
        , actions(host)
    {
        const auto began = signIn.beginTraining();
        REQUIRE(QTest::qWaitFor([&] { return began.isFinished(); }, 30'000));
        REQUIRE(scanner != nullptr);
        // A new window looks for scanners once, by itself.
        REQUIRE(QTest::qWaitFor([&] { return scanner->searches == 1; }, 30'000));
        CHECK(camera->searches == 0);
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
        auto sees = std::make_unique<ScriptedSource>();
        scanner = scans.get();
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

    QTemporaryDir folder;
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
    auto profiles = bench.desk.profiles();
    profiles[1].device = u"camera:0"_s;
    const auto saved = bench.desk.setProfiles(profiles);
    CHECK_FALSE(bench.camera->previewing);
    REQUIRE(bench.desk.choose(1));
    CHECK(bench.camera->previewing);
    bench.scan();
    CHECK(bench.camera->running);
    CHECK_FALSE(bench.scanner->running);
    bench.camera->end({domain::ErrorCode::CameraMissing, {}, {}}, 0);
    REQUIRE(bench.desk.choose(0));
    CHECK_FALSE(bench.camera->previewing);
    REQUIRE(QTest::qWaitFor([&] { return saved.isFinished(); }, 30'000));
}
