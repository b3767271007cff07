// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/entrystore.h"

#include "ledger/forgetting.h"
#include "ledger/outbox.h"

#include <QCborValue>

#include <algorithm>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr QLatin1StringView kSealed("sealed");
constexpr QLatin1StringView kBodyTable("entry_body");
constexpr QLatin1StringView kOutcomeTable("outcome");
constexpr QLatin1StringView kForeignTable("foreign_entry");

/// A body is sealed to the very entry it belongs to, hash and MAC included: an entry restamped by somebody
/// without the keys has no body that opens, and a changed MAC shows even where its key is long overwritten.
QByteArray bodyRow(const record::Entry& entry)
{
    return QByteArray::number(entry.header.seq) + entry.hash + entry.mac;
}

QCborMap wordMap(const CentreWord& word)
{
    QCborMap map{{QStringLiteral("state"), QString(entryStateKey(word.state))},
                 {QStringLiteral("reason"), word.reason},
                 {QStringLiteral("flags"), QCborArray::fromStringList(word.flags)}};
    if (word.order)
        map.insert(QStringLiteral("order"), *word.order);
    return map;
}

Result<CentreWord> wordFrom(const QCborMap& map)
{
    CentreWord word;
    const auto state = entryStateFromKey(map.value(QLatin1String("state")).toString());
    if (!state)
        return fail(ErrorCode::SealBroken, QStringLiteral("an outcome without state"));
    word.state = *state;
    word.reason = map.value(QLatin1String("reason")).toString();
    for (const QCborValue& flag : map.value(QLatin1String("flags")).toArray())
        word.flags.append(flag.toString());
    if (const QCborValue order = map.value(QLatin1String("order")); order.isInteger())
        word.order = order.toInteger();
    return word;
}

/// header, body_hash, prev, hash, mac from column `first` on.
Result<record::Entry> entryFrom(const Statement& row, int first)
{
    return record::makeEntry(row.bytes(first), row.bytes(first + 1), row.bytes(first + 2),
                             row.bytes(first + 3), row.bytes(first + 4));
}

void setBody(TimelineEntry& to, const QByteArray& bodyBytes)
{
    // A body that was written by us is readable; one that is not stays unknown and verify names it.
    if (const auto body = record::parseBody(bodyBytes)) {
        to.bodyKnown = true;
        to.salt = body->salt;
        to.what = body->what;
    }
}

void setWord(TimelineEntry& to, CentreWord word)
{
    to.state = word.state;
    to.order = word.order;
    to.flags = std::move(word.flags);
    to.reason = std::move(word.reason);
}

const QString& ownColumns()
{
    static const QString sql =
        QStringLiteral("SELECT e.header, e.body_hash, e.prev, e.hash, e.mac, b.sealed, o.sealed FROM entry e "
                       "LEFT JOIN entry_body b ON b.seq = e.seq LEFT JOIN outcome o ON o.seq = e.seq ");
    return sql;
}

const QString& foreignColumns()
{
    static const QString sql = QStringLiteral("SELECT id, header, hash, sealed FROM foreign_entry ");
    return sql;
}

} // namespace

QLatin1StringView entryStateKey(EntryState state)
{
    switch (state) {
    case EntryState::Pending:
        return QLatin1StringView("pending");
    case EntryState::Accepted:
        return QLatin1StringView("accepted");
    case EntryState::Conflict:
        return QLatin1StringView("conflict");
    case EntryState::Rejected:
        return QLatin1StringView("rejected");
    }
    return QLatin1StringView("pending");
}

std::optional<EntryState> entryStateFromKey(QStringView key)
{
    for (const EntryState state :
         {EntryState::Pending, EntryState::Accepted, EntryState::Conflict, EntryState::Rejected}) {
        if (key == entryStateKey(state))
            return state;
    }
    return std::nullopt;
}

Result<void> EntryStore::insert(const record::Entry& entry, const QByteArray& bodyBytes) const
{
    const auto sealed = m_sealer.seal(kBodyTable, bodyRow(entry), kSealed, bodyBytes);
    if (!sealed)
        return tl::unexpected(sealed.error());
    auto row = m_database.prepare(QStringLiteral(
        "INSERT INTO entry (seq, id, header, kind, case_no, base, at, body_hash, prev, hash, mac) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    auto body = m_database.prepare(QStringLiteral("INSERT INTO entry_body (seq, sealed) VALUES (?, ?)"));
    if (!row || !body)
        return tl::unexpected(row ? body.error() : row.error());
    const record::EntryHeader& header = entry.header;
    row->bind(header.seq)
        .bind(header.id)
        .bind(entry.headerBytes)
        .bind(header.kind)
        .bindOrNull(header.caseNumber.value_or(QString()))
        .bindOrNull(header.base.value_or(QString()))
        .bind(header.at);
    return row->bind(entry.bodyHash)
        .bind(entry.prev)
        .bind(entry.hash)
        .bind(entry.mac)
        .run()
        .and_then([&] { return body->bind(header.seq).bind(*sealed).run(); })
        .and_then([&] { return noteBlobUse(m_database, header); });
}

Result<void> EntryStore::replaceForeign(const ForeignEntry& foreign) const
{
    const record::Entry& entry = foreign.wire.entry;
    QCborMap map = wordMap({foreign.state, foreign.order, foreign.reason, foreign.flags});
    map.insert(QStringLiteral("bodyHash"), entry.bodyHash);
    map.insert(QStringLiteral("prev"), entry.prev);
    map.insert(QStringLiteral("mac"), entry.mac);
    if (foreign.wire.bodyBytes)
        map.insert(QStringLiteral("body"), *foreign.wire.bodyBytes);
    const record::EntryHeader& header = entry.header;
    const auto sealed = m_sealer.sealMap(kForeignTable, header.id.toLatin1() + entry.hash, kSealed, map);
    if (!sealed)
        return tl::unexpected(sealed.error());
    auto row = m_database.prepare(QStringLiteral(
        "INSERT INTO foreign_entry (id, device, seq, header, kind, case_no, base, at, hash, state, ord, "
        "sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "device = excluded.device, seq = excluded.seq, header = excluded.header, kind = excluded.kind, "
        "case_no = excluded.case_no, base = excluded.base, at = excluded.at, hash = excluded.hash, "
        "state = excluded.state, ord = excluded.ord, sealed = excluded.sealed"));
    if (!row)
        return tl::unexpected(row.error());
    return row->bind(header.id)
        .bind(header.device)
        .bind(header.seq)
        .bind(entry.headerBytes)
        .bind(header.kind)
        .bindOrNull(header.caseNumber.value_or(QString()))
        .bindOrNull(header.base.value_or(QString()))
        .bind(header.at)
        .bind(entry.hash)
        .bind(QString(entryStateKey(foreign.state)))
        .bind(foreign.order)
        .bind(*sealed)
        .run();
}

Result<void> EntryStore::replaceOutcome(const Outcome& outcome) const
{
    const auto sealed =
        m_sealer.sealMap(kOutcomeTable, QByteArray::number(outcome.seq), kSealed,
                         wordMap({outcome.state, outcome.order, outcome.reason, outcome.flags}));
    if (!sealed)
        return tl::unexpected(sealed.error());
    auto row = m_database.prepare(QStringLiteral(
        "INSERT INTO outcome (seq, state, ord, sealed) VALUES (?, ?, ?, ?) ON CONFLICT (seq) DO UPDATE "
        "SET state = excluded.state, ord = excluded.ord, sealed = excluded.sealed"));
    if (!row)
        return tl::unexpected(row.error());
    return row->bind(outcome.seq)
        .bind(QString(entryStateKey(outcome.state)))
        .bindOrNull(outcome.order)
        .bind(*sealed)
        .run();
}

Result<QByteArray> EntryStore::openBody(const record::Entry& entry, const QByteArray& sealed) const
{
    return m_sealer.open(kBodyTable, bodyRow(entry), kSealed, sealed);
}

Result<CentreWord> EntryStore::openOutcome(qint64 seq, const QByteArray& sealed) const
{
    return m_sealer.openMap(kOutcomeTable, QByteArray::number(seq), kSealed, sealed).and_then(wordFrom);
}

Result<TimelineEntry> EntryStore::openForeign(const QString& id, const QByteArray& header,
                                              const QByteArray& hash, const QByteArray& sealed) const
{
    const auto map = m_sealer.openMap(kForeignTable, id.toLatin1() + hash, kSealed, sealed);
    if (!map)
        return tl::unexpected(map.error());
    auto entry = record::makeEntry(header, map->value(QLatin1String("bodyHash")).toByteArray(),
                                   map->value(QLatin1String("prev")).toByteArray(), hash,
                                   map->value(QLatin1String("mac")).toByteArray());
    if (!entry)
        return tl::unexpected(entry.error());
    auto word = wordFrom(*map);
    if (!word)
        return tl::unexpected(word.error());
    TimelineEntry made;
    made.entry = std::move(*entry);
    setWord(made, std::move(*word));
    if (const QCborValue body = map->value(QLatin1String("body")); body.isByteArray())
        setBody(made, body.toByteArray());
    return made;
}

Result<void> EntryStore::appendOwn(Statement& rows, std::vector<TimelineEntry>& to) const
{
    for (;;) {
        const auto more = rows.step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        auto entry = entryFrom(rows, 0);
        if (!entry)
            return tl::unexpected(entry.error());
        TimelineEntry made;
        made.own = true;
        made.entry = std::move(*entry);
        if (!rows.isNull(5)) {
            const auto body = openBody(made.entry, rows.bytes(5));
            if (!body)
                return tl::unexpected(body.error());
            setBody(made, *body);
        }
        if (!rows.isNull(6)) {
            auto word = openOutcome(made.entry.header.seq, rows.bytes(6));
            if (!word)
                return tl::unexpected(word.error());
            setWord(made, std::move(*word));
        }
        to.push_back(std::move(made));
    }
}

Result<void> EntryStore::appendForeign(Statement& rows, std::vector<TimelineEntry>& to) const
{
    for (;;) {
        const auto more = rows.step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        auto made = openForeign(rows.text(0), rows.bytes(1), rows.bytes(2), rows.bytes(3));
        if (!made)
            return tl::unexpected(made.error());
        to.push_back(std::move(*made));
    }
}

Result<std::vector<TimelineEntry>> EntryStore::ofCase(const QString& number) const
{
    auto own = m_database.prepare(ownColumns() + QStringLiteral("WHERE e.case_no = ? ORDER BY e.seq"));
    auto foreign =
        m_database.prepare(foreignColumns() + QStringLiteral("WHERE case_no = ? ORDER BY ord, id"));
    if (!own || !foreign)
        return tl::unexpected(own ? foreign.error() : own.error());
    std::vector<TimelineEntry> entries;
    if (auto done = appendOwn(own->bind(number), entries); !done)
        return tl::unexpected(done.error());
    if (auto done = appendForeign(foreign->bind(number), entries); !done)
        return tl::unexpected(done.error());
    const QLatin1StringView audience = record::audienceKey(domain::Audience::Case);
    std::erase_if(entries,
                  [&](const TimelineEntry& entry) { return entry.entry.header.audience != audience; });
    return entries;
}

Result<std::vector<TimelineEntry>> EntryStore::looksOf(const QString& number) const
{
    auto own = m_database.prepare(ownColumns() + QStringLiteral("WHERE e.case_no = ? ORDER BY e.seq"));
    if (!own)
        return tl::unexpected(own.error());
    std::vector<TimelineEntry> entries;
    if (auto done = appendOwn(own->bind(number), entries); !done)
        return tl::unexpected(done.error());
    const QLatin1StringView audience = record::audienceKey(domain::Audience::Device);
    std::erase_if(entries,
                  [&](const TimelineEntry& entry) { return entry.entry.header.audience != audience; });
    return entries;
}

Result<std::vector<TimelineEntry>> EntryStore::ofKind(const QString& kind, int limit) const
{
    auto own =
        m_database.prepare(ownColumns() + QStringLiteral("WHERE e.kind = ? ORDER BY e.seq DESC LIMIT ?"));
    auto foreign =
        m_database.prepare(foreignColumns() + QStringLiteral("WHERE kind = ? ORDER BY ord DESC LIMIT ?"));
    if (!own || !foreign)
        return tl::unexpected(own ? foreign.error() : own.error());
    std::vector<TimelineEntry> entries;
    if (auto done = appendOwn(own->bind(kind).bind(qint64(limit)), entries); !done)
        return tl::unexpected(done.error());
    if (auto done = appendForeign(foreign->bind(kind).bind(qint64(limit)), entries); !done)
        return tl::unexpected(done.error());
    return entries;
}

Result<std::vector<record::WireEntry>> EntryStore::own(qint64 afterSeq, int maxCount, qint64 maxBytes) const
{
    auto rows = m_database.prepare(
        QStringLiteral("SELECT e.header, e.body_hash, e.prev, e.hash, e.mac, b.sealed FROM entry e "
                       "LEFT JOIN entry_body b ON b.seq = e.seq WHERE e.seq > ? ORDER BY e.seq LIMIT ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(afterSeq).bind(qint64(maxCount));
    std::vector<record::WireEntry> entries;
    qint64 bytes = 0;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return entries;
        auto entry = entryFrom(*rows, 0);
        if (!entry)
            return tl::unexpected(entry.error());
        record::WireEntry wire{std::move(*entry), std::nullopt};
        if (!rows->isNull(5)) {
            auto body = openBody(wire.entry, rows->bytes(5));
            if (!body)
                return tl::unexpected(body.error());
            wire.bodyBytes = std::move(*body);
        }
        // As it travels: base64 of header and body, four digests in hex, and the names of the members.
        const qsizetype clear = wire.entry.headerBytes.size() + (wire.bodyBytes ? wire.bodyBytes->size() : 0);
        bytes += clear * 4 / 3 + 4 * 2 * record::kHashSize + 80;
        if (bytes > maxBytes && !entries.empty())
            return entries;
        entries.push_back(std::move(wire));
    }
}

Result<std::vector<record::Entry>> EntryStore::headersBefore(qint64 seq, int limit) const
{
    auto rows = m_database.prepare(QStringLiteral(
        "SELECT header, body_hash, prev, hash, mac FROM entry WHERE seq < ? ORDER BY seq DESC LIMIT ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(seq).bind(qint64(limit));
    std::vector<record::Entry> entries;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return entries;
        auto entry = entryFrom(*rows, 0);
        if (!entry)
            return tl::unexpected(entry.error());
        entries.push_back(std::move(*entry));
    }
}

Result<record::Entry> EntryStore::at(qint64 seq) const
{
    auto rows = m_database.prepare(
        QStringLiteral("SELECT header, body_hash, prev, hash, mac FROM entry WHERE seq = ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->bind(seq).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(ErrorCode::NotFound, QStringLiteral("entry %1").arg(seq));
    return entryFrom(*rows, 0);
}

} // namespace ow::ledger
