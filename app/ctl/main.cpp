// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow-ctl: the window's ledger and rules for scripts and administrators (docs/ctl.md). Composition
// root.
#include "ctl/commandline.h"
#include "ctl/intakecommand.h"
#include "ctl/ledgercommands.h"
#include "ctl/lookups.h"
#include "ctl/output.h"
#include "desk/profileplaces.h"
#include "domain/systemclock.h"
#include "record/crypto.h"
#include "translations/words.h"

#include <QFile>
#include <QGuiApplication>
#include <QTimer>

#include <cstdio>

namespace {

using namespace ow;
using domain::Result;

constexpr int kFailed = 1;
constexpr int kUsage = 2;

void print(const QByteArray& text)
{
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

int tell(const Result<QCborMap>& answer, bool json)
{
    const QCborMap map = answer ? *answer : ctl::errorMap(answer.error());
    print(json ? ctl::asJson(map) : ctl::asText(map));
    return answer ? 0 : kFailed;
}

/// Bad usage is said to the person on stderr, and to a script as the error object.
int refuseUsage(const domain::Error& error, bool json)
{
    if (json) {
        print(ctl::asJson(ctl::errorMap(error)));
    }
    std::fprintf(stderr, "%s%s%s\n%s", qPrintable(error.field), error.field.isEmpty() ? "" : ": ",
                 qPrintable(error.detail), qPrintable(ctl::usage()));
    return kUsage;
}

/// The commands that need neither the house's data nor a ledger; nothing for the others.
std::optional<Result<QCborMap>> answerAtOnce(const desk::Workplace& workplace, const ctl::CommandLine& line)
{
    const QStringList& arguments = line.arguments;
    if (line.command == QLatin1StringView("check")) {
        return ctl::check(arguments.at(0), arguments.at(1), workplace.today());
    }
    if (line.command == QLatin1StringView("import-guides")) {
        return line.check
                   ? ctl::checkGuides(arguments.at(0), *workplace.options().crypto)
                   : domain::fail(
                         domain::ErrorCode::NotAllowed,
                         QStringLiteral("guides are published by the centre; only --check is done here"));
    }
    return std::nullopt;
}

/// The commands that need the house's data but no ledger; nothing for the others.
std::optional<Result<QCborMap>> lookUp(desk::Workplace& workplace, const ctl::CommandLine& line)
{
    const QStringList& arguments = line.arguments;
    if (line.command == QLatin1StringView("search")) {
        return ctl::search(*workplace.rules(), arguments.at(0));
    }
    if (line.command == QLatin1StringView("due")) {
        return ctl::due(workplace.rules()->calendar, arguments.at(0), arguments.at(1));
    }
    if (line.command == QLatin1StringView("intake") && line.dryRun) {
        return ctl::dryRunIntake(workplace, line);
    }
    return std::nullopt;
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // papers need fonts, not a display
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("onewindow"));
    const Result<ctl::CommandLine> line = ctl::parseCommandLine(QCoreApplication::arguments());
    if (!line) {
        return refuseUsage(line.error(), QCoreApplication::arguments().contains(QLatin1StringView("--json")));
    }
    if (line->help) {
        print(ctl::usage().toUtf8());
        return 0;
    }
    words::install(application, line->language);
    const domain::SystemClock clock;
    const auto crypto = record::makeBotanProvider();
    desk::WorkplaceOptions options = desk::standardOptions(line->folder, clock, *crypto);
    options.helper = line->helper;
    options.sync = line->command == QLatin1StringView("sync");
    desk::Workplace workplace(options);
    if (const auto answer = answerAtOnce(workplace, *line)) {
        return tell(*answer, line->json);
    }
    ctl::LedgerCommands commands(workplace, *line);
    int result = kFailed;
    const auto finish = [&](const Result<QCborMap>& answer) {
        result = tell(answer, line->json);
        QCoreApplication::exit(result);
    };
    QTimer::singleShot(0, &workplace, [&] {
        workplace.loadRules().then(&workplace, [&](const Result<void>& loaded) {
            if (!loaded) {
                finish(tl::unexpected(loaded.error()));
            } else if (const auto answer = lookUp(workplace, *line)) {
                finish(*answer);
            } else {
                commands.run().then(&workplace, finish);
            }
        });
    });
    return QCoreApplication::exec();
}
