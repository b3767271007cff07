// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace ow::center {

/// Bytes of a representation, both ends included.
struct ByteRange
{
    qint64 first = 0;
    qint64 last = -1;

    [[nodiscard]] qint64 size() const { return last - first + 1; }

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// What a Range header asks of `size` bytes (RFC 9110 §14): one range is served; several, another unit, or
/// what is no range at all are passed over, and the whole is the answer.
struct RangeWish
{
    enum class Kind { Whole, Part, Outside };
    Kind kind = Kind::Whole;
    ByteRange part; ///< of Part
};

[[nodiscard]] RangeWish readRange(QByteArrayView header, qint64 size);

/// Decimal digits and nothing else, at most 2^53 - 1.
[[nodiscard]] std::optional<qint64> readCount(QByteArrayView text);

} // namespace ow::center
