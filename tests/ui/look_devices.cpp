// SPDX-License-Identifier: GPL-3.0-or-later
// test_cases "[lookdevices]" saves pictures of the devices page to the folder OW_LOOK. Hidden: for looking.
#include "ui/casekit.h"
#include "ui/devices/devicespage.h"
#include "ui/frame/mainwindow.h"
#include "ui/support.h"

#include <QDir>

namespace ow::ui {

TEST_CASE("pictures of the devices page", "[.lookdevices]")
{
    tests::CaseKit kit;
    desk::PrintDesk printer;
    desk::DeviceDesk devices(kit.workplace(), printer);
    MainWindow window(tests::theme());
    auto* page = new DevicesPage(tests::theme(), kit.workplace(), devices, printer);
    window.addPage(DevicesPage::info(), page);
    window.setRoles(domain::Clerk);
    window.showPage(DevicesPage::info().id);
    const QDir folder(qEnvironmentVariable("OW_LOOK", QStringLiteral(".")));
    for (const ThemeId id : kThemeIds) {
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
            for (const int percent : {100, 150}) {
                tests::setTheme(id, percent);
                tests::show(window, size);
                desk::DeviceSettings settings = devices.settings();
                settings.slip = desk::DeviceSettings::SlipPrinter::Line;
                settings.slipAddress = QStringLiteral("/dev/usb/lp0");
                settings.reader = desk::DeviceSettings::Reader::Library;
                settings.readerLibrary = QStringLiteral("/opt/reader/libtermb.so");
                static_cast<void>(tests::answerOf(devices.change(settings)));
                page->probe();
                page->showScan(QStringLiteral("6901234567892"));
                QTest::qWait(900);
                REQUIRE(window.grab().save(folder.filePath(QStringLiteral("devices-%1-%2-%3.png")
                                                               .arg(themeKey(id))
                                                               .arg(size.width())
                                                               .arg(percent))));
            }
        }
    }
    tests::setTheme(ThemeId::Light, 100);
}

} // namespace ow::ui
