// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/sql.h"
#include "center/store.h"

#include <QSqlQuery>

#include <memory>
#include <optional>
#include <vector>

namespace ow::center {

/// The store of a centre that stands alone: one SQLite file. See Store; belongs to the thread that opened it.
class SqliteStore final : public Store
{
public:
    /// Opens or makes the file and brings it to this program's version.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const QString& path);

    Result<void> inTransaction(const std::function<Result<void>()>& work) override;
    Result<std::optional<QByteArray>> setting(const QString& key) override;
    Result<void> setSetting(const QString& key, const QByteArray& value) override;
    Result<std::vector<PersonRow>> people() override;
    Result<std::optional<PersonRow>> person(const QString& id) override;
    Result<void> addPerson(const PersonRow& person) override;
    Result<bool> revokePerson(const QString& id, qint64 at) override;
    Result<std::vector<DeviceRow>> devices() override;
    Result<std::optional<DeviceRow>> device(const QString& id) override;
    Result<void> addDevice(const DeviceRow& device) override;
    Result<bool> revokeDevice(const QString& id, qint64 at) override;
    Result<void> advanceDevice(const DeviceRow& device) override;
    Result<void> addEnrolCode(const EnrolCodeRow& code) override;
    Result<std::optional<EnrolCodeRow>> enrolCode(const QByteArray& codeMac) override;
    Result<void> useEnrolCode(const QByteArray& codeMac, qint64 at) override;
    Result<std::optional<StoredOutcome>> outcomeAt(const QString& device, qint64 seq) override;
    Result<std::optional<PlacedEntry>> placed(const QString& entryId) override;
    Result<QStringList> acceptedKindsAfter(const QString& caseNumber, qint64 order) override;
    Result<qint64> addEntry(const EntryRow& row, const QByteArray& bodySealed) override;
    Result<void> addRefused(const RefusedRow& row) override;
    Result<void> settle(const QString& conflictId, const QString& resolvedBy) override;
    Result<std::vector<EntryRow>> entriesOf(const QString& caseNumber) override;
    Result<std::optional<QByteArray>> sealedBody(const QString& entryId) override;
    Result<std::optional<CaseRow>> caseRow(const QString& number) override;
    Result<void> putCase(const CaseRow& row) override;
    Result<void> eachCase(const std::function<Result<void>(const CaseRow&)>& take) override;
    Result<std::vector<CaseRow>> casesOf(const QByteArray& applicantMac, const QString& guide) override;
    Result<void> addProposal(const ProposalRow& row) override;
    Result<void> closeProposal(const QString& entry, const QString& closedBy) override;
    Result<std::optional<ProposalRow>> proposal(const QString& entry) override;
    Result<std::optional<ProposalRow>> openProposal(const QString& code) override;
    Result<std::vector<ProposalRow>> openProposals(int limit) override;
    Result<void> addGuideVersion(const GuideVersionRow& row) override;
    Result<std::optional<GuideVersionRow>> newestGuide(const QString& code) override;
    Result<std::vector<GuideVersionRow>> guideVersionsAfter(qint64 order, int limit) override;
    Result<void> addTask(const TaskRow& task) override;
    Result<void> finishTasks(const QString& entryId, const QString& doneBy) override;
    Result<std::vector<TaskRow>> tasksOf(const QString& caseNumber) override;
    Result<std::optional<BlobRow>> blob(const QString& id) override;
    Result<void> addBlob(const BlobRow& row) override;
    Result<std::vector<record::BlobRef>> blobsOf(const QString& entryId) override;

private:
    explicit SqliteStore(std::unique_ptr<SqlDatabase> database);
    template <class Row>
    [[nodiscard]] Result<std::vector<Row>> all(const QString& sql, const QVariantList& values,
                                               Row (*read)(const QSqlQuery&));
    template <class Row>
    [[nodiscard]] Result<std::optional<Row>> first(const QString& sql, const QVariantList& values,
                                                   Row (*read)(const QSqlQuery&));
    std::unique_ptr<SqlDatabase> m_sql;
};

template <class Row>
domain::Result<std::vector<Row>> SqliteStore::all(const QString& sql, const QVariantList& values,
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
domain::Result<std::optional<Row>> SqliteStore::first(const QString& sql, const QVariantList& values,
                                                      Row (*read)(const QSqlQuery&))
{
    std::optional<Row> found;
    const auto done = m_sql->one(sql, values, [&](const QSqlQuery& row) { found = read(row); });
    if (!done)
        return tl::unexpected(done.error());
    return found;
}

} // namespace ow::center
