// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/caserow.h"
#include "ledger/columnsealer.h"
#include "ledger/database.h"
#include "record/chain.h"
#include "record/wire.h"

#include <QCborArray>
#include <QStringList>

#include <vector>

namespace ow::ledger {

struct ForeignEntry;
struct Outcome;

/// What the centre's word on an entry is stored as, beside its clear columns.
struct CentreWord
{
    EntryState state = EntryState::Pending;
    std::optional<qint64> order;
    QString reason;
    QStringList flags;
};

/// Rows of entry, entry_body, outcome and foreign_entry, and nothing else. Any connection for reading;
/// writing inside a transaction of the caller.
class EntryStore
{
public:
    /// Both outlive this.
    EntryStore(const Database& database, const ColumnSealer& sealer)
        : m_database(database)
        , m_sealer(sealer)
    {
    }

    [[nodiscard]] domain::Result<void> insert(const record::Entry& entry, const QByteArray& bodyBytes) const;
    [[nodiscard]] domain::Result<void> replaceForeign(const ForeignEntry& entry) const;
    [[nodiscard]] domain::Result<void> replaceOutcome(const Outcome& outcome) const;

    /// Entries of one case whose audience is `case`: own by seq, then foreign ones by order. Bodies opened.
    [[nodiscard]] domain::Result<std::vector<TimelineEntry>> ofCase(const QString& number) const;
    /// Entries of this device that name a case and are no part of it: looks, prints, exports. By seq.
    [[nodiscard]] domain::Result<std::vector<TimelineEntry>> looksOf(const QString& number) const;
    /// Of one kind, own then foreign; the newest `limit` of each.
    [[nodiscard]] domain::Result<std::vector<TimelineEntry>> ofKind(const QString& kind, int limit) const;
    /// Own entries after a seq, with their bodies where they are still there.
    [[nodiscard]] domain::Result<std::vector<record::WireEntry>> own(qint64 afterSeq, int maxCount,
                                                                     qint64 maxBytes) const;
    [[nodiscard]] domain::Result<std::vector<record::Entry>> headersBefore(qint64 seq, int limit) const;
    /// The entry of this seq; NotFound.
    [[nodiscard]] domain::Result<record::Entry> at(qint64 seq) const;

    /// The opened body of an own entry; SealBroken when row and body are not the pair that was written.
    [[nodiscard]] domain::Result<QByteArray> openBody(const record::Entry& entry,
                                                      const QByteArray& sealed) const;
    [[nodiscard]] domain::Result<CentreWord> openOutcome(qint64 seq, const QByteArray& sealed) const;
    /// A whole foreign row as it was delivered; `id` and `hash` are its columns.
    [[nodiscard]] domain::Result<TimelineEntry> openForeign(const QString& id, const QByteArray& header,
                                                            const QByteArray& hash,
                                                            const QByteArray& sealed) const;

private:
    [[nodiscard]] domain::Result<void> appendOwn(Statement& rows, std::vector<TimelineEntry>& to) const;
    [[nodiscard]] domain::Result<void> appendForeign(Statement& rows, std::vector<TimelineEntry>& to) const;

    const Database& m_database;
    const ColumnSealer& m_sealer;
};

[[nodiscard]] QLatin1StringView entryStateKey(EntryState state);
[[nodiscard]] std::optional<EntryState> entryStateFromKey(QStringView key);

} // namespace ow::ledger
