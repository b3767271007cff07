// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/outbox.h"

#include "ledger/entrystore.h"
#include "ledger/forgetting.h"
#include "ledger/ledgercore.h"
#include "ledger/projections.h"
#include "record/chain.h"

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

QByteArray receiptBytes(const QString& device, const Receipt& receipt)
{
    return QByteArrayLiteral("OW1R\n") + device.toUtf8() + '\n' + QByteArray::number(receipt.seq) + '\n' +
           receipt.hash.toHex() + '\n' + QByteArray::number(receipt.at) + '\n';
}

Outbox::Outbox(LedgerCore& core, const Projections& projections, QString device, QByteArray centrePublicKey)
    : m_core(core)
    , m_projections(projections)
    , m_device(std::move(device))
    , m_centreKey(std::move(centrePublicKey))
{
}

Result<qint64> Outbox::settledUpTo() const
{
    return m_core.database()
        .value(QStringLiteral("SELECT coalesce(max(seq), 0) FROM outcome"))
        .map([](const QVariant& value) { return value.toLongLong(); });
}

Result<std::vector<record::WireEntry>> Outbox::nextUnsent(int maxCount, qint64 maxBytes) const
{
    const auto settled = settledUpTo();
    if (!settled)
        return tl::unexpected(settled.error());
    return entriesAfter(*settled, maxCount, maxBytes);
}

Result<std::vector<record::WireEntry>> Outbox::entriesAfter(qint64 seq, int maxCount, qint64 maxBytes) const
{
    return EntryStore(m_core.database(), m_core.sealer()).own(seq, maxCount, maxBytes);
}

Result<Outbox::Pending> Outbox::pending() const
{
    auto rows = m_core.database().prepare(QStringLiteral(
        "SELECT count(*), coalesce(min(at), 0), (SELECT count(*) FROM blob WHERE state = 'stored'), "
        "(SELECT coalesce(sum(plain_size), 0) FROM blob WHERE state = 'stored') FROM entry "
        "WHERE seq > (SELECT coalesce(max(seq), 0) FROM outcome)"));
    if (!rows)
        return tl::unexpected(rows.error());
    if (const auto row = rows->step(); !row)
        return tl::unexpected(row.error());
    return Pending{rows->integer(0), rows->integer(1), rows->integer(2), rows->integer(3)};
}

Result<void> Outbox::checkReceipt(const Receipt& receipt) const
{
    const auto own = EntryStore(m_core.database(), m_core.sealer()).at(receipt.seq);
    if (!own)
        return tl::unexpected(own.error());
    if (!record::equalBytes(own->hash, receipt.hash) ||
        !m_core.crypto().sm2Verify(m_centreKey, receiptBytes(m_device, receipt), receipt.signature))
        return fail(ErrorCode::MacWrong,
                    QStringLiteral("the receipt is not the centre's, or not for this ledger"));
    return {};
}

Result<void> Outbox::recordOutcomes(std::span<const Outcome> outcomes, const std::optional<Receipt>& receipt)
{
    if (receipt) {
        if (auto good = checkReceipt(*receipt); !good)
            return good;
    }
    return m_core.write([&]() -> Result<void> {
        QStringList cases;
        for (const Outcome& outcome : outcomes) {
            if (auto done = storeOutcome(outcome, cases); !done)
                return done;
        }
        if (receipt) {
            if (auto done = storeReceipt(*receipt); !done)
                return done;
        }
        return projectAll(cases);
    });
}

Result<void> Outbox::storeOutcome(const Outcome& outcome, QStringList& cases)
{
    if (outcome.state == EntryState::Pending)
        return fail(ErrorCode::InvalidInput, QStringLiteral("pending is no outcome"));
    const EntryStore store(m_core.database(), m_core.sealer());
    const auto entry = store.at(outcome.seq);
    if (!entry)
        return tl::unexpected(entry.error());
    if (auto done = store.replaceOutcome(outcome); !done)
        return done;
    for (const QString& blob : outcome.blobsMissing) {
        auto row = m_core.database().prepare(QStringLiteral("UPDATE blob SET state = 'stored' WHERE id = ?"));
        if (!row)
            return tl::unexpected(row.error());
        if (auto done = row->bind(blob).run(); !done)
            return done;
    }
    const QString caseNumber = entry->header.caseNumber.value_or(QString());
    if (caseNumber.isEmpty())
        return {};
    cases.append(caseNumber);
    const Forgetting forgetting(m_core.database(), m_core.sealer());
    return entry->header.kind == domain::kindInfo(domain::Kind::Forget).key
               ? forgetting.apply(caseNumber, entry->header.id)
               : forgetting.applyEarlier(caseNumber);
}

Result<void> Outbox::storeReceipt(const Receipt& receipt)
{
    auto row = m_core.database().prepare(
        QStringLiteral("INSERT OR REPLACE INTO receipt (seq, hash, at, signature) VALUES (?, ?, ?, ?)"));
    // One receipt covers all before it; a few are kept, so that one damaged row does not take the grade away.
    auto old = m_core.database().prepare(QStringLiteral(
        "DELETE FROM receipt WHERE seq NOT IN (SELECT seq FROM receipt ORDER BY seq DESC LIMIT 8)"));
    if (!row || !old)
        return tl::unexpected(row ? old.error() : row.error());
    if (auto done = row->bind(receipt.seq).bind(receipt.hash).bind(receipt.at).bind(receipt.signature).run();
        !done)
        return done;
    return old->run();
}

Result<std::optional<Receipt>> Outbox::lastReceipt() const
{
    auto rows = m_core.database().prepare(
        QStringLiteral("SELECT seq, hash, at, signature FROM receipt ORDER BY seq DESC LIMIT 1"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return Receipt{rows->integer(0), rows->bytes(1), rows->integer(2), rows->bytes(3)};
}

Result<void> Outbox::applyFeed(const QString& topic, const Cursor& cursor,
                               std::span<const ForeignEntry> entries)
{
    return m_core.write([&]() -> Result<void> {
        if (auto done = storeForeigns(entries); !done)
            return done;
        return storeCursor(topic, cursor);
    });
}

Result<void> Outbox::applyForeign(std::span<const ForeignEntry> entries)
{
    return m_core.write([&] { return storeForeigns(entries); });
}

Result<void> Outbox::storeForeigns(std::span<const ForeignEntry> entries)
{
    QStringList cases;
    for (const ForeignEntry& foreign : entries) {
        if (auto done = storeForeign(foreign, cases); !done)
            return done;
    }
    return projectAll(cases);
}

Result<void> Outbox::storeForeign(const ForeignEntry& foreign, QStringList& cases)
{
    const record::Entry& entry = foreign.wire.entry;
    if (entry.header.device == m_device)
        return {};
    if (foreign.state != EntryState::Accepted && foreign.state != EntryState::Conflict)
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the feed brings accepted and conflicting entries only"));
    if (auto good = record::verifyHash(m_core.crypto(), entry); !good)
        return good;
    if (foreign.wire.bodyBytes) {
        if (auto good = record::verifyBody(m_core.crypto(), entry, *foreign.wire.bodyBytes); !good)
            return good;
    }
    if (auto done = EntryStore(m_core.database(), m_core.sealer()).replaceForeign(foreign); !done)
        return done;
    const QString caseNumber = entry.header.caseNumber.value_or(QString());
    if (caseNumber.isEmpty())
        return {};
    cases.append(caseNumber);
    if (entry.header.kind == domain::kindInfo(domain::Kind::Forget).key)
        return Forgetting(m_core.database(), m_core.sealer()).apply(caseNumber, entry.header.id);
    return {};
}

Result<void> Outbox::projectAll(const QStringList& cases) const
{
    QStringList once = cases;
    once.removeDuplicates();
    for (const QString& number : once) {
        const auto row = m_projections.project(number);
        // Device entries may name a case without being part of it.
        if (!row && row.error().code != ErrorCode::NotFound)
            return tl::unexpected(row.error());
    }
    return {};
}

Result<void> Outbox::storeCursor(const QString& topic, const Cursor& cursor)
{
    auto row = m_core.database().prepare(
        QStringLiteral("INSERT OR REPLACE INTO feed (topic, epoch, cursor) VALUES (?, ?, ?)"));
    if (!row)
        return tl::unexpected(row.error());
    return row->bind(topic).bind(cursor.epoch).bind(cursor.position).run();
}

Result<std::optional<Outbox::Cursor>> Outbox::cursor(const QString& topic) const
{
    auto rows = m_core.database().prepare(QStringLiteral("SELECT epoch, cursor FROM feed WHERE topic = ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->bind(topic).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return Cursor{rows->text(0), rows->text(1)};
}

Result<void> Outbox::dropCursor(const QString& topic)
{
    return m_core.write([&]() -> Result<void> {
        auto row = m_core.database().prepare(QStringLiteral("DELETE FROM feed WHERE topic = ?"));
        if (!row)
            return tl::unexpected(row.error());
        return row->bind(topic).run();
    });
}

} // namespace ow::ledger
