// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/commandline.h"
#include "desk/caseexport.h"
#include "desk/workplace.h"

#include <QCborMap>
#include <QFuture>
#include <QObject>

namespace ow::ctl {

/// The commands about what is kept of a ledger beside it and for how long: `sidecar`, `export-case`,
/// `forget`, `retention`. Somebody is signed in. Each gives the object docs/ctl.md describes.
class KeepCommands : public QObject
{
    Q_OBJECT

public:
    using Answer = domain::Result<QCborMap>;

    KeepCommands(desk::Workplace& workplace, const CommandLine& line, QObject* parent = nullptr);

    [[nodiscard]] static bool knows(const QString& command);
    [[nodiscard]] QFuture<Answer> run();

private:
    [[nodiscard]] QFuture<Answer> sidecar();
    [[nodiscard]] QFuture<Answer> importSidecar();
    [[nodiscard]] QFuture<Answer> exportCase();
    [[nodiscard]] QFuture<Answer> forget();
    [[nodiscard]] QFuture<Answer> retention();
    [[nodiscard]] QFuture<Answer> courier();
    /// RoleMissing unless who acts is an administrator.
    [[nodiscard]] domain::Result<void> needsAdministrator() const;

    desk::Workplace& m_workplace;
    const CommandLine& m_line;
    desk::CaseExport m_export;
};

} // namespace ow::ctl
