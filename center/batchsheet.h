// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/caseprojection.h"
#include "center/store.h"
#include "center/vault.h"
#include "domain/casefile.h"
#include "record/chain.h"
#include "record/wire.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <span>
#include <vector>

namespace ow::center {

/// Cases this process has folded, by number; the ones longest untouched go first. True only for the head it
/// names: whoever uses one compares.
class FoldedCases
{
public:
    static constexpr qsizetype kMost = 2000;

    [[nodiscard]] const domain::CaseFile* find(const QString& number, const QString& head);
    void keep(domain::CaseFile file);

private:
    struct Kept
    {
        domain::CaseFile file;
        qint64 used = 0;
    };

    QHash<QString, Kept> m_files;
    qint64 m_clock = 0;
};

/// A batch of entries of one device inside its transaction: the device's chain as it moves on, what the
/// database says (asked once for the whole batch where that can be), and what the batch itself has added,
/// which goes out in a few statements. Lives for one run of the transaction.
class BatchSheet
{
public:
    template <class T> using Result = domain::Result<T>;

    BatchSheet(Store& store, const Vault& vault, FoldedCases& folded, qint64 now)
        : m_store(store)
        , m_vault(vault)
        , m_folded(folded)
        , m_now(now)
    {
    }

    /// Locks the device and the topics its entries go to, then asks for what all of them need. NotFound when
    /// there is no such device.
    [[nodiscard]] Result<void> open(const QString& device, std::span<const record::WireEntry> entries);

    [[nodiscard]] Store& store() { return m_store; }

    [[nodiscard]] const Vault& vault() const { return m_vault; }

    [[nodiscard]] qint64 now() const { return m_now; }

    [[nodiscard]] const DeviceRow& device() const { return m_device; }

    [[nodiscard]] const record::SecretBytes& macKey() const { return m_macKey; }

    [[nodiscard]] bool isPlaced(const QString& entryId) const { return m_placedIds.contains(entryId); }

    [[nodiscard]] Result<std::optional<PlacedEntry>> placed(const QString& entryId);
    /// The row as it is after what the batch did so far; one with only number and hall for a case not seen
    /// yet.
    [[nodiscard]] Result<CaseRow> caseRow(const QString& number);
    [[nodiscard]] Result<QStringList> acceptedKindsAfter(const QString& number, qint64 order);
    /// The fold behind a row.
    [[nodiscard]] Result<domain::CaseFile> fileOf(const CaseRow& row);
    [[nodiscard]] Result<std::optional<PersonRow>> person(const QString& id);
    /// 0 when none was published.
    [[nodiscard]] Result<qint64> newestGuide(const QString& code);
    /// Whether the same applicant has another open case under the same guide.
    [[nodiscard]] Result<bool> hasOpenTwin(const CaseRow& row);
    [[nodiscard]] Result<bool> hasBlob(const QString& id);

    /// The next place of its topic.
    [[nodiscard]] qint64 place(NewEntry entry);
    void putCase(const CaseRow& row, const domain::CaseFile& file);
    /// People or guides have changed: what was asked of them before is old.
    void forgetConfig();

    void addTask(TaskRow task) { m_tasks.push_back(std::move(task)); }

    /// The device's chain after one more entry, whatever became of it (I3).
    void advance(const record::EntryHeader& header, const QByteArray& hash, bool kept);

    /// Sends out what was added so far, so that rows may refer to it.
    [[nodiscard]] Result<void> flush();
    /// Flushes, and writes down where the topics and the device stand now.
    [[nodiscard]] Result<void> close();
    /// After the commit: what was folded serves the next batch.
    void keepFolds();
    /// Topics that have new entries.
    [[nodiscard]] QStringList changedTopics() const;

private:
    [[nodiscard]] QString topicOf(const record::WireEntry& entry) const;
    [[nodiscard]] CaseRow unseen(const QString& number) const;
    [[nodiscard]] Result<void> lockTopics(std::span<const record::WireEntry> entries);
    [[nodiscard]] Result<void> askAhead(std::span<const record::WireEntry> entries);

    Store& m_store;
    const Vault& m_vault;
    FoldedCases& m_folded;
    qint64 m_now;
    DeviceRow m_device;
    record::SecretBytes m_macKey;
    qint64 m_firstSeq = 0;            ///< the device's last before this batch
    QHash<QString, QString> m_topics; ///< of this batch's entries, by id
    QHash<QString, qint64> m_last;    ///< of the locked topics
    QHash<QString, qint64> m_lastStored;
    QSet<QString> m_placedIds;
    QHash<QString, PlacedEntry> m_placed;
    QHash<QString, CaseRow> m_cases;
    QHash<QString, domain::CaseFile> m_files;
    QHash<QString, std::vector<std::pair<qint64, QString>>> m_kinds; ///< accepted in this batch, by case
    QHash<QString, std::optional<PersonRow>> m_people;
    QHash<QString, qint64> m_guides;
    QSet<QString> m_blobs;
    QSet<QString> m_askedBlobs;
    QSet<QString> m_changedCases;
    std::vector<NewEntry> m_new;
    std::vector<TaskRow> m_tasks;
};

} // namespace ow::center
