// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace ow::sync {

/// How much of a material goes in one request: what a cut costs at most, against what asking costs. Doubles
/// while chunks take less than two seconds, halves when one takes more than ten or is cut off. Always a power
/// of two, so a multiple of the 256 KiB the centre takes.
class ChunkSize
{
public:
    static constexpr qint64 kLeast = 256 * 1024;
    static constexpr qint64 kMost = 8 * 1024 * 1024;
    static constexpr qint64 kFirst = 1024 * 1024;
    static constexpr std::chrono::milliseconds kQuick{2000};
    static constexpr std::chrono::milliseconds kSlow{10'000};

    [[nodiscard]] qint64 bytes() const { return m_bytes; }

    /// A chunk of bytes() was taken after so long.
    void took(std::chrono::milliseconds time);
    /// A chunk did not get through.
    void cut();

private:
    qint64 m_bytes = kFirst;
};

} // namespace ow::sync
