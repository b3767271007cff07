// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commandline.h"

#include "desk/helperprogram.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace ow::ctl {

namespace {

using domain::ErrorCode;

constexpr qint64 kMaxSecret = 1024;
constexpr std::array kLanguages{QStringView(u"zh_CN"), QStringView(u"en")};

struct Shape
{
    QLatin1StringView command;
    int arguments;
};

constexpr std::array kShapes{
    Shape{QLatin1StringView("init"), 0},    Shape{QLatin1StringView("verify"), 0},
    Shape{QLatin1StringView("cases"), 0},   Shape{QLatin1StringView("case"), 1},
    Shape{QLatin1StringView("sync"), 0},    Shape{QLatin1StringView("import-guides"), 1},
    Shape{QLatin1StringView("search"), 1},  Shape{QLatin1StringView("check"), 2},
    Shape{QLatin1StringView("due"), 2},     Shape{QLatin1StringView("intake"), 1},
    Shape{QLatin1StringView("sidecar"), 1}, Shape{QLatin1StringView("export-case"), 1},
    Shape{QLatin1StringView("forget"), 1},  Shape{QLatin1StringView("retention"), 0},
    Shape{QLatin1StringView("courier"), 1},
};

/// Nothing when the option is not there; InvalidInput naming it when it is no number from 0 on.
domain::Result<std::optional<int>> number(const QCommandLineParser& parser, const QString& name,
                                          const QString& what)
{
    if (!parser.isSet(name)) {
        return std::nullopt;
    }
    bool good = false;
    const int value = parser.value(name).toInt(&good);
    if (!good || value < 0) {
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("--%1 takes %2").arg(name, what), name);
    }
    return value;
}

domain::Result<void> readNumbers(const QCommandLineParser& parser, CommandLine& line)
{
    const QString descriptor = QStringLiteral("the number of an open file descriptor");
    const QString days = QStringLiteral("a number of days");
    const std::tuple<const char*, const QString&, std::optional<int>&> options[] = {
        {"password-fd", descriptor, line.passwordFd},
        {"code-fd", descriptor, line.codeFd},
        {"foreign-days", days, line.foreignDays},
        {"own-days", days, line.ownDays}};
    for (const auto& [name, what, to] : options) {
        const auto value = number(parser, QString::fromLatin1(name), what);
        if (!value) {
            return tl::unexpected(value.error());
        }
        to = *value;
    }
    return {};
}

void addOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const char* value) {
        parser.addOption({QString::fromLatin1(name), {}, QString::fromLatin1(value)});
    };
    for (const char* flag : {"json", "dry-run", "check", "training", "no-materials", "help"}) {
        parser.addOption({QString::fromLatin1(flag), {}});
    }
    add("profile", "folder");
    add("helper", "path");
    add("language", "code");
    add("user", "id");
    add("password-fd", "n");
    add("code-fd", "n");
    add("centre", "url");
    add("from", "file");
    add("out", "path");
    add("foreign-days", "n");
    add("own-days", "n");
}

domain::Result<void> checkShape(const CommandLine& line)
{
    const auto* shape =
        std::ranges::find_if(kShapes, [&line](const Shape& s) { return line.command == s.command; });
    if (shape == kShapes.end()) {
        return domain::fail(ErrorCode::NotFound, QStringLiteral("no such command"), line.command);
    }
    if (line.arguments.size() != shape->arguments) {
        return domain::fail(ErrorCode::InvalidInput,
                            QStringLiteral("%1 takes %2 argument(s)").arg(line.command).arg(shape->arguments),
                            line.command);
    }
    return {};
}

} // namespace

domain::Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) {
        return domain::fail(ErrorCode::InvalidInput, parser.errorText());
    }
    const auto value = [&parser](const char* name) { return parser.value(QString::fromLatin1(name)); };
    const auto set = [&parser](const char* name) { return parser.isSet(QString::fromLatin1(name)); };
    CommandLine line;
    line.help = set("help");
    if (line.help) {
        return line;
    }
    line.arguments = parser.positionalArguments();
    line.command = line.arguments.isEmpty() ? QString() : line.arguments.takeFirst();
    if (const auto fits = checkShape(line); !fits) {
        return tl::unexpected(fits.error());
    }
    if (const auto read = readNumbers(parser, line); !read) {
        return tl::unexpected(read.error());
    }
    line.folder =
        set("profile") ? value("profile") : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    line.helper =
        set("helper") ? value("helper") : desk::usualCaptureHelper(QCoreApplication::applicationDirPath());
    line.language = set("language") ? value("language") : kLanguages.front().toString();
    if (std::ranges::find(kLanguages, line.language) == kLanguages.end()) {
        return domain::fail(ErrorCode::InvalidInput, QStringLiteral("--language is zh_CN or en"),
                            QStringLiteral("language"));
    }
    line.user = value("user");
    line.centre = value("centre");
    line.from = value("from");
    line.out = value("out");
    line.training = set("training");
    line.json = set("json");
    line.dryRun = set("dry-run");
    line.check = set("check");
    line.noMaterials = set("no-materials");
    return line;
}

QString usage()
{
    return QStringLiteral(
        "onewindow-ctl [--json] [--language zh_CN|en] [--profile DIR] [--training] [--user ID --password-fd "
        "N] "
        "[--helper PATH] COMMAND\n"
        "  init [--centre URL --code-fd N]   make this machine a window of a hall, or with --training a "
        "practice one\n"
        "  verify                            walk the ledger and name every fault\n"
        "  cases | case NUMBER               what the ledger has\n"
        "  sync                              send what waits\n"
        "  import-guides DIR --check         read guide documents and name their faults\n"
        "  search TEXT                       items by code, name, alias, pinyin\n"
        "  check KIND VALUE                  id18 uscc plate vin mobile\n"
        "  due DATE DAYS                     working days from a date\n"
        "  intake FILE.json [--dry-run]      take an application\n"
        "  export-case NUMBER --out DIR      everything of one case, in the clear\n"
        "  forget NUMBER                     let a closed case's personal data go, once the centre agrees\n"
        "  retention [--foreign-days N] [--own-days N]   how long they are kept, and what is due\n"
        "  courier export --out FILE [--no-materials] | answer --from FILE   what waits, on a stick, and "
        "back\n"
        "  sidecar status | import --from FILE   the journal of unsent entries on another path\n");
}

domain::Result<QString> readSecretLine(int descriptor)
{
    QFile file;
    // QFile takes a number nobody opened and reads nothing from it.
    if (::fcntl(descriptor, F_GETFD) < 0 || !file.open(descriptor, QIODevice::ReadOnly)) {
        return domain::fail(ErrorCode::FileUnreadable, QStringLiteral("the descriptor cannot be read"));
    }
    QByteArray line = file.readLine(kMaxSecret);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return QString::fromUtf8(line);
}

} // namespace ow::ctl
