// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"
#include "record/entry.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

/// What lies in the centre's tables. All times are UTC ms, all days ISO dates or empty.
namespace ow::center {

/// The topic of what concerns every hall: guides, people of the province, calendar.
inline const QString kProvince = QStringLiteral("province");

struct HallRow
{
    QString id; ///< first part of case numbers, "JT62"; also the name of its topic
    QString name;
    QString escrowId;
    QByteArray escrowPublicKey; ///< SM2; its private half is not at the centre
};

struct DeviceRow
{
    QString id;
    QString hall;
    QString station;
    QString numberingStation;
    QString department;     ///< of a reviewer's device; empty: a window
    QByteArray facts;       ///< canonical JSON
    QByteArray certificate; ///< SHA-256
    qint64 enrolledAt = 0;
    std::optional<qint64> revokedAt;
    qint64 lastSeq = 0;
    QByteArray lastHash;
    qint64 lastAt = 0; ///< device time of the last entry
    QByteArray macKeySealed;
    QByteArray escrowWrap; ///< canonical JSON
};

struct EnrolCodeRow
{
    QByteArray codeMac;
    QString device;
    QString station;
    QString numberingStation;
    qint64 expiresAt = 0;
    std::optional<qint64> usedAt;
    QString hall;
    QString department;
};

struct PersonRow
{
    QString id;
    QByteArray nameSealed;
    domain::Roles roles = domain::NoRole;
    QByteArray keys; ///< canonical JSON
    std::optional<qint64> revokedAt;
    QString hall;       ///< empty: of the whole province
    QString department; ///< of a reviewer
};

/// What the centre says of an entry (I9).
enum class Outcome { Accepted, Conflict, Rejected };

[[nodiscard]] QString outcomeKey(Outcome outcome);

struct Verdict
{
    Outcome outcome = Outcome::Accepted;
    QString reason; ///< with conflict and rejected; see the contract
    QStringList flags;
};

/// An entry that has its place in the order of its topic.
struct EntryRow
{
    QString topic;
    qint64 order = 0;
    record::Entry entry;
    qint64 receivedAt = 0;
    Verdict verdict;
    QString settledBy;
    bool widens = false; ///< from here on the other windows of the hall get its case in full
};

struct RefusedRow
{
    QString device;
    qint64 seq = 0;
    QString id;
    QByteArray hash;
    QString reason;
    qint64 receivedAt = 0;
    QByteArray wireSealed;
};

/// What an entry sent again is answered with.
struct StoredOutcome
{
    QString id;
    QByteArray hash;
    Verdict verdict;
    qint64 order = 0; ///< 0 when rejected
};

/// Where an entry stands, for its successors: enough to judge a base.
struct PlacedEntry
{
    qint64 order = 0;
    QString caseNumber;
    Outcome outcome = Outcome::Accepted;
};

struct CaseRow
{
    QString number;
    QString hall;
    QString station;    ///< where it was received, without the letter of a replacement device
    QString department; ///< whose step it is once accepted
    domain::CaseState state = domain::CaseState::None;
    QString head;
    QString guide;
    QString due;
    QString answerDue;     ///< last day for the answer while none is given
    QString supplementDue; ///< last day to supply what a promise left out
    bool inFull = false;   ///< in the working set of every window of the hall (design §8)
    QByteArray applicantMac;
    QByteArray last4Mac;
    QByteArray summarySealed; ///< what a list may say of it; empty when nothing is known
};

struct BlobRow
{
    QString id;
    qint64 size = 0;
    QByteArray contentMac;
    QString device;
    qint64 storedAt = 0;
};

/// A new version of a guide that an administrator has proposed. Its document lies in the entry's body.
struct ProposalRow
{
    QString entry;
    QString code;
    qint64 version = 0;
    QByteArray sm3;
    QString proposedBy;
    qint64 proposedAt = 0; ///< device time
    QString closedBy;      ///< entry that approved or declined it; empty while open
};

/// A version of a guide in force, or once in force.
struct GuideVersionRow
{
    qint64 order = 0; ///< of the approving entry, in the province's order
    QString code;
    qint64 version = 0;
    QByteArray sm3;
    QString proposal; ///< the proposing entry
    QString proposedBy;
    QString approvedBy;
    qint64 publishedAt = 0;
};

struct TaskRow
{
    QString entry;
    QString caseNumber;
    QString reason;
    qint64 madeAt = 0;
    QString doneBy;
};

/// A person who has proved at a device who they are.
struct SessionRow
{
    QByteArray tokenMac;
    QString person;
    QString device;
    qint64 madeAt = 0;
    qint64 expiresAt = 0;
};

} // namespace ow::center
