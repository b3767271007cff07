// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/retention.h"

#include "domain/kinds.h"
#include "ledger/database.h"
#include "ledger/entrystore.h"
#include "ledger/outbox.h"
#include "record/canonical.h"

#include <QCborMap>
#include <QFile>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// 'receive','accept',…: kinds that make a case one's own. Keys are our own constants.
QString caseKinds()
{
    QStringList keys;
    for (const domain::KindInfo& kind : domain::allKinds()) {
        if (kind.audience == domain::Audience::Case)
            keys.append(u'\'' + QString(kind.key) + u'\'');
    }
    return keys.join(QLatin1Char(','));
}

QString closedStates()
{
    using domain::CaseState;
    QStringList keys;
    for (int state = 1; state <= static_cast<int>(CaseState::Lapsed); ++state) {
        if (!domain::isOpen(static_cast<CaseState>(state)))
            keys.append(u'\'' + QString(domain::stateKey(static_cast<CaseState>(state))) + u'\'');
    }
    return keys.join(QLatin1Char(','));
}

Result<QStringList> textsOf(Statement& rows)
{
    QStringList texts;
    for (;;) {
        const auto more = rows.step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return texts;
        texts.append(rows.text(0));
    }
}

} // namespace

Result<RetentionRule> RetentionRule::parse(const QByteArray& json)
{
    const auto value = record::parseJson(json);
    if (!value || !value->isMap())
        return fail(ErrorCode::InvalidInput, QStringLiteral("no map"), QStringLiteral("retention"));
    RetentionRule rule;
    QCborMap map = value->toMap();
    if (map.take(QLatin1StringView("v")).toInteger() != 1)
        return fail(ErrorCode::InvalidInput, QStringLiteral("another version"), QStringLiteral("v"));
    for (const auto& [name, to] : {std::pair(QLatin1StringView("foreignDays"), &rule.foreignDays),
                                   std::pair(QLatin1StringView("ownDays"), &rule.ownDays)}) {
        const QCborValue days = map.take(name);
        if (!days.isInteger() || days.toInteger() < 0 || days.toInteger() > kMostDays)
            return fail(ErrorCode::InvalidInput, QStringLiteral("0 to %1 days").arg(kMostDays), name);
        *to = static_cast<int>(days.toInteger());
    }
    if (!map.isEmpty())
        return fail(ErrorCode::InvalidInput, QStringLiteral("unknown member"), map.cbegin().key().toString());
    return rule;
}

QByteArray RetentionRule::toJson() const
{
    const QCborMap map{{QStringLiteral("v"), 1},
                       {QStringLiteral("foreignDays"), foreignDays},
                       {QStringLiteral("ownDays"), ownDays}};
    return record::writeCanonical(map).value_or(QByteArray());
}

Result<RetentionRule> RetentionRule::builtIn()
{
    QFile file(QStringLiteral(":/ledger/house/retention.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, QStringLiteral("the rule of retention is missing"));
    return parse(file.readAll());
}

Result<QStringList> Retention::foreignDue(const QString& afterNumber, qint64 before, int limit) const
{
    // A look from here is an entry of this device about the case, and counts as its last use.
    auto rows = m_database.prepare(
        QStringLiteral("SELECT number FROM case_head h WHERE number > ? AND head_at < ? AND state NOT IN "
                       "('awaitingSupplement', 'readyToIssue') AND deficiency_due IS NULL AND NOT EXISTS "
                       "(SELECT 1 FROM entry e WHERE e.case_no = h.number AND (e.kind IN (%1) OR e.at >= ?)) "
                       "ORDER BY number LIMIT ?")
            .arg(caseKinds()));
    if (!rows)
        return tl::unexpected(rows.error());
    return textsOf(rows->bind(afterNumber).bind(before).bind(before).bind(qint64(limit)));
}

Result<QStringList> Retention::ownDue(qint64 before, int limit) const
{
    auto rows = m_database.prepare(
        QStringLiteral("SELECT number FROM case_head h WHERE head_at < ? AND state IN (%1) AND pending = 0 "
                       "AND conflicts = 0 AND EXISTS (SELECT 1 FROM entry e JOIN entry_body b ON b.seq = "
                       "e.seq WHERE e.case_no = h.number AND e.kind IN (%2) AND e.kind <> 'forget') "
                       "AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.case_no = h.number AND e.kind = "
                       "'forget') ORDER BY received, number LIMIT ?")
            .arg(closedStates(), caseKinds()));
    if (!rows)
        return tl::unexpected(rows.error());
    return textsOf(rows->bind(before).bind(qint64(limit)));
}

Result<int> Retention::dropForeignBodies(const QString& caseNumber) const
{
    const EntryStore store(m_database, m_sealer);
    const auto entries = store.ofCase(caseNumber);
    if (!entries)
        return tl::unexpected(entries.error());
    int dropped = 0;
    for (const TimelineEntry& entry : *entries) {
        // What a forget entry keeps is all there is of the case, and holds nothing personal.
        if (entry.own || !entry.bodyKnown ||
            entry.entry.header.kind == domain::kindInfo(domain::Kind::Forget).key)
            continue;
        auto done = store.replaceForeign(
            {{entry.entry, std::nullopt}, entry.state, entry.order.value_or(0), entry.flags, entry.reason});
        if (!done)
            return tl::unexpected(done.error());
        ++dropped;
    }
    return dropped;
}

} // namespace ow::ledger
