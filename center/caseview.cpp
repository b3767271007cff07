// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/caseview.h"

#include "center/placedentry.h"

#include <QCborArray>
#include <QHostAddress>

#include <algorithm>

namespace ow::center {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Problem> notFound()
{
    return tl::unexpected(Problem{404, "not_found"_L1, {}, {}, false, 0, {}});
}

domain::Result<QCborArray> blobArray(Store& store, const QString& entryId)
{
    const auto refs = store.blobsOf(entryId);
    if (!refs)
        return tl::unexpected(refs.error());
    QCborArray array;
    for (const record::BlobRef& ref : *refs) {
        const auto stored = store.blob(ref.id);
        if (!stored)
            return tl::unexpected(stored.error());
        array.append(
            QCborMap{{u"id"_s, ref.id}, {u"size"_s, ref.size}, {u"complete"_s, stored->has_value()}});
    }
    return array;
}

domain::Result<QCborMap> entryMap(Store& store, const Vault& vault, const EntryRow& row)
{
    auto body = readBody(store, vault, row.entry.header.id);
    auto blobs = body ? blobArray(store, row.entry.header.id) : tl::unexpected(body.error());
    if (!blobs)
        return tl::unexpected(blobs.error());
    QCborMap map = placedEntryMap(row, std::move(*body));
    map.insert(u"blobs"_s, *blobs);
    return map;
}

} // namespace

Answer<QCborMap> caseMap(Store& store, const Vault& vault, const QString& number)
{
    const auto entries = store.entriesOf(number);
    const auto row = store.caseRow(number);
    if (!entries || !row)
        return tl::unexpected(problemOf(entries ? row.error() : entries.error()));
    if (entries->empty())
        return notFound();
    QCborArray array;
    for (const EntryRow& entry : *entries) {
        auto map = entryMap(store, vault, entry);
        if (!map)
            return tl::unexpected(problemOf(map.error()));
        array.append(std::move(*map));
    }
    // A case all of whose entries are in conflict has no state yet.
    const CaseRow file = row->value_or(CaseRow{});
    QCborMap map{{u"number"_s, number},
                 {u"state"_s, QString(domain::stateKey(file.state))},
                 {u"head"_s, file.head.isNull() ? u""_s : file.head},
                 {u"entries"_s, array}};
    if (!file.due.isEmpty())
        map.insert(u"due"_s, file.due);
    return map;
}

Problem tooManyTries(qint64 waitMs)
{
    return {429, "too_many_tries"_L1, {}, {}, true, waitMs, {}};
}

QString addressKey(const QString& peer)
{
    const QHostAddress address(peer);
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4).toString();
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(&bytes), 8).toHex());
}

Answer<QCborMap> Progress::ask(Store& store, const QString& number, const QString& last4,
                               const QString& address, qint64 now)
{
    if (number.isEmpty() || number.size() > 64 || last4.size() != 4)
        return malformed(u"a number and four characters are needed"_s);
    const qint64 wait =
        std::max(m_byAddress.waitFor(addressKey(address), now), m_byNumber.waitFor(number, now));
    if (wait > 0)
        return tl::unexpected(tooManyTries(wait));
    const auto row = store.caseRow(number);
    if (!row)
        return tl::unexpected(problemOf(row.error()));
    const QByteArray expected = m_vault.mac("last4", (number + u'\n' + last4.toUpper()).toUtf8());
    const QByteArray stored = *row ? (*row)->last4Mac : QByteArray(record::kHashSize, 0);
    if (!record::equalBytes(stored, expected))
        return notFound();
    QCborMap map{{u"state"_s, QString(domain::stateKey((*row)->state))}};
    if (!(*row)->due.isEmpty())
        map.insert(u"due"_s, (*row)->due);
    return map;
}

} // namespace ow::center
