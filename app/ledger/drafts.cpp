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

constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;

QString shelfKey(Drafts::Shelf shelf)
{
    return shelf == Drafts::Shelf::Application ? QStringLiteral("application") : QStringLiteral("supplement");
}

Result<Drafts::Draft> readRow(const Statement& row, const ColumnSealer& sealer)
{
    const QString id = row.text(0);
    auto content = sealer.openMap(kTable, id.toUtf8(), kColumn, row.bytes(4), row.integer(1));
    if (!content)
        return tl::unexpected(content.error());
    return Drafts::Draft{id, row.text(3), row.integer(2), *content};
}

} // namespace

Drafts::Drafts(LedgerCore& core)
    : m_core(core)
{
}

Result<void> Drafts::save(const QString& id, const QString& actor, const QCborMap& content, Shelf shelf)
{
    const QByteArray plain = content.toCborValue().toCbor();
    if (id.isEmpty() || plain.size() > kMaxBytes)
        return fail(ErrorCode::InvalidInput, QStringLiteral("a draft without id, or too large"));
    return m_core.write([&]() -> Result<void> {
        auto before =
            m_core.database().prepare(QStringLiteral("SELECT (SELECT version FROM draft WHERE id = ?), "
                                                     "(SELECT count(*) FROM draft WHERE shelf = ?), "
                                                     "EXISTS (SELECT 1 FROM draft_received WHERE id = ?)"));
        if (!before)
            return tl::unexpected(before.error());
        if (const auto row = before->bind(id).bind(shelfKey(shelf)).bind(id).step(); !row)
            return tl::unexpected(row.error());
        if (before->integer(2) != 0)
            return fail(ErrorCode::NotAllowed, QStringLiteral("the application was received"));
        if (before->isNull(0) && before->integer(1) >= kMaxDrafts)
            return fail(ErrorCode::InvalidInput, QStringLiteral("too many drafts"));
        const qint64 version = before->integer(0) + 1;
        before->reset();
        const auto sealed = m_core.sealer().seal(kTable, id.toUtf8(), kColumn, plain, version);
        if (!sealed)
            return tl::unexpected(sealed.error());
        auto row = m_core.database().prepare(QStringLiteral(
            "INSERT INTO draft (id, version, saved, actor, sealed, shelf) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET version = excluded.version, saved = excluded.saved, "
            "actor = excluded.actor, sealed = excluded.sealed"));
        if (!row)
            return tl::unexpected(row.error());
        return row->bind(id)
            .bind(version)
            .bind(m_core.clock().utcMs())
            .bind(actor)
            .bind(*sealed)
            .bind(shelfKey(shelf))
            .run();
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

Result<std::vector<Drafts::Draft>> Drafts::list(Shelf shelf) const
{
    auto rows =
        m_core.database().prepare(QStringLiteral("SELECT id, version, saved, actor, sealed FROM draft "
                                                 "WHERE shelf = ? ORDER BY saved DESC, id"));
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(shelfKey(shelf));
    std::vector<Draft> drafts;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return drafts;
        auto draft = readRow(*rows, m_core.sealer());
        if (draft)
            drafts.push_back(std::move(*draft));
        else if (draft.error().code == ErrorCode::KeyLocked)
            return tl::unexpected(draft.error());
        else
            drafts.push_back({rows->text(0), rows->text(3), rows->integer(2), {}, draft.error()});
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

Result<void> Drafts::settleReceived(const QString& id)
{
    if (auto settled = settle(id); !settled)
        return settled;
    const qint64 now = m_core.clock().utcMs();
    auto old = m_core.database().prepare(QStringLiteral("DELETE FROM draft_received WHERE at < ?"));
    if (!old)
        return tl::unexpected(old.error());
    if (auto gone = old->bind(now - kRememberDays * kDayMs).run(); !gone)
        return gone;
    auto row = m_core.database().prepare(
        QStringLiteral("INSERT INTO draft_received (id, at) VALUES (?, ?) ON CONFLICT (id) DO NOTHING"));
    if (!row)
        return tl::unexpected(row.error());
    return row->bind(id).bind(now).run();
}

} // namespace ow::ledger
