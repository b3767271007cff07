// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kinds.h"
#include "record/crypto.h"

#include <QByteArray>
#include <QCborMap>
#include <QString>
#include <QVector>

#include <optional>

namespace ow::record {

inline constexpr qint64 kFormatVersion = 1;             ///< what this program writes
inline constexpr qsizetype kMaxHeaderBytes = 64 * 1024; ///< canonical header
inline constexpr qsizetype kMaxBodyBytes = 120 * 1024;  ///< canonical body
inline constexpr qsizetype kMaxEntryBytes = 256 * 1024; ///< the entry on the wire
inline constexpr qsizetype kMaxBlobsPerEntry = 512;     ///< more pages than that are more than one entry
inline constexpr qint64 kMaxBlobSize = 4LL * 1024 * 1024 * 1024; ///< bytes

/// What the device last knew of its clock against the centre's.
struct ClockReading
{
    qint64 offsetMs = 0; ///< centre minus device
    qint64 ageMs = 0;    ///< how long ago it was measured, by the monotonic clock

    friend bool operator==(const ClockReading&, const ClockReading&) = default;
};

/// Exactly which guide a case was taken by.
struct GuideRef
{
    QString code;
    qint64 version = 0;
    QString sm3; ///< of the guide's canonical JSON, 64 lower hex digits

    friend bool operator==(const GuideRef&, const GuideRef&) = default;
};

struct BlobRef
{
    QString id;      ///< HMAC-SM3(blob id key, content), 64 lower hex digits
    qint64 size = 0; ///< bytes of the content

    friend bool operator==(const BlobRef&, const BlobRef&) = default;
};

/// The clear part of an entry (docs/ledger-format.md §3). Names and texts of people never stand here.
/// "Token" below: 1-64 of A-Z a-z 0-9 . _ -
struct EntryHeader
{
    qint64 v = kFormatVersion;
    QString device;                    ///< token
    qint64 seq = 0;                    ///< 1, 2, 3 … without gaps
    QString id;                        ///< UUIDv7, lower case with hyphens
    QString kind;                      ///< domain::KindInfo::key, or one of a newer version; token
    std::optional<QString> caseNumber; ///< "case"; token
    std::optional<QString> base;       ///< id of the last entry of this case the device had folded (I4)
    qint64 at = 0;                     ///< device time, UTC ms since 1970
    QString boot;                      ///< which run of the machine `tick` counts in; token
    qint64 tick = 0;                   ///< monotonic ms
    std::optional<ClockReading> clock;
    QString actor;   ///< user id, never a name; token
    QString station; ///< numbering station; token
    std::optional<GuideRef> guide;
    QVector<BlobRef> blobs;
    QString audience; ///< audienceKey(); token
    QCborMap extra;   ///< members of a newer version, kept as they came; only when v > 1

    friend bool operator==(const EntryHeader&, const EntryHeader&) = default;
};

/// One entry as it is kept and sent: the bytes that were hashed, and the header read from them.
struct Entry
{
    EntryHeader header;
    QByteArray
        headerBytes; ///< canonical JSON; hashes are always over these, never over a re-writing of `header`
    QByteArray bodyHash; ///< 32 bytes
    QByteArray prev;     ///< 32 bytes; zeros for seq 1
    QByteArray hash;     ///< 32 bytes
    QByteArray mac;      ///< 32 bytes

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// The sealed part of an entry, read.
struct EntryBody
{
    QByteArray salt; ///< 16 random bytes, so that the body's hash says nothing about what it holds
    QCborMap what;   ///< the act's data; its members belong to the kind
};

[[nodiscard]] QLatin1StringView audienceKey(domain::Audience audience);
[[nodiscard]] std::optional<domain::Audience> audienceFromKey(QStringView key);

/// 1-64 of A-Z a-z 0-9 . _ -
[[nodiscard]] bool isToken(QStringView text);
[[nodiscard]] bool isUuidV7(QStringView text);
/// A UUIDv7 (RFC 9562) from a time in ms since 1970 and at least 10 random bytes.
[[nodiscard]] QString makeUuidV7(qint64 unixMs, QByteArrayView random);

/// Canonical header bytes. EntryInvalid with `field` naming the member when one breaks the format.
[[nodiscard]] Result<QByteArray> writeHeader(const EntryHeader& header);
/// Reads canonical header bytes strictly. Unknown kinds are kept; unknown members only when v > 1 (into
/// `extra`).
[[nodiscard]] Result<EntryHeader> parseHeader(QByteArrayView headerBytes);

/// `{"salt":"…","what":{…}}` as canonical bytes; the salt has 16 bytes.
[[nodiscard]] Result<QByteArray> writeBody(const EntryBody& body);
[[nodiscard]] Result<EntryBody> parseBody(QByteArrayView bodyBytes);

/// An entry from its stored parts: lengths are checked and the header is read; hashes are not (see chain.h).
[[nodiscard]] Result<Entry> makeEntry(QByteArray headerBytes, QByteArray bodyHash, QByteArray prev,
                                      QByteArray hash, QByteArray mac);

/// SM3("OW1" | framed prev | framed header | body_hash), framed x = 4-byte big-endian length | x.
[[nodiscard]] QByteArray entryHash(const CryptoProvider& provider, QByteArrayView prev,
                                   QByteArrayView headerBytes, QByteArrayView bodyHash);

/// 4-byte big-endian length | bytes: how parts are told apart wherever bytes are hashed or bound together.
void appendFramed(QByteArray& to, QByteArrayView bytes);

} // namespace ow::record
