// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/drafts.h"

#include "ledger/ledgercore.h"

#include <QCborValue>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr QLatin1StringView kTable("draft");
constexpr QLatin1StringView kColumn("sealed");

Result<Drafts::Draft> readRow(const Statement& row, const ColumnSealer& sealer)
{
    const QString id = row.text(0);
    auto content = sealer.openMap(kTable, id.toUtf8(), kColumn, row.bytes(4), row.integer(1));
    if (!content)
        return tl::unexpected(content.error());
    return Drafts::Draft{id, row.text(3), row.integer(2), std::move(*content)};
}

} // namespace

Drafts::Drafts(LedgerCore& core)
    : m_core(core)
{
}

Result<void> Drafts::save(const QString& id, const QString& actor, const QCborMap& content)
{
    const QByteArray plain = content.toCborValue().toCbor();
    if (id.isEmpty() || plain.size() > kMaxBytes)
        return fail(ErrorCode::InvalidInput, QStringLiteral("a draft without id, or too large"));
    return m_core.write([&]() -> Result<void> {
        auto before = m_core.database().prepare(
            QStringLiteral("SELECT (SELECT version FROM draft WHERE id = ?), (SELECT count(*) FROM draft)"));
        if (!before)
            return tl::unexpected(before.error());
        if (const auto row = before->bind(id).step(); !row)
            return tl::unexpected(row.error());
        if (before->isNull(0) && before->integer(1) >= kMaxDrafts)
            return fail(ErrorCode::InvalidInput, QStringLiteral("too many drafts"));
        const qint64 version = before->integer(0) + 1;
        before->reset();
        const auto sealed = m_core.sealer().seal(kTable, id.toUtf8(), kColumn, plain, version);
        if (!sealed)
            return tl::unexpected(sealed.error());
        auto row = m_core.database().prepare(QStringLiteral(
            "INSERT INTO draft (id, version, saved, actor, sealed) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET version = excluded.version, saved = excluded.saved, "
            "actor = excluded.actor, sealed = excluded.sealed"));
        if (!row)
            return tl::unexpected(row.error());
        return row->bind(id).bind(version).bind(m_core.clock().utcMs()).bind(actor).bind(*sealed).run();
    });
}

Result<Drafts::Draft> Drafts::load(const QString& id) const
{
    auto rows = m_core.database().prepare(
        QStringLiteral("SELECT id, version, saved, actor, sealed FROM draft WHERE id = ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->bind(id).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(ErrorCode::NotFound, QStringLiteral("draft"));
    return readRow(*rows, m_core.sealer());
}

Result<std::vector<Drafts::Draft>> Drafts::list() const
{
    auto rows = m_core.database().prepare(
        QStringLiteral("SELECT id, version, saved, actor, sealed FROM draft ORDER BY saved DESC, id"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Draft> drafts;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return drafts;
        auto draft = readRow(*rows, m_core.sealer());
        if (!draft)
            return tl::unexpected(draft.error());
        drafts.push_back(std::move(*draft));
    }
}

Result<void> Drafts::remove(const QString& id)
{
    return m_core.write([&] { return settle(id); });
}

Result<void> Drafts::settle(const QString& id)
{
    auto row = m_core.database().prepare(QStringLiteral("DELETE FROM draft WHERE id = ?"));
    if (!row)
        return tl::unexpected(row.error());
    return row->bind(id).run();
}

} // namespace ow::ledger
