// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/forgetting.h"

#include "ledger/entrystore.h"
#include "ledger/outbox.h"

#include <algorithm>

namespace ow::ledger {

using domain::Result;

Result<void> Forgetting::apply(const QString& caseNumber, const QString& forgetId) const
{
    const EntryStore store(m_database, m_sealer);
    const auto entries = store.ofCase(caseNumber);
    if (!entries)
        return tl::unexpected(entries.error());
    const auto forget =
        std::ranges::find_if(*entries, [&](const TimelineEntry& e) { return e.entry.header.id == forgetId; });
    if (forget == entries->end() || forget->state != EntryState::Accepted ||
        !forget->what.value(QLatin1String("summary")).isMap())
        return {};
    const auto forgetKey = domain::kindInfo(domain::Kind::Forget).key;
    for (const TimelineEntry& entry : *entries) {
        const record::EntryHeader& header = entry.entry.header;
        // What was done after it, and is not in its summary, stays.
        if (header.kind == forgetKey || !entry.bodyKnown || entry.state != EntryState::Accepted ||
            entry.order > forget->order)
            continue;
        Result<void> done;
        if (entry.own)
            done = dropOwnBody(header.seq, forgetId);
        else
            done = store.replaceForeign({{entry.entry, std::nullopt},
                                         entry.state,
                                         entry.order.value_or(0),
                                         entry.flags,
                                         entry.reason});
        if (!done)
            return done;
        for (const record::BlobRef& blob : header.blobs) {
            if (auto gone = dropBlob(caseNumber, blob.id); !gone)
                return gone;
        }
    }
    return noteWiping(caseNumber);
}

Result<void> Forgetting::applyEarlier(const QString& caseNumber) const
{
    auto rows = m_database.prepare(
        QStringLiteral("SELECT id FROM foreign_entry WHERE case_no = ? AND kind = 'forget' AND state = "
                       "'accepted' ORDER BY ord LIMIT 1"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->bind(caseNumber).step();
    if (!found)
        return tl::unexpected(found.error());
    return *found ? apply(caseNumber, rows->text(0)) : Result<void>();
}

Result<void> Forgetting::dropOwnBody(qint64 seq, const QString& forgetId) const
{
    auto noted =
        m_database.prepare(QStringLiteral("INSERT OR IGNORE INTO forgotten (seq, by) VALUES (?, ?)"));
    auto gone = m_database.prepare(QStringLiteral("DELETE FROM entry_body WHERE seq = ?"));
    if (!noted || !gone)
        return tl::unexpected(noted ? gone.error() : noted.error());
    if (auto done = noted->bind(seq).bind(forgetId).run(); !done)
        return done;
    return gone->bind(seq).run();
}

Result<void> Forgetting::dropBlob(const QString& caseNumber, const QString& blob) const
{
    // The same content may belong to another case, as long as that is not forgotten either.
    auto gone = m_database.prepare(
        QStringLiteral("DELETE FROM blob WHERE id = ? AND NOT EXISTS (SELECT 1 FROM blob_use u JOIN entry e "
                       "ON e.seq = u.seq JOIN entry_body b ON b.seq = u.seq WHERE u.blob = blob.id AND "
                       "e.case_no IS NOT ?)"));
    auto file = m_database.prepare(
        QStringLiteral("INSERT OR IGNORE INTO blob_gone (id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM blob "
                       "WHERE id = ?) AND EXISTS (SELECT 1 FROM blob_use WHERE blob = ?)"));
    if (!gone || !file)
        return tl::unexpected(gone ? file.error() : gone.error());
    if (auto done = gone->bind(blob).bind(caseNumber).run(); !done)
        return done;
    return file->bind(blob).bind(blob).bind(blob).run();
}

Result<void> Forgetting::noteWiping(const QString& caseNumber) const
{
    auto draft = m_database.prepare(QStringLiteral("DELETE FROM draft WHERE id = ?"));
    auto mark =
        m_database.prepare(QStringLiteral("INSERT OR REPLACE INTO meta (name, value) VALUES ('wipe', x'31'), "
                                          "('wipe.sidecar', x'31')"));
    if (!draft || !mark)
        return tl::unexpected(draft ? mark.error() : draft.error());
    if (auto done = draft->bind(QString(QStringLiteral("supplement-") + caseNumber)).run(); !done)
        return done;
    return mark->run();
}

Result<void> noteBlobUse(const Database& database, const record::EntryHeader& header)
{
    if (header.blobs.isEmpty())
        return {};
    auto row = database.prepare(QStringLiteral("INSERT INTO blob_use (blob, seq) VALUES (?, ?)"));
    if (!row)
        return tl::unexpected(row.error());
    for (const record::BlobRef& blob : header.blobs) {
        if (auto done = row->bind(blob.id).bind(header.seq).run(); !done)
            return done;
    }
    return {};
}

} // namespace ow::ledger
