// SPDX-License-Identifier: GPL-3.0-or-later
// The form at work: what rules show and compute, the axle table, folding, steps back, faults, the key count.
#include "ui/intake/formpane.h"
#include "ui/intake/intakekit.h"
#include "ui/support.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCborArray>
#include <QClipboard>
#include <QLineEdit>
#include <QSet>

#include <catch2/catch.hpp>

using namespace ow;
using test::IntakeKit;

namespace {

const QString kCharter = QStringLiteral("62-JT-GG-0003");
const QString kOversize = QStringLiteral("62-JT-XK-0007");

} // namespace

TEST_CASE("Nine axles are typed by Enter alone and Enter in the blank one goes on in the form")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kOversize);
    kit.type(QStringLiteral("trailerPlate"), QStringLiteral("甘A0001挂"));
    kit.fillAxles();
    const QCborArray axles = kit.desk->intake().fields.value(QStringLiteral("axles")).toArray();
    REQUIRE(axles.size() == 9);
    CHECK(axles.at(0).toArray().at(0).toString() == QLatin1String("1"));
    CHECK(axles.at(8).toArray().at(1).toString() == QLatin1String("15000"));
    CHECK(kit.desk->effective().fields.value(QStringLiteral("axleSum")).toString() ==
          QLatin1String("118600"));
    // Letters are not taken.
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("x"));
    kit.press(Qt::Key_Return);
    CHECK(kit.desk->intake().fields.value(QStringLiteral("axles")).toArray().size() == 9);
    const auto* axleTable = kit.editor(QStringLiteral("axles"));
    CHECK_FALSE(axleTable->isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("A block from a spreadsheet is pasted into the axles")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kOversize);
    kit.editor(QStringLiteral("axles"))->setFocus(Qt::TabFocusReason);
    QApplication::clipboard()->setText(QStringLiteral("7000\t10800\t15000\r\n2\t4\t8\r\n"));
    kit.press(Qt::Key_V, Qt::ControlModifier);
    const QCborArray axles = kit.desk->intake().fields.value(QStringLiteral("axles")).toArray();
    REQUIRE(axles.size() == 3);
    CHECK(axles.at(1).toArray().at(1).toString() == QLatin1String("10800"));
    CHECK(axles.at(2).toArray().at(2).toString() == QLatin1String("8"));
}

TEST_CASE("A computed field is shown read only with its reason and stays in the tab order")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kOversize);
    kit.fillAxles();
    auto* sum = qobject_cast<QLineEdit*>(kit.editor(QStringLiteral("axleSum")));
    REQUIRE(sum != nullptr);
    CHECK(sum->isReadOnly());
    CHECK(sum->text() == QLatin1String("118,600"));
    CHECK((sum->focusPolicy() & Qt::TabFocus) != 0);
    CHECK_FALSE(sum->accessibleDescription().isEmpty());
    kit.type(QStringLiteral("axleSum"), QStringLiteral("5"));
    CHECK(sum->text() == QLatin1String("118,600"));
}

TEST_CASE("A field a rule shows appears where the cursor does not move and goes again")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kOversize);
    QWidget* address = kit.editor(QStringLiteral("postAddr"));
    REQUIRE(address != nullptr);
    CHECK_FALSE(address->isVisible());
    kit.type(QStringLiteral("delivery"), QStringLiteral("2"));
    QWidget* delivery = kit.editor(QStringLiteral("delivery"));
    const int before = delivery->mapTo(kit.window.get(), QPoint(0, 0)).y();
    CHECK(address->isVisible());
    kit.press(Qt::Key_1);
    QCoreApplication::processEvents();
    CHECK_FALSE(address->isVisible());
    CHECK(delivery->mapTo(kit.window.get(), QPoint(0, 0)).y() == before);
}

TEST_CASE("Enter folds the sections it has finished and the field it goes to stays in sight")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kOversize);
    kit.fillOversize();
    kit.desk->setField(QStringLiteral("dest"), {});
    auto* dest = qobject_cast<QLineEdit*>(kit.editor(QStringLiteral("dest")));
    dest->clear();
    kit.editor(QStringLiteral("goodsName"))->setFocus(Qt::TabFocusReason);
    kit.press(Qt::Key_Return);
    CHECK(QApplication::focusWidget() == dest);
    CHECK_FALSE(kit.editor(QStringLiteral("applicantName"))->isVisible());
    CHECK_FALSE(kit.editor(QStringLiteral("goodsName"))->isVisible());
    CHECK(dest->isVisible());
    CHECK(dest->visibleRegion().boundingRect().height() == dest->height());
}

TEST_CASE("Ctrl+Z takes back what was typed in the form and says what and Ctrl+Shift+Z does it again")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.type(QStringLiteral("orgName"), QStringLiteral("abc"));
    kit.type(QStringLiteral("driver"), QStringLiteral("xyz"));
    kit.press(Qt::Key_Z, Qt::ControlModifier);
    auto* driver = qobject_cast<QLineEdit*>(kit.editor(QStringLiteral("driver")));
    auto* name = qobject_cast<QLineEdit*>(kit.editor(QStringLiteral("orgName")));
    CHECK(driver->text().isEmpty());
    CHECK(kit.window->banner().message().sentence.contains(
        kit.desk->guide().field(QStringLiteral("driver"))->label));
    kit.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(name->text().isEmpty());
    CHECK(QApplication::focusWidget() == name);
    kit.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(name->text() == QLatin1String("abc"));
    // A situation is taken back like an answer.
    kit.page->beginItem(kOversize);
    REQUIRE(QTest::qWaitFor([&kit] { return kit.desk->guide().ref.code == kOversize; }, 30'000));
    kit.desk->chooseSituation(QStringLiteral("handling"), QStringLiteral("S04"));
    kit.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(kit.desk->situation().chosen.back()->id == QLatin1String("S00"));
}

TEST_CASE("Ctrl+G goes from fault to fault and to the empty ones when nothing else is wrong")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.fillCharter();
    for (const char* key : {"uscc", "mobile"}) {
        auto* edit = qobject_cast<QLineEdit*>(kit.editor(QLatin1String(key)));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("1"));
    }
    kit.press(Qt::Key_F4);
    kit.press(Qt::Key_G, Qt::ControlModifier);
    CHECK(QApplication::focusWidget() == kit.editor(QStringLiteral("uscc")));
    kit.press(Qt::Key_G, Qt::ControlModifier);
    CHECK(QApplication::focusWidget() == kit.editor(QStringLiteral("mobile")));
    kit.press(Qt::Key_G, Qt::ControlModifier);
    CHECK(QApplication::focusWidget() == kit.editor(QStringLiteral("uscc")));
}

TEST_CASE("A draft on the list is thrown away by Delete and comes back by Ctrl+Z")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    kit.type(QStringLiteral("orgName"), QStringLiteral("abc"));
    kit.press(Qt::Key_F5);
    REQUIRE(QTest::qWaitFor([&kit] { return !kit.desk->isActive(); }, 30'000));
    const auto draftRow = [&kit]() -> QAbstractButton* {
        const QString name = kit.workplace->rules()->catalogue.current(kCharter)->name;
        for (auto* button : kit.page->findChildren<QAbstractButton*>()) {
            if (button->text().startsWith(name) && button->text() != name && button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    };
    REQUIRE(QTest::qWaitFor([&] { return draftRow() != nullptr; }, 30'000));
    draftRow()->setFocus();
    kit.press(Qt::Key_Delete);
    REQUIRE(
        QTest::qWaitFor([&] { return kit.desk->canBringBackDiscarded() && draftRow() == nullptr; }, 30'000));
    kit.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return draftRow() != nullptr; }, 30'000));
}

TEST_CASE("A repeat customer's class three journey takes at most 65 keys beyond the text of its form")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kOversize);
    kit.fillOversize();
    kit.receiveMaterials();
    REQUIRE(kit.desk->answer() == domain::Answer::Accept);
    REQUIRE(IntakeKit::await(kit.desk->decide(domain::Answer::Accept)));

    int keys = 7; // F2, five letters, Enter: the item
    kit.page->beginItem(kOversize);
    const auto press = [&](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        kit.press(key, modifiers);
        ++keys;
    };
    auto* form = kit.page->findChild<ui::FormPane*>();
    const auto write = [&](const QString& text) { kit.type(form->currentField(), text); };
    REQUIRE(form->currentField() == QLatin1String("applicantName"));
    press(Qt::Key_Tab);
    write(QStringLiteral("91620100MA71K2345G"));
    REQUIRE(QTest::qWaitFor([&kit] { return kit.desk->earlier().has_value(); }, 30'000));
    press(Qt::Key_R, Qt::ControlModifier);
    const QHash<QString, QString> journey{
        {QStringLiteral("goodsName"), QStringLiteral("220kV主变压器")},
        {QStringLiteral("goodsMass"), QStringLiteral("72000")},
        {QStringLiteral("goodsSize"), QStringLiteral("10.8×3×3.1")},
        {QStringLiteral("totalLen"), QStringLiteral("32.6")},
        {QStringLiteral("totalWid"), QStringLiteral("4.2")},
        {QStringLiteral("totalHei"), QStringLiteral("4.48")},
        {QStringLiteral("totalMass"), QStringLiteral("118600")},
        {QStringLiteral("origin"), QStringLiteral("兰州市榆中县")},
        {QStringLiteral("dest"), QStringLiteral("酒泉市瓜州县")},
        {QStringLiteral("route"), QStringLiteral("榆中县甲厂，G30连霍高速，瓜州县乙变电站")},
        {QStringLiteral("dateFrom"), QStringLiteral("20261202")},
        {QStringLiteral("dateTo"), QStringLiteral("20261206")}};
    const QHash<QString, int> choices{{QStringLiteral("licenceScope"), Qt::Key_3},
                                      {QStringLiteral("runningBan"), Qt::Key_2},
                                      {QStringLiteral("divisible"), Qt::Key_2}};
    for (int i = 0; i < 40 && !form->currentField().isEmpty(); ++i) {
        const QString field = form->currentField();
        INFO(field.toStdString());
        if (choices.contains(field)) {
            press(choices.value(field));
        } else {
            REQUIRE(journey.contains(field));
            write(journey.value(field));
        }
        press(field == QLatin1String("route") ? Qt::Key_Down : Qt::Key_Return,
              field == QLatin1String("route") ? Qt::ControlModifier : Qt::NoModifier);
    }
    CHECK(kit.desk->situation().chosen.front()->id == QLatin1String("S03"));
    const auto due = kit.desk->situation().materials.size();
    for (std::size_t i = 0; i < due; ++i) {
        press(Qt::Key_Space);
    }
    REQUIRE(kit.desk->answer() == domain::Answer::Accept);
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&kit] { return !kit.desk->isActive(); }, 30'000));
    CAPTURE(keys);
    CHECK(keys <= 65);
}

TEST_CASE("The line of a finished section says where its answers are from and typing makes one's own of them")
{
    IntakeKit kit(ui::tests::theme());
    kit.page->beginItem(kCharter);
    REQUIRE(kit.desk->isActive());
    const auto sourceOf = [&kit](const char* key) {
        return kit.desk->intake().sources.value(QString::fromLatin1(key));
    };
    // A code goes into the empty text field the cursor stands in, and nowhere else.
    kit.editor(QStringLiteral("orgName"))->setFocus();
    CHECK(kit.page->takeCode(QStringLiteral("JIA YI")));
    CHECK(sourceOf("orgName") == domain::AnswerSource::Code);
    CHECK_FALSE(kit.page->takeCode(QStringLiteral("another")));
    kit.desk->setField(QStringLiteral("agentName"), QStringLiteral("Wang"), domain::AnswerSource::Card);
    CHECK(sourceOf("agentName") == domain::AnswerSource::Card);
    const QString draft = kit.desk->intake().draftId;
    REQUIRE(IntakeKit::await(kit.desk->putAside()));
    REQUIRE(IntakeKit::await(kit.desk->resume(draft)));
    CHECK(sourceOf("agentName") == domain::AnswerSource::Card);
    CHECK(sourceOf("orgName") == domain::AnswerSource::Code);
    kit.desk->setField(QStringLiteral("agentName"), QStringLiteral("Wang Er"));
    CHECK(sourceOf("agentName") == domain::AnswerSource::Typed);
    CHECK(kit.desk->undo() != QString());
    CHECK(sourceOf("agentName") == domain::AnswerSource::Card);

    QSet<QString> words;
    for (const auto source : {domain::AnswerSource::Typed, domain::AnswerSource::Card,
                              domain::AnswerSource::Earlier, domain::AnswerSource::Code}) {
        words.insert(ui::FormPane::sourceWord(source));
    }
    CHECK(words.size() == 4);
}
