// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/verifier.h"

#include "ledger/database.h"
#include "ledger/entrystore.h"
#include "ledger/migrations.h"
#include "ledger/outbox.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace ow::ledger {

using domain::Result;

namespace {

constexpr QLatin1StringView kEntry("entry");
constexpr QLatin1StringView kOutcome("outcome");
constexpr QLatin1StringView kForeign("foreign_entry");
constexpr QLatin1StringView kReceipt("receipt");

/// Columns id, kind, case_no, base, at from `first` on, against the header they were copied from.
QStringList columnsThatDiffer(const Statement& row, int first, const record::EntryHeader& header)
{
    const auto optional = [&row](int column) {
        return row.isNull(column) ? std::nullopt : std::optional<QString>(row.text(column));
    };
    QStringList wrong;
    if (row.text(first) != header.id)
        wrong.append(QStringLiteral("id"));
    if (row.text(first + 1) != header.kind)
        wrong.append(QStringLiteral("kind"));
    if (optional(first + 2) != header.caseNumber)
        wrong.append(QStringLiteral("case_no"));
    if (optional(first + 3) != header.base)
        wrong.append(QStringLiteral("base"));
    if (row.integer(first + 4) != header.at)
        wrong.append(QStringLiteral("at"));
    return wrong;
}

} // namespace

bool VerifyReport::names(qint64 seq) const
{
    const QString key = QString::number(seq);
    return std::ranges::any_of(
               chain.faults,
               [seq](const record::ChainFault& f) { return f.seq <= seq && seq <= f.lastSeq; }) ||
           std::ranges::any_of(rows, [&key](const RowFault& f) {
               return f.key == key && (f.table.startsWith(kEntry) || f.table == kOutcome);
           });
}

Verifier::Verifier(const Database& database, const ColumnSealer& sealer, Known known)
    : m_database(database)
    , m_sealer(sealer)
    , m_known(std::move(known))
{
}

void Verifier::fault(const QString& table, const QString& key, const QString& reason)
{
    if (m_report.rows.size() < kMaxRowFaults)
        m_report.rows.push_back({table, key, reason});
}

Result<VerifyReport> Verifier::run(const VerifyOptions& options)
{
    m_report = {};
    m_report.bodiesChecked = m_sealer.hasKeys();
    auto witnesses = receipts();
    if (!witnesses)
        return tl::unexpected(witnesses.error());
    for (const record::ChainWitness& witness : m_known.witnesses)
        witnesses->append(witness);
    record::ChainVerifier chain(m_sealer.crypto(), m_known.device, options.k0.clone(), *witnesses);
    if (auto done = walkEntries(chain); !done)
        return tl::unexpected(done.error());
    m_report.chain = chain.finish();
    for (auto check :
         {&Verifier::checkOutcomes, &Verifier::checkForeign, &Verifier::checkLoose, &Verifier::checkSchema}) {
        if (auto done = (this->*check)(); !done)
            return tl::unexpected(done.error());
    }
    return std::move(m_report);
}

Result<void> Verifier::walkEntries(record::ChainVerifier& chain)
{
    // Even numbers that cannot be are walked: who put them there is to be named.
    qint64 after = std::numeric_limits<qint64>::min();
    for (;;) {
        const auto last = walkChunk(chain, after);
        if (!last)
            return tl::unexpected(last.error());
        if (*last == after)
            return {};
        after = *last;
    }
}

Result<qint64> Verifier::walkChunk(record::ChainVerifier& chain, qint64 after)
{
    auto rows = m_database.prepare(QStringLiteral("SELECT e.seq, e.id, e.kind, e.case_no, e.base, e.at, "
                                                  "e.header, e.body_hash, e.prev, e.hash, e.mac, b.sealed, "
                                                  "EXISTS (SELECT 1 FROM forgotten f WHERE f.seq = e.seq) "
                                                  "FROM entry e LEFT JOIN entry_body b ON b.seq = e.seq "
                                                  "WHERE e.seq > ? ORDER BY e.seq LIMIT ?"));
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(after).bind(qint64(kChunk));
    const EntryStore store(m_database, m_sealer);
    using BodyState = record::ChainVerifier::BodyState;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return after;
        after = rows->integer(0);
        const QString key = QString::number(after);
        const auto entry = record::makeEntry(rows->bytes(6), rows->bytes(7), rows->bytes(8), rows->bytes(9),
                                             rows->bytes(10));
        if (!entry) {
            chain.addUnreadable(after, entry.error().detail);
            continue;
        }
        for (const QString& column : columnsThatDiffer(*rows, 1, entry->header))
            fault(kEntry, key, QStringLiteral("column %1 is not what the header says").arg(column));
        if (entry->header.seq != after)
            fault(kEntry, key, QStringLiteral("the header says seq %1").arg(entry->header.seq));
        const bool forgotten = rows->integer(12) != 0;
        if (rows->isNull(11)) {
            m_report.forgotten += forgotten ? 1 : 0;
            chain.add(*entry, forgotten ? BodyState::Forgotten : BodyState::Missing);
        } else if (!m_sealer.hasKeys()) {
            chain.add(*entry, BodyState::NotLookedAt);
        } else {
            const auto body = store.openBody(*entry, rows->bytes(11));
            if (!body)
                fault(QStringLiteral("entry_body"), key, QStringLiteral("the seal is not of this entry"));
            chain.add(*entry, BodyState::Present, body ? *body : QByteArray(""));
        }
    }
}

Result<QVector<record::ChainWitness>> Verifier::receipts()
{
    auto rows =
        m_database.prepare(QStringLiteral("SELECT seq, hash, at, signature FROM receipt ORDER BY seq"));
    if (!rows)
        return tl::unexpected(rows.error());
    QVector<record::ChainWitness> witnesses;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return witnesses;
        const Receipt receipt{rows->integer(0), rows->bytes(1), rows->integer(2), rows->bytes(3)};
        if (m_sealer.crypto().sm2Verify(m_known.centrePublicKey, receiptBytes(m_known.device, receipt),
                                        receipt.signature))
            witnesses.append({receipt.seq, receipt.hash, true});
        else
            fault(kReceipt, QString::number(receipt.seq), QStringLiteral("not signed by the centre"));
    }
}

Result<void> Verifier::checkOutcomes()
{
    auto rows = m_database.prepare(QStringLiteral(
        "SELECT o.seq, o.state, o.ord, o.sealed, e.seq FROM outcome o LEFT JOIN entry e ON e.seq = o.seq"));
    if (!rows)
        return tl::unexpected(rows.error());
    const EntryStore store(m_database, m_sealer);
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        const qint64 seq = rows->integer(0);
        const QString key = QString::number(seq);
        if (rows->isNull(4))
            fault(kOutcome, key, QStringLiteral("no such entry"));
        if (!m_sealer.hasKeys())
            continue;
        const auto word = store.openOutcome(seq, rows->bytes(3));
        const auto order = rows->isNull(2) ? std::nullopt : std::optional<qint64>(rows->integer(2));
        if (!word)
            fault(kOutcome, key, QStringLiteral("the seal is broken"));
        else if (entryStateKey(word->state) != rows->text(1) || word->order != order)
            fault(kOutcome, key, QStringLiteral("columns are not what was sealed"));
    }
}

Result<void> Verifier::checkForeign()
{
    auto rows = m_database.prepare(QStringLiteral("SELECT id, kind, case_no, base, at, device, seq, state, "
                                                  "ord, header, hash, sealed FROM foreign_entry"));
    if (!rows)
        return tl::unexpected(rows.error());
    const EntryStore store(m_database, m_sealer);
    while (m_sealer.hasKeys()) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        const QString id = rows->text(0);
        const auto opened = store.openForeign(id, rows->bytes(9), rows->bytes(10), rows->bytes(11));
        if (!opened) {
            fault(kForeign, id, QStringLiteral("the seal is broken"));
            continue;
        }
        const record::EntryHeader& header = opened->entry.header;
        if (!record::verifyHash(m_sealer.crypto(), opened->entry))
            fault(kForeign, id, QStringLiteral("the hash does not fit"));
        for (const QString& column : columnsThatDiffer(*rows, 0, header))
            fault(kForeign, id, QStringLiteral("column %1 is not what the header says").arg(column));
        if (rows->text(5) != header.device || rows->integer(6) != header.seq ||
            rows->text(7) != entryStateKey(opened->state) || rows->integer(8) != opened->order.value_or(-1))
            fault(kForeign, id, QStringLiteral("columns are not what was sealed"));
    }
    return {};
}

Result<void> Verifier::checkLoose()
{
    const auto each = [this](const QString& sql, const QString& table,
                             const QString& reason) -> Result<void> {
        auto rows = m_database.prepare(sql);
        if (!rows)
            return tl::unexpected(rows.error());
        for (;;) {
            const auto more = rows->step();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return {};
            fault(table, rows->text(0), reason);
        }
    };
    if (auto done =
            each(QStringLiteral("SELECT seq FROM entry_body WHERE seq NOT IN (SELECT seq FROM entry)"),
                 QStringLiteral("entry_body"), QStringLiteral("a body without an entry"));
        !done)
        return done;
    if (auto done =
            each(QStringLiteral("SELECT seq FROM forgotten WHERE seq IN (SELECT seq FROM entry_body)"),
                 QStringLiteral("forgotten"), QStringLiteral("said to be gone, but there"));
        !done)
        return done;
    return each(QStringLiteral(
                    "SELECT seq FROM forgotten WHERE by NOT IN (SELECT id FROM entry WHERE kind = 'forget') "
                    "AND by NOT IN (SELECT id FROM foreign_entry WHERE kind = 'forget')"),
                QStringLiteral("entry_body"), QStringLiteral("gone without a forget entry"));
}

Result<void> Verifier::checkSchema()
{
    const auto steps = builtInMigrations();
    if (!steps)
        return tl::unexpected(steps.error());
    QString script;
    for (const Migration& step : *steps)
        script += QString::fromUtf8(step.sql);
    QSet<QString> wanted;
    static const QRegularExpression trigger(QStringLiteral("CREATE TRIGGER (\\w+)"));
    for (auto found = trigger.globalMatch(script); found.hasNext();)
        wanted.insert(found.next().captured(1));
    auto rows =
        m_database.prepare(QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"));
    if (!rows)
        return tl::unexpected(rows.error());
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (!script.contains(rows->text(1)))
            fault(QStringLiteral("sqlite_schema"), rows->text(0),
                  QStringLiteral("a trigger that is not ours"));
        else
            wanted.remove(rows->text(0));
    }
    for (const QString& name : wanted)
        fault(QStringLiteral("sqlite_schema"), name, QStringLiteral("a guarding trigger is gone"));
    return {};
}

} // namespace ow::ledger
