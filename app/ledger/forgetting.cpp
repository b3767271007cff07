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
        if (header.kind == forgetKey || !entry.bodyKnown || entry.state != EntryState::Accepted)
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
    return {};
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
    // The same content may belong to another case; ids stand in the clear headers.
    auto gone = m_database.prepare(QStringLiteral(
        "DELETE FROM blob WHERE id = ? AND NOT EXISTS (SELECT 1 FROM entry WHERE case_no IS NOT ? "
        "AND instr(header, CAST(? AS BLOB)) > 0)"));
    if (!gone)
        return tl::unexpected(gone.error());
    // The file goes with the next sweep of orphans.
    return gone->bind(blob).bind(caseNumber).bind(blob).run();
}

} // namespace ow::ledger
