// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "record/secretbytes.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace ow::ctl {

/// What stands on the command line, read. A password never stands there: it comes from a file descriptor.
struct CommandLine
{
    QString command;
    QStringList arguments;
    QString folder;                 ///< --profile: where this user's profiles lie
    QString helper;                 ///< --helper: path of onewindow-capture
    QString language;               ///< --language: zh_CN or en
    QString user;                   ///< --user
    std::optional<int> passwordFd;  ///< --password-fd
    std::optional<int> codeFd;      ///< --code-fd: one-time code of init
    QString centre;                 ///< --centre: address, for init
    QString from;                   ///< --from: file, for sidecar import
    QString out;                    ///< --out: folder or file to write
    std::optional<int> foreignDays; ///< --foreign-days, for retention
    std::optional<int> ownDays;     ///< --own-days, for retention
    bool help = false;              ///< --help: nothing else counts
    bool training = false;          ///< --training
    bool json = false;
    bool dryRun = false;
    bool check = false;
    bool noMaterials = false; ///< --no-materials, for courier export
};

/// InvalidInput naming the option, or NotFound for an unknown command; `detail` is for the person at the
/// shell.
[[nodiscard]] domain::Result<CommandLine> parseCommandLine(const QStringList& arguments);

[[nodiscard]] QString usage();

/// Everything up to the first line feed, at most 1 KiB.
[[nodiscard]] domain::Result<QString> readSecretLine(int descriptor);

} // namespace ow::ctl
