// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QCborMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QCommandLineParser;

namespace ow::center {

/// What a command has to say, written as JSON or as lines by its caller.
using Say = std::function<void(const QCborMap&)>;

/// One command of onewindow-center. Secrets never stand on the command line, where every process can read
/// them: they come through a file descriptor whose number is given.
struct Command
{
    QStringList name; ///< {"user", "add"}
    QString description;
    void (*options)(QCommandLineParser& parser); ///< adds what it takes beside --data and --json
    domain::Result<void> (*run)(const QCommandLineParser& parser, const Say& say);
};

[[nodiscard]] const std::vector<Command>& allCommands();

// One file a topic.
[[nodiscard]] std::vector<Command> setUpCommands();   ///< init, hall, enroll-code, device, escrow
[[nodiscard]] std::vector<Command> peopleCommands();  ///< user
[[nodiscard]] std::vector<Command> serveCommands();   ///< serve, export
[[nodiscard]] std::vector<Command> courierCommands(); ///< courier import

/// A secret from the descriptor named by `option`: at most 4 KiB, one line end taken off.
[[nodiscard]] domain::Result<QString> readSecret(const QCommandLineParser& parser, const QString& option);

/// The value of an option that must be given. InvalidInput naming it.
[[nodiscard]] domain::Result<QString> needed(const QCommandLineParser& parser, const QString& option);

} // namespace ow::center
