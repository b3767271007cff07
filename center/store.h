// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"
#include "domain/result.h"
#include "record/entry.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace ow::center {

struct DeviceRow
{
    QString id;
    QString station;
    QString numberingStation;
    QByteArray facts;       ///< canonical JSON
    QByteArray certificate; ///< SHA-256
    qint64 enrolledAt = 0;  ///< UTC ms, as all times here
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
};

struct PersonRow
{
    QString id;
    QByteArray nameSealed;
    domain::Roles roles = domain::NoRole;
    QByteArray keys; ///< canonical JSON
    std::optional<qint64> revokedAt;
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

/// An entry that has its place in the centre's order.
struct EntryRow
{
    qint64 order = 0;
    record::Entry entry;
    qint64 receivedAt = 0;
    Verdict verdict;
    QString settledBy;
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
    domain::CaseState state = domain::CaseState::None;
    QString head;
    QString due; ///< ISO day or empty
    QString guide;
    QByteArray applicantMac;
    QByteArray last4Mac;
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
    qint64 order = 0; ///< of the approving entry
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

/// The centre's database, by what it must answer and not by its SQL: SQLite standing alone implements it now,
/// another database in service later. One thread owns it (DatabaseThread). Methods that read give nothing for
/// what is not there; an error is always the database's.
class Store
{
public:
    template <class T> using Result = domain::Result<T>;
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    /// All of `work` or nothing; durable when it returns.
    [[nodiscard]] virtual Result<void> inTransaction(const std::function<Result<void>()>& work) = 0;

    [[nodiscard]] virtual Result<std::optional<QByteArray>> setting(const QString& key) = 0;
    [[nodiscard]] virtual Result<void> setSetting(const QString& key, const QByteArray& value) = 0;

    [[nodiscard]] virtual Result<std::vector<PersonRow>> people() = 0;
    [[nodiscard]] virtual Result<std::optional<PersonRow>> person(const QString& id) = 0;
    [[nodiscard]] virtual Result<void> addPerson(const PersonRow& person) = 0;
    [[nodiscard]] virtual Result<bool> revokePerson(const QString& id, qint64 at) = 0;

    [[nodiscard]] virtual Result<std::vector<DeviceRow>> devices() = 0;
    [[nodiscard]] virtual Result<std::optional<DeviceRow>> device(const QString& id) = 0;
    [[nodiscard]] virtual Result<void> addDevice(const DeviceRow& device) = 0;
    /// False when there is no such device that was not revoked before.
    [[nodiscard]] virtual Result<bool> revokeDevice(const QString& id, qint64 at) = 0;
    [[nodiscard]] virtual Result<void> advanceDevice(const DeviceRow& device) = 0;

    /// Replaces unused codes for the same numbering station.
    [[nodiscard]] virtual Result<void> addEnrolCode(const EnrolCodeRow& code) = 0;
    [[nodiscard]] virtual Result<std::optional<EnrolCodeRow>> enrolCode(const QByteArray& codeMac) = 0;
    [[nodiscard]] virtual Result<void> useEnrolCode(const QByteArray& codeMac, qint64 at) = 0;

    [[nodiscard]] virtual Result<std::optional<StoredOutcome>> outcomeAt(const QString& device,
                                                                         qint64 seq) = 0;
    [[nodiscard]] virtual Result<std::optional<PlacedEntry>> placed(const QString& entryId) = 0;
    /// Kinds of the accepted entries of a case after `order`.
    [[nodiscard]] virtual Result<QStringList> acceptedKindsAfter(const QString& caseNumber, qint64 order) = 0;
    /// Gives the entry its place and returns it; `bodySealed` and the names of its blobs go with it.
    [[nodiscard]] virtual Result<qint64> addEntry(const EntryRow& row, const QByteArray& bodySealed) = 0;
    [[nodiscard]] virtual Result<void> addRefused(const RefusedRow& row) = 0;
    [[nodiscard]] virtual Result<void> settle(const QString& conflictId, const QString& resolvedBy) = 0;
    [[nodiscard]] virtual Result<std::vector<EntryRow>> entriesOf(const QString& caseNumber) = 0;
    [[nodiscard]] virtual Result<std::optional<QByteArray>> sealedBody(const QString& entryId) = 0;

    [[nodiscard]] virtual Result<std::optional<CaseRow>> caseRow(const QString& number) = 0;
    [[nodiscard]] virtual Result<void> putCase(const CaseRow& row) = 0;
    [[nodiscard]] virtual Result<void> eachCase(const std::function<Result<void>(const CaseRow&)>& take) = 0;
    /// Cases of one applicant under one guide.
    [[nodiscard]] virtual Result<std::vector<CaseRow>> casesOf(const QByteArray& applicantMac,
                                                               const QString& guide) = 0;

    [[nodiscard]] virtual Result<void> addProposal(const ProposalRow& row) = 0;
    [[nodiscard]] virtual Result<void> closeProposal(const QString& entry, const QString& closedBy) = 0;
    [[nodiscard]] virtual Result<std::optional<ProposalRow>> proposal(const QString& entry) = 0;
    [[nodiscard]] virtual Result<std::optional<ProposalRow>> openProposal(const QString& code) = 0;
    /// Oldest first.
    [[nodiscard]] virtual Result<std::vector<ProposalRow>> openProposals(int limit) = 0;
    [[nodiscard]] virtual Result<void> addGuideVersion(const GuideVersionRow& row) = 0;
    [[nodiscard]] virtual Result<std::optional<GuideVersionRow>> newestGuide(const QString& code) = 0;
    /// In the centre's order.
    [[nodiscard]] virtual Result<std::vector<GuideVersionRow>> guideVersionsAfter(qint64 order,
                                                                                  int limit) = 0;

    [[nodiscard]] virtual Result<void> addTask(const TaskRow& task) = 0;
    [[nodiscard]] virtual Result<void> finishTasks(const QString& entryId, const QString& doneBy) = 0;
    [[nodiscard]] virtual Result<std::vector<TaskRow>> tasksOf(const QString& caseNumber) = 0;

    [[nodiscard]] virtual Result<std::optional<BlobRow>> blob(const QString& id) = 0;
    [[nodiscard]] virtual Result<void> addBlob(const BlobRow& row) = 0;
    [[nodiscard]] virtual Result<std::vector<record::BlobRef>> blobsOf(const QString& entryId) = 0;
};

} // namespace ow::center
