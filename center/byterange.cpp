// SPDX-License-Identifier: GPL-3.0-or-later
#include "center/byterange.h"

#include <QByteArray>

#include <algorithm>

namespace ow::center {

std::optional<qint64> readCount(QByteArrayView text)
{
    constexpr qsizetype kMostDigits = 16;
    constexpr qint64 kMost = 9007199254740991;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.isEmpty() || text.size() > kMostDigits || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    const qint64 value = text.toByteArray().toLongLong();
    return value <= kMost ? std::optional(value) : std::nullopt;
}

RangeWish readRange(QByteArrayView header, qint64 size)
{
    constexpr QByteArrayView kUnit("bytes=", 6);
    if (!header.startsWith(kUnit))
        return {};
    const QByteArrayView spec = header.sliced(kUnit.size());
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0)
        return {};
    const auto from = readCount(spec.first(dash));
    const auto to = readCount(spec.sliced(dash + 1));
    if ((dash > 0 && !from) || (dash + 1 < spec.size() && !to) || (!from && !to) ||
        (from && to && *to < *from))
        return {};
    if (!from) {
        // The last so many bytes.
        if (*to == 0 || size == 0)
            return {RangeWish::Kind::Outside, {}};
        return {RangeWish::Kind::Part, {std::max<qint64>(0, size - *to), size - 1}};
    }
    if (*from >= size)
        return {RangeWish::Kind::Outside, {}};
    return {RangeWish::Kind::Part, {*from, std::min(to.value_or(size - 1), size - 1)}};
}

} // namespace ow::center
