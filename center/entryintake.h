// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/entryjudge.h"
#include "center/hall.h"
#include "center/problem.h"
#include "center/store.h"
#include "center/vault.h"
#include "record/chain.h"
#include "record/wire.h"

#include <QCborMap>

#include <vector>

namespace ow::center {

/// Takes batches of entries from a device and says what became of each (I3, I4, I9). Runs on the database's
/// thread.
class EntryIntake
{
public:
    static constexpr qsizetype kMaxEntries = 200;

    EntryIntake(const Vault& vault, const Hall& hall, const GuideJudge& guides)
        : m_vault(vault)
        , m_hall(hall)
        , m_judge(vault, hall, guides)
    {
    }

    /// The answer to POST /v1/entries. Everything of it is durable, or nothing was taken.
    [[nodiscard]] Answer<QCborMap> take(Store& store, const DeviceRow& device, const QCborMap& request,
                                        qint64 now) const;

private:
    template <class T> using Result = domain::Result<T>;
    [[nodiscard]] Answer<std::vector<record::WireEntry>> parse(const QCborMap& request) const;
    [[nodiscard]] Result<QCborMap> takeOne(DeviceBatch& batch, const record::WireEntry& wire) const;
    [[nodiscard]] Result<QCborMap> takeAgain(DeviceBatch& batch, const record::WireEntry& wire) const;
    [[nodiscard]] Result<qint64> keep(DeviceBatch& batch, const record::WireEntry& wire,
                                      const Judged& judged) const;
    [[nodiscard]] Result<void> followUp(DeviceBatch& batch, const record::EntryHeader& header, qint64 order,
                                        const Judged& judged) const;
    [[nodiscard]] Result<void> refuse(DeviceBatch& batch, const record::WireEntry& wire,
                                      const Verdict& verdict) const;
    [[nodiscard]] Result<QCborMap> outcomeMap(DeviceBatch& batch, const record::EntryHeader& header,
                                              const Verdict& verdict, qint64 order, bool repeated) const;
    [[nodiscard]] Result<QCborMap> receipt(const DeviceRow& device, qint64 now) const;

    const Vault& m_vault;
    const Hall& m_hall;
    EntryJudge m_judge;
};

/// The bytes a receipt's signature stands over (see the contract).
[[nodiscard]] QByteArray receiptBytes(const QString& device, qint64 seq, const QByteArray& hash, qint64 at);

} // namespace ow::center
