// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/duplicatedecision.h"
#include "desk/houserules.h"
#include "desk/place.h"
#include "domain/intake.h"
#include "domain/result.h"

#include <QCborMap>
#include <QString>

#include <optional>
#include <vector>

namespace ow::ledger {
class Ledger;
}

namespace ow::desk {

/// A draft in the list of what was put aside.
struct DraftLine
{
    QString id;
    QString itemName;
    QString applicant;  ///< masked
    qint64 savedAt = 0; ///< UTC ms
    QString owner;      ///< user id
    QString ownerName;
    QString handedBy;        ///< name of who handed it over; empty = it was not
    int missing = 0;         ///< findings that displace acceptance, when it was last saved
    bool unreadable = false; ///< its seal is broken or it is no application; it can be thrown away only
};

/// What a draft holds besides the application.
struct DraftNote
{
    Place place;
    int missing = 0;
    QString handedBy; ///< user id
    qint64 handedAt = 0;
    std::vector<TwinDecision> twins = {}; ///< what was said of open cases like it
};

/// A draft read back.
struct KeptDraft
{
    QString id;
    QString owner;
    domain::Intake intake;
    DraftNote note;
};

[[nodiscard]] QCborMap draftContent(const domain::Intake& intake, const DraftNote& note);

/// 暂存 (I8) as the use cases see it. All of these on the ledger thread; errors are Ledger::drafts()'s and
/// EntryInvalid for a draft that is no application.
[[nodiscard]] domain::Result<KeptDraft> readDraft(ledger::Ledger& ledger, const QString& id);
/// Those of `user` first, then the others of the hall, newest first; at most kMaxDraftLines.
[[nodiscard]] domain::Result<std::vector<DraftLine>> listDrafts(ledger::Ledger& ledger,
                                                                const HouseRules& rules, const QString& user);
/// Gives a draft to another person who can sign in here. UserUnknown, NotFound; NotAllowed when it belongs to
/// somebody else already or to nobody but the receiver.
[[nodiscard]] domain::Result<void> handOverDraft(ledger::Ledger& ledger, const QString& id,
                                                 const QString& from, const QString& to, qint64 nowMs);

inline constexpr std::size_t kMaxDraftLines = 100;

} // namespace ow::desk
