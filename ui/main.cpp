// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow: the window client. Composition root.
#include "desk/profileplaces.h"
#include "domain/systemclock.h"
#include "record/crypto.h"
#include "translations/words.h"
#include "ui/shell/gate.h"
#include "ui/shell/shell.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cstdio>

namespace {

using namespace ow;

/// Nothing of an applicant may end in a crash dump or be read by another program of the same user.
void closeDoors()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

ui::ThemeId themeFrom(const QString& key)
{
    for (const ui::ThemeId id : ui::kThemeIds) {
        if (key == ui::themeKey(id)) {
            return id;
        }
    }
    return ui::ThemeId::Light;
}

struct Wishes
{
    QString folder;
    QString helper;
    QString language;
    QString theme;
    int scale = 100;
};

Wishes readCommandLine(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("OneWindow, the service-hall window client"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QString beside =
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("onewindow-capture"));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    parser.addOption({QStringLiteral("profile"), QStringLiteral("Folder of this user's profiles."),
                      QStringLiteral("folder"), folder});
    parser.addOption({QStringLiteral("helper"), QStringLiteral("Path of onewindow-capture."),
                      QStringLiteral("path"), beside});
    parser.addOption({QStringLiteral("language"), QStringLiteral("zh_CN or en."), QStringLiteral("code"),
                      QStringLiteral("zh_CN")});
    parser.addOption({QStringLiteral("theme"), QStringLiteral("light, dark or contrast."),
                      QStringLiteral("name"), QStringLiteral("light")});
    parser.addOption({QStringLiteral("scale"), QStringLiteral("Type scale, 100 to 200."),
                      QStringLiteral("percent"), QStringLiteral("100")});
    parser.process(application);
    return {parser.value(QStringLiteral("profile")), parser.value(QStringLiteral("helper")),
            parser.value(QStringLiteral("language")), parser.value(QStringLiteral("theme")),
            parser.value(QStringLiteral("scale")).toInt()};
}

} // namespace

int main(int argc, char* argv[])
{
    closeDoors();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("onewindow"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OW_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("cn.gov.gansu.onewindow"));
    const Wishes wishes = readCommandLine(application);
    words::install(application, wishes.language);
    const auto theme = ui::Theme::load();
    if (!theme) {
        std::fprintf(stderr, "onewindow: %s\n", qPrintable(theme.error().detail));
        return 1;
    }
    (*theme)->apply(application, themeFrom(wishes.theme), wishes.scale);
    const domain::SystemClock clock;
    const auto crypto = record::makeBotanProvider();
    desk::WorkplaceOptions options = desk::standardOptions(wishes.folder, clock, *crypto);
    options.helper = wishes.helper;
    desk::Workplace workplace(options);
    ui::Shell shell(workplace, **theme);
    QObject::connect(&shell.window(), &ui::MainWindow::scaleWanted, &application,
                     [&](int percent) { (*theme)->apply(application, (*theme)->id(), percent); });
    shell.window().resize(1366, 768);
    shell.window().showMaximized();
    shell.begin();
    return QApplication::exec();
}
