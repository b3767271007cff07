// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/ownledger.h"

#include "domain/casenumber.h"

#include <QHash>

namespace ow::center {

using domain::Audience;
using domain::ErrorCode;
using domain::fail;
using domain::Result;
using record::EntryHeader;
using record::WireEntry;
using namespace Qt::StringLiterals;

const QString OwnLedger::kDevice = u"C0"_s;
const QString OwnLedger::kStation = u"C00"_s;
const QString OwnLedger::kActor = u"centre"_s;

Result<void> OwnLedger::ensure(Store& store) const
{
    const auto there = store.device(kDevice);
    if (!there || *there)
        return there ? Result<void>() : tl::unexpected(there.error());
    const auto key = m_vault.provider().randomSecret(record::kKeySize);
    auto sealed =
        key ? m_vault.seal("device", kDevice, "mac_key", key->view(), 0) : tl::unexpected(key.error());
    if (!sealed)
        return tl::unexpected(sealed.error());
    DeviceRow row;
    row.id = kDevice;
    row.station = kStation;
    row.numberingStation = kStation;
    row.facts = "{}";
    row.enrolledAt = m_clock.utcMs();
    row.lastHash = QByteArray(record::kHashSize, 0);
    row.macKeySealed = std::move(*sealed);
    row.escrowWrap = "{}";
    return store.inTransaction([&]() -> Result<void> {
        // Another process of this centre may have been first.
        const auto now = store.device(kDevice);
        if (!now || *now)
            return now ? Result<void>() : tl::unexpected(now.error());
        return store.addDevice(row);
    });
}

Result<std::vector<WireEntry>> OwnLedger::entriesFor(Store& store, const DeviceRow& own,
                                                     const std::vector<OwnAct>& acts, qint64 now) const
{
    auto key = m_vault.openSecret("device", own.id, "mac_key", own.macKeySealed, own.lastSeq);
    if (!key)
        return tl::unexpected(key.error());
    record::ChainState chain{own.lastSeq, own.lastHash, std::move(*key)};
    QHash<QString, QString> heads;
    std::vector<WireEntry> entries;
    entries.reserve(acts.size());
    for (const OwnAct& act : acts) {
        const auto random = m_vault.provider().random(16);
        if (!random)
            return tl::unexpected(random.error());
        EntryHeader header;
        header.device = kDevice;
        header.id = record::makeUuidV7(now, *random);
        header.kind = domain::kindInfo(act.kind).key;
        header.at = now;
        header.boot = u"centre"_s;
        header.tick = m_clock.monotonicMs();
        header.actor = kActor;
        header.station = kStation;
        header.guide = act.guide;
        header.audience = record::audienceKey(domain::kindInfo(act.kind).audience);
        if (!act.caseNumber.isEmpty()) {
            header.caseNumber = act.caseNumber;
            const auto row = store.caseRow(act.caseNumber);
            if (!row)
                return tl::unexpected(row.error());
            const QString head = heads.value(act.caseNumber, *row ? (*row)->head : QString());
            if (!head.isEmpty())
                header.base = head;
            heads.insert(act.caseNumber, header.id);
        }
        auto appended = record::appendToChain(m_vault.provider(), chain, header, act.what);
        if (!appended)
            return tl::unexpected(appended.error());
        entries.push_back({std::move(appended->entry), std::move(appended->bodyBytes)});
        chain = std::move(appended->next);
    }
    return entries;
}

Result<Taken> OwnLedger::write(Store& store, const std::vector<OwnAct>& acts) const
{
    const qint64 now = m_clock.utcMs();
    return m_intake.takeOwn(
        store, kDevice,
        [&](Store& inside, const DeviceRow& own) { return entriesFor(inside, own, acts, now); }, now);
}

} // namespace ow::center
