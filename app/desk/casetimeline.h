// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"
#include "ledger/caserow.h"

#include <QHash>
#include <QString>

#include <vector>

namespace ow::desk {

/// Where an entry stands with the centre.
enum class SyncState { Pending, Accepted, Conflict, Rejected };

[[nodiscard]] SyncState syncOf(ledger::EntryState state);

struct TimelineLine
{
    qint64 seq = 0;
    qint64 at = 0;
    domain::Kind kind = domain::Kind::Note;
    QString kindKey; ///< for kinds this program does not know
    QString actor;   ///< name when known, else the id
    QString detail;  ///< ready to read: paper number, number of materials, …
    SyncState sync = SyncState::Pending;
};

/// What was done about a case and who looked at it, in one line each, oldest first. `names` of the people by
/// their ids.
[[nodiscard]] std::vector<TimelineLine> timelineOf(const std::vector<ledger::TimelineEntry>& entries,
                                                   const std::vector<ledger::TimelineEntry>& looks,
                                                   const QHash<QString, QString>& names);

} // namespace ow::desk
