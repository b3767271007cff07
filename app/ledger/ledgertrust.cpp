// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger: mirrors, forks, verification, rebuilding.
#include "ledger/entrystore.h"
#include "ledger/ledgerprivate.h"

namespace ow::ledger {

using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

const QString kProjections = QStringLiteral("projections"); ///< which version of them the tables hold

} // namespace

Result<ChainHead> Ledger::Private::storedHead() const
{
    auto rows =
        core.database().prepare(QStringLiteral("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1"));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->step();
    if (!found)
        return tl::unexpected(found.error());
    return *found ? ChainHead{rows->integer(0), rows->bytes(1)} : ChainHead{};
}

Result<QMap<QString, qint64>> Ledger::Private::mirroredSerials() const
{
    // The series of papers, and of cases only the latest day's: earlier days draw no more.
    auto rows = core.database().prepare(
        QStringLiteral("SELECT series, last FROM serial WHERE series NOT GLOB 'case/*' OR series = "
                       "(SELECT max(series) FROM serial WHERE series GLOB 'case/*')"));
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

void Ledger::Private::checkMirror(Mirror::Place place)
{
    // A disk that is not there says nothing about the ledger: read-only for now, but no fork to be
    // remembered.
    if (place == Mirror::Place::Outside && !mirror.hasOutsideFolder())
        return core.block({ErrorCode::ReadOnly, QStringLiteral("mirror.folder_missing"), {}});
    if (const auto fault = mirrorFault(place))
        fork(*fault);
}

std::optional<QString> Ledger::Private::mirrorFault(Mirror::Place place) const
{
    const auto head = storedHead();
    const auto loaded = mirror.load(place);
    if (!head || !loaded)
        return QStringLiteral("mirror.unreadable");
    if (!*loaded)
        return head->seq == 0 ? std::nullopt : std::optional(QStringLiteral("mirror.missing"));
    const MirrorState& state = (*loaded)->state;
    if (state.device != identity.device || state.machine != machine)
        return QStringLiteral("machine.other");
    if (state.seq > head->seq)
        return QStringLiteral("mirror.ahead");
    if (state.seq > 0) {
        const auto entry = EntryStore(core.database(), core.sealer()).at(state.seq);
        if (!entry || entry->hash != state.hash)
            return QStringLiteral("mirror.differs");
    }
    auto row =
        core.database().prepare(QStringLiteral("SELECT coalesce(max(last), 0) FROM serial WHERE series = ?"));
    for (auto it = state.serials.cbegin(); row && it != state.serials.cend(); ++it) {
        const auto found = row->bind(it.key()).step();
        if (!found || row->integer(0) < it.value())
            return QStringLiteral("mirror.serials");
        row->reset();
    }
    return std::nullopt;
}

Result<void> Ledger::flushMirror()
{
    if (d->closed || !hasKeys() || d->core.blocked() || !d->chainLoaded || d->mirroredSeq == d->chain.seq)
        return {};
    const auto serials = d->mirroredSerials();
    if (!serials)
        return tl::unexpected(serials.error());
    const MirrorState state{d->identity.device, d->machine, d->chain.seq, d->chain.hash, *serials};
    auto done = d->mirror.store(d->core.crypto(), d->core.sealer().keys()->mirror, state);
    // Without a mirror a restored disk would go unnoticed: better stop than go on unseen.
    if (!done)
        d->core.block(done.error());
    else
        d->mirroredSeq = d->chain.seq;
    return done;
}

ChainHead Ledger::head() const
{
    if (d->chainLoaded)
        return {d->chain.seq, d->chain.hash};
    return d->storedHead().value_or(ChainHead{});
}

Result<void> Ledger::compareWithCentre(qint64 seq, const QByteArray& hash)
{
    const auto head = d->storedHead();
    if (!head)
        return tl::unexpected(head.error());
    if (seq > head->seq) {
        d->fork(QStringLiteral("centre.ahead"));
    } else if (seq > 0) {
        const auto entry = EntryStore(d->core.database(), d->core.sealer()).at(seq);
        if (!entry || !record::equalBytes(entry->hash, hash))
            d->fork(QStringLiteral("centre.differs"));
    }
    const auto& blocked = d->core.blocked();
    if (blocked && blocked->code == ErrorCode::Forked)
        return tl::unexpected(*blocked);
    return {};
}

Result<VerifyReport> Ledger::verify(const VerifyOptions& options) const
{
    Verifier::Known known{d->identity.device, d->identity.centrePublicKey, d->mirror.witnesses()};
    // What was written in this run is known without any file.
    if (d->chainLoaded && d->chain.seq > 0)
        known.witnesses.push_back({d->chain.seq, d->chain.hash, false});
    return Verifier(d->core.database(), d->core.sealer(), std::move(known)).run(options);
}

Result<void> Ledger::rebuildProjections()
{
    return hasKeys() ? d->rebuildProjections() : fail(ErrorCode::KeyLocked);
}

Result<void> Ledger::Private::rebuildProjections()
{
    auto done = core.write(
        [this]() -> Result<void> {
            if (auto rebuilt = projections.rebuild(); !rebuilt)
                return rebuilt;
            return core.putMeta(kProjections, QByteArray::number(Projections::kVersion));
        },
        LedgerCore::Purpose::Housekeeping);
    // Rows have new keys now.
    static_cast<void>(projections.takeTouched());
    forgetNames();
    return done;
}

Result<void> Ledger::Private::refreshProjections()
{
    const auto stored = core.meta(kProjections);
    if (!stored && stored.error().code != ErrorCode::NotFound)
        return tl::unexpected(stored.error());
    return stored && stored->toInt() == Projections::kVersion ? Result<void>() : rebuildProjections();
}

void Ledger::Private::forgetNames()
{
    names.clear();
    namesUpTo = 0;
    namesLoaded = false;
}

Result<QStringList> Ledger::compareProjections() const
{
    return d->projections.compare();
}

Result<ReaderTicket> Ledger::readerTicket() const
{
    if (!hasKeys())
        return fail(ErrorCode::KeyLocked);
    return ReaderTicket{d->core.database().file(), d->core.sealer()};
}

} // namespace ow::ledger
