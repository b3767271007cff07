// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/finding.h"
#include "domain/intake.h"
#include "domain/kinds.h"

#include <QCborMap>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace ow::domain {

/// What an entry says, opened: the part of it a fold needs. `what` is the body without its salt.
struct Act
{
    Kind kind = Kind::Note;
    QString entryId; ///< UUIDv7 of the entry
    QString base;    ///< last entry of this case its author had folded, or empty
    qint64 at = 0;   ///< device time, UTC ms
    QString actor;
    QString station;
    QCborMap what;
};

/// Days by which something about a case is due. `certain` is false beyond the imported calendar (待日历更新).
struct DueDates
{
    QDate answer;   ///< one-time notice at the latest (Art. 32(4)); invalid when the regime has no such limit
    QDate promised; ///< counted from acceptance
    QDate statutory;
    bool certain = true;
    friend bool operator==(const DueDates&, const DueDates&) = default;
};

/// A paper as the deciding entry ordered it. `paperEntry` is empty while its PDF is not recorded: 待打印.
struct PaperRef
{
    QString kind; ///< "acceptance", "notice", "decline", "notRequired"
    QString number;
    QString templateId;
    int templateVersion = 0;
    QString decidingEntry;
    QString paperEntry;
    QString blob;
    friend bool operator==(const PaperRef&, const PaperRef&) = default;
};

/// A tolerable material the applicant may bring later.
struct Deficiency
{
    QString material;
    QDate due;
    friend bool operator==(const Deficiency&, const Deficiency&) = default;
};

/// A case as the fold of its entries. A value; the same entries give the same case at every window and at the
/// centre.
struct CaseFile
{
    QString number;
    CaseState state = CaseState::None;
    Intake intake;
    QDate receivedOn; ///< legal day
    std::optional<QDate> acceptedOn;
    int statutoryDays = 0;
    int promisedDays = 0;
    DueDates due;
    Findings noticed; ///< of the last notice
    int notices = 0;
    QString declineReason;
    std::vector<Deficiency> deficiencies;
    std::vector<PaperRef> papers;
    QString lastEntry;
    int irregular = 0; ///< moves the table does not know: recorded, flagged, state kept
};

/// One act more. A move the law does not know is not an error here, because the ledger records what happened
/// (I9): it is counted in `irregular` and leaves the state. An error only when the body cannot be read.
[[nodiscard]] Result<CaseFile> fold(CaseFile file, const Act& act);

[[nodiscard]] QCborMap findingToCbor(const Finding& finding);
[[nodiscard]] Finding findingFromCbor(const QCborMap& map);
[[nodiscard]] QCborMap dueToCbor(const DueDates& due);
[[nodiscard]] DueDates dueFromCbor(const QCborMap& map);
[[nodiscard]] QCborMap paperToCbor(const PaperRef& paper);

/// "notRequired", "supplement", …: stable, in the ledger, on the wire and in ctl.
[[nodiscard]] QLatin1StringView effectKey(Effect effect);
[[nodiscard]] std::optional<Effect> effectFromKey(QAnyStringView key);

} // namespace ow::domain
