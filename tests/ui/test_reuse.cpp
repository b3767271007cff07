// SPDX-License-Identifier: GPL-3.0-or-later
// Earlier scans of a repeat applicant in the real page: offered in the row, taken by one key or the mouse.
#include "ui/capture/pagecanvas.h"
#include "ui/capture/pageviewer.h"
#include "ui/intake/intakekit.h"
#include "ui/intake/materialpane.h"
#include "ui/support.h"
#include "ui/widgets/materiallist.h"
#include "ui/widgets/rowpainter.h"

#include <QApplication>
#include <QBuffer>

#include <catch2/catch.hpp>

using namespace ow;
using test::IntakeKit;

namespace {

const QString kCharter = QStringLiteral("62-JT-GG-0003");
const QString kLicence = QStringLiteral("M03");
const QString kDriver = QStringLiteral("M04");

QByteArray scan(const QColor& color)
{
    QImage page(300, 420, QImage::Format_RGB32);
    page.fill(color);
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(page.save(&buffer, "png"));
    return buffer.data();
}

/// The charter company was here before with two scans of licences; a new application of it is open, its
/// number typed.
struct Repeat
{
    IntakeKit kit{ui::tests::theme()};
    ui::MaterialList* list = nullptr;
    QDate until = kit.workplace->today().addDays(120);

    Repeat()
    {
        kit.page->beginItem(kCharter);
        kit.fillCharter();
        kit.receiveMaterials();
        take(kLicence, Qt::white);
        take(kDriver, Qt::yellow);
        REQUIRE(IntakeKit::await(kit.desk->decide(domain::Answer::Accept)));
        list = kit.page->findChild<ui::MaterialList*>();
        kit.page->beginItem(kCharter);
        kit.type(QStringLiteral("uscc"), QStringLiteral("91620100MA71K2345G"));
        REQUIRE(QTest::qWaitFor([this] { return !row(kLicence).action.isEmpty(); }, 30'000));
    }

    void take(const QString& material, const QColor& color)
    {
        REQUIRE(IntakeKit::await(kit.desk->addBytes(material, scan(color), QStringLiteral("licence"))));
        kit.desk->setGrade(material, domain::TrustGrade::B);
        kit.desk->setValidUntil(material, until);
    }

    [[nodiscard]] const ui::MaterialRow& row(const QString& material) const
    {
        static const ui::MaterialRow kNone;
        for (int i = 0; i < list->count(); ++i) {
            if (list->row(i).id == material) {
                return list->row(i);
            }
        }
        return kNone;
    }

    [[nodiscard]] QString current() const { return list->row(list->currentRow()).id; }

    [[nodiscard]] bool isReused(const QString& material) const
    {
        const domain::MaterialIntake* taken = kit.desk->intake().material(material);
        return taken != nullptr && taken->reused && taken->state == domain::MaterialState::Received;
    }
};

} // namespace

TEST_CASE("Two licences of a company that comes again are reused by three keys and undone by two")
{
    Repeat at;
    CHECK(at.row(kLicence).second.contains(at.until.toString(Qt::ISODate)));
    CHECK(at.row(QStringLiteral("M02")).action.isEmpty());
    CHECK_FALSE(at.isReused(kLicence)); // offered and nothing more
    at.kit.press(Qt::Key_F4);
    CHECK(at.current() == kLicence);
    at.kit.press(Qt::Key_U);
    CHECK(at.isReused(kLicence));
    CHECK_FALSE(at.isReused(kDriver));
    CHECK(at.current() == kDriver);
    at.kit.press(Qt::Key_U);
    CHECK(at.isReused(kDriver));
    CHECK(at.row(kLicence).action.isEmpty());
    CHECK(at.row(kLicence).pages.size() == 1);
    CHECK(at.row(kLicence).second.contains(at.kit.workplace->today().toString(Qt::ISODate)));
    CHECK(at.current() != kDriver);
    at.kit.press(Qt::Key_U); // nothing is offered here
    CHECK(at.kit.desk->intake().material(at.current()) == nullptr);

    at.kit.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(at.isReused(kDriver));
    CHECK(at.isReused(kLicence));
    CHECK(at.current() == kDriver);
    CHECK_FALSE(at.row(kDriver).action.isEmpty());
    at.kit.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(at.isReused(kLicence));
    CHECK(at.current() == kLicence);
}

TEST_CASE("Delete takes a reused scan off and the row offers it again")
{
    Repeat at;
    at.kit.press(Qt::Key_F4);
    at.kit.press(Qt::Key_U);
    REQUIRE(at.isReused(kLicence));
    REQUIRE(at.kit.page->findChild<ui::MaterialPane*>()->focusMaterial(kLicence));
    at.kit.press(Qt::Key_Delete);
    CHECK_FALSE(at.isReused(kLicence));
    CHECK(at.row(kLicence).pages.empty());
    CHECK_FALSE(at.row(kLicence).action.isEmpty());
}

TEST_CASE("The link in the row takes the earlier scan and a click beside it does not")
{
    Repeat at;
    at.kit.press(Qt::Key_F4);
    REQUIRE(at.current() == kLicence);
    const QRect row = at.list->visualRect(at.list->currentIndex());
    const ui::Metrics& metrics = ui::tests::theme().metrics();
    const int line = row.top() + metrics.materialRow / 4;
    QTest::mouseClick(at.list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + row.width() / 3, line));
    CHECK_FALSE(at.isReused(kLicence));
    // The link stands left of the word of the state.
    const int state =
        ui::RowPainter::textWidth(ui::tests::theme(), at.row(kLicence).state.word, ui::TextStyle::Body);
    const int x = row.right() - state - ui::tests::theme().k(16 + 12 + 8);
    QTest::mouseClick(at.list->viewport(), Qt::LeftButton, {}, QPoint(x, line));
    CHECK(at.isReused(kLicence));
}

TEST_CASE("A reused page is shown with what it may serve for and one of this application without")
{
    Repeat at;
    at.kit.press(Qt::Key_F4);
    at.kit.press(Qt::Key_U);
    REQUIRE(at.kit.page->findChild<ui::MaterialPane*>()->focusMaterial(kLicence));
    REQUIRE(IntakeKit::await(at.kit.desk->addBytes(kLicence, scan(Qt::gray), QStringLiteral("new"))));
    at.kit.press(Qt::Key_Return);
    auto* viewer = at.kit.page->findChild<ui::PageViewer*>();
    REQUIRE(viewer != nullptr);
    ui::PageCanvas& canvas = viewer->canvas();
    REQUIRE(QTest::qWaitFor([&canvas] { return canvas.scale() > 0; }, 30'000));
    CHECK(canvas.watermark().contains(QStringLiteral("限办理“省际包车客运标志牌备案”使用")));
    // Drawn, and over the page alone: the scan is plain white.
    const QImage shown = canvas.grab().toImage();
    int ink = 0;
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x) {
            const QColor pixel = shown.pixelColor(x, y);
            ink += pixel.red() - pixel.blue() > 40 ? 1 : 0;
        }
    }
    CHECK(ink > 200);
    at.kit.press(Qt::Key_Right);
    REQUIRE(
        QTest::qWaitFor([&canvas] { return canvas.scale() > 0 && canvas.watermark().isEmpty(); }, 30'000));
}
