// SPDX-License-Identifier: GPL-3.0-or-later
// test_cases "[.chief]" saves pictures of the pages of today and of guides to the folder OW_LOOK. Hidden: for
// looking, not for the gate.
#include "desk/todaydesk.h"
#include "translations/words.h"
#include "ui/adminkit.h"
#include "ui/frame/mainwindow.h"
#include "ui/guides/changepane.h"
#include "ui/guides/guidespage.h"
#include "ui/support.h"
#include "ui/today/queuelist.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/fieldedit.h"

#include <QApplication>
#include <QDir>

namespace ow::ui {

namespace {

void saveAll(QWidget& window, QWidget& page, const QString& name)
{
    const QDir folder(qEnvironmentVariable("OW_LOOK", QStringLiteral(".")));
    for (const ThemeId theme : kThemeIds) {
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
            for (const int percent : {100, 150}) {
                tests::setTheme(theme, percent);
                tests::show(window, size);
                page.setFocus();
                QTest::qWait(400);
                REQUIRE(window.grab().save(folder.filePath(QStringLiteral("%1-%2-%3-%4.png")
                                                               .arg(name, QString(themeKey(theme)))
                                                               .arg(size.width())
                                                               .arg(percent))));
            }
        }
    }
    tests::setTheme(ThemeId::Light, 100);
}

} // namespace

TEST_CASE("pictures of the page of today", "[.chief]")
{
    REQUIRE(words::install(*qApp, u"zh_CN"));
    constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;
    tests::CaseKit kit;
    const QStringList names{QStringLiteral("甘肃甲乙大件运输有限公司"), QStringLiteral("张建国"),
                            QStringLiteral("兰州丙丁旅游客运有限公司"), QStringLiteral("王小明")};
    for (int i = 1; i <= 12; ++i) {
        tests::Person person;
        person.name = names[i % names.size()];
        kit.receive(QStringLiteral("62-JT-XK-%1").arg(i * 2, 4, 10, QLatin1Char('0')), person, i % 4 != 0);
        kit.clock().advance(i == 3 ? 20 * kDayMs : i == 5 ? 6 * kDayMs : 600'000);
    }
    kit.workplace().setPerson(
        desk::Person{desk::SignInDesk::trainingUser(), QStringLiteral("李四"), domain::Chief});
    desk::TodayDesk today(kit.workplace(), kit.cases());
    MainWindow window(tests::theme());
    auto* page = new TodayPage(tests::theme(), kit.workplace(), today);
    window.addPage({QStringLiteral("today"), QStringLiteral("今日"), QStringLiteral("today"), domain::Chief},
                   page);
    page->addActions(window.actions(), QStringLiteral("today"));
    window.setRoles(domain::Chief);
    window.showPage(QStringLiteral("today"));
    tests::show(window, {1366, 768});
    QTest::qWait(1500);
    saveAll(window, *page, QStringLiteral("today"));
    tests::setTheme(ThemeId::Light, 150);
    tests::show(window, {1366, 768});
    page->setFocus();
    QTest::keyClick(&page->queue(), Qt::Key_Return);
    QTest::qWait(600);
    REQUIRE(window.grab().save(QDir(qEnvironmentVariable("OW_LOOK", QStringLiteral(".")))
                                   .filePath(QStringLiteral("today-read.png"))));
    tests::setTheme(ThemeId::Light, 100);
}

TEST_CASE("pictures of the page of guides", "[.chief]")
{
    REQUIRE(words::install(*qApp, u"zh_CN"));
    tests::AdminKit kit;
    MainWindow window(tests::theme());
    auto* page = new GuidesPage(tests::theme(), kit.workplace(), kit.guides());
    window.addPage(
        {QStringLiteral("guides"), QStringLiteral("指南"), QStringLiteral("book"), domain::Administrator},
        page);
    page->addActions(window.actions(), QStringLiteral("guides"));
    window.setRoles(domain::Administrator);
    window.showPage(QStringLiteral("guides"));
    tests::show(window, {1366, 768});
    page->showGuide(QStringLiteral("62-JT-XK-0007"));
    QTest::qWait(500);
    page->change().fieldFor(QStringLiteral("promised"))->setText(QStringLiteral("4"));
    QTest::qWait(800);
    saveAll(window, *page, QStringLiteral("guides"));
}

} // namespace ow::ui
