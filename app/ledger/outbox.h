// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/caserow.h"
#include "record/wire.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace ow::ledger {

class LedgerCore;
class Projections;

/// What the centre said of one own entry.
struct Outcome
{
    qint64 seq = 0;
    EntryState state = EntryState::Accepted; ///< never Pending
    std::optional<qint64> order;             ///< place in the centre's order; none when rejected
    QString reason;
    QStringList flags;
    QStringList blobsMissing;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// The centre's signature over (device, seq, hash, at): it has everything of this device up to seq.
struct Receipt
{
    qint64 seq = 0;
    QByteArray hash;
    qint64 at = 0;
    QByteArray signature; ///< SM2
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// The bytes a receipt signs (docs/api/openapi.yaml, Receipt).
[[nodiscard]] QByteArray receiptBytes(const QString& device, const Receipt& receipt);

/// An entry of another device, as the centre delivered it. Replaces what was there of the same id.
struct ForeignEntry
{
    record::WireEntry wire;
    EntryState state = EntryState::Accepted; ///< Accepted or Conflict
    qint64 order = 0;
    QStringList flags;
    QString reason;
};

/// The ledger as outbox and inbox: what sync reads and writes. Everything needs the keys (KeyLocked after
/// sign-out).
class Outbox
{
public:
    struct Pending
    {
        qint64 entries = 0;
        qint64 oldestAt = 0; ///< UTC ms; 0 when nothing waits
        qint64 blobs = 0;
        qint64 blobBytes = 0;
    };

    struct Cursor
    {
        QString epoch;
        QString position;
    };

    /// `core` and `projections` outlive this.
    Outbox(LedgerCore& core, const Projections& projections, QString device, QByteArray centrePublicKey);

    /// The last seq the centre has answered; 0 at first.
    [[nodiscard]] domain::Result<qint64> settledUpTo() const;
    /// Entries after the last answered one, contiguous, bodies opened; never more than both bounds allow, but
    /// at least one if there is any.
    [[nodiscard]] domain::Result<std::vector<record::WireEntry>> nextUnsent(int maxCount,
                                                                            qint64 maxBytes) const;
    /// The same from any place, for a centre that was restored from an older copy and asks again.
    [[nodiscard]] domain::Result<std::vector<record::WireEntry>> entriesAfter(qint64 seq, int maxCount,
                                                                              qint64 maxBytes) const;
    [[nodiscard]] domain::Result<Pending> pending() const;

    /// Outcomes, receipt and every row projected from them in one transaction. A receipt whose signature or
    /// hash is not right is MacWrong, and nothing is recorded. Saying it twice changes nothing.
    [[nodiscard]] domain::Result<void> recordOutcomes(std::span<const Outcome> outcomes,
                                                      const std::optional<Receipt>& receipt);
    [[nodiscard]] domain::Result<std::optional<Receipt>> lastReceipt() const;

    /// Entries of others and the cursor behind them in one transaction. Own entries among them are passed
    /// over; a hash that does not fit is ChainBroken, and nothing is recorded.
    [[nodiscard]] domain::Result<void> applyFeed(const QString& topic, const Cursor& cursor,
                                                 std::span<const ForeignEntry> entries);
    /// Entries fetched outside a feed (a case that was opened).
    [[nodiscard]] domain::Result<void> applyForeign(std::span<const ForeignEntry> entries);
    [[nodiscard]] domain::Result<std::optional<Cursor>> cursor(const QString& topic) const;
    [[nodiscard]] domain::Result<void> dropCursor(const QString& topic);

private:
    [[nodiscard]] domain::Result<void> checkReceipt(const Receipt& receipt) const;
    [[nodiscard]] domain::Result<void> storeOutcome(const Outcome& outcome, QStringList& cases);
    [[nodiscard]] domain::Result<void> storeReceipt(const Receipt& receipt);
    [[nodiscard]] domain::Result<void> storeForeign(const ForeignEntry& foreign, QStringList& cases);
    [[nodiscard]] domain::Result<void> storeForeigns(std::span<const ForeignEntry> entries);
    [[nodiscard]] domain::Result<void> storeCursor(const QString& topic, const Cursor& cursor);
    [[nodiscard]] domain::Result<void> projectAll(const QStringList& cases) const;

    LedgerCore& m_core;
    const Projections& m_projections;
    QString m_device;
    QByteArray m_centreKey;
};

} // namespace ow::ledger
