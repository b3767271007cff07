// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow: the window client. Composition root.
#include "desk/helperprogram.h"
#include "desk/looksettings.h"
#include "desk/profileplaces.h"
#include "desk/provisioning.h"
#include "domain/systemclock.h"
#include "record/crypto.h"
#include "translations/words.h"
#include "ui/shell/gate.h"
#include "ui/shell/shell.h"

#include <QApplication>
#include <QCommandLineParser>
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
    QString folder; ///< empty: where the administrator or the system has it
    QString helper;
    desk::LookSettings look; ///< the command line before what is kept
};

Wishes readCommandLine(const QApplication& application, const desk::LookSettings& kept)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("OneWindow, the service-hall window client"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("profile"), QStringLiteral("Folder of this user's profiles."),
                      QStringLiteral("folder")});
    parser.addOption({QStringLiteral("helper"), QStringLiteral("Path of onewindow-capture."),
                      QStringLiteral("path"),
                      desk::usualCaptureHelper(QCoreApplication::applicationDirPath())});
    parser.addOption(
        {QStringLiteral("language"), QStringLiteral("zh_CN or en."), QStringLiteral("code"), kept.language});
    parser.addOption({QStringLiteral("theme"), QStringLiteral("light, dark or contrast."),
                      QStringLiteral("name"), kept.theme});
    parser.addOption({QStringLiteral("scale"), QStringLiteral("Type scale, 100 to 200."),
                      QStringLiteral("percent"), QString::number(kept.scale)});
    parser.process(application);
    desk::LookSettings look;
    look.language = parser.value(QStringLiteral("language"));
    look.theme = parser.value(QStringLiteral("theme"));
    look.scale = parser.value(QStringLiteral("scale")).toInt();
    return {parser.value(QStringLiteral("profile")), parser.value(QStringLiteral("helper")),
            look.orElse(kept)};
}

QString profileFolder(const Wishes& wishes, const desk::Provision& settled)
{
    if (!wishes.folder.isEmpty()) {
        return wishes.folder;
    }
    return settled.profileFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                           : settled.profileFolder;
}

} // namespace

int main(int argc, char* argv[])
{
    closeDoors();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("onewindow"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OW_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("cn.gov.gansu.onewindow"));
    const auto settled = desk::Provisioning::find();
    const QString lookFile = desk::LookSettings::usualFile();
    const desk::LookSettings kept =
        settled.provision->lookFor(desk::LookSettings::read(lookFile, settled.provision->defaultLook()));
    const Wishes wishes = readCommandLine(application, kept);
    words::install(application, wishes.look.language);
    const auto theme = ui::Theme::load();
    if (!theme) {
        std::fprintf(stderr, "onewindow: %s\n", qPrintable(theme.error().detail));
        return 1;
    }
    (*theme)->apply(application, themeFrom(wishes.look.theme), wishes.look.scale);
    const domain::SystemClock clock;
    const auto crypto = record::makeBotanProvider();
    desk::WorkplaceOptions options =
        desk::standardOptions(profileFolder(wishes, *settled.provision), clock, *crypto);
    if (wishes.folder.isEmpty() && !settled.provision->mirrorFolder.isEmpty()) {
        options.mirrorFolder = settled.provision->mirrorFolder;
    }
    options.helper = wishes.helper;
    options.provisioning = settled;
    options.look = wishes.look;
    options.lookFile = lookFile;
    desk::Workplace workplace(options);
    ui::Shell shell(workplace, **theme);
    shell.window().resize(1366, 768);
    shell.window().showMaximized();
    shell.begin();
    return QApplication::exec();
}
