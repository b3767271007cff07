// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/centrekeys.h"
#include "center/entryjudge.h"
#include "center/problem.h"
#include "center/store.h"
#include "center/vault.h"
#include "record/chain.h"
#include "record/wire.h"

#include <QCborArray>
#include <QCborMap>

#include <functional>
#include <vector>

namespace ow::center {

/// What a batch came to.
struct Taken
{
    QCborArray outcomes; ///< one for each entry, as the contract has them
    DeviceRow device;    ///< as it stands now
    QStringList topics;  ///< that have something new
};

/// Takes batches of entries and says what became of each (I3, I4, I9). Runs on the database's thread.
class EntryIntake
{
public:
    static constexpr qsizetype kMaxEntries = 200;

    EntryIntake(const Vault& vault, const CentreKeys& keys, const GuideJudge& guides)
        : m_vault(vault)
        , m_keys(keys)
        , m_judge(vault, guides)
    {
    }

    /// Told the topics that have something new, after each commit. May be empty.
    std::function<void(const QStringList&)> onNew;

    /// The answer to POST /v1/entries. Everything of it is durable, or nothing was taken.
    [[nodiscard]] Answer<QCborMap> take(Store& store, const DeviceRow& device, const QCborMap& request,
                                        qint64 now);
    /// The same for entries already read and true to their device, as the centre's own ledger writes them.
    /// `entries` is asked inside the transaction, when nobody else can advance the device.
    using Write = std::function<domain::Result<std::vector<record::WireEntry>>(Store&, const DeviceRow&)>;
    [[nodiscard]] domain::Result<Taken> takeOwn(Store& store, const QString& device, const Write& write,
                                                qint64 now);

private:
    template <class T> using Result = domain::Result<T>;
    [[nodiscard]] Answer<std::vector<record::WireEntry>> parse(const QCborMap& request) const;
    [[nodiscard]] Result<void> takeAll(BatchSheet& sheet, const std::vector<record::WireEntry>& entries,
                                       Taken& taken) const;
    [[nodiscard]] Result<QCborMap> takeOne(BatchSheet& sheet, const record::WireEntry& wire) const;
    [[nodiscard]] Result<QCborMap> takeAgain(BatchSheet& sheet, const record::WireEntry& wire) const;
    [[nodiscard]] Result<qint64> keep(BatchSheet& sheet, const record::WireEntry& wire, Judged judged) const;
    /// What an entry changes beside itself and its case: guides, people, settled conflicts.
    [[nodiscard]] Result<void> followUp(BatchSheet& sheet, const record::EntryHeader& header, qint64 order,
                                        const Judged& judged) const;
    [[nodiscard]] Result<void> takeNewPassword(BatchSheet& sheet, const record::EntryHeader& header,
                                               const QCborMap& what) const;
    [[nodiscard]] Result<void> refuse(BatchSheet& sheet, const record::WireEntry& wire,
                                      const Verdict& verdict) const;
    [[nodiscard]] Result<QCborMap> outcomeMap(BatchSheet& sheet, const record::EntryHeader& header,
                                              const Verdict& verdict, qint64 order, bool repeated) const;
    [[nodiscard]] Result<QCborMap> receipt(const DeviceRow& device, qint64 now) const;
    void announce(const Taken& taken) const;

    const Vault& m_vault;
    const CentreKeys& m_keys;
    EntryJudge m_judge;
    FoldedCases m_folded;
};

/// The bytes a receipt's signature stands over (see the contract).
[[nodiscard]] QByteArray receiptBytes(const QString& device, qint64 seq, const QByteArray& hash, qint64 at);

} // namespace ow::center
