// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/commandline.h"
#include "ctl/keepcommands.h"
#include "desk/casedesk.h"
#include "desk/connection.h"
#include "desk/paperdesk.h"
#include "desk/signindesk.h"
#include "desk/workplace.h"

#include <QCborMap>
#include <QFuture>
#include <QObject>

namespace ow::ctl {

/// The commands that open a profile. Each gives the object docs/ctl.md describes. Who acts signs in by --user
/// and
/// --password-fd and is signed out at the end; both stand in the ledger.
class LedgerCommands : public QObject
{
    Q_OBJECT

public:
    using Answer = domain::Result<QCborMap>;

    LedgerCommands(desk::Workplace& workplace, CommandLine line, QObject* parent = nullptr);
    ~LedgerCommands() override;

    [[nodiscard]] QFuture<Answer> run();

private:
    [[nodiscard]] QFuture<Answer> init();
    [[nodiscard]] QFuture<Answer> signedIn();
    [[nodiscard]] QFuture<Answer> command();
    [[nodiscard]] QFuture<Answer> verify();
    [[nodiscard]] QFuture<Answer> cases();
    [[nodiscard]] QFuture<Answer> oneCase();
    [[nodiscard]] QFuture<Answer> sync();
    [[nodiscard]] QFuture<Answer> intake();

    desk::Workplace& m_workplace;
    CommandLine m_line;
    desk::SignInDesk m_signIn;
    desk::CaseDesk m_cases;
    desk::PaperDesk m_papers;
    desk::Connection m_connection;
    KeepCommands m_keep;
};

} // namespace ow::ctl
