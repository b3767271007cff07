// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger: writing acts, and the small readers beside them.
#include "ledger/casefolder.h"
#include "ledger/entrystore.h"
#include "ledger/ledgerprivate.h"

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr qsizetype kUuidRandom = 10;
constexpr std::size_t kMaxActs = 16; ///< in one transaction; a case from receipt to issue has four

TimelineEntry asTimeline(const WrittenEntry& written)
{
    TimelineEntry entry;
    entry.entry = written.entry;
    entry.own = true;
    entry.bodyKnown = true;
    entry.what = written.what;
    return entry;
}

} // namespace

std::optional<record::ClockReading> Ledger::Private::clockReading() const
{
    if (!clockOffset || clockOffset->boot != core.clock().bootId())
        return std::nullopt;
    return record::ClockReading{clockOffset->offsetMs,
                                std::max<qint64>(0, core.clock().monotonicMs() - clockOffset->tick)};
}

record::EntryHeader Ledger::Private::makeHeader(const ActDraft& act, const Numbers& numbers) const
{
    const domain::KindInfo& kind = domain::kindInfo(act.kind);
    const QString boot = core.clock().bootId();
    record::EntryHeader header;
    header.device = identity.device;
    header.seq = numbers.seq();
    header.id = numbers.entryId();
    header.kind = kind.key;
    if (!numbers.caseNumber().isEmpty())
        header.caseNumber = numbers.caseNumber();
    header.at = numbers.at();
    header.boot = boot.isEmpty() ? QStringLiteral("unknown") : boot;
    header.tick = core.clock().monotonicMs();
    header.clock = clockReading();
    header.actor = act.actor;
    header.station = identity.station;
    header.guide = act.guide;
    header.blobs = act.blobs;
    header.audience = record::audienceKey(kind.audience);
    return header;
}

Result<QCborMap> Ledger::Private::makeBody(const ActDraft& act, Numbers& numbers) const
{
    auto what = act.body ? act.body(numbers) : Result<QCborMap>(QCborMap());
    if (!what)
        return what;
    if (act.about == ActDraft::Case::Open)
        what->insert(QStringLiteral("number"), numbers.caseNumber());
    if (!numbers.drawn().isEmpty())
        what->insert(QStringLiteral("drawn"), numbers.drawn());
    return what;
}

Result<void> Ledger::Private::checkBlobs(const ActDraft& act) const
{
    for (const record::BlobRef& blob : act.blobs) {
        const auto known = blobs.info(blob.id);
        if (!known && known.error().code != ErrorCode::NotFound)
            return tl::unexpected(known.error());
        if (!known || known->size != blob.size)
            return fail(ErrorCode::BlobMissing, blob.id);
    }
    return {};
}

Result<void> Ledger::Private::checkCase(const ActDraft& act, const QString& number, Batch& batch)
{
    const domain::KindInfo& kind = domain::kindInfo(act.kind);
    Running& running = batch.cases[number];
    if (!running.loaded && act.about != ActDraft::Case::Open) {
        auto history = cases.history(number);
        // A device entry (a look, an export) may name a case of which nothing was fetched yet.
        if (!history &&
            (history.error().code != ErrorCode::NotFound || kind.audience == domain::Audience::Case))
            return tl::unexpected(history.error());
        if (history) {
            running.file = std::move(history->file);
            running.entries = std::move(history->entries);
        }
    }
    running.loaded = true;
    if (act.seenHead && *act.seenHead != running.file.lastEntry)
        return fail(ErrorCode::CaseMoved, QStringLiteral("the case has moved on"));
    return domain::stateAfter(running.file.state, act.kind).map([](domain::CaseState) {});
}

Result<void> Ledger::Private::appendOne(const ActDraft& act, Batch& batch)
{
    const domain::KindInfo& kind = domain::kindInfo(act.kind);
    const auto random = core.crypto().random(kUuidRandom);
    if (!random)
        return tl::unexpected(random.error());
    const qint64 at = core.clock().utcMs();
    const QString known = act.about == ActDraft::Case::AsBefore   ? batch.lastCase
                          : act.about == ActDraft::Case::Existing ? act.caseNumber
                                                                  : QString();
    const bool aboutCase = act.about != ActDraft::Case::None;
    if ((kind.audience == domain::Audience::Case && !aboutCase) ||
        (aboutCase && act.about != ActDraft::Case::Open && known.isEmpty()))
        return fail(ErrorCode::InvalidInput, QStringLiteral("an act about a case names none"));
    if ((act.about == ActDraft::Case::Open) != (act.kind == domain::Kind::Receive))
        return fail(ErrorCode::MoveIllegal,
                    QStringLiteral("a case is opened by its receipt, and by nothing else"));
    Numbers numbers(core.database(), numbering,
                    {batch.chain.seq + 1, record::makeUuidV7(at, *random), at, batch.chain.hash, known});
    if (act.about == ActDraft::Case::Open) {
        if (auto drawn = numbers.drawCase(); !drawn)
            return tl::unexpected(drawn.error());
    }
    const QString number = numbers.caseNumber();
    if (aboutCase) {
        if (auto good = checkCase(act, number, batch); !good)
            return good;
    }
    if (auto good = checkBlobs(act); !good)
        return good;
    const auto what = makeBody(act, numbers);
    if (!what)
        return tl::unexpected(what.error());
    record::EntryHeader header = makeHeader(act, numbers);
    const bool inCase = kind.audience == domain::Audience::Case;
    if (inCase && !batch.cases[number].file.lastEntry.isEmpty())
        header.base = batch.cases[number].file.lastEntry;
    auto appended = record::appendToChain(core.crypto(), batch.chain, std::move(header), *what);
    if (!appended)
        return tl::unexpected(appended.error());
    if (auto done = EntryStore(core.database(), core.sealer()).insert(appended->entry, appended->bodyBytes);
        !done)
        return done;
    batch.chain = std::move(appended->next);
    batch.journal.push_back({appended->entry, appended->bodyBytes});
    batch.written.push_back({std::move(appended->entry), *what});
    batch.lastCase = number.isEmpty() ? batch.lastCase : number;
    if (inCase) {
        Running& running = batch.cases[number];
        running.file.number = number;
        running.entries.push_back(asTimeline(batch.written.back()));
        foldEntry(running.file, running.entries.back());
    }
    return {};
}

Result<std::vector<WrittenEntry>> Ledger::append(std::span<const ActDraft> acts)
{
    if (d->core.blocked())
        return tl::unexpected(*d->core.blocked());
    if (!hasKeys() || !d->chainLoaded)
        return fail(ErrorCode::KeyLocked);
    if (acts.empty() || acts.size() > kMaxActs)
        return fail(ErrorCode::InvalidInput, QStringLiteral("no act, or too many at once"));
    Private::Batch batch;
    batch.chain = d->chain.clone();
    static_cast<void>(d->projections.takeTouched());
    auto done = d->core.write([&]() -> Result<void> {
        for (const ActDraft& act : acts) {
            if (auto one = d->appendOne(act, batch); !one)
                return one;
            if (act.settlesDraft.isEmpty())
                continue;
            const bool received = act.kind == domain::Kind::Receive;
            if (auto settled = received ? d->drafts.settleReceived(act.settlesDraft)
                                        : d->drafts.settle(act.settlesDraft);
                !settled)
                return settled;
        }
        for (auto it = batch.cases.begin(); it != batch.cases.end(); ++it) {
            const auto row = d->projections.project(it.key(), std::move(it->entries));
            if (!row && row.error().code != ErrorCode::NotFound)
                return tl::unexpected(row.error());
        }
        return d->storeChain(batch.chain);
    });
    if (!done) {
        static_cast<void>(d->projections.takeTouched());
        return tl::unexpected(done.error());
    }
    d->chain = std::move(batch.chain);
    d->journal(batch.journal);
    d->absorbTouched();
    return std::move(batch.written);
}

/// MoveIllegal while a file of the case is at this window only.
Result<void> Ledger::Private::materialsSent(const CaseHistory& history) const
{
    for (const TimelineEntry& entry : history.entries) {
        for (const record::BlobRef& blob : entry.entry.header.blobs) {
            const auto known = blobs.info(blob.id);
            if (!known && known.error().code != ErrorCode::NotFound)
                return tl::unexpected(known.error());
            if (known && !known->uploaded)
                return fail(ErrorCode::MoveIllegal, QStringLiteral("materials still wait to be sent"));
        }
    }
    return {};
}

Result<ActDraft> Ledger::forgetDraft(const QString& caseNumber, const QString& actor) const
{
    const auto history = d->cases.history(caseNumber);
    if (!history)
        return tl::unexpected(history.error());
    const bool settled = std::ranges::all_of(
        history->entries, [](const TimelineEntry& entry) { return entry.state == EntryState::Accepted; });
    if (!settled || domain::isOpen(history->file.state))
        return fail(ErrorCode::MoveIllegal,
                    QStringLiteral("only a closed case the centre has whole is forgotten"));
    if (const auto sent = d->materialsSent(*history); !sent)
        return tl::unexpected(sent.error());
    if (history->forgotten)
        return fail(ErrorCode::MoveIllegal, QStringLiteral("forgotten already"));
    ActDraft draft;
    draft.kind = domain::Kind::Forget;
    draft.actor = actor;
    draft.about = ActDraft::Case::Existing;
    draft.caseNumber = caseNumber;
    draft.seenHead = history->file.lastEntry;
    draft.body = fixedBody({{QStringLiteral("summary"), summaryWithoutPerson(*history)}});
    return draft;
}

void Ledger::Private::absorbTouched()
{
    for (const CaseRow& row : projections.takeTouched()) {
        if (namesLoaded || row.row <= namesUpTo)
            names.put(row.row, row.number, row.summary);
    }
}

Result<bool> Ledger::loadNames(int rows)
{
    if (!hasKeys() || d->locked)
        return fail(ErrorCode::KeyLocked);
    if (d->namesLoaded)
        return true;
    auto statement = d->core.database().prepare(
        QStringLiteral("SELECT %1 FROM case_head WHERE row > ? ORDER BY row LIMIT ?").arg(caseRowColumns()));
    if (!statement)
        return tl::unexpected(statement.error());
    statement->bind(d->namesUpTo).bind(qint64(rows));
    for (int read = 0;; ++read) {
        const auto more = statement->step();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more) {
            d->namesLoaded = read < rows;
            if (d->namesLoaded)
                d->names.sortNames();
            return d->namesLoaded;
        }
        const auto row = readCaseRow(*statement, d->core.sealer());
        if (!row)
            return tl::unexpected(row.error());
        d->names.put(row->row, row->number, row->summary);
        d->namesUpTo = row->row;
    }
}

const NameIndex& Ledger::names() const
{
    d->absorbTouched();
    return d->names;
}

void Ledger::setClockOffset(qint64 offsetMs)
{
    d->clockOffset = Private::ClockOffset{offsetMs, d->core.clock().monotonicMs(), d->core.clock().bootId()};
}

const DeviceIdentity& Ledger::identity() const
{
    return d->identity;
}

const record::CryptoProvider& Ledger::crypto() const
{
    return d->core.crypto();
}

const domain::Clock& Ledger::clock() const
{
    return d->core.clock();
}

std::optional<domain::Error> Ledger::readOnlyReason() const
{
    return d->core.blocked();
}

bool Ledger::endedUncleanly() const
{
    return d->unclean;
}

People& Ledger::people()
{
    return d->people;
}

Drafts& Ledger::drafts()
{
    return d->drafts;
}

BlobStore& Ledger::blobs()
{
    return d->blobs;
}

const CaseQueries& Ledger::cases() const
{
    return d->cases;
}

Outbox& Ledger::outbox()
{
    return d->outbox;
}

} // namespace ow::ledger
