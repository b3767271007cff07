// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/placedentry.h"

#include "record/wire.h"

#include <QCborArray>

namespace ow::center {

using namespace Qt::StringLiterals;

domain::Result<std::optional<QByteArray>> readBody(Store& store, const Vault& vault, const QString& entryId)
{
    auto sealed = store.sealedBody(entryId);
    if (!sealed || !*sealed)
        return sealed;
    auto body = vault.open("entry_body", entryId, "body", **sealed);
    if (!body)
        return tl::unexpected(body.error());
    return std::optional(std::move(*body));
}

QCborMap placedEntryMap(const EntryRow& row, std::optional<QByteArray> body)
{
    const record::WireEntry wire{row.entry, std::move(body)};
    QCborArray flags;
    for (const QString& flag : row.verdict.flags)
        flags.append(flag);
    QCborMap map{{u"entry"_s, record::wireMap(wire)},
                 {u"outcome"_s, outcomeKey(row.verdict.outcome)},
                 {u"flags"_s, flags},
                 {u"order"_s, row.order},
                 {u"received_at"_s, row.receivedAt}};
    if (!row.verdict.reason.isEmpty())
        map.insert(u"reason"_s, row.verdict.reason);
    if (!row.settledBy.isEmpty())
        map.insert(u"settled_by"_s, row.settledBy);
    return map;
}

} // namespace ow::center
