// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a material in the window: everything by keyboard, with the real desk, store and helper behind it.
#include "ui/capture/pagecanvas.h"
#include "ui/capture/pageviewer.h"
#include "ui/intake/intakekit.h"
#include "ui/intake/materialpane.h"
#include "ui/support.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/materiallist.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow;
using test::IntakeKit;

namespace {

const QString kCharter = QStringLiteral("62-JT-GG-0003");

QByteArray scan(int number)
{
    QImage page(620, 877, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    for (int y = 80; y < 800; y += 30) {
        painter.fillRect(60, y, 300 + (y * number) % 200, 10, Qt::black);
    }
    painter.end();
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(page.save(&buffer, "jpeg"));
    return buffer.data();
}

/// A charter application with three scans in its first material, the list of materials focused on it.
struct WithPages
{
    IntakeKit kit{ui::tests::theme()};
    ui::MaterialList* list = nullptr;
    QString material;

    WithPages()
    {
        kit.page->beginItem(kCharter);
        REQUIRE(kit.desk->isActive());
        kit.press(Qt::Key_F4);
        list = kit.page->findChild<ui::MaterialList*>();
        material = list->row(list->currentRow()).id;
        for (int number = 1; number <= 3; ++number) {
            REQUIRE(IntakeKit::await(
                kit.desk->addBytes(material, scan(number), QStringLiteral("%1.jpg").arg(number))));
        }
        REQUIRE(QTest::qWaitFor([this] { return row().pages.size() == 3; }));
    }

    [[nodiscard]] const ui::MaterialRow& row() const { return list->row(list->currentRow()); }

    [[nodiscard]] const domain::MaterialIntake& taken() const
    {
        return *kit.desk->intake().material(material);
    }

    [[nodiscard]] ui::PageViewer* viewer() const { return kit.page->findChild<ui::PageViewer*>(); }

    [[nodiscard]] bool isViewing() const { return viewer() != nullptr && viewer()->isVisible(); }

    [[nodiscard]] bool waitShown() const
    {
        return QTest::qWaitFor([this] { return isViewing() && viewer()->canvas().scale() > 0; }, 30'000);
    }
};

} // namespace

TEST_CASE("A page is opened turned cut and put into order by keyboard alone and every step can be undone")
{
    WithPages at;
    const auto before = at.taken().files;
    at.kit.press(Qt::Key_Right);
    at.kit.press(Qt::Key_Right);
    CHECK(at.list->currentPage() == 1);
    at.kit.press(Qt::Key_Return);
    REQUIRE(at.waitShown());
    CHECK(at.viewer()->current() == 1);
    at.kit.press(Qt::Key_R);
    CHECK(at.taken().files[1].edit.quarterTurns == 1);
    at.kit.press(Qt::Key_R, Qt::ShiftModifier);
    at.kit.press(Qt::Key_R, Qt::ShiftModifier);
    CHECK(at.taken().files[1].edit.quarterTurns == 3);
    at.kit.press(Qt::Key_R);
    REQUIRE(at.waitShown());
    at.kit.press(Qt::Key_C);
    REQUIRE(at.viewer()->canvas().isCutting());
    at.kit.press(Qt::Key_Right);
    at.kit.press(Qt::Key_Right, Qt::ShiftModifier);
    at.kit.press(Qt::Key_Tab);
    at.kit.press(Qt::Key_Down);
    CHECK(at.taken().files[1].edit.cutLeft == 0); // not taken yet
    at.kit.press(Qt::Key_Return);
    CHECK(at.taken().files[1].edit.cutLeft == 450);
    CHECK(at.taken().files[1].edit.cutTop == 50);
    CHECK(at.taken().files[1].blob == before[1].blob);
    at.kit.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(at.taken().files[1].edit.cutLeft == 0);
    CHECK(at.isViewing());
    at.kit.press(Qt::Key_Left, Qt::AltModifier);
    CHECK(at.taken().files[0].blob == before[1].blob);
    CHECK(at.viewer()->current() == 0); // it went along
    at.kit.press(Qt::Key_Delete);
    CHECK(at.taken().files.size() == 2);
    at.kit.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(at.taken().files.size() == 3);
    at.kit.press(Qt::Key_Escape);
    CHECK_FALSE(at.isViewing());
    CHECK(QApplication::focusWidget() == at.list);
}

TEST_CASE("Of sheets that are alike to the last byte the one that is open is edited and moved")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.press(Qt::Key_F4);
    const auto* list = kit.page->findChild<ui::MaterialList*>();
    const QString material = list->row(list->currentRow()).id;
    for (int i = 0; i < 3; ++i) {
        REQUIRE(IntakeKit::await(
            kit.desk->addBytes(material, scan(1), QStringLiteral("1.jpg"), domain::FileOrigin::Scanner)));
    }
    const auto turns = [&kit, &material](std::size_t at) {
        return kit.desk->intake().material(material)->files[at].edit.quarterTurns;
    };
    REQUIRE(kit.desk->intake().material(material)->files.size() == 3);
    REQUIRE(QTest::qWaitFor([list] { return list->row(list->currentRow()).pages.size() == 3; }));
    for (int i = 0; i < 3; ++i) {
        kit.press(Qt::Key_Right);
    }
    kit.press(Qt::Key_Return);
    auto* viewer = kit.page->findChild<ui::PageViewer*>();
    REQUIRE(viewer != nullptr);
    REQUIRE(
        QTest::qWaitFor([viewer] { return viewer->isVisible() && viewer->canvas().scale() > 0; }, 30'000));
    CHECK(viewer->current() == 2);
    kit.press(Qt::Key_R);
    kit.press(Qt::Key_R);
    CHECK(viewer->current() == 2);
    CHECK(turns(2) == 2);
    kit.press(Qt::Key_Left, Qt::AltModifier);
    CHECK(viewer->current() == 1);
    CHECK(turns(1) == 2);
    CHECK(turns(0) + turns(2) == 0);
}

TEST_CASE("F9 scans into the current material and from a page it scans that page again")
{
    IntakeKit kit(ui::tests::theme());
    kit.withScanner();
    kit.page->beginItem(kCharter);
    kit.press(Qt::Key_F4);
    const auto* list = kit.page->findChild<ui::MaterialList*>();
    const QString material = list->row(list->currentRow()).id;
    const auto files = [&kit, &material] {
        const domain::MaterialIntake* taken = kit.desk->intake().material(material);
        return taken != nullptr ? taken->files : std::vector<domain::MaterialFile>();
    };
    const auto idle = [&kit] { return kit.scan->state() == desk::ScanDesk::State::Idle; };
    kit.press(Qt::Key_F9);
    CHECK(kit.desk->filesUnderWay() > 0); // from the key on, not only from the first page
    REQUIRE(QTest::qWaitFor([&] { return idle() && !files().empty() && kit.desk->filesUnderWay() == 0; },
                            60'000));
    const auto before = files();
    CHECK(before.front().origin == domain::FileOrigin::Scanner);
    CHECK(kit.desk->intake().material(material)->state == domain::MaterialState::Received);
    kit.press(Qt::Key_Return);
    const auto* viewer = kit.page->findChild<ui::PageViewer*>();
    REQUIRE(viewer != nullptr);
    REQUIRE(viewer->isVisible());
    kit.press(Qt::Key_F9);
    // The simulator gives the same sheets again: what is known is that a run went into the same place.
    REQUIRE(QTest::qWaitFor([&] { return kit.scan->pages() > 0 && idle() && kit.desk->filesUnderWay() == 0; },
                            60'000));
    CHECK(viewer->isVisible());
    CHECK(files().size() >= before.size());
}

TEST_CASE("Pages of a run that was started elsewhere are not taken into the application on the desk")
{
    IntakeKit kit(ui::tests::theme());
    kit.withScanner();
    kit.page->beginItem(kCharter);
    kit.press(Qt::Key_F4);
    const auto* list = kit.page->findChild<ui::MaterialList*>();
    const QString material = list->row(list->currentRow()).id;
    REQUIRE(kit.scan->scan()); // of the page of cases, say
    REQUIRE(QTest::qWaitFor(
        [&] { return kit.scan->pages() > 0 && kit.scan->state() == desk::ScanDesk::State::Idle; }, 60'000));
    CHECK(kit.desk->filesUnderWay() == 0);
    CHECK(kit.desk->intake().material(material) == nullptr);
}

TEST_CASE("A cut that is left with Esc changes nothing and the arrows mean the screen on a turned page")
{
    WithPages at;
    at.kit.press(Qt::Key_Return);
    REQUIRE(at.waitShown());
    at.kit.press(Qt::Key_C);
    at.kit.press(Qt::Key_Right);
    at.kit.press(Qt::Key_Escape);
    CHECK(at.isViewing());
    CHECK(at.taken().files[0].edit == domain::PageEdit());
    at.kit.press(Qt::Key_R);
    at.kit.press(Qt::Key_C);
    at.kit.press(Qt::Key_Down); // turned clockwise the left edge is on top
    at.kit.press(Qt::Key_Return);
    CHECK(at.taken().files[0].edit.cutLeft == 50);
}

TEST_CASE("A page is magnified to its own pixels and fitted again")
{
    WithPages at;
    at.kit.press(Qt::Key_Return);
    REQUIRE(at.waitShown());
    ui::PageCanvas& canvas = at.viewer()->canvas();
    const double fitted = canvas.scale();
    CHECK(canvas.isFitted());
    at.kit.press(Qt::Key_1);
    REQUIRE(QTest::qWaitFor([&canvas] { return std::abs(canvas.scale() - 1) < 0.001; }, 30'000));
    at.kit.press(Qt::Key_Plus);
    CHECK(canvas.scale() == Approx(1.5));
    at.kit.press(Qt::Key_Minus);
    at.kit.press(Qt::Key_Minus);
    CHECK(canvas.scale() == Approx(0.75));
    at.kit.press(Qt::Key_0);
    CHECK(canvas.isFitted());
    CHECK(fitted > 0);
    at.kit.press(Qt::Key_Right);
    CHECK(at.viewer()->current() == 1);
    at.kit.press(Qt::Key_End);
    CHECK(at.viewer()->current() == 2);
}

TEST_CASE("A material is marked compared with its original and given the day its paper ends")
{
    WithPages at;
    at.kit.press(Qt::Key_O);
    CHECK(at.taken().grade == domain::TrustGrade::B);
    CHECK(at.row().second.contains(QStringLiteral("compared with the original")));
    at.kit.press(Qt::Key_Right);
    at.kit.press(Qt::Key_Space);
    REQUIRE(at.waitShown());
    auto* until = at.viewer()->findChild<ui::FieldEdit*>();
    REQUIRE(until != nullptr);
    until->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(until, QStringLiteral("20280531"));
    QTest::keyClick(until, Qt::Key_Return);
    CHECK(at.taken().validUntil == QDate(2028, 5, 31));
    CHECK(at.row().second.contains(QStringLiteral("2028-05-31")));
    at.kit.press(Qt::Key_O);
    CHECK(at.taken().grade == domain::TrustGrade::C);
    until->setFocus(Qt::TabFocusReason);
    until->selectAll();
    QTest::keyClicks(until, QStringLiteral("20281399"));
    QTest::keyClick(until, Qt::Key_Return);
    CHECK(at.taken().validUntil == QDate(2028, 5, 31));
}

TEST_CASE("In the list Alt and an arrow change the order and Delete takes the chosen page off")
{
    WithPages at;
    const auto before = at.taken().files;
    at.kit.press(Qt::Key_Right);
    at.kit.press(Qt::Key_Right, Qt::AltModifier);
    CHECK(at.taken().files[1].blob == before[0].blob);
    CHECK(at.list->currentPage() == 1);
    at.kit.press(Qt::Key_Delete);
    REQUIRE(at.taken().files.size() == 2);
    CHECK(at.taken().files[0].blob == before[1].blob);
    CHECK(at.taken().files[1].blob == before[2].blob);
}

TEST_CASE("From the page what cannot be used is marked with the reason and the viewer gives way")
{
    WithPages at;
    at.kit.press(Qt::Key_Return);
    REQUIRE(at.waitShown());
    at.kit.press(Qt::Key_X);
    CHECK_FALSE(at.isViewing());
    auto* reason = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(reason != nullptr);
    QTest::keyClicks(reason, QStringLiteral("no seal"));
    QTest::keyClick(reason, Qt::Key_Return);
    CHECK(at.taken().state == domain::MaterialState::Unfit);
    CHECK(at.taken().unfitReason == QLatin1String("no seal"));
    CHECK(at.taken().files.size() == 3);
}

TEST_CASE("When the last page is taken off the viewer closes and the next applicant never sees it")
{
    WithPages at;
    at.kit.press(Qt::Key_Return);
    REQUIRE(at.waitShown());
    at.kit.press(Qt::Key_Delete);
    at.kit.press(Qt::Key_Delete);
    CHECK(at.isViewing());
    at.kit.press(Qt::Key_Delete);
    CHECK_FALSE(at.isViewing());
    CHECK(at.taken().files.empty());
    CHECK(at.taken().state == domain::MaterialState::Missing);
    at.kit.press(Qt::Key_Z, Qt::ControlModifier);
    at.kit.press(Qt::Key_F4);
    at.kit.press(Qt::Key_Return);
    REQUIRE(at.waitShown());
    REQUIRE(IntakeKit::await(at.kit.desk->putAside()));
    CHECK_FALSE(at.isViewing());
}
