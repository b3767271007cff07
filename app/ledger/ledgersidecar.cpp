// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger: the journal of unsent entries on another path, and what is taken back from one.
#include "ledger/entrystore.h"
#include "ledger/ledgerprivate.h"
#include "ledger/sidecarfile.h"

#include <algorithm>

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

constexpr int kFeedEntries = 200;
constexpr qint64 kFeedBytes = 1024 * 1024;

/// Forks that say no more than that this ledger was put back from an older copy.
bool isBehind(const domain::Error& blocked)
{
    static const QStringList behind{QStringLiteral("mirror.ahead"), QStringLiteral("mirror.serials"),
                                    QStringLiteral("sidecar.ahead"), QStringLiteral("centre.ahead")};
    return blocked.code == ErrorCode::Forked && behind.contains(blocked.detail);
}

} // namespace

void Ledger::Private::startSidecar()
{
    // In training nothing is ever sent, and nothing would ever leave the file.
    if (identity.training || options.sidecarBytes <= 0)
        return;
    const QString folder = options.sidecarFolder.isEmpty() ? options.mirrorFolder : options.sidecarFolder;
    sidecar = std::make_unique<Sidecar>(
        Sidecar::Options{folder + QStringLiteral("/sidecar-") + identity.device, identity.device,
                         options.sidecarBytes, options.sidecarRetryMs});
    sidecar->look();
}

Ledger::Private::Standing Ledger::Private::standingOf(const SidecarExtent& found) const
{
    if (found.lastSeq == 0 || found.device != identity.device)
        return Standing::Unknown;
    const auto last = openFromSidecar(core.crypto(), core.sealer().keys()->sidecar, identity.device,
                                      found.lastSeq, found.lastSeal);
    if (!last)
        return Standing::Unknown;
    if (found.lastSeq > chain.seq)
        return Standing::Ahead;
    const auto own = EntryStore(core.database(), core.sealer()).at(found.lastSeq);
    return own && record::equalBytes(own->hash, last->entry.hash) ? Standing::Ours : Standing::Differs;
}

/// Decides what a look has found. A journal that knows more than the ledger is never written to: it may be
/// all there is of those entries.
void Ledger::Private::attachSidecar()
{
    if (!sidecar || core.blocked() || !core.sealer().hasKeys() || !chainLoaded)
        return;
    const auto found = sidecar->takeFound();
    const auto receipt = outbox.lastReceipt();
    if (!found || !receipt)
        return;
    const Standing standing = standingOf(*found);
    if (standing == Standing::Ahead)
        return fork(QStringLiteral("sidecar.ahead"));
    if (standing == Standing::Differs)
        return fork(QStringLiteral("sidecar.differs"));
    sidecarSettled = *receipt ? (*receipt)->seq : 0;
    if (standing == Standing::Ours && found->end != SidecarEnd::Damaged && found->lastSeq >= sidecarSettled)
        sidecar->follow(found->lastSeq + 1);
    else
        sidecar->begin(sidecarSettled + 1);
    // A crash may have come between a forgotten body and the journal's copy of it.
    if (unclean)
        sidecar->settled(sidecarSettled, true);
}

void Ledger::Private::journal(const std::vector<record::WireEntry>& entries) const
{
    if (!sidecar)
        return;
    for (const record::WireEntry& entry : entries) {
        if (sidecar->next() != entry.entry.header.seq)
            return;
        const auto seal = sealForSidecar(core.crypto(), core.sealer().keys()->sidecar, entry);
        const qint64 seq = entry.entry.header.seq;
        if (!seal || !sidecar->append(seq, sidecarFrame(seq, *seal)))
            return;
    }
}

void Ledger::Private::feedSidecar()
{
    if (!sidecar || core.blocked() || !core.sealer().hasKeys() || !chainLoaded)
        return;
    sidecar->look();
    attachSidecar();
    const auto next = sidecar->next();
    if (!next || core.blocked())
        return;
    if (*next <= chain.seq) {
        // One piece a call: a journal that is far behind is no reason to hold up an act.
        const auto entries = outbox.entriesAfter(*next - 1, kFeedEntries, kFeedBytes);
        if (entries)
            journal(*entries);
    }
    const auto receipt = outbox.lastReceipt();
    const qint64 settled = receipt && *receipt ? (*receipt)->seq : 0;
    if (settled > sidecarSettled) {
        sidecarSettled = settled;
        sidecar->settled(settled, false);
    }
}

void Ledger::feedSidecar()
{
    if (!d->closed)
        d->feedSidecar();
}

SidecarStatus Ledger::sidecar() const
{
    if (!d->sidecar)
        return {};
    SidecarStatus status = d->sidecar->status();
    if (status.state == SidecarStatus::State::Good && status.lastSeq < head().seq)
        status.state = SidecarStatus::State::Behind;
    if (d->core.blocked())
        status.state = SidecarStatus::State::Idle;
    return status;
}

Result<void> Ledger::Private::mayImport() const
{
    if (!core.sealer().hasKeys())
        return fail(ErrorCode::KeyLocked);
    if (!chainLoaded)
        return fail(ErrorCode::ChainBroken, QStringLiteral("the ledger's own chain cannot be continued"));
    if (core.blocked() && !isBehind(*core.blocked()))
        return fail(ErrorCode::NotAllowed,
                    QStringLiteral("a journal heals a ledger that is behind, not this: ") +
                        core.blocked()->detail);
    return {};
}

Result<void> Ledger::Private::importBlobs(const record::EntryHeader& header, SidecarImport& import)
{
    for (const record::BlobRef& blob : header.blobs) {
        const auto there = blobs.reclaim(blob.id, blob.size);
        if (!there)
            return tl::unexpected(there.error());
        if (!*there)
            import.materialsMissing.append(blob.id);
    }
    return {};
}

Result<void> Ledger::Private::importEntry(qint64 seq, const QByteArray& seal, SidecarImport& import,
                                          record::ChainState& state)
{
    const auto opened =
        openFromSidecar(core.crypto(), core.sealer().keys()->sidecar, identity.device, seq, seal);
    if (!opened)
        return fail(ErrorCode::SealBroken, QStringLiteral("entry %1 is not of this device").arg(seq));
    import.firstSeq = import.firstSeq == 0 ? seq : import.firstSeq;
    import.lastSeq = seq;
    const record::Entry& entry = opened->entry;
    const EntryStore store(core.database(), core.sealer());
    if (seq <= state.seq) {
        const auto own = store.at(seq);
        return own && record::equalBytes(own->hash, entry.hash) && record::equalBytes(own->mac, entry.mac)
                   ? Result<void>()
                   : fail(ErrorCode::Forked, QStringLiteral("entry %1 is another one here").arg(seq));
    }
    if (seq != state.seq + 1)
        return fail(ErrorCode::ChainBroken,
                    QStringLiteral("entries %1 to %2 are neither here nor in the journal")
                        .arg(state.seq + 1)
                        .arg(seq - 1));
    if (!opened->bodyBytes)
        return fail(ErrorCode::ChainBroken, QStringLiteral("entry %1 has no body").arg(seq));
    auto good = record::verifyLink(core.crypto(), state.hash, entry)
                    .and_then([&] { return record::verifyBody(core.crypto(), entry, *opened->bodyBytes); })
                    .and_then([&] { return record::verifyMac(core.crypto(), state.macKey, entry); })
                    .and_then([&] { return store.insert(entry, *opened->bodyBytes); })
                    .and_then([&] { return importBlobs(entry.header, import); });
    if (!good)
        return good;
    state = {seq, entry.hash, record::nextMacKey(core.crypto(), state.macKey)};
    ++import.imported;
    return {};
}

/// Inside the import's transaction, behind its last entry.
Result<void> Ledger::Private::finishImport(const record::ChainState& state, SidecarImport& import)
{
    if (import.imported > 0) {
        if (auto stored = storeChain(state).and_then([&] { return projections.rebuild(); }); !stored)
            return stored;
    }
    for (const Mirror::Place place : {Mirror::Place::Outside, Mirror::Place::Profile}) {
        const auto loaded = mirror.load(place);
        if (const auto fault = mirrorFault(place))
            import.fork = *fault;
        else if (loaded && *loaded &&
                 !Mirror::isAuthentic(core.crypto(), core.sealer().keys()->mirror, **loaded))
            import.fork = QStringLiteral("mirror.edited");
    }
    // What the centre knows is asked at the next connection: this ledger has moved on, or it has not.
    const bool moved = import.imported > 0;
    if (import.fork.isEmpty() && core.blocked() && !moved)
        import.fork = core.blocked()->detail;
    import.healed = import.fork.isEmpty() && core.blocked();
    return import.healed ? core.database().exec(QStringLiteral("DELETE FROM meta WHERE name = 'forked'"))
                         : Result<void>();
}

Result<SidecarImport> Ledger::importSidecar(const QString& file)
{
    if (auto may = d->mayImport(); !may)
        return tl::unexpected(may.error());
    SidecarImport import;
    record::ChainState state = d->chain.clone();
    auto done = d->core.write(
        [&]() -> Result<void> {
            const auto walked = walkSidecar(file, [&](qint64 seq, const QByteArray& seal) {
                return d->importEntry(seq, seal, import, state);
            });
            if (!walked)
                return tl::unexpected(walked.error());
            if (walked->device != d->identity.device)
                return fail(ErrorCode::SealBroken, QStringLiteral("no journal of this device"));
            import.torn = walked->end == SidecarEnd::Torn;
            import.damaged = walked->end == SidecarEnd::Damaged;
            return d->finishImport(state, import);
        },
        LedgerCore::Purpose::Housekeeping);
    static_cast<void>(d->projections.takeTouched());
    if (!done)
        return tl::unexpected(done.error());
    if (import.imported > 0) {
        d->chain = std::move(state);
        d->forgetNames();
    }
    return import;
}

} // namespace ow::ledger
