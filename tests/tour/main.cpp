// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/profileplaces.h"
#include "domain/systemclock.h"
#include "record/crypto.h"
#include "tour/tour.h"
#include "translations/words.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QTest>

#include <cstdio>

using namespace ow;

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("onewindow"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QCommandLineParser parser;
    for (const char* name : {"out", "profile", "centre-program", "centre-data", "helper", "secrets"}) {
        parser.addOption({QString::fromLatin1(name), {}, QStringLiteral("value")});
    }
    parser.process(application);
    const auto value = [&parser](const char* name) { return parser.value(QString::fromLatin1(name)); };
    QFile secrets(value("secrets"));
    if (!secrets.open(QIODevice::ReadOnly)) {
        return 2;
    }
    const QList<QByteArray> lines = secrets.readAll().split('\n');
    words::install(application, u"zh_CN");
    const auto theme = ui::Theme::load();
    tour::Centre centre(value("centre-program"), value("centre-data"));
    if (lines.size() < 2 || !theme || !centre.start()) {
        std::fprintf(stderr, "tour: theme or centre did not come up\n");
        return 2;
    }
    (*theme)->apply(application, ui::ThemeId::Light, 100);
    const domain::SystemClock clock;
    const auto crypto = record::makeBotanProvider();
    desk::WorkplaceOptions options = desk::standardOptions(value("profile"), clock, *crypto);
    options.helper = value("helper");
    desk::Workplace workplace(options);
    ui::Shell shell(workplace, **theme);
    shell.window().resize(1366, 768);
    shell.window().show();
    bool ready = false;
    QObject::connect(&shell, &ui::Shell::ready, &shell, [&ready] { ready = true; });
    shell.begin();
    static_cast<void>(QTest::qWaitForWindowActive(&shell.window(), 10'000));
    if (!QTest::qWaitFor([&ready] { return ready; }, 30'000)) {
        std::fprintf(stderr, "tour: the house's data was not read\n");
        return 2;
    }
    tour::Tour tour(shell, workplace, centre,
                    {value("out"), QString::fromUtf8(lines.at(0)), QString::fromUtf8(lines.at(1))});
    return tour.run();
}
