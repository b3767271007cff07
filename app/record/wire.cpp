// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/wire.h"

#include "record/canonical.h"
#include "record/mapreader.h"

namespace ow::record {

namespace {

constexpr QLatin1StringView kBody("body");
constexpr QLatin1StringView kBodyHash("body_hash");
constexpr QLatin1StringView kHash("hash");
constexpr QLatin1StringView kHeader("header");
constexpr QLatin1StringView kMac("mac");
constexpr QLatin1StringView kPrev("prev");

QString toBase64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

QCborMap wireMap(const WireEntry& entry)
{
    QCborMap map{{kBodyHash, toHex(entry.entry.bodyHash)},
                 {kHash, toHex(entry.entry.hash)},
                 {kHeader, toBase64(entry.entry.headerBytes)},
                 {kMac, toHex(entry.entry.mac)},
                 {kPrev, toHex(entry.entry.prev)}};
    if (entry.bodyBytes)
        map.insert(kBody, toBase64(*entry.bodyBytes));
    return map;
}

Result<WireEntry> fromWireMap(const QCborMap& map)
{
    MapReader reader(map);
    QByteArray header = reader.base64(kHeader, kMaxHeaderBytes);
    QByteArray bodyHash = reader.hex(kBodyHash, kHashSize, kHashSize);
    QByteArray prev = reader.hex(kPrev, kHashSize, kHashSize);
    QByteArray hash = reader.hex(kHash, kHashSize, kHashSize);
    QByteArray mac = reader.hex(kMac, kHashSize, kHashSize);
    std::optional<QByteArray> body;
    if (reader.has(kBody))
        body = reader.base64(kBody, kMaxBodyBytes);
    reader.close();
    if (reader.error())
        return tl::unexpected(*reader.error());
    auto entry =
        makeEntry(std::move(header), std::move(bodyHash), std::move(prev), std::move(hash), std::move(mac));
    if (!entry)
        return tl::unexpected(entry.error());
    return WireEntry{std::move(*entry), std::move(body)};
}

Result<QByteArray> writeWire(const WireEntry& entry)
{
    Limits limits;
    limits.bytes = kMaxEntryBytes;
    return writeCanonical(wireMap(entry), limits);
}

Result<WireEntry> parseWire(QByteArrayView json)
{
    Limits limits;
    limits.bytes = kMaxEntryBytes;
    const auto value = parseJson(json, limits);
    if (!value)
        return tl::unexpected(value.error());
    if (!value->isMap())
        return domain::fail(domain::ErrorCode::EntryInvalid, QStringLiteral("no map"),
                            QStringLiteral("entry"));
    return fromWireMap(value->toMap());
}

} // namespace ow::record
