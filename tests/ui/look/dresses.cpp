// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/dresses.h"

#include "translations/words.h"
#include "ui/look/lookcheck.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QTranslator>

#include <catch2/catch.hpp>

#include <array>

namespace ow::ui::tests {

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

QStringList faultsInEveryDress(ShellKit& kit, const QString& name, const std::function<void()>& scene)
{
    QStringList faults;
    for (const ThemeId id : kThemeIds) {
        for (const int percent : kScales) {
            setTheme(id, percent);
            for (const QSize size : kSizes) {
                show(kit.window(), size);
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
                        left = lookFaults(kit.window());
                        return left.isEmpty();
                    },
                    1500));
                for (const QString& fault : left) {
                    faults.append(dress + QStringLiteral(": ") + fault);
                }
            }
        }
    }
    setTheme(ThemeId::Light, 100);
    return faults;
}

} // namespace

Words::Words()
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

Words::~Words()
{
    // Removed from the application as they go.
    qDeleteAll(qApp->findChildren<QTranslator*>(QString(), Qt::FindDirectChildrenOnly));
}

void demandInEveryDress(ShellKit& kit, const QString& name, const std::function<void()>& scene)
{
    const QStringList faults = faultsInEveryDress(kit, name, scene);
    INFO(faults.join(u'\n').toStdString());
    CHECK(faults.isEmpty());
}

} // namespace ow::ui::tests
