// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow-scan: drives scanners for the client, so that a driver that crashes, hangs or leaks costs a page
// and not the program. Reads commands on standard input, answers on standard output (capture/scanwire.h),
// ends when its input does. `--simulate=JSON` stands in for SANE (capture/helper/scansimulator.h).
// Not for people.
#include "capture/helper/confinement.h"
#include "capture/helper/sanedriver.h"
#include "capture/helper/scanlink.h"
#include "capture/helper/scanrun.h"
#include "capture/helper/scansimulator.h"
#include "pipe/servant.h"

#include <QCoreApplication>

#include <malloc.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace ow::capture {
namespace {

std::unique_ptr<ScanDriver> makeDriver(const QStringList& arguments)
{
    const QString key = QStringLiteral("--simulate=");
    for (const QString& argument : arguments) {
        if (argument.startsWith(key)) {
            auto script = readScanScript(argument.mid(key.size()).toUtf8());
            return script ? std::make_unique<ScanSimulator>(std::move(*script)) : nullptr;
        }
    }
    return std::make_unique<SaneDriver>();
}

void list(ScanDriver& driver, ScanLink& link)
{
    const auto devices = driver.devices();
    link.say(devices ? scanDevicesHead(*devices) : scanFailedHead(devices.error()));
}

void serve(ScanDriver& driver, ScanLink& link)
{
    while (const std::optional<ScanRequest> request = link.next()) {
        switch (request->command) {
        case ScanCommand::List:
            list(driver, link);
            break;
        case ScanCommand::Scan:
            runScan(driver, link, *request);
            malloc_trim(0); // stay small between two runs
            break;
        case ScanCommand::Next:
        case ScanCommand::Cancel:
            break; // of a run that has ended meanwhile
        }
    }
}

} // namespace
} // namespace ow::capture

int main(int argc, char* argv[])
{
    using namespace ow::capture;
    confineScanProcess();
    const int answers = ow::pipe::takeStandardOutput();
    const QCoreApplication application(argc, argv);
    const std::unique_ptr<ScanDriver> driver = makeDriver(QCoreApplication::arguments());
    if (!driver) {
        std::fputs("onewindow-scan: the script of the simulator is not one\n", stderr);
        return EXIT_FAILURE;
    }
    ScanLink link(STDIN_FILENO, answers);
    serve(*driver, link);
    return EXIT_SUCCESS;
}
