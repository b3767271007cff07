// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ow::catalogue {

/// A sorted array of suffixes over many short keys: which keys hold a query, and where, costs a binary search
/// whatever the number of keys; with one slip it is a walk over the array as if it were a trie. Filled once,
/// then const and safe from several threads.
class SuffixIndex
{
public:
    /// Suffixes that begin like the query: entries()[first] up to entries()[last], `length` units of each.
    struct Range
    {
        std::size_t first = 0;
        std::size_t last = 0;
        int length = 0;
    };

    struct Entry
    {
        std::uint32_t place = 0; ///< in the pool
        std::uint32_t key = 0;   ///< number the caller gave
    };

    /// Adds a key; only the suffixes at `starts` (ascending offsets into it) can be found. Returns the place
    /// of its first unit in the pool.
    std::uint32_t add(std::u16string_view text, std::uint32_t key, const std::vector<int>& starts);
    /// To be called once, after the last add.
    void finish();

    [[nodiscard]] Range beginningWith(std::u16string_view query) const;
    /// Ranges that begin like the query with exactly one unit inserted, left out, wrong or swapped with its
    /// neighbour. Ranges may overlap.
    [[nodiscard]] std::vector<Range> withOneSlip(std::u16string_view query) const;

    [[nodiscard]] const Entry& entry(std::size_t index) const { return m_entries[index]; }

    [[nodiscard]] std::u16string_view units(std::uint32_t place, int length) const
    {
        return std::u16string_view(m_pool).substr(place, static_cast<std::size_t>(length));
    }

    /// Whether the key ends `length` units after `place`.
    [[nodiscard]] bool endsAt(std::uint32_t place, int length) const
    {
        return m_pool[place + static_cast<std::size_t>(length)] == u'\0';
    }

private:
    [[nodiscard]] Range narrow(const Range& range, char16_t unit) const;
    [[nodiscard]] Range narrow(Range range, std::u16string_view units) const;
    void slipHere(const Range& range, std::u16string_view rest, std::vector<Range>& found) const;

    std::u16string m_pool; ///< keys, each closed by u'\0'
    std::vector<Entry> m_entries;
};

} // namespace ow::catalogue
