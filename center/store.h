// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/databaseaddress.h"
#include "center/sql.h"
#include "center/storerows.h"
#include "domain/result.h"

#include <QSqlQuery>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace ow::center {

/// An entry on its way into the database, with what goes with it.
struct NewEntry
{
    EntryRow row;
    QByteArray bodySealed;
};

/// The centre's database by what it must answer and not by its SQL; the same over SQLite (a centre that
/// stands alone) and PostgreSQL (in service). One thread owns it (DatabaseThread). Methods that read give
/// nothing for what is not there; an error is always the database's. Lists of keys travel as one JSON
/// parameter.
class Store
{
public:
    template <class T> using Result = domain::Result<T>;
    template <class T> using Take = std::function<Result<void>(const T&)>;

    /// Opens or makes it and brings it to this program's version.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const DatabaseAddress& address);
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    ~Store() = default;

    /// All of `work` or nothing; durable when it returns. `work` may run more than once (SqlDatabase).
    [[nodiscard]] Result<void> inTransaction(const std::function<Result<void>()>& work);

    [[nodiscard]] Result<std::optional<QByteArray>> setting(const QString& key);
    [[nodiscard]] Result<void> setSetting(const QString& key, const QByteArray& value);

    [[nodiscard]] Result<std::vector<HallRow>> halls();
    [[nodiscard]] Result<std::optional<HallRow>> hall(const QString& id);
    /// With its topic.
    [[nodiscard]] Result<void> addHall(const HallRow& hall);

    /// By id. Of a hall: with those of the whole province.
    [[nodiscard]] Result<std::vector<PersonRow>> people();
    [[nodiscard]] Result<std::vector<PersonRow>> peopleOf(const QString& hall);
    [[nodiscard]] Result<std::optional<PersonRow>> person(const QString& id);
    /// Makes or replaces.
    [[nodiscard]] Result<void> putPerson(const PersonRow& person);

    [[nodiscard]] Result<std::vector<DeviceRow>> devices();
    [[nodiscard]] Result<std::optional<DeviceRow>> device(const QString& id);
    /// As device(), and nobody else may advance it until the transaction ends.
    [[nodiscard]] Result<std::optional<DeviceRow>> lockDevice(const QString& id);
    [[nodiscard]] Result<void> addDevice(const DeviceRow& device);
    /// False when there is no such device that was not revoked before.
    [[nodiscard]] Result<bool> revokeDevice(const QString& id, qint64 at);
    [[nodiscard]] Result<void> advanceDevice(const DeviceRow& device);

    /// Replaces unused codes for the same numbering station.
    [[nodiscard]] Result<void> addEnrolCode(const EnrolCodeRow& code);
    [[nodiscard]] Result<std::optional<EnrolCodeRow>> enrolCode(const QByteArray& codeMac);
    /// False when somebody else used it meanwhile.
    [[nodiscard]] Result<bool> useEnrolCode(const QByteArray& codeMac, qint64 at);

    [[nodiscard]] Result<void> addSession(const SessionRow& row);
    [[nodiscard]] Result<std::optional<SessionRow>> session(const QByteArray& tokenMac);
    [[nodiscard]] Result<void> endSession(const QByteArray& tokenMac);
    [[nodiscard]] Result<void> endSessionsBefore(qint64 expired);

    /// The last place given in a topic; nobody else gives one until the transaction ends.
    [[nodiscard]] Result<qint64> lockTopic(const QString& name);
    [[nodiscard]] Result<void> setTopic(const QString& name, qint64 last);
    [[nodiscard]] Result<qint64> lastOf(const QString& topic);

    [[nodiscard]] Result<std::optional<StoredOutcome>> outcomeAt(const QString& device, qint64 seq);
    [[nodiscard]] Result<std::optional<PlacedEntry>> placed(const QString& entryId);
    /// Those of the ids that have their place already.
    [[nodiscard]] Result<QStringList> placedAmong(const QStringList& entryIds);
    /// Kinds of the accepted entries of a case after `order`.
    [[nodiscard]] Result<QStringList> acceptedKindsAfter(const QString& caseNumber, qint64 order);
    [[nodiscard]] Result<void> addEntries(std::span<const NewEntry> entries);
    [[nodiscard]] Result<void> addRefused(const RefusedRow& row);
    [[nodiscard]] Result<void> settle(const QString& conflictId, const QString& resolvedBy);
    [[nodiscard]] Result<std::vector<EntryRow>> entriesOf(const QString& caseNumber);
    [[nodiscard]] Result<std::optional<EntryRow>> entry(const QString& id);
    /// Of one topic, after a place, in its order.
    [[nodiscard]] Result<std::vector<EntryRow>> entriesAfter(const QString& topic, qint64 order, int limit);
    [[nodiscard]] Result<std::optional<QByteArray>> sealedBody(const QString& entryId);
    /// A body whose case was forgotten; the entry stays.
    [[nodiscard]] Result<void> removeBody(const QString& entryId);

    [[nodiscard]] Result<std::optional<CaseRow>> caseRow(const QString& number);
    [[nodiscard]] Result<std::vector<CaseRow>> casesAmong(const QStringList& numbers);
    [[nodiscard]] Result<void> putCases(std::span<const CaseRow> rows);
    [[nodiscard]] Result<void> eachCase(const Take<CaseRow>& take);
    /// Cases of a hall by number, after one.
    [[nodiscard]] Result<std::vector<CaseRow>> casesAfter(const QString& hall, const QString& number,
                                                          int limit);
    /// Cases that were never projected in full: from before their table had all its columns.
    [[nodiscard]] Result<std::vector<CaseRow>> casesWithoutSummary(const QString& after, int limit);
    /// Cases of one applicant under one guide.
    [[nodiscard]] Result<std::vector<CaseRow>> casesOf(const QByteArray& applicantMac, const QString& guide);
    /// Cases of a hall with something due before a day: an answer, or what was promised.
    [[nodiscard]] Result<std::vector<CaseRow>> casesDueBefore(const QString& hall, const QString& day,
                                                              int limit);

    [[nodiscard]] Result<void> addProposal(const ProposalRow& row);
    [[nodiscard]] Result<void> closeProposal(const QString& entry, const QString& closedBy);
    [[nodiscard]] Result<std::optional<ProposalRow>> proposal(const QString& entry);
    [[nodiscard]] Result<std::optional<ProposalRow>> openProposal(const QString& code);
    /// Oldest first.
    [[nodiscard]] Result<std::vector<ProposalRow>> openProposals(int limit);
    [[nodiscard]] Result<void> addGuideVersion(const GuideVersionRow& row);
    [[nodiscard]] Result<std::optional<GuideVersionRow>> newestGuide(const QString& code);
    /// In the centre's order.
    [[nodiscard]] Result<std::vector<GuideVersionRow>> guideVersionsAfter(qint64 order, int limit);

    [[nodiscard]] Result<void> addTasks(std::span<const TaskRow> tasks);
    [[nodiscard]] Result<void> finishTasks(const QString& entryId, const QString& doneBy);
    [[nodiscard]] Result<std::vector<TaskRow>> tasksOf(const QString& caseNumber);

    [[nodiscard]] Result<std::optional<BlobRow>> blob(const QString& id);
    [[nodiscard]] Result<QStringList> blobsAmong(const QStringList& ids);
    [[nodiscard]] Result<void> addBlob(const BlobRow& row);
    [[nodiscard]] Result<std::vector<record::BlobRef>> blobsOf(const QString& entryId);

private:
    explicit Store(std::unique_ptr<SqlDatabase> database);
    template <class Row>
    [[nodiscard]] Result<std::vector<Row>> all(const QString& sql, const QVariantList& values,
                                               Row (*read)(const QSqlQuery&));
    template <class Row>
    [[nodiscard]] Result<std::optional<Row>> first(const QString& sql, const QVariantList& values,
                                                   Row (*read)(const QSqlQuery&));
    [[nodiscard]] Result<std::vector<EntryRow>> readEntries(const QString& which, const QVariantList& values);
    [[nodiscard]] Result<QStringList> among(const QString& table, const QString& column,
                                            const QStringList& keys);
    /// "(SELECT …)": the members of a JSON list given as one parameter.
    [[nodiscard]] QString listed() const;
    [[nodiscard]] QString forUpdate() const;
    [[nodiscard]] Result<bool> changes(const QString& sql, const QVariantList& values);
    [[nodiscard]] Result<void> addEntriesByOne(std::span<const NewEntry> entries);
    [[nodiscard]] Result<void> addEntriesAtOnce(std::span<const NewEntry> entries);

    std::unique_ptr<SqlDatabase> m_sql;
};

template <class Row>
domain::Result<std::vector<Row>> Store::all(const QString& sql, const QVariantList& values,
                                            Row (*read)(const QSqlQuery&))
{
    std::vector<Row> rows;
    const auto done = m_sql->each(sql, values, [&](const QSqlQuery& row) -> Result<void> {
        rows.push_back(read(row));
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return rows;
}

template <class Row>
domain::Result<std::optional<Row>> Store::first(const QString& sql, const QVariantList& values,
                                                Row (*read)(const QSqlQuery&))
{
    std::optional<Row> found;
    const auto done = m_sql->one(sql, values, [&](const QSqlQuery& row) { found = read(row); });
    if (!done)
        return tl::unexpected(done.error());
    return found;
}

} // namespace ow::center
