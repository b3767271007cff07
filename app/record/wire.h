// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/entry.h"

#include <QCborMap>

#include <optional>

namespace ow::record {

/// An entry as it travels and lies in exported files; the body is absent where it was forgotten or is not for
/// the reader.
struct WireEntry
{
    Entry entry;
    std::optional<QByteArray> bodyBytes;

    friend bool operator==(const WireEntry&, const WireEntry&) = default;
};

/// {"body":base64,"body_hash":hex,"hash":hex,"header":base64,"mac":hex,"prev":hex}: header and body in base64
/// (RFC 4648 §4, padded), because exactly these bytes were hashed and no JSON library on the way may touch
/// them.
[[nodiscard]] QCborMap wireMap(const WireEntry& entry);
/// Reads the map strictly; further members are refused, what is new belongs into header or body. Lengths,
/// hex, base64 and the header are checked and a body must match body_hash only in verifyBody: hashes are not
/// computed here.
[[nodiscard]] Result<WireEntry> fromWireMap(const QCborMap& map);

/// The same as canonical bytes, at most kMaxEntryBytes.
[[nodiscard]] Result<QByteArray> writeWire(const WireEntry& entry);
[[nodiscard]] Result<WireEntry> parseWire(QByteArrayView json);

} // namespace ow::record
