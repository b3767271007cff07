// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/suffixindex.h"

#include <algorithm>

namespace ow::catalogue {

std::uint32_t SuffixIndex::add(std::u16string_view text, std::uint32_t key, const std::vector<int>& starts)
{
    const auto place = static_cast<std::uint32_t>(m_pool.size());
    m_pool.append(text);
    m_pool.push_back(u'\0');
    for (const int start : starts) {
        m_entries.push_back({place + static_cast<std::uint32_t>(start), key});
    }
    return place;
}

void SuffixIndex::finish()
{
    const char16_t* pool = m_pool.data();
    std::ranges::sort(m_entries, [pool](const Entry& a, const Entry& b) {
        const char16_t* x = pool + a.place;
        const char16_t* y = pool + b.place;
        while (*x == *y && *x != u'\0') {
            ++x;
            ++y;
        }
        return *x != *y ? *x < *y : a.place < b.place;
    });
    m_entries.shrink_to_fit();
    m_pool.shrink_to_fit();
}

SuffixIndex::Range SuffixIndex::narrow(const Range& range, char16_t unit) const
{
    const auto begin = m_entries.begin() + static_cast<std::ptrdiff_t>(range.first);
    const auto end = m_entries.begin() + static_cast<std::ptrdiff_t>(range.last);
    const auto unitAt = [this, depth = static_cast<std::size_t>(range.length)](const Entry& entry) {
        return m_pool[entry.place + depth];
    };
    const auto found = std::ranges::equal_range(begin, end, unit, {}, unitAt);
    return {static_cast<std::size_t>(found.begin() - m_entries.begin()),
            static_cast<std::size_t>(found.end() - m_entries.begin()), range.length + 1};
}

SuffixIndex::Range SuffixIndex::narrow(Range range, std::u16string_view units) const
{
    for (const char16_t unit : units) {
        if (range.first == range.last) {
            break;
        }
        range = narrow(range, unit);
    }
    return range;
}

SuffixIndex::Range SuffixIndex::beginningWith(std::u16string_view query) const
{
    return narrow({0, m_entries.size(), 0}, query);
}

/// All ways to go wrong at the first unit of `rest`, everything before it being right.
void SuffixIndex::slipHere(const Range& range, std::u16string_view rest, std::vector<Range>& found) const
{
    const auto keep = [&found](const Range& met) {
        if (met.first != met.last) {
            found.push_back(met);
        }
    };
    keep(narrow(range, rest.substr(1))); // one too many
    if (rest.size() > 1 && rest[0] != rest[1]) {
        keep(narrow(narrow(narrow(range, rest[1]), rest[0]), rest.substr(2))); // swapped
    }
    for (std::size_t next = range.first; next < range.last;) {
        const char16_t unit = m_pool[m_entries[next].place + static_cast<std::size_t>(range.length)];
        const Range child = narrow({next, range.last, range.length}, unit);
        if (unit != rest[0] && unit != u'\0') {
            keep(narrow(child, rest));           // one left out
            keep(narrow(child, rest.substr(1))); // wrong
        }
        next = child.last;
    }
}

std::vector<SuffixIndex::Range> SuffixIndex::withOneSlip(std::u16string_view query) const
{
    std::vector<Range> found;
    Range right{0, m_entries.size(), 0};
    for (std::size_t i = 0; i < query.size() && right.first != right.last; ++i) {
        slipHere(right, query.substr(i), found);
        right = narrow(right, query[i]);
    }
    return found;
}

} // namespace ow::catalogue
