// SPDX-License-Identifier: GPL-3.0-or-later
// Settings, training and the manual in the whole program.
#include "translations/words.h"
#include "ui/help/helppage.h"
#include "ui/help/topiclist.h"
#include "ui/look/shellkit.h"
#include "ui/settings/scanprofilegroup.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/gate.h"
#include "ui/shell/stationlock.h"
#include "ui/theme/iconset.h"
#include "ui/training/trainingpage.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/fieldedit.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/primarybutton.h"
#include "ui/words/statewords.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

#include <catch2/catch.hpp>

#include <algorithm>

namespace ow::ui {

namespace {

using namespace Qt::StringLiterals;

bool inRail(tests::ShellKit& kit, const QString& id)
{
    return std::ranges::any_of(kit.window().pages(), [&id](const PageInfo& page) { return page.id == id; });
}

/// The box that offers this.
ChoiceBox* boxWith(QWidget& page, const QVariant& data)
{
    for (ChoiceBox* box : page.findChildren<ChoiceBox*>()) {
        if (box->findData(data) >= 0) {
            return box;
        }
    }
    return nullptr;
}

void choose(ChoiceBox* box, const QVariant& data)
{
    REQUIRE(box != nullptr);
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

QStringList sourcesOfUi()
{
    QStringList files;
    QDirIterator found(QString::fromUtf16(OW_SOURCE_DIR) + u"/ui"_s, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (found.hasNext()) {
        files.append(found.next());
    }
    return files;
}

} // namespace

TEST_CASE("theme size and idle lock are chosen on the settings page and hold at once")
{
    tests::ShellKit kit;
    kit.signIn();
    kit.window().showPage(SettingsPage::info().id);
    SettingsPage& page = kit.shell().settingsPage();
    choose(boxWith(page, u"contrast"_s), u"contrast"_s);
    CHECK(tests::theme().id() == ThemeId::Contrast);
    choose(boxWith(page, 150), 150);
    CHECK(tests::theme().metrics().percent() == 150);
    QTest::keyClick(&kit.window(), Qt::Key_0, Qt::ControlModifier);
    CHECK(tests::theme().metrics().percent() == 100);
    CHECK(boxWith(page, u"contrast"_s)->currentData() == u"contrast"_s);
    CHECK(boxWith(page, 175)->currentData() == 100);
    CHECK(kit.shell().stationLock().idleLock().minutes() == 10);
    choose(boxWith(page, 5), 5);
    CHECK(kit.shell().stationLock().idleLock().minutes() == 5);
    // The button of the sign-in page goes round the same themes.
    Q_EMIT kit.shell().gate().page()->themeRequested();
    CHECK(tests::theme().id() == ThemeId::Light);
    CHECK(kit.shell().settings().look().theme == u"light"_s);
}

TEST_CASE("the password of training stays and the page says why")
{
    tests::ShellKit kit;
    kit.signIn();
    kit.window().showPage(SettingsPage::info().id);
    SettingsPage& page = kit.shell().settingsPage();
    CHECK_FALSE(page.findChild<PrimaryButton*>()->isEnabled());
    for (PasswordEdit* edit : page.findChildren<PasswordEdit*>()) {
        CHECK_FALSE(edit->isEnabled());
    }
}

TEST_CASE("a scan profile is renamed added and removed")
{
    tests::ShellKit kit;
    kit.signIn();
    kit.window().showPage(SettingsPage::info().id);
    SettingsPage& page = kit.shell().settingsPage();
    ChoiceBox* dpi = boxWith(page, 600);
    choose(dpi, 600);
    auto* which = page.findChildren<ChoiceBox*>().at(0);
    for (ChoiceBox* box : page.findChildren<ChoiceBox*>()) {
        which = box->itemText(0).startsWith(u"Alt+1") ? box : which;
    }
    const int before = which->count();
    const auto press = [&page](const QString& word) {
        for (QPushButton* button : page.findChildren<QPushButton*>()) {
            if (button->text() == word) {
                button->click();
                return;
            }
        }
        FAIL("no button " + word.toStdString());
    };
    press(QCoreApplication::translate("ow::ui::ScanProfileGroup", "Add a profile"));
    CHECK(which->count() == before + 1);
    CHECK(which->currentIndex() == before);
    press(QCoreApplication::translate("ow::ui::ScanProfileGroup", "Remove this profile"));
    CHECK(which->count() == before);
}

TEST_CASE("Tab goes through a scan profile in the order its fields stand in")
{
    tests::ShellKit kit;
    kit.signIn();
    kit.window().showPage(SettingsPage::info().id);
    const auto* group = kit.shell().settingsPage().findChild<ScanProfileGroup*>();
    REQUIRE(group != nullptr);
    std::vector<QWidget*> editors;
    for (const FormField* field : group->findChildren<FormField*>()) {
        editors.push_back(field->editor());
    }
    REQUIRE(editors.size() == 6);
    std::ranges::sort(editors, {}, [group](const QWidget* editor) {
        const QPoint at = editor->mapTo(group, QPoint());
        return std::pair(at.y(), at.x());
    });
    editors.front()->setFocus();
    for (QWidget* editor : editors) {
        CHECK(QApplication::focusWidget() == editor);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
}

TEST_CASE("the training page fills a sample day and the learner is still there")
{
    tests::ShellKit kit;
    CHECK_FALSE(inRail(kit, TrainingPage::info().id));
    kit.signIn();
    REQUIRE(inRail(kit, TrainingPage::info().id));
    kit.window().showPage(TrainingPage::info().id);
    REQUIRE(kit.shell().intake().begin(u"62-JT-XK-0040"_s)); // an application under way is put aside
    TrainingPage& page = kit.shell().trainingPage();
    QTest::keyClick(&kit.window(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(page.isBusy());
    REQUIRE(QTest::qWaitFor([&page] { return !page.isBusy(); }, 60'000));
    CHECK(kit.window().currentPage() == TrainingPage::info().id);
    CHECK_FALSE(kit.shell().intake().isActive());
    REQUIRE(kit.workplace().person());
    CHECK(kit.workplace().person()->name == desk::SignInDesk::trainingName());
    CHECK(inRail(kit, TrainingPage::info().id));
}

TEST_CASE("F1 twice opens the manual at the page and Esc goes back to it")
{
    tests::ShellKit kit;
    kit.signIn();
    HelpPage& help = kit.shell().helpPage();
    for (const PageInfo& page : kit.window().pages()) {
        INFO(page.id.toStdString());
        kit.window().showPage(page.id);
        QTest::keyClick(&kit.window(), Qt::Key_F1);
        QTest::keyClick(&kit.window(), Qt::Key_F1);
        CHECK(kit.window().currentPage() == HelpPage::info().id);
        CHECK(help.section() == page.id); // every page has a section of its own
        QTest::keyClick(&help, Qt::Key_Escape);
        CHECK(kit.window().currentPage() == page.id);
    }
}

TEST_CASE("the manual is searched and what was found is marked")
{
    HelpPage page(tests::theme());
    tests::show(page, {1200, 700});
    const auto all = page.book().sections().size();
    REQUIRE(all > 10);
    auto* find = page.findChild<FieldEdit*>();
    auto* list = page.findChild<TopicList*>();
    find->setText(u"容缺"_s);
    const int found = list->model()->rowCount();
    CHECK(found > 0);
    CHECK(found < static_cast<int>(all));
    CHECK_FALSE(page.findChild<QTextBrowser*>()->extraSelections().isEmpty());
    find->setText(u"没有这样的话"_s);
    CHECK(list->model()->rowCount() == 0);
    QTest::keyClick(&page, Qt::Key_Escape);
    CHECK(list->model()->rowCount() == static_cast<int>(all));
    const HelpBook book =
        HelpBook::parse(u"# t\n\n<!-- id: a -->\n## A b\n\nx\n\n<!-- id: c -->\n## D\ny\n"_s);
    REQUIRE(book.sections().size() == 2);
    CHECK(book.sections()[0].text == u"x"_s);
    CHECK(book.sections()[1].title == u"D"_s);
    CHECK(book.find(u"B x"_s) == std::vector<int>{0});
}

TEST_CASE("links within the manual lead to sections that are there")
{
    const HelpBook book = HelpBook::builtIn();
    static const QRegularExpression link(u"\\]\\(#([a-z0-9-]*)\\)"_s);
    int links = 0;
    for (const HelpBook::Section& section : book.sections()) {
        auto found = link.globalMatch(section.text);
        while (found.hasNext()) {
            const QString id = found.next().captured(1);
            INFO(section.id.toStdString() << " to " << id.toStdString());
            CHECK(book.indexOf(id) >= 0);
            ++links;
        }
    }
    CHECK(links > 5);
}

TEST_CASE("every icon that is named exists")
{
    tests::ShellKit kit;
    kit.signIn();
    for (const PageInfo& page : kit.window().pages()) {
        INFO(page.id.toStdString());
        CHECK(IconSet::exists(page.icon));
    }
    // Where the sources hand an icon over by its name.
    static const QRegularExpression named(
        u"(?:icon|pixmap|setIconName|setLeadingIcon)\\((?:[^()\"]*, ?)?QStringLiteral\\(\"([a-z]+)\"\\)"_s);
    int names = 0;
    for (const QString& path : sourcesOfUi()) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        auto found = named.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext()) {
            const QString name = found.next().captured(1);
            INFO(path.toStdString() << ": " << name.toStdString());
            CHECK(IconSet::exists(name));
            ++names;
        }
    }
    CHECK(names > 10);
    CHECK_FALSE(IconSet::exists(u"nothing"_s));
}

} // namespace ow::ui
