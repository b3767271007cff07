// SPDX-License-Identifier: GPL-3.0-or-later
// test_cases "[look]" saves pictures of the page with a day's cases to the folder OW_LOOK. Hidden: for
// looking, not for the gate.
#include "translations/words.h"
#include "ui/casekit.h"
#include "ui/cases/casedetailpane.h"
#include "ui/cases/casespage.h"
#include "ui/cases/duplicateview.h"
#include "ui/frame/mainwindow.h"
#include "ui/papers/paperpages.h"
#include "ui/papers/paperview.h"
#include "ui/progress/progresspage.h"
#include "ui/support.h"
#include "ui/widgets/segmentbar.h"

#include <QAction>
#include <QApplication>
#include <QDir>

namespace ow::ui {

namespace {

constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;

tests::Person applicant(int place)
{
    static const QStringList kNames{QStringLiteral("甘肃甲乙大件运输有限公司"),
                                    QStringLiteral("兰州丙丁旅游客运有限公司"),
                                    QStringLiteral("戊己客运集团"),
                                    QStringLiteral("张建国"),
                                    QStringLiteral("庚辛建筑工程有限公司"),
                                    QStringLiteral("壬癸物流有限公司")};
    tests::Person person;
    person.name = kNames[place % kNames.size()];
    return person;
}

void receiveDays(tests::CaseKit& kit)
{
    for (int i = 1; i <= 18; ++i) {
        const QString item = QStringLiteral("62-JT-XK-%1").arg(i * 2, 4, 10, QLatin1Char('0'));
        kit.receive(i % 7 == 0 ? QStringLiteral("62-JT-GG-0003") : item, applicant(i), i % 5 != 0);
        kit.clock().advance(i % 3 == 0 ? 2 * kDayMs : 600'000);
    }
}

void save(QWidget& window, const QString& name)
{
    const QDir folder(qEnvironmentVariable("OW_LOOK", QStringLiteral(".")));
    REQUIRE(window.grab().save(folder.filePath(name)));
}

} // namespace

TEST_CASE("pictures of the page of cases", "[.look]")
{
    REQUIRE(words::install(*qApp, u"zh_CN"));
    tests::CaseKit kit;
    receiveDays(kit);
    desk::PrintDesk printer;
    MainWindow window(tests::theme());
    auto* page = new CasesPage(tests::theme(), kit.workplace(), kit.cases(), kit.papers(), printer);
    window.addPage(
        {QStringLiteral("cases"), QStringLiteral("办件"), QStringLiteral("list"), domain::AnyPerson}, page);
    page->addActions(window.actions(), QStringLiteral("cases"));
    window.setRoles(domain::Clerk);
    window.showPage(QStringLiteral("cases"));
    for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
        for (const int percent : {100, 150}) {
            tests::setTheme(ThemeId::Light, percent);
            tests::show(window, size);
            page->setFocus();
            for (const int segment : {1, 5}) {
                page->findChild<SegmentBar*>()->setCurrent(segment);
                QTest::qWait(400);
                save(window,
                     QStringLiteral("cases-%1-%2-%3.png").arg(size.width()).arg(percent).arg(segment));
            }
            QTest::keyClick(page->focusWidget() != nullptr ? page->focusWidget() : page, Qt::Key_Return);
            QTest::qWait(200);
            save(window, QStringLiteral("cases-%1-%2-detail.png").arg(size.width()).arg(percent));
            page->detail().openNewest();
            REQUIRE(QTest::qWaitFor([page] { return page->isPaperOpen(); }, 60'000));
            QTest::qWait(800);
            save(window, QStringLiteral("cases-%1-%2-paper.png").arg(size.width()).arg(percent));
            QTest::keyClick(&page->paperView().pages(), Qt::Key_Escape);
            QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
        }
    }
    tests::setTheme(ThemeId::Light, 100);
}

TEST_CASE("pictures of looks at cases", "[.look]")
{
    REQUIRE(words::install(*qApp, u"zh_CN"));
    tests::CaseKit kit;
    receiveDays(kit);
    const QString item = QStringLiteral("62-JT-GG-0003");
    kit.receive(item, applicant(1));
    tests::Person changed = applicant(1);
    changed.phone = QStringLiteral("13909310009");
    const QString twin = kit.receive(item, changed);
    desk::PrintDesk printer;
    MainWindow window(tests::theme());
    const QString kPage = QStringLiteral("cases");
    auto* page = new CasesPage(tests::theme(), kit.workplace(), kit.cases(), kit.papers(), printer);
    window.addPage({kPage, QStringLiteral("办件"), QStringLiteral("list"), domain::AnyPerson}, page);
    page->addActions(window.actions(), kPage);
    auto* progress = new ProgressPage(tests::theme(), kit.workplace());
    window.addPage(ProgressPage::info(), progress);
    window.setRoles(domain::Clerk);
    const std::pair<ThemeId, QString> themes[] = {{ThemeId::Light, QStringLiteral("light")},
                                                  {ThemeId::Dark, QStringLiteral("dark")},
                                                  {ThemeId::Contrast, QStringLiteral("contrast")}};
    for (const auto& [id, name] : themes) {
        for (const int percent : {100, 150}) {
            tests::setTheme(id, percent);
            const QString end = QStringLiteral("-%1-%2.png").arg(name).arg(percent);
            tests::show(window, {1366, 768});
            window.showPage(kPage);
            page->showCase(twin);
            REQUIRE(QTest::qWaitFor(
                [&] { return page->detail().detail() && page->detail().detail()->line.number == twin; },
                20'000));
            window.actions().find(kPage + QStringLiteral(".narrow"))->trigger();
            page->detail().toggleUnmask();
            QTest::qWait(300);
            save(window, QStringLiteral("looks") + end);
            page->detail().toggleUnmask();
            window.actions().find(kPage + QStringLiteral(".narrow"))->trigger();
            page->detail().compare();
            QTest::qWait(500);
            save(window, QStringLiteral("twins") + end);
            Q_EMIT page->duplicates().left();
            window.showPage(ProgressPage::info().id);
            progress->ask(QStringLiteral("有限公司"));
            QTest::qWait(500);
            save(window, QStringLiteral("progress") + end);
        }
    }
    tests::setTheme(ThemeId::Light, 100);
}

} // namespace ow::ui
