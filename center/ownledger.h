// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/entryintake.h"
#include "domain/clock.h"

#include <QCborMap>
#include <QString>

#include <optional>
#include <vector>

namespace ow::center {

/// One act of the centre itself.
struct OwnAct
{
    domain::Kind kind = domain::Kind::Note;
    QString caseNumber; ///< empty: of no case
    QCborMap what;
    std::optional<record::GuideRef> guide;
};

/// C0, the centre's own ledger (design §4): effects of time and what other systems and the operator do are
/// entries like anybody's, with a chain and keys of their own, and reach the windows by the feeds. A case
/// that moved on meanwhile is simply based on where it stands. Runs on the database's thread.
class OwnLedger
{
public:
    static const QString kDevice;  ///< "C0"
    static const QString kStation; ///< "C00": numbers cases that were filed online
    static const QString kActor;   ///< "centre"

    OwnLedger(const Vault& vault, EntryIntake& intake, const domain::Clock& clock)
        : m_vault(vault)
        , m_intake(intake)
        , m_clock(clock)
    {
    }

    /// Makes C0's row where there is none yet.
    [[nodiscard]] domain::Result<void> ensure(Store& store) const;
    /// All in one transaction. What the judge would reject fails with its reason.
    [[nodiscard]] domain::Result<Taken> write(Store& store, const std::vector<OwnAct>& acts) const;

private:
    [[nodiscard]] domain::Result<std::vector<record::WireEntry>>
    entriesFor(Store& store, const DeviceRow& own, const std::vector<OwnAct>& acts, qint64 now) const;

    const Vault& m_vault;
    EntryIntake& m_intake;
    const domain::Clock& m_clock;
};

} // namespace ow::center
