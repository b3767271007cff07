// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow-center: the central backend and the commands of its operator.

#include "center/commands.h"
#include "record/canonical.h"

#include <QCborMap>
#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using ow::center::Command;

namespace {

enum Exit { Fine = 0, Failed = 1, Usage = 2 };

void write(FILE* to, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), to);
    // Who reads through a pipe waits for the line.
    std::fflush(to);
}

void sayLines(const QCborMap& map)
{
    for (auto it = map.begin(); it != map.end(); ++it) {
        const QString value = it.value().isString() ? it.value().toString()
                                                    : it.value().toDiagnosticNotation(QCborValue::Compact);
        write(stdout, QString(it.key().toString() + u": "_s + value + u'\n').toUtf8());
    }
}

void sayJson(const QCborMap& map)
{
    constexpr ow::record::Limits limits{qsizetype(64) << 20, 32, 100'000};
    write(stdout, ow::record::writeCanonical(map, limits).value_or(QByteArray("{}")) + '\n');
}

int sayError(const ow::domain::Error& error, bool json)
{
    const QCborMap map{{u"error"_s, QString(ow::domain::errorName(error.code))},
                       {u"detail"_s, error.detail.isNull() ? u""_s : error.detail},
                       {u"field"_s, error.field.isNull() ? u""_s : error.field}};
    const QByteArray line =
        json ? ow::record::writeCanonical(map).value_or(QByteArray("{}"))
             : QString(ow::domain::errorName(error.code) + u" "_s + error.field + u": "_s + error.detail)
                   .toUtf8();
    write(stderr, line + '\n');
    return error.kind() == ow::domain::ErrorKind::UserInput ? Usage : Failed;
}

int listCommands()
{
    QByteArray text = "onewindow-center COMMAND [options]\n\n";
    for (const Command& command : ow::center::allCommands())
        text +=
            "  " + command.name.join(u' ').toUtf8().leftJustified(16) + command.description.toUtf8() + '\n';
    write(stderr, text + "\nonewindow-center COMMAND --help shows its options.\n");
    return Usage;
}

int runCommand(const Command& command, QStringList arguments)
{
    arguments.remove(1, command.name.size());
    QCommandLineParser parser;
    parser.setApplicationDescription(command.description);
    parser.addHelpOption();
    parser.addOption({u"data"_s, u"Folder of the centre."_s, u"dir"_s});
    parser.addOption({u"json"_s, u"Answer and errors as one JSON object a line."_s});
    command.options(parser);
    parser.process(arguments);
    const bool json = parser.isSet(u"json"_s);
    if (!parser.positionalArguments().isEmpty())
        return sayError({ow::domain::ErrorCode::InvalidInput, u"only options are taken"_s,
                         parser.positionalArguments().constFirst()},
                        json);
    const auto done = command.run(parser, json ? ow::center::Say(sayJson) : ow::center::Say(sayLines));
    return done ? Fine : sayError(done.error(), json);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"onewindow-center"_s);
    const QStringList arguments = QCoreApplication::arguments();
    for (const Command& command : ow::center::allCommands()) {
        if (arguments.mid(1, command.name.size()) == command.name)
            return runCommand(command, arguments);
    }
    return listCommands();
}
