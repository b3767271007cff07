// SPDX-License-Identifier: GPL-3.0-or-later
// The coded look: every page at two sizes, in three themes, at 100 and 150 % of type. With OW_LOOK set to a
// folder, a picture of each is left there for people.
#include "translations/words.h"
#include "ui/help/helppage.h"
#include "ui/look/lookcheck.h"
#include "ui/look/shellkit.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

#include <catch2/catch.hpp>

#include <functional>

namespace ow::ui {

namespace {

constexpr std::array kSizes{QSize(1366, 768), QSize(1920, 1080)};
constexpr std::array kScales{100, 150};

void keepPicture(QWidget& page, const QString& name)
{
    const QString folder = qEnvironmentVariable("OW_LOOK");
    if (!folder.isEmpty()) {
        REQUIRE(page.grab().save(QDir(folder).filePath(name + QStringLiteral(".png"))));
    }
}

/// Shows `scene` in every dress and gathers what is wrong with it.
QStringList faultsInEveryDress(tests::ShellKit& kit, const QString& name, const std::function<void()>& scene)
{
    QStringList faults;
    for (const ThemeId id : kThemeIds) {
        for (const int percent : kScales) {
            tests::setTheme(id, percent);
            for (const QSize size : kSizes) {
                tests::show(kit.window(), size);
                scene();
                QTest::qWait(60); // layouts that were put off
                const QString dress = QStringLiteral("%1-%2-%3-%4")
                                          .arg(name, QString(themeKey(id)))
                                          .arg(percent)
                                          .arg(size.width());
                keepPicture(kit.window(), dress);
                // What still comes from the ledger may move things; what stays is a fault.
                QStringList left;
                static_cast<void>(QTest::qWaitFor(
                    [&left, &kit] {
                        left = tests::lookFaults(kit.window());
                        return left.isEmpty();
                    },
                    1500));
                for (const QString& fault : left) {
                    faults.append(dress + QStringLiteral(": ") + fault);
                }
            }
        }
    }
    tests::setTheme(ThemeId::Light, 100);
    return faults;
}

void demandNone(const QStringList& faults)
{
    INFO(faults.join(u'\n').toStdString());
    CHECK(faults.isEmpty());
}

struct Words
{
    Words()
    {
        REQUIRE(words::install(*qApp, u"zh_CN"));
        // Words that are not merged yet can be looked at before they are.
        const QString more = qEnvironmentVariable("OW_LOOK_WORDS");
        if (!more.isEmpty()) {
            auto* translator = new QTranslator(qApp);
            REQUIRE(translator->load(more));
            REQUIRE(QCoreApplication::installTranslator(translator));
        }
    }
};

} // namespace

TEST_CASE("the check of the look sees each thing it is there for")
{
    tests::setTheme(ThemeId::Light, 100);
    QWidget page;
    auto* cut = new QLabel(QStringLiteral("收到申请之日起五个工作日内"), &page);
    cut->setGeometry(10, 10, 40, 20);
    auto* over = new QLabel(QStringLiteral("二"), &page);
    over->setGeometry(20, 15, 60, 20);
    auto* stray = new QLabel(QStringLiteral("三"), &page);
    stray->setGeometry(280, 60, 60, 20);
    auto* foreign = new QPushButton(QStringLiteral("Accept 受理"), &page);
    foreign->setGeometry(10, 80, 120, 30);
    auto* nameless = new QLineEdit(&page);
    nameless->setGeometry(10, 120, 120, 30);
    auto* never = new QPushButton(QStringLiteral("够不着"), &page);
    never->setGeometry(150, 120, 90, 30);
    tests::show(page, {300, 200});
    CHECK(tests::cutTexts(page).size() == 1);
    CHECK(tests::overlaps(page).size() == 1);
    CHECK(tests::strayChildren(page).size() == 1);
    CHECK(tests::foreignWords(page).size() == 1);
    CHECK(tests::unnamed(page).size() == 1);
    foreign->setFocus();
    CHECK(tests::unreached(page).isEmpty());
    QWidget::setTabOrder(foreign, nameless);

    // A place that sends the focus back makes a ring the last one is not in.
    class Back : public QObject
    {
    public:
        bool eventFilter(QObject* watched, QEvent* event) override
        {
            if (event->type() == QEvent::KeyPress) {
                static_cast<QWidget*>(watched)->parentWidget()->findChild<QPushButton*>()->setFocus();
                return true;
            }
            return false;
        }
    } back;

    nameless->installEventFilter(&back);
    foreign->setFocus();
    CHECK(tests::unreached(page).size() == 1);
}

TEST_CASE("the first start is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    demandNone(faultsInEveryDress(kit, QStringLiteral("first-start"), [] {}));
}

TEST_CASE("every page of the rail is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    kit.signIn();
    kit.receiveDay(12);
    for (const PageInfo& page : kit.window().pages()) {
        demandNone(faultsInEveryDress(kit, page.id, [&kit, &page] { kit.window().showPage(page.id); }));
    }
}

TEST_CASE("an application under way is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    kit.signIn();
    REQUIRE(kit.shell().intake().begin(QStringLiteral("62-JT-XK-0007")));
    demandNone(faultsInEveryDress(kit, QStringLiteral("oversize"), [] {}));
}

TEST_CASE("the search with its results is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    kit.signIn();
    demandNone(faultsInEveryDress(kit, QStringLiteral("search"), [&kit] {
        QTest::keyClick(&kit.window(), Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("djys"));
    }));
}

TEST_CASE("the key sheet is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    kit.signIn();
    demandNone(faultsInEveryDress(kit, QStringLiteral("keys"),
                                  [&kit] { QTest::keyClick(&kit.window(), Qt::Key_F1); }));
}

TEST_CASE("the manual is in order in every dress")
{
    const Words words;
    tests::ShellKit kit;
    kit.signIn();
    QTest::keyClick(&kit.window(), Qt::Key_F1);
    QTest::keyClick(&kit.window(), Qt::Key_F1);
    demandNone(faultsInEveryDress(kit, QStringLiteral("manual"),
                                  [&kit] { kit.shell().helpPage().showSection(QStringLiteral("intake")); }));
}

} // namespace ow::ui
