// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/casefile.h"
#include "domain/kinds.h"
#include "record/entry.h"

#include <QCborMap>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ow::ledger {

/// What a list says of a case about its applicant. Numbers are masked for good: the whole ones are in the
/// entries.
struct CaseSummary
{
    QString name;
    QString idMasked;    ///< "620************123X"
    QString phoneMasked; ///< "138****1234"
    QString agent;       ///< name
    friend bool operator==(const CaseSummary&, const CaseSummary&) = default;
};

/// One case in a list: a row of the projection.
struct CaseRow
{
    qint64 row = 0; ///< key for CaseQueries::rows; not kept over a rebuild
    QString number;
    QString item;
    int guideVersion = 0;
    QString station; ///< where it was received
    domain::CaseState state = domain::CaseState::None;
    QDate received;
    QDate answerDue;
    QDate promisedDue;
    QDate statutoryDue;
    QDate nextDue;       ///< what has to happen next, and by when: see nextDueOf()
    QDate deficiencyDue; ///< earliest day of what was promised and is not here yet; invalid = nothing is
    int openTasks = 0;   ///< of the chief, not cured by a later act
    QString head;        ///< last folded entry: the next entry's base
    qint64 headAt = 0;   ///< its time, UTC ms
    QString openedBy;    ///< user id
    int pending = 0;     ///< own entries the centre has not answered: 待同步
    int conflicts = 0;   ///< entries beside the fold that a person must decide on
    int rejected = 0;
    QStringList flags;   ///< of the centre: "actor_revoked", …
    CaseSummary summary; ///< empty when forgotten
    friend bool operator==(const CaseRow&, const CaseRow&) = default;
};

/// Which cases. Empty members do not filter.
struct CaseQuery
{
    /// Each has an index of its own.
    enum class Order {
        NewestFirst, ///< day of receipt, then number
        OldestFirst,
        DueFirst, ///< next due day; cases without one last, the newest of them first
        DueLast,  ///< the latest day first; cases without one last here, too
        ByState,  ///< in the order of a case's life, the newest first within a state
        ByStateBackwards,
        ByItem, ///< by code, the newest first within an item
        ByItemBackwards,
        ByNumber,
        ByNumberBackwards,
    };

    std::vector<domain::CaseState> states;
    QDate from; ///< day of receipt
    QDate to;
    QStringList items; ///< codes, any of them
    QString station;
    QString openedBy;
    bool onlyPending = false;
    bool onlyConflicts = false;
    bool onlyDeficient = false; ///< something promised is still to be supplied
    bool onlyTasks = false;     ///< the chief wants something done
    QDate deficiencyBefore;     ///< something promised was due before this day
    QDate dueUntil;             ///< next due day not after
    Order order = Order::NewestFirst;
};

/// What became of an entry.
enum class EntryState {
    Pending, ///< own, not yet answered
    Accepted,
    Conflict,
    Rejected,
};

/// One entry of a case, opened.
struct TimelineEntry
{
    record::Entry entry;
    bool own = false;
    EntryState state = EntryState::Pending;
    bool folded = false;    ///< part of the case; else shown beside it
    bool bodyKnown = false; ///< false: forgotten, or not for this window
    QCborMap what;
    QByteArray salt = {}; ///< with it the body can be written again as it was hashed
    QStringList flags;
    QString reason;              ///< of the centre, for conflict and rejected
    std::optional<qint64> order; ///< the centre's
};

/// A case with all its entries, in the order they count.
struct CaseHistory
{
    domain::CaseFile file;
    std::vector<TimelineEntry> entries;
    bool forgotten = false; ///< bodies are gone by a forget entry; `file` has what its summary kept
};

/// A material taken in for an applicant, as the shelf of earlier materials keeps it.
struct ShelfRow
{
    QString caseNumber;
    domain::GuideRef guide; ///< of that case: it names the material
    QDate verified;         ///< legal day it was taken in
    domain::MaterialIntake material;
    friend bool operator==(const ShelfRow&, const ShelfRow&) = default;
};

/// A paper that was promised by a number.
struct PaperRow
{
    QString number;
    QString kind;
    QString caseNumber;
    qint64 decidedSeq = 0;          ///< own entry that drew it; 0 when another device did
    std::optional<qint64> paperSeq; ///< own entry that recorded its PDF; none = 待打印
    QString blob;                   ///< of the PDF
    friend bool operator==(const PaperRow&, const PaperRow&) = default;
};

} // namespace ow::ledger
