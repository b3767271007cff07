// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/commands.h"

#include <QCommandLineParser>
#include <QFile>

namespace ow::center {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

const std::vector<Command>& allCommands()
{
    static const std::vector<Command> commands = [] {
        std::vector<Command> all = setUpCommands();
        for (Command& command : peopleCommands())
            all.push_back(std::move(command));
        for (Command& command : serveCommands())
            all.push_back(std::move(command));
        for (Command& command : courierCommands())
            all.push_back(std::move(command));
        return all;
    }();
    return commands;
}

Result<QString> needed(const QCommandLineParser& parser, const QString& option)
{
    const QString value = parser.value(option);
    if (value.isEmpty())
        return fail(ErrorCode::InvalidInput, QStringLiteral("must be given"), QStringLiteral("--") + option);
    return value;
}

Result<QString> readSecret(const QCommandLineParser& parser, const QString& option)
{
    constexpr qint64 kMost = 4096;
    auto text = needed(parser, option);
    if (!text)
        return text;
    bool isNumber = false;
    const int descriptor = text->toInt(&isNumber);
    QFile file;
    if (!isNumber || descriptor < 0 || !file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::InvalidInput, QStringLiteral("not an open file descriptor"),
                    QStringLiteral("--") + option);
    QByteArray bytes;
    // A pipe gives what it has; only its end ends the secret.
    while (bytes.size() <= kMost) {
        const QByteArray piece = file.read(kMost);
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.isEmpty() || bytes.size() > kMost)
        return fail(ErrorCode::InvalidInput, QStringLiteral("empty or too long"),
                    QStringLiteral("--") + option);
    return QString::fromUtf8(bytes);
}

} // namespace ow::center
