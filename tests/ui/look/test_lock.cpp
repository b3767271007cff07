// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/database.h"
#include "ledger/ledger.h"
#include "ui/cases/caseactview.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/casespage.h"
#include "ui/cases/supplementpane.h"
#include "ui/intake/intakepage.h"
#include "ui/look/shellkit.h"
#include "ui/shell/gate.h"
#include "ui/shell/stationlock.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/primarybutton.h"

#include <QFileDialog>
#include <QLabel>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>

namespace ow::ui {

namespace {

template <class T> T onLedger(tests::ShellKit& kit, auto ask)
{
    auto asked = kit.workplace().ledger().run(std::function<T(ledger::Ledger&)>(ask));
    REQUIRE(QTest::qWaitFor([&asked] { return asked.isFinished(); }, 60'000));
    return asked.result();
}

/// A second person of the training profile, as the centre would send one.
void hire(tests::ShellKit& kit, const QString& id, const QString& password)
{
    const auto done = onLedger<domain::Result<void>>(kit, [&](ledger::Ledger& ledger) {
        constexpr record::KdfCost cheap{8, 1, 1};
        const auto keys =
            record::UserKeys::create(kit.crypto(), id, record::SecretBytes::fromPassword(password), cheap);
        return keys ? ledger.people().saveKeys(*keys) : domain::Result<void>(tl::unexpected(keys.error()));
    });
    REQUIRE(done);
}

QStringList kindsWritten(tests::ShellKit& kit)
{
    return onLedger<domain::Result<QStringList>>(
               kit,
               [](ledger::Ledger& ledger) -> domain::Result<QStringList> {
                   QStringList kinds;
                   const auto entries = ledger.cases().ownEntries(ledger.head().seq + 1, 20);
                   if (!entries) {
                       return tl::unexpected(entries.error());
                   }
                   for (const auto& entry : *entries) {
                       kinds.prepend(entry.header.kind + u' ' + entry.header.actor);
                   }
                   return kinds;
               })
        .value_or(QStringList());
}

void lockByKey(tests::ShellKit& kit)
{
    QTest::keyClick(&kit.window(), Qt::Key_L, Qt::ControlModifier);
    REQUIRE(kit.window().isGated());
    const auto locked = [&kit] {
        return onLedger<domain::Result<bool>>(
                   kit, [](ledger::Ledger& ledger) -> domain::Result<bool> { return ledger.isLocked(); })
            .value_or(false);
    };
    REQUIRE(QTest::qWaitFor(locked, 10'000));
}

} // namespace

TEST_CASE("a locked station shows nothing and gives the same person everything back as it was")
{
    tests::ShellKit kit;
    kit.signIn();
    REQUIRE(kit.shell().intake().begin(QStringLiteral("62-JT-GG-0003")));
    kit.shell().intake().setField(QStringLiteral("orgName"), QStringLiteral("甘肃甲乙旅游客运有限公司"));
    lockByKey(kit);
    CHECK_FALSE(kit.shell().intakePage().isVisible());
    Q_EMIT kit.shell().gate().page()->signInRequested(desk::SignInDesk::trainingUser(),
                                                      desk::SignInDesk::trainingPassword());
    REQUIRE(QTest::qWaitFor([&kit] { return !kit.window().isGated(); }, 30'000));
    REQUIRE(kit.shell().intake().isActive());
    CHECK(kit.shell().intake().intake().applicant.name == QStringLiteral("甘肃甲乙旅游客运有限公司"));
    CHECK(kindsWritten(kit).mid(kindsWritten(kit).size() - 2) ==
          QStringList{QStringLiteral("lock learner"), QStringLiteral("unlock learner")});
}

TEST_CASE("another person takes a locked station over and the first one's draft waits for him")
{
    tests::ShellKit kit;
    kit.signIn();
    hire(kit, QStringLiteral("1002"), QStringLiteral("second-password"));
    REQUIRE(kit.shell().intake().begin(QStringLiteral("62-JT-GG-0003")));
    kit.shell().intake().setField(QStringLiteral("orgName"), QStringLiteral("甘肃甲乙旅游客运有限公司"));
    lockByKey(kit);
    SignInPage& page = *kit.shell().gate().page();
    Q_EMIT page.signInRequested(QStringLiteral("1002"), QStringLiteral("a wrong one"));
    auto* enter = page.findChild<PrimaryButton*>();
    REQUIRE(QTest::qWaitFor([enter] { return enter->isEnabled(); }, 30'000));
    CHECK(kit.window().isGated());
    CHECK(kit.workplace().person()->id == desk::SignInDesk::trainingUser());
    Q_EMIT page.signInRequested(QStringLiteral("1002"), QStringLiteral("second-password"));
    REQUIRE(QTest::qWaitFor([&kit] { return !kit.window().isGated(); }, 30'000));
    CHECK(kit.workplace().person()->id == QStringLiteral("1002"));
    CHECK_FALSE(kit.shell().intake().isActive());
    auto asked = kit.shell().intake().drafts();
    REQUIRE(QTest::qWaitFor([&asked] { return asked.isFinished(); }, 30'000));
    REQUIRE(asked.result());
    REQUIRE(asked.result()->size() == 1);
    auto resumed = kit.shell().intake().resume(asked.result()->front().id);
    REQUIRE(QTest::qWaitFor([&resumed] { return resumed.isFinished(); }, 30'000));
    CHECK(kit.shell().intake().intake().applicant.name == QStringLiteral("甘肃甲乙旅游客运有限公司"));
    CHECK(kindsWritten(kit).contains(QStringLiteral("signIn 1002")));
}

TEST_CASE("who takes a station over finds nothing of the cases the person before looked at")
{
    tests::ShellKit kit;
    kit.signIn();
    kit.receiveDay(1); // without its materials: a notice waits for them
    hire(kit, QStringLiteral("1002"), QStringLiteral("second-password"));
    CasesPage& page = kit.shell().casesPage();
    desk::CaseDesk cases(kit.workplace());
    auto asked = cases.find({}, 10);
    REQUIRE(QTest::qWaitFor([&asked] { return asked.isFinished(); }, 30'000));
    REQUIRE(asked.result());
    REQUIRE(asked.result()->size() == 1);
    const QString number = asked.result()->front().number;
    kit.window().showPage(QStringLiteral("cases"));
    page.showCase(number);
    REQUIRE(QTest::qWaitFor([&page] { return page.detail().detail().has_value(); }, 30'000));
    Q_EMIT page.detail().actWanted(CaseAct::Supplement, number);
    REQUIRE(QTest::qWaitFor([&page] { return page.isActOpen(); }, 30'000));
    kit.window().banner().post({Tone::Info, QStringLiteral("说给前一个人的话"), {}, {}});
    lockByKey(kit);
    Q_EMIT kit.shell().gate().page()->signInRequested(QStringLiteral("1002"),
                                                      QStringLiteral("second-password"));
    REQUIRE(QTest::qWaitFor([&kit] { return !kit.window().isGated(); }, 30'000));
    CHECK_FALSE(kit.window().banner().isVisible());
    CHECK_FALSE(page.isActOpen());
    CHECK_FALSE(page.isPaperOpen());
    CHECK_FALSE(page.detail().detail().has_value());
}

TEST_CASE("a dialog that is open when the station is locked does not stay before the gate")
{
    tests::ShellKit kit;
    kit.signIn();
    QFileDialog dialog(&kit.window());
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.open();
    REQUIRE(dialog.isVisible());
    kit.shell().stationLock().lock();
    CHECK_FALSE(dialog.isVisible());
    CHECK(kit.window().isGated());
}

TEST_CASE("who cannot have his application saved stays signed in and is told so")
{
    tests::ShellKit kit;
    kit.signIn();
    REQUIRE(kit.shell().intake().begin(QStringLiteral("62-JT-GG-0003")));
    kit.shell().intake().setField(QStringLiteral("orgName"), QStringLiteral("甘肃甲乙旅游客运有限公司"));
    const auto alter = [&kit](const QString& sql) {
        const auto database = ledger::Database::open(
            kit.workplace().ledgerOptions(desk::Profile::Training).folder + QStringLiteral("/ledger.db"),
            ledger::Database::Mode::Write);
        REQUIRE(database);
        REQUIRE(database->exec(sql));
    };
    alter(QStringLiteral("CREATE TRIGGER refused BEFORE INSERT ON draft "
                         "BEGIN SELECT RAISE(ABORT, 'refused'); END"));
    Q_EMIT kit.window().statusClicked(QStringLiteral("person"));
    REQUIRE(QTest::qWaitFor(
        [&kit] {
            const auto labels = kit.window().banner().findChildren<QLabel*>();
            return std::ranges::any_of(labels, [](const QLabel* label) {
                return label->text().contains(QStringLiteral("still signed in"));
            });
        },
        30'000));
    CHECK_FALSE(kit.window().isGated());
    CHECK(kit.workplace().person().has_value());
    CHECK(kit.shell().intake().isActive());
    alter(QStringLiteral("DROP TRIGGER refused"));
    Q_EMIT kit.window().statusClicked(QStringLiteral("person"));
    REQUIRE(QTest::qWaitFor([&kit] { return kit.window().isGated(); }, 30'000));
    CHECK_FALSE(kit.shell().intake().isActive());
}

TEST_CASE("a station nobody touches locks itself")
{
    tests::ShellKit kit;
    kit.signIn();
    Q_EMIT kit.shell().stationLock().idleLock().idle();
    CHECK(kit.window().isGated());
}

} // namespace ow::ui
