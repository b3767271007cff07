// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/entry.h"

#include "record/canonical.h"
#include "record/mapreader.h"

#include <QCborArray>
#include <QtEndian>

#include <algorithm>

namespace ow::record {

namespace {

using domain::ErrorCode;

constexpr qsizetype kSaltSize = 16;
constexpr qint64 kMaxTime = 253402300799999; // 9999-12-31T23:59:59.999Z

/// The members of a header, in the order of docs/ledger-format.md §3. What stands beside the header can never
/// be in it.
constexpr const char* kHeaderMembers[] = {"v",       "device", "seq",   "id",      "kind",  "case",
                                          "base",    "at",     "boot",  "tick",    "clock", "actor",
                                          "station", "guide",  "blobs", "audience"};
constexpr const char* kReservedMembers[] = {"body_hash", "prev", "hash", "mac", "body", "header"};

QLatin1StringView l1(const char* text)
{
    return QLatin1StringView(text);
}

QCborArray blobArray(const QVector<BlobRef>& blobs)
{
    QCborArray array;
    for (const BlobRef& blob : blobs)
        array.append(QCborMap{{l1("id"), blob.id}, {l1("size"), blob.size}});
    return array;
}

QCborMap headerMap(const EntryHeader& header)
{
    QCborMap map = header.extra;
    map.insert(l1("v"), header.v);
    map.insert(l1("device"), header.device);
    map.insert(l1("seq"), header.seq);
    map.insert(l1("id"), header.id);
    map.insert(l1("kind"), header.kind);
    if (header.caseNumber)
        map.insert(l1("case"), *header.caseNumber);
    if (header.base)
        map.insert(l1("base"), *header.base);
    map.insert(l1("at"), header.at);
    map.insert(l1("boot"), header.boot);
    map.insert(l1("tick"), header.tick);
    if (header.clock)
        map.insert(l1("clock"),
                   QCborMap{{l1("offset"), header.clock->offsetMs}, {l1("age"), header.clock->ageMs}});
    map.insert(l1("actor"), header.actor);
    map.insert(l1("station"), header.station);
    if (header.guide)
        map.insert(l1("guide"), QCborMap{{l1("code"), header.guide->code},
                                         {l1("version"), header.guide->version},
                                         {l1("sm3"), header.guide->sm3}});
    if (!header.blobs.isEmpty())
        map.insert(l1("blobs"), blobArray(header.blobs));
    map.insert(l1("audience"), header.audience);
    return map;
}

/// Hands a nested reader's error to the outer one: the name is already complete.
void adopt(MapReader& outer, MapReader& inner)
{
    inner.close();
    if (inner.error())
        outer.refuse(inner.error()->field, inner.error()->detail);
}

std::optional<ClockReading> readClock(MapReader& reader)
{
    if (!reader.has(l1("clock")))
        return std::nullopt;
    MapReader inner(reader.map(l1("clock")), QStringLiteral("clock"));
    ClockReading clock;
    clock.offsetMs = inner.integer(l1("offset"), -kMaxTime, kMaxTime);
    clock.ageMs = inner.integer(l1("age"), 0, kMaxTime);
    adopt(reader, inner);
    return clock;
}

std::optional<GuideRef> readGuide(MapReader& reader)
{
    if (!reader.has(l1("guide")))
        return std::nullopt;
    MapReader inner(reader.map(l1("guide")), QStringLiteral("guide"));
    GuideRef guide;
    guide.code = inner.token(l1("code"));
    guide.version = inner.integer(l1("version"), 1, kMaxInteger);
    guide.sm3 = inner.hexText(l1("sm3"), kHashSize);
    adopt(reader, inner);
    return guide;
}

QVector<BlobRef> readBlobs(MapReader& reader)
{
    if (!reader.has(l1("blobs")))
        return {};
    const QCborValue value = reader.value(l1("blobs"));
    const QCborArray array = value.toArray();
    // None is written by leaving the member out; an empty array would be a second way to say it.
    if (!value.isArray() || array.isEmpty() || array.size() > kMaxBlobsPerEntry) {
        reader.refuse(QStringLiteral("blobs"), QStringLiteral("no array of 1-%1").arg(kMaxBlobsPerEntry));
        return {};
    }
    QVector<BlobRef> blobs;
    QVector<QString> ids;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("blobs[%1]").arg(i);
        if (!array.at(i).isMap())
            reader.refuse(path, QStringLiteral("no map"));
        MapReader inner(array.at(i).toMap(), path);
        BlobRef blob;
        blob.id = inner.hexText(l1("id"), kHashSize);
        blob.size = inner.integer(l1("size"), 0, kMaxBlobSize);
        adopt(reader, inner);
        ids.append(blob.id);
        blobs.append(std::move(blob));
    }
    std::sort(ids.begin(), ids.end());
    if (std::adjacent_find(ids.cbegin(), ids.cend()) != ids.cend())
        reader.refuse(QStringLiteral("blobs"), QStringLiteral("one id twice"));
    return blobs;
}

void readExtra(MapReader& reader, EntryHeader& header)
{
    header.extra = reader.rest();
    if (header.extra.isEmpty())
        return;
    if (header.v == 1)
        reader.refuse(header.extra.constBegin().key().toString(),
                      QStringLiteral("unknown member in version 1"));
    for (const char* name : kReservedMembers) {
        if (header.extra.contains(l1(name)))
            reader.refuse(l1(name), QStringLiteral("stands beside the header, never in it"));
    }
}

Result<EntryHeader> readHeader(const QCborMap& map)
{
    MapReader reader(map);
    EntryHeader header;
    header.v = reader.integer(l1("v"), 1, kMaxInteger);
    header.device = reader.token(l1("device"));
    header.seq = reader.integer(l1("seq"), 1, kMaxInteger);
    header.id = reader.uuid(l1("id"));
    header.kind = reader.token(l1("kind"));
    header.caseNumber = reader.optionalToken(l1("case"));
    if (reader.has(l1("base")))
        header.base = reader.uuid(l1("base"));
    header.at = reader.integer(l1("at"), 0, kMaxTime);
    header.boot = reader.token(l1("boot"));
    header.tick = reader.integer(l1("tick"), 0, kMaxInteger);
    header.clock = readClock(reader);
    header.actor = reader.token(l1("actor"));
    header.station = reader.token(l1("station"));
    header.guide = readGuide(reader);
    header.blobs = readBlobs(reader);
    header.audience = reader.token(l1("audience"));
    if (header.v == 1 && !audienceFromKey(header.audience))
        reader.refuse(QStringLiteral("audience"), QStringLiteral("none of case, config, device"));
    readExtra(reader, header);
    if (reader.error())
        return tl::unexpected(*reader.error());
    return header;
}

Result<QCborMap> canonicalMap(QByteArrayView bytes, qsizetype limit, const QString& name)
{
    Limits limits;
    limits.bytes = limit;
    const auto value = parseCanonical(bytes, limits);
    if (!value)
        return domain::fail(ErrorCode::EntryInvalid, value.error().detail, name);
    if (!value->isMap())
        return domain::fail(ErrorCode::EntryInvalid, QStringLiteral("no map"), name);
    return value->toMap();
}

} // namespace

QLatin1StringView audienceKey(domain::Audience audience)
{
    switch (audience) {
    case domain::Audience::Case:
        return l1("case");
    case domain::Audience::Config:
        return l1("config");
    case domain::Audience::Device:
        break;
    }
    return l1("device");
}

std::optional<domain::Audience> audienceFromKey(QStringView key)
{
    for (const auto audience : {domain::Audience::Case, domain::Audience::Config, domain::Audience::Device}) {
        if (key == audienceKey(audience))
            return audience;
    }
    return std::nullopt;
}

bool isToken(QStringView text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               c == u'.' || c == u'_' || c == u'-';
    });
}

bool isUuidV7(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? text[i] != u'-' : !isLowerHex(text.sliced(i, 1)))
            return false;
    }
    return text[14] == u'7' && QStringView(u"89ab").contains(text[19]);
}

QString makeUuidV7(qint64 unixMs, QByteArrayView random)
{
    if (random.size() < 10 || unixMs < 0 || unixMs > kMaxTime)
        return {};
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian<quint64>(static_cast<quint64>(unixMs) << 16U, bytes.data());
    bytes.truncate(6);
    bytes.append(random.first(10));
    bytes[6] = static_cast<char>((bytes.at(6) & 0x0f) | 0x70);
    bytes[8] = static_cast<char>((bytes.at(8) & 0x3f) | 0x80);
    QString text = toHex(bytes);
    for (const int place : {20, 16, 12, 8})
        text.insert(place, u'-');
    return text;
}

Result<QByteArray> writeHeader(const EntryHeader& header)
{
    for (const char* name : kHeaderMembers) {
        if (header.extra.contains(l1(name)))
            return domain::fail(ErrorCode::EntryInvalid, QStringLiteral("known member among the unknown"),
                                l1(name));
    }
    const QCborMap map = headerMap(header);
    // The reader's rules are the writer's rules: nothing is written that could not be read again.
    if (const auto read = readHeader(map); !read)
        return tl::unexpected(read.error());
    Limits limits;
    limits.bytes = kMaxHeaderBytes;
    return writeCanonical(map, limits).map_error([](const domain::Error& error) {
        return domain::Error{ErrorCode::EntryInvalid, error.detail, error.field};
    });
}

Result<EntryHeader> parseHeader(QByteArrayView headerBytes)
{
    return canonicalMap(headerBytes, kMaxHeaderBytes, QStringLiteral("header")).and_then(readHeader);
}

Result<QByteArray> writeBody(const EntryBody& body)
{
    if (body.salt.size() != kSaltSize)
        return domain::fail(ErrorCode::EntryInvalid, QStringLiteral("not 16 bytes"), QStringLiteral("salt"));
    Limits limits;
    limits.bytes = kMaxBodyBytes;
    const QCborMap map{{l1("salt"), toHex(body.salt)}, {l1("what"), body.what}};
    return writeCanonical(map, limits).map_error([](const domain::Error& error) {
        return domain::Error{ErrorCode::EntryInvalid, error.detail, error.field};
    });
}

Result<EntryBody> parseBody(QByteArrayView bodyBytes)
{
    const auto map = canonicalMap(bodyBytes, kMaxBodyBytes, QStringLiteral("body"));
    if (!map)
        return tl::unexpected(map.error());
    MapReader reader(*map);
    EntryBody body;
    body.salt = reader.hex(l1("salt"), kSaltSize, kSaltSize);
    body.what = reader.map(l1("what"));
    reader.close();
    if (reader.error())
        return tl::unexpected(*reader.error());
    return body;
}

Result<Entry> makeEntry(QByteArray headerBytes, QByteArray bodyHash, QByteArray prev, QByteArray hash,
                        QByteArray mac)
{
    const std::pair<const QByteArray*, const char*> parts[] = {
        {&bodyHash, "body_hash"}, {&prev, "prev"}, {&hash, "hash"}, {&mac, "mac"}};
    for (const auto& [bytes, name] : parts) {
        if (bytes->size() != kHashSize)
            return domain::fail(ErrorCode::EntryInvalid, QStringLiteral("not 32 bytes"), l1(name));
    }
    auto header = parseHeader(headerBytes);
    if (!header)
        return tl::unexpected(header.error());
    return Entry{std::move(*header), std::move(headerBytes), std::move(bodyHash),
                 std::move(prev),    std::move(hash),        std::move(mac)};
}

QByteArray entryHash(const CryptoProvider& provider, QByteArrayView prev, QByteArrayView headerBytes,
                     QByteArrayView bodyHash)
{
    QByteArray message("OW1");
    message.reserve(3 + 4 + prev.size() + 4 + headerBytes.size() + bodyHash.size());
    appendFramed(message, prev);
    appendFramed(message, headerBytes);
    message.append(bodyHash);
    return provider.sm3(message);
}

void appendFramed(QByteArray& to, QByteArrayView bytes)
{
    char length[4];
    qToBigEndian<quint32>(static_cast<quint32>(bytes.size()), length);
    to.append(length, 4);
    to.append(bytes);
}

} // namespace ow::record
