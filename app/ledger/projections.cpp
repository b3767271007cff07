// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/projections.h"

#include "ledger/casefolder.h"
#include "ledger/entrystore.h"

#include <QCborArray>
#include <QHash>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr QLatin1StringView kTable("case_head");
constexpr QLatin1StringView kSealed("sealed");
constexpr int kSerialChunk = 500;
constexpr qint64 kSerialBytes = 8LL * 1024 * 1024;

QCborMap summaryMap(const CaseSummary& summary)
{
    return {{QStringLiteral("name"), summary.name},
            {QStringLiteral("id"), summary.idMasked},
            {QStringLiteral("phone"), summary.phoneMasked},
            {QStringLiteral("agent"), summary.agent}};
}

void takeDrawn(const QCborValue& drawn, const QString& station, QMap<QString, qint64>& to)
{
    for (const QCborValue& value : drawn.toArray()) {
        const QCborMap map = value.toMap();
        const QString series = map.value(QLatin1String("series")).toString();
        const qint64 serial = map.value(QLatin1String("n")).toInteger();
        // A forget entry may also tell what other stations drew.
        if (series.split(QLatin1Char('/')).contains(station) && serial > to.value(series))
            to.insert(series, serial);
    }
}

} // namespace

std::optional<qint64> dayNumber(const QDate& day)
{
    if (!day.isValid())
        return std::nullopt;
    return QDate(1970, 1, 1).daysTo(day);
}

QDate dayFromNumber(qint64 number)
{
    return QDate(1970, 1, 1).addDays(number);
}

QString caseRowColumns()
{
    return QStringLiteral(
        "row, number, item, guide, station, state, received, answer_due, promised_due, "
        "statutory_due, head, head_at, opened_by, pending, conflicts, rejected, flags, next_due, "
        "deficiency_due, open_tasks, sealed");
}

Result<CaseRow> readCaseRow(const Statement& from, const ColumnSealer& sealer)
{
    const auto day = [&from](int column) {
        return from.isNull(column) ? QDate() : dayFromNumber(from.integer(column));
    };
    CaseRow row;
    row.row = from.integer(0);
    row.number = from.text(1);
    row.item = from.text(2);
    row.guideVersion = static_cast<int>(from.integer(3));
    row.station = from.text(4);
    row.state = domain::stateFromKey(from.text(5)).value_or(domain::CaseState::None);
    row.received = day(6);
    row.answerDue = day(7);
    row.promisedDue = day(8);
    row.statutoryDue = day(9);
    row.head = from.text(10);
    row.headAt = from.integer(11);
    row.openedBy = from.text(12);
    row.pending = static_cast<int>(from.integer(13));
    row.conflicts = static_cast<int>(from.integer(14));
    row.rejected = static_cast<int>(from.integer(15));
    row.flags = from.text(16).split(QLatin1Char(','), Qt::SkipEmptyParts);
    row.nextDue = day(17);
    row.deficiencyDue = day(18);
    row.openTasks = static_cast<int>(from.integer(19));
    const auto map = sealer.openMap(kTable, row.number.toUtf8(), kSealed, from.bytes(20));
    if (!map)
        return tl::unexpected(map.error());
    row.summary = {map->value(QLatin1String("name")).toString(), map->value(QLatin1String("id")).toString(),
                   map->value(QLatin1String("phone")).toString(),
                   map->value(QLatin1String("agent")).toString()};
    return row;
}

PaperRow readPaperRow(const Statement& row)
{
    return {row.text(0),
            row.text(1),
            row.text(2),
            row.integer(3),
            row.isNull(4) ? std::nullopt : std::optional<qint64>(row.integer(4)),
            row.text(5)};
}

Projections::Projections(const Database& database, const ColumnSealer& sealer, QString station)
    : m_database(database)
    , m_sealer(sealer)
    , m_station(std::move(station))
    , m_persons(database, sealer)
{
}

Result<Projections::Made> Projections::make(const QString& caseNumber) const
{
    auto entries = EntryStore(m_database, m_sealer).ofCase(caseNumber);
    return entries ? make(caseNumber, std::move(*entries)) : tl::unexpected(entries.error());
}

Result<Projections::Made> Projections::make(const QString& caseNumber,
                                            std::vector<TimelineEntry> entries) const
{
    if (entries.empty())
        return fail(ErrorCode::NotFound, QStringLiteral("case"));
    const CaseHistory history = foldCase(caseNumber, std::move(entries));
    QHash<QString, qint64> ownSeq;
    for (const TimelineEntry& entry : history.entries) {
        if (entry.own)
            ownSeq.insert(entry.entry.header.id, entry.entry.header.seq);
    }
    auto persons = m_persons.make(history.file);
    if (!persons)
        return tl::unexpected(persons.error());
    Made made{caseRow(history), {}, std::move(*persons)};
    for (const domain::PaperRef& paper : history.file.papers) {
        PaperRow row{paper.number, paper.kind, caseNumber, ownSeq.value(paper.decidingEntry),
                     std::nullopt, paper.blob};
        if (!paper.paperEntry.isEmpty())
            row.paperSeq = ownSeq.value(paper.paperEntry);
        made.papers.push_back(row);
    }
    return made;
}

Result<void> Projections::writeHead(CaseRow& head) const
{
    const auto sealed = m_sealer.sealMap(kTable, head.number.toUtf8(), kSealed, summaryMap(head.summary));
    if (!sealed)
        return tl::unexpected(sealed.error());
    auto row = m_database.prepare(QStringLiteral(
        "INSERT INTO case_head (number, item, guide, station, state, received, answer_due, promised_due, "
        "statutory_due, head, head_at, opened_by, pending, conflicts, rejected, flags, next_due, "
        "deficiency_due, open_tasks, sealed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE "
        "SET "
        "item = excluded.item, guide = excluded.guide, station = excluded.station, state = excluded.state, "
        "received = excluded.received, answer_due = excluded.answer_due, promised_due = "
        "excluded.promised_due, "
        "statutory_due = excluded.statutory_due, head = excluded.head, head_at = excluded.head_at, "
        "opened_by = excluded.opened_by, pending = excluded.pending, conflicts = excluded.conflicts, "
        "rejected = excluded.rejected, flags = excluded.flags, next_due = excluded.next_due, "
        "deficiency_due = excluded.deficiency_due, open_tasks = excluded.open_tasks, sealed = "
        "excluded.sealed RETURNING row"));
    if (!row)
        return tl::unexpected(row.error());
    row->bind(head.number)
        .bind(head.item)
        .bind(qint64(head.guideVersion))
        .bind(head.station)
        .bind(QString(domain::stateKey(head.state)))
        .bind(dayNumber(head.received).value_or(0))
        .bindOrNull(dayNumber(head.answerDue))
        .bindOrNull(dayNumber(head.promisedDue))
        .bindOrNull(dayNumber(head.statutoryDue))
        .bind(head.head)
        .bind(head.headAt)
        .bind(head.openedBy)
        .bind(qint64(head.pending))
        .bind(qint64(head.conflicts))
        .bind(qint64(head.rejected))
        .bind(head.flags.join(QLatin1Char(',')))
        .bindOrNull(dayNumber(head.nextDue))
        .bindOrNull(dayNumber(head.deficiencyDue))
        .bind(qint64(head.openTasks))
        .bind(*sealed);
    for (;;) {
        const auto more = row->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return {};
        head.row = row->integer(0);
    }
}

Result<void> Projections::writePapers(const Made& made) const
{
    auto gone = m_database.prepare(QStringLiteral("DELETE FROM paper WHERE case_no = ?"));
    auto row = m_database.prepare(
        QStringLiteral("INSERT OR REPLACE INTO paper (number, kind, case_no, decided, paper_seq, blob) "
                       "VALUES (?, ?, ?, ?, ?, ?)"));
    if (!gone || !row)
        return tl::unexpected(gone ? row.error() : gone.error());
    if (auto done = gone->bind(made.head.number).run(); !done)
        return done;
    for (const PaperRow& paper : made.papers) {
        auto done = row->bind(paper.number)
                        .bind(paper.kind)
                        .bind(paper.caseNumber)
                        .bind(paper.decidedSeq)
                        .bindOrNull(paper.paperSeq)
                        .bindOrNull(paper.blob)
                        .run();
        if (!done)
            return done;
    }
    return {};
}

Result<CaseRow> Projections::project(const QString& caseNumber) const
{
    auto entries = EntryStore(m_database, m_sealer).ofCase(caseNumber);
    return entries ? project(caseNumber, std::move(*entries)) : tl::unexpected(entries.error());
}

Result<CaseRow> Projections::project(const QString& caseNumber, std::vector<TimelineEntry> entries) const
{
    auto made = make(caseNumber, std::move(entries));
    if (!made)
        return tl::unexpected(made.error());
    if (auto done = writeHead(made->head); !done)
        return tl::unexpected(done.error());
    if (auto done = writePapers(*made); !done)
        return tl::unexpected(done.error());
    if (auto done = m_persons.write(caseNumber, made->persons); !done)
        return tl::unexpected(done.error());
    if (m_touched.size() < kMaxTouched)
        m_touched.push_back(made->head);
    return made->head;
}

Result<void> Projections::eachCase(const std::function<Result<void>(const QString&)>& work) const
{
    auto next = m_database.prepare(QStringLiteral(
        "SELECT min(case_no) FROM (SELECT min(case_no) AS case_no FROM entry WHERE case_no > ? "
        "UNION ALL SELECT min(case_no) FROM foreign_entry WHERE case_no > ?)"));
    if (!next)
        return tl::unexpected(next.error());
    QString last;
    for (;;) {
        const auto found = next->bind(last).bind(last).step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found || next->isNull(0))
            return {};
        last = next->text(0);
        next->reset();
        // Device entries may name a case this device has never had an entry of.
        if (auto done = work(last); !done && done.error().code != ErrorCode::NotFound)
            return done;
    }
}

Result<QMap<QString, qint64>> Projections::serials() const
{
    const EntryStore store(m_database, m_sealer);
    QMap<QString, qint64> serials;
    qint64 seq = 0;
    for (;;) {
        const auto entries = store.own(seq, kSerialChunk, kSerialBytes);
        if (!entries)
            return tl::unexpected(entries.error());
        if (entries->empty())
            break;
        for (const record::WireEntry& entry : *entries) {
            seq = entry.entry.header.seq;
            const auto body = entry.bodyBytes ? record::parseBody(*entry.bodyBytes)
                                              : Result<record::EntryBody>(record::EntryBody{});
            if (!body)
                return tl::unexpected(body.error());
            takeDrawn(body->what.value(QLatin1String("drawn")), m_station, serials);
        }
    }
    // Numbers of forgotten bodies stand in the summaries of the forget entries.
    const auto forgets = store.ofKind(domain::kindInfo(domain::Kind::Forget).key, -1);
    if (!forgets)
        return tl::unexpected(forgets.error());
    for (const TimelineEntry& entry : *forgets)
        takeDrawn(entry.what.value(QLatin1String("summary")).toMap().value(QLatin1String("drawn")), m_station,
                  serials);
    return serials;
}

Result<QMap<QString, qint64>> Projections::storedSerials() const
{
    auto rows = m_database.prepare(QStringLiteral("SELECT series, last FROM serial"));
    if (!rows)
        return tl::unexpected(rows.error());
    QMap<QString, qint64> serials;
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return serials;
        serials.insert(rows->text(0), rows->integer(1));
    }
}

Result<void> Projections::rebuild() const
{
    for (const char* table : {"case_head", "paper", "case_person", "material_shelf", "serial"}) {
        if (auto done = m_database.exec(QStringLiteral("DELETE FROM ") + QLatin1String(table)); !done)
            return done;
    }
    const auto projectOne = [this](const QString& number) {
        return project(number).map([](const CaseRow&) {});
    };
    if (auto done = eachCase(projectOne); !done)
        return done;
    const auto last = serials();
    if (!last)
        return tl::unexpected(last.error());
    auto row = m_database.prepare(QStringLiteral("INSERT INTO serial (series, last) VALUES (?, ?)"));
    if (!row)
        return tl::unexpected(row.error());
    for (auto it = last->cbegin(); it != last->cend(); ++it) {
        if (auto done = row->bind(it.key()).bind(it.value()).run(); !done)
            return done;
    }
    return {};
}

} // namespace ow::ledger
