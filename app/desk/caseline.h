// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/houserules.h"
#include "domain/kinds.h"
#include "ledger/caserow.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace ow::desk {

/// A row of a list of cases. Names masked as lists show them.
struct CaseLine
{
    qint64 key = 0; ///< in CaseKeys; not kept over a rebuild of the ledger's tables
    QString number;
    QString item;
    QString itemName;
    QString applicant;
    domain::CaseState state = domain::CaseState::None;
    bool deficient = false; ///< something promised is still to be supplied
    QDate received;
    QDate nextDue; ///< answer, promised limit or first promised supplement, handing over; else invalid
    int workdaysLeft = 0;
    bool dueCertain = true;
    int pending = 0; ///< entries the centre has not answered
    int conflicts = 0;
    int tasks = 0; ///< of the chief, still open
    QStringList flags;
};

[[nodiscard]] CaseLine caseLine(const ledger::CaseRow& row, const HouseRules& rules, QDate today);

/// 张**: the name of a person; what is longer than four characters is an organisation's and stays.
[[nodiscard]] QString maskedName(const QString& name);

/// 620102********1234, 139****0001; anything that is neither keeps two characters at each end.
[[nodiscard]] QString maskedNumber(const QString& number);

} // namespace ow::desk
