// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCborValue>

namespace ow::record {

using domain::Result;

/// What a JSON text may cost to read. The defaults hold for everything that is hashed or travels in an entry.
struct Limits
{
    qsizetype bytes = qsizetype(256) * 1024; ///< of the whole text
    int depth = 32;                          ///< arrays and maps inside each other
    int members = 1024;                      ///< of one map
};

/// Integers beyond ±(2^53 - 1) are refused in both directions (RFC 7493): every JSON reader can then check an
/// entry.
inline constexpr qint64 kMaxInteger = 9007199254740991;

/// The one byte form of a value (docs/ledger-format.md §2): no whitespace, keys sorted by their UTF-8 bytes,
/// shortest escapes, integers only. Refused with JsonInvalid, the place in `field` ("$.what.form[3]"):
/// doubles, bytes, tags, undefined, keys that are no strings, doubled keys, lone surrogates, U+0000, too deep
/// or too many. Pure; any thread.
[[nodiscard]] Result<QByteArray> writeCanonical(const QCborValue& value, const Limits& limits = {});

/// Reads JSON strictly: RFC 8259 with what writeCanonical refuses refused too, and nothing after the value.
/// Whitespace, any order of keys and any escapes are accepted. `field` of the error is the byte offset.
[[nodiscard]] Result<QCborValue> parseJson(QByteArrayView json, const Limits& limits = {});

/// parseJson, and the bytes must be exactly what writeCanonical makes of the value.
[[nodiscard]] Result<QCborValue> parseCanonical(QByteArrayView json, const Limits& limits = {});

} // namespace ow::record
