// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "center/problem.h"
#include "center/store.h"
#include "center/vault.h"
#include "record/chain.h"
#include "record/wire.h"

#include <QCborMap>

#include <vector>

namespace ow::center {

struct Hall
{
    QString id; ///< first part of case numbers, "JT62"
    QString name;
    QString escrowId;
    QByteArray escrowPublicKey;
    QByteArray publicKey; ///< of the centre, signs receipts
    record::SecretBytes signingKey;
};

/// Takes batches of entries from a device and says what became of each (I3, I4, I9). Runs on the database's
/// thread.
class EntryIntake
{
public:
    static constexpr qsizetype kMaxEntries = 200;
    /// A device clock further ahead of the centre's, or of its own past, is doubtful (design §5).
    static constexpr qint64 kClockToleranceMs = 120'000;

    EntryIntake(const Vault& vault, const Hall& hall)
        : m_vault(vault)
        , m_hall(hall)
    {
    }

    /// The answer to POST /v1/entries. Everything of it is durable, or nothing was taken.
    [[nodiscard]] Answer<QCborMap> take(Store& store, const DeviceRow& device, const QCborMap& request,
                                        qint64 now) const;

private:
    struct Batch;
    struct Judged;
    template <class T> using Result = domain::Result<T>;
    [[nodiscard]] Answer<std::vector<record::WireEntry>> parse(const QCborMap& request) const;
    [[nodiscard]] Result<QCborMap> takeOne(Batch& batch, const record::WireEntry& wire) const;
    [[nodiscard]] Result<QCborMap> takeAgain(Batch& batch, const record::WireEntry& wire) const;
    [[nodiscard]] Result<Judged> judge(Batch& batch, const record::WireEntry& wire) const;
    [[nodiscard]] Result<void> judgeBase(Batch& batch, const record::EntryHeader& header,
                                         Judged& judged) const;
    [[nodiscard]] Result<void> flag(Batch& batch, const record::EntryHeader& header, Judged& judged) const;
    [[nodiscard]] Result<QString> falseChain(Batch& batch, const record::Entry& entry) const;
    [[nodiscard]] bool isFalseNumber(const Batch& batch, const record::EntryHeader& header) const;
    [[nodiscard]] Result<void> project(Judged& judged, const record::EntryHeader& header) const;
    [[nodiscard]] Result<qint64> keep(Batch& batch, const record::WireEntry& wire,
                                      const Judged& judged) const;
    [[nodiscard]] Result<void> followUp(Batch& batch, const record::EntryHeader& header,
                                        const Judged& judged) const;
    [[nodiscard]] Result<void> refuse(Batch& batch, const record::WireEntry& wire,
                                      const Verdict& verdict) const;
    [[nodiscard]] Result<QCborMap> outcomeMap(Batch& batch, const record::EntryHeader& header,
                                              const Verdict& verdict, qint64 order, bool repeated) const;
    [[nodiscard]] Result<QCborMap> receipt(const DeviceRow& device, qint64 now) const;

    const Vault& m_vault;
    const Hall& m_hall;
};

/// The bytes a receipt's signature stands over (see the contract).
[[nodiscard]] QByteArray receiptBytes(const QString& device, qint64 seq, const QByteArray& hash, qint64 at);

} // namespace ow::center
