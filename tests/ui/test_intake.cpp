// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/duplicatedesk.h"
#include "desk/pagepreviews.h"
#include "ledger/ledger.h"
#include "ui/filledform.h"
#include "ui/intake/actionpane.h"
#include "ui/intake/intakekit.h"
#include "ui/support.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/findinglist.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/materiallist.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace ow;
using test::IntakeKit;

namespace {

const QString kCharter = QStringLiteral("62-JT-GG-0003"); // public service, on the spot
const QString kStation = QStringLiteral("62-JT-XK-0031"); // decided by the county
const QString kOversize = QStringLiteral("62-JT-XK-0007");

QString fieldMessage(const IntakeKit& kit, const QString& key)
{
    const auto* field = kit.page->findChild<ui::FormField*>(QStringLiteral("field.") + key);
    REQUIRE(field != nullptr);
    return field->message();
}

const ui::MaterialList& materials(const IntakeKit& kit)
{
    return *kit.page->findChild<ui::MaterialList*>();
}

} // namespace

TEST_CASE("An application typed and ticked by keyboard alone is accepted and stands in the ledger")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    REQUIRE(kit.desk->isActive());
    CHECK(kit.primary() == QLatin1String("One-time notice"));
    kit.fillCharter();
    kit.receiveMaterials();
    REQUIRE(kit.desk->findings().empty());
    CHECK(kit.primary() == QLatin1String("Accept and decide"));
    kit.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&kit] { return !kit.decided.empty(); }, 30'000));
    CHECK(kit.decided.front().state == domain::CaseState::Granted);
    CHECK_FALSE(kit.desk->isActive());
    const auto lines = kit.cases();
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().number == kit.decided.front().caseNumber);
    CHECK(lines.front().item == kCharter);
    // The next applicant: a digit begins at once.
    kit.press(Qt::Key_1);
    CHECK(kit.desk->isActive());
}

TEST_CASE("What the form holds reaches the ledger as it was typed and completed")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.fillCharter();
    const domain::Intake& intake = kit.desk->intake();
    CHECK(intake.fields.value(QStringLiteral("dateFrom")).toString() == QLatin1String("2026-12-02"));
    CHECK(intake.fields.value(QStringLiteral("delivery")).toString() == QStringLiteral("窗口领取"));
    CHECK(intake.applicant.division == QLatin1String("620102"));
    REQUIRE(intake.agent);
    CHECK(intake.agent->idNumber == QLatin1String("62010219900307123X"));
    // The name of the division stands there after the field was left.
    const auto* division = qobject_cast<QLineEdit*>(kit.editor(QStringLiteral("division")));
    CHECK(division->text().contains(QStringLiteral("城关区")));
}

TEST_CASE("A division is found by its name and kept as its six digits")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.type(QStringLiteral("division"), QStringLiteral("榆中县"));
    CHECK(kit.desk->intake().applicant.division == QLatin1String("620123"));
    kit.press(Qt::Key_Tab);
    const auto* division = qobject_cast<QLineEdit*>(kit.editor(QStringLiteral("division")));
    CHECK(division->text() == QStringLiteral("620123 甘肃省兰州市榆中县"));
}

TEST_CASE("A decline of one's own asks for its reason and may be taken back")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.type(QStringLiteral("orgName"), QStringLiteral("甘肃甲乙旅游客运有限公司"));
    auto* pane = kit.page->findChild<ui::ActionPane*>();
    pane->askReason();
    CHECK(kit.primary() == QLatin1String("Do not accept"));
    kit.press(Qt::Key_Return, Qt::ControlModifier); // no reason yet
    CHECK_FALSE(kit.desk->isDeciding());
    kit.press(Qt::Key_Escape);
    CHECK(kit.primary() == QLatin1String("One-time notice"));
    pane->askReason();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Outside the period of registration"));
    kit.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&kit] { return !kit.decided.empty(); }, 30'000));
    CHECK(kit.decided.front().state == domain::CaseState::Declined);
}

TEST_CASE("Tab visits situation then form then materials then the answer")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    QStringList order;
    for (int i = 0; i < 80 && !order.contains(QStringLiteral("intake.primary")); ++i) {
        kit.press(Qt::Key_Tab);
        order << QApplication::focusWidget()->objectName();
    }
    const auto uscc = order.indexOf(QStringLiteral("uscc"));
    const auto driver = order.indexOf(QStringLiteral("driver"));
    const auto primary = order.indexOf(QStringLiteral("intake.primary"));
    REQUIRE(uscc >= 0);
    CHECK(uscc < driver);
    CHECK(driver < primary);
    CHECK(order.indexOf(QStringLiteral("delivery")) >= 0);
    // Shown only when the result is sent by post.
    CHECK_FALSE(order.contains(QStringLiteral("postAddr")));
}

TEST_CASE("Every input of the page has a name for screen readers")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kOversize);
    for (const QWidget* widget : kit.page->findChildren<QWidget*>()) {
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
            widget->focusProxy() == nullptr) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            INFO(widget->metaObject()->className() << ' ' << widget->objectName().toStdString());
            CHECK((!widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty())));
        }
    }
}

TEST_CASE("A notice says everything at once and the case waits for its supplement")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.fillCharter();
    kit.press(Qt::Key_F4);
    CHECK(kit.primary() == QLatin1String("One-time notice"));
    kit.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&kit] { return !kit.decided.empty(); }, 30'000));
    CHECK(kit.decided.front().state == domain::CaseState::AwaitingSupplement);
    CHECK_FALSE(kit.decided.front().paperNumber.isEmpty());
    REQUIRE(kit.cases().size() == 1);
    CHECK(kit.cases().front().state == domain::CaseState::AwaitingSupplement);
}

TEST_CASE("An item the county decides is declined with where to go")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kStation);
    CHECK(kit.primary() == QLatin1String("Do not accept"));
    kit.type(QStringLiteral("orgName"), QStringLiteral("甘肃甲乙旅游客运有限公司"));
    kit.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&kit] { return !kit.decided.empty(); }, 30'000));
    CHECK(kit.decided.front().state == domain::CaseState::Declined);
    REQUIRE(kit.cases().size() == 1);
}

TEST_CASE("No paper is written to nobody: the name is asked for first")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(kit.desk->isActive());
    CHECK_FALSE(kit.desk->isDeciding());
    CHECK(kit.window->banner().message().tone == ui::Tone::Warn);
    CHECK(QApplication::focusWidget() == kit.editor(QStringLiteral("orgName")));
    CHECK(kit.cases().empty());
}

TEST_CASE("A fault is said when its field was left and never while it is typed the first time")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.type(QStringLiteral("uscc"), QStringLiteral("91620100MA71K2345A"));
    CHECK(fieldMessage(kit, QStringLiteral("uscc")).isEmpty());
    kit.press(Qt::Key_Tab);
    CHECK_FALSE(fieldMessage(kit, QStringLiteral("uscc")).isEmpty());
    // Fields nobody was in say nothing until somebody tries to decide.
    CHECK(fieldMessage(kit, QStringLiteral("driver")).isEmpty());
    kit.press(Qt::Key_F10);
    CHECK_FALSE(fieldMessage(kit, QStringLiteral("driver")).isEmpty());
}

TEST_CASE("Enter walks the empty required fields and ends at the materials")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    CHECK(QApplication::focusWidget() == kit.editor(QStringLiteral("orgName")));
    kit.type(QStringLiteral("orgName"), QStringLiteral("甘肃甲乙旅游客运有限公司"));
    kit.press(Qt::Key_Return);
    CHECK(QApplication::focusWidget() == kit.editor(QStringLiteral("uscc")));
    kit.fillCharter();
    kit.press(Qt::Key_Return);
    CHECK(qobject_cast<ui::MaterialList*>(QApplication::focusWidget()) != nullptr);
}

TEST_CASE("F7 goes from finding to finding and to the field or material each is about")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.fillCharter();
    auto* phone = qobject_cast<QLineEdit*>(kit.editor(QStringLiteral("mobile")));
    phone->setFocus();
    phone->selectAll();
    QTest::keyClicks(phone, QStringLiteral("139"));
    kit.press(Qt::Key_F4);
    kit.press(Qt::Key_F7);
    CHECK(QApplication::focusWidget() == phone);
    kit.press(Qt::Key_F7);
    CHECK(qobject_cast<ui::MaterialList*>(QApplication::focusWidget()) != nullptr);
    kit.press(Qt::Key_F7, Qt::ShiftModifier);
    CHECK(QApplication::focusWidget() == phone);
}

TEST_CASE("Space marks a material and the next one missing takes its place")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.press(Qt::Key_F4);
    const QString first = materials(kit).row(0).id;
    kit.press(Qt::Key_Space);
    CHECK(kit.desk->intake().material(first)->state == domain::MaterialState::Received);
    CHECK(materials(kit).currentRow() == 0);
    CHECK(materials(kit).row(0).id != first);
    CHECK(materials(kit).row(materials(kit).count() - 1).id == first);
}

TEST_CASE("A pasted picture becomes a file of the current material and Delete takes it off")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.press(Qt::Key_F4);
    const QString material = materials(kit).row(materials(kit).currentRow()).id;
    QImage image(200, 280, QImage::Format_RGB32);
    image.fill(Qt::white);
    QApplication::clipboard()->setImage(image);
    kit.press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor(
        [&] {
            const auto* taken = kit.desk->intake().material(material);
            return taken != nullptr && taken->files.size() == 1;
        },
        30'000));
    CHECK(IntakeKit::await(kit.workplace->previews().fetch(
        kit.desk->intake().material(material)->files.front().blob, 0, {52, 73})));
    kit.press(Qt::Key_Delete);
    CHECK(kit.desk->intake().material(material)->files.empty());
}

TEST_CASE("A file that is no paper is refused in words and the application stays")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.press(Qt::Key_F4);
    const QString path = kit.folder->filePath(QStringLiteral("notes.pdf"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("this is no PDF");
    file.close();
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(path)});
    QApplication::clipboard()->setMimeData(data); // takes it over
    kit.press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(
        QTest::qWaitFor([&kit] { return kit.window->banner().message().tone == ui::Tone::Block; }, 30'000));
    CHECK(kit.desk->isActive());
    CHECK(materials(kit).row(0).stateText == QLatin1String("not taken in"));
}

TEST_CASE("What was put aside comes back with every answer")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.fillCharter();
    kit.press(Qt::Key_F5);
    REQUIRE(QTest::qWaitFor([&kit] { return !kit.desk->isActive(); }, 30'000));
    const auto drafts = IntakeKit::await(kit.desk->drafts());
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    kit.page->resumeDraft(drafts->front().id);
    REQUIRE(QTest::qWaitFor([&kit] { return kit.desk->isActive(); }, 30'000));
    const auto* name = qobject_cast<QLineEdit*>(kit.editor(QStringLiteral("orgName")));
    CHECK(name->text() == QStringLiteral("甘肃甲乙旅游客运有限公司"));
    const auto* delivery = qobject_cast<QComboBox*>(kit.editor(QStringLiteral("delivery")));
    CHECK(delivery->currentText() == QStringLiteral("窗口领取"));
}

TEST_CASE("A digit begins a usual item and another one chooses a situation")
{
    IntakeKit kit(ui::tests::theme());
    const auto usual = kit.finder->usual(9);
    REQUIRE(usual.size() > 1);
    kit.press(Qt::Key_2);
    REQUIRE(kit.desk->isActive());
    CHECK(kit.desk->guide().ref.code == usual[1]->ref.code);
    kit.page->beginItem(kOversize);
    REQUIRE(QTest::qWaitFor(
        [&kit] { return kit.desk->isActive() && kit.desk->guide().ref.code == kOversize; }, 30'000));
    kit.press(Qt::Key_F6, Qt::ShiftModifier);
    kit.press(Qt::Key_3);
    REQUIRE(kit.desk->situation().chosen.size() == 2);
    CHECK(kit.desk->situation().chosen.back()->id == QLatin1String("S05"));
}

TEST_CASE("One region at a time where there is no room and all three where there is")
{
    IntakeKit kit(ui::tests::theme(), {960, 680});
    kit.page->beginItem(kCharter);
    const auto* list = kit.page->findChild<ui::MaterialList*>();
    CHECK(kit.editor(QStringLiteral("orgName"))->isVisible());
    CHECK_FALSE(list->isVisible());
    kit.press(Qt::Key_F4);
    CHECK(list->isVisible());
    CHECK_FALSE(kit.editor(QStringLiteral("orgName"))->isVisible());
    kit.window->resize(1366, 768);
    CHECK(QTest::qWaitFor([&] { return kit.editor(QStringLiteral("orgName"))->isVisible(); }));
    CHECK(list->isVisible());
}
