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
    QString kind; ///< papers::paperKindKey: "acceptance", "oneTimeNotice", "decline", …
    QString number;
    QString templateId;
    int templateVersion = 0;
    QString decidingEntry;
    QString paperEntry;
    QString blob;
    friend bool operator==(const PaperRef&, const PaperRef&) = default;
};

/// A tolerable material the applicant may bring later (容缺), as promised in writing.
struct Deficiency
{
    QString material;
    QDate due;
    std::optional<QDate> suppliedOn = {}; ///< legal day it came in; later than `due` = late, but here
    bool lapsed = false;   ///< the centre recorded that the promise was not kept; a supply repairs it
    bool released = false; ///< the case was withdrawn before the day: nothing is owed any more

    [[nodiscard]] bool isOpen() const { return !suppliedOn && !released; }

    friend bool operator==(const Deficiency&, const Deficiency&) = default;
};

/// The applicant's written promise to supply what is left out. `signedBlob` is the scan of the signed paper,
/// once there is one.
struct PromiseRef
{
    QString entry;
    QString signedBlob;
    friend bool operator==(const PromiseRef&, const PromiseRef&) = default;
};

/// What a chief or the centre wants done about a case. Closed by a later act whose body names it in `cures`.
struct CaseTask
{
    QString entry;
    QString text;
    QString author; ///< user id
    qint64 at = 0;  ///< UTC ms
    QString curedBy;

    [[nodiscard]] bool isOpen() const { return curedBy.isEmpty(); }

    friend bool operator==(const CaseTask&, const CaseTask&) = default;
};

/// 已核: a chief has looked through the case as it stood after `head`.
struct CaseCheck
{
    QString entry;
    QString author;
    qint64 at = 0;
    QString head; ///< last entry of the case before the check
    friend bool operator==(const CaseCheck&, const CaseCheck&) = default;
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
    std::optional<QDate> resubmittedOn; ///< day everything a notice asked for was handed in
    std::vector<Deficiency> deficiencies;
    std::optional<PromiseRef> promise;
    QString passedTo;               ///< authority a case was passed on to
    std::optional<QDate> decidedOn; ///< day of grant or refusal
    QDate issueBy;                  ///< Art. 44: last day to hand over what was granted; invalid = none
    std::optional<QDate> issuedOn;
    std::optional<QDate> withdrawnOn;
    std::vector<CaseTask> tasks;
    std::vector<CaseCheck> checks;
    std::vector<PaperRef> papers;
    QString lastEntry;
    int irregular = 0; ///< moves the table does not know: recorded, flagged, state kept

    /// Earliest day of a material that is still owed; invalid when none is.
    [[nodiscard]] QDate openDeficiencyDue() const;
    [[nodiscard]] std::vector<Deficiency> openDeficiencies() const;
    [[nodiscard]] std::vector<CaseTask> openTasks() const;
};

/// Whether this case bars its applicant from another 容缺 on this day: a promised material was due before it
/// and has not come, or the centre recorded the lapse; until it comes, which repairs it.
[[nodiscard]] bool isPromiseBroken(const CaseFile& file, QDate today);

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
