// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/search.h"

#include "catalogue/searchkeys.h"
#include "catalogue/suffixindex.h"

#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

namespace ow::catalogue {

namespace {

/// Where in a term the match lies, best first.
enum Quality : quint8 { kWhole, kBeginning, kInside };

struct Term
{
    std::uint32_t item = 0;
    MatchedField field = MatchedField::Name;
    QString text;
};

/// One kind of key (characters, pinyin, …) of all terms.
struct Index
{
    SuffixIndex suffixes;
    std::vector<std::uint32_t> termOf;  ///< by key
    std::vector<std::uint32_t> placeOf; ///< by key: its first unit in the pool
    std::vector<quint8> characterOf;    ///< by place in the pool: character of the term

    void add(const SearchKey& key, std::uint32_t term)
    {
        const auto number = static_cast<std::uint32_t>(termOf.size());
        termOf.push_back(term);
        placeOf.push_back(suffixes.add(key.units, number, key.starts));
        characterOf.insert(characterOf.end(), key.characterOf.begin(), key.characterOf.end());
        characterOf.push_back(0); // the unit that closes the key
    }
};

/// The best match of an item so far; `index` says which kind of key `entry` belongs to.
struct Best
{
    MatchedHow how = MatchedHow::Slip;
    Quality quality = kInside;
    MatchedField field = MatchedField::Alias;
    const Index* index = nullptr; ///< none: not met
    SuffixIndex::Entry entry;
    int length = 0;

    [[nodiscard]] auto rank() const { return std::tuple(how, quality, -length, field); }

    [[nodiscard]] auto publicRank() const { return std::pair(how, quality); }
};

bool hasDigit(const std::u16string& query)
{
    return std::ranges::any_of(query, [](char16_t c) { return c >= u'0' && c <= u'9'; });
}

bool isLatin(const std::u16string& query)
{
    return std::ranges::all_of(query, [](char16_t c) { return c < 0x80; });
}

} // namespace

struct Search::Parts
{
    std::vector<std::pair<QString, QString>> items; ///< code, name
    std::vector<Term> terms;
    Index codes;
    Index texts;
    Index pinyin;
    Index initials;

    void add(const Searchable& item, const Pinyin& readings);
    void addTerm(MatchedField field, const QString& text, const Pinyin& readings);
    void finish();

    void meet(std::vector<Best>& best, const Index& index, MatchedHow how, const SuffixIndex::Range& range,
              Quality worst = kInside) const;
    [[nodiscard]] std::vector<Best> find(const std::u16string& query) const;
    [[nodiscard]] std::vector<Best> findAll(const QStringList& words) const;
    [[nodiscard]] Hit hit(std::uint32_t item, const Best& best) const;
};

void Search::Parts::add(const Searchable& item, const Pinyin& readings)
{
    items.emplace_back(item.code, item.name);
    terms.push_back({static_cast<std::uint32_t>(items.size() - 1), MatchedField::Code, item.code});
    codes.add(textKey(item.code.left(kMaxTerm)), static_cast<std::uint32_t>(terms.size() - 1));
    addTerm(MatchedField::Name, item.name, readings);
    addTerm(MatchedField::ShortName, item.shortName, readings);
    for (const QString& alias : item.aliases) {
        addTerm(MatchedField::Alias, alias, readings);
    }
}

void Search::Parts::addTerm(MatchedField field, const QString& text, const Pinyin& readings)
{
    const QString known = text.left(kMaxTerm);
    if (known.isEmpty()) {
        return;
    }
    const auto term = static_cast<std::uint32_t>(terms.size());
    terms.push_back({static_cast<std::uint32_t>(items.size() - 1), field, text});
    texts.add(textKey(known), term);
    for (const SearchKey& key : pinyinKeys(known, readings, kMaxVariants)) {
        pinyin.add(key, term);
    }
    for (const SearchKey& key : initialKeys(known, readings, kMaxVariants)) {
        initials.add(key, term);
    }
}

void Search::Parts::finish()
{
    for (Index* index : {&codes, &texts, &pinyin, &initials}) {
        index->suffixes.finish();
    }
}

void Search::Parts::meet(std::vector<Best>& best, const Index& index, MatchedHow how,
                         const SuffixIndex::Range& range, Quality worst) const
{
    for (std::size_t i = range.first; i < range.last; ++i) {
        const SuffixIndex::Entry entry = index.suffixes.entry(i);
        const Term& term = terms[index.termOf[entry.key]];
        Quality quality = kInside;
        if (entry.place == index.placeOf[entry.key]) {
            quality = index.suffixes.endsAt(entry.place, range.length) ? kWhole : kBeginning;
        }
        if (quality > worst) {
            continue;
        }
        Best& known = best[term.item];
        const Best met{how, quality, term.field, &index, entry, range.length};
        // Of equal places the first one in the term: what is highlighted must not depend on the sorting.
        if (known.index == nullptr || met.rank() < known.rank() ||
            (met.rank() == known.rank() && &index == known.index && entry.place < known.entry.place)) {
            known = met;
        }
    }
}

std::vector<Best> Search::Parts::find(const std::u16string& query) const
{
    std::vector<Best> best(items.size());
    if (query.empty() || query.size() > static_cast<std::size_t>(kMaxQuery)) {
        return best;
    }
    if (hasDigit(query)) { // letters alone ("xk") are initials, not a code
        meet(best, codes, MatchedHow::Code, codes.suffixes.beginningWith(query));
    }
    meet(best, texts, MatchedHow::Text, texts.suffixes.beginningWith(query));
    if (!isLatin(query)) {
        return best;
    }
    meet(best, pinyin, MatchedHow::Pinyin, pinyin.suffixes.beginningWith(query));
    meet(best, initials, MatchedHow::Initials, initials.suffixes.beginningWith(query));
    if (hasDigit(query) || query.size() < static_cast<std::size_t>(kMinSlipQuery)) {
        return best;
    }
    const auto direct = std::ranges::count_if(best, [](const Best& met) { return met.index != nullptr; });
    if (direct >= kEnoughDirect) {
        return best;
    }
    for (const SuffixIndex::Range& range : pinyin.suffixes.withOneSlip(query)) {
        meet(best, pinyin, MatchedHow::Slip, range);
    }
    // Four letters out of the middle of a long name are soon like any other four.
    for (const SuffixIndex::Range& range : initials.suffixes.withOneSlip(query)) {
        meet(best, initials, MatchedHow::Slip, range, kBeginning);
    }
    return best;
}

/// Every word must be met; the one met worst ranks the item and is what the hit shows.
std::vector<Best> Search::Parts::findAll(const QStringList& words) const
{
    std::vector<Best> best;
    for (const QString& word : words) {
        const std::vector<Best> met = find(normalised(word));
        if (best.empty()) {
            best = met;
            continue;
        }
        for (std::size_t i = 0; i < best.size(); ++i) {
            const bool both = best[i].index != nullptr && met[i].index != nullptr;
            if (!both) {
                best[i].index = nullptr;
            } else if (best[i].publicRank() < met[i].publicRank()) {
                best[i] = met[i];
            }
        }
    }
    return best;
}

Hit Search::Parts::hit(std::uint32_t item, const Best& best) const
{
    const Index& index = *best.index;
    const Term& term = terms[index.termOf[best.entry.key]];
    const std::size_t place = best.entry.place;
    const int first = index.characterOf[place];
    const int last = index.characterOf[place + static_cast<std::size_t>(best.length) - 1];
    Hit hit{
        items[item].first, items[item].second, best.how, term.field, term.text, first, last - first + 1, {}};
    if (&index == &pinyin || &index == &initials) {
        const std::u16string_view letters = index.suffixes.units(best.entry.place, best.length);
        hit.letters = QString::fromUtf16(letters.data(), static_cast<qsizetype>(letters.size()));
    }
    return hit;
}

Searchable searchable(const domain::Guide& guide)
{
    return {guide.ref.code, guide.name, guide.shortName, guide.aliases};
}

Search::Search(const std::vector<Searchable>& items, const Pinyin& pinyin)
{
    auto parts = std::make_unique<Parts>();
    const std::size_t count = std::min(items.size(), static_cast<std::size_t>(kMaxItems));
    for (std::size_t i = 0; i < count; ++i) {
        parts->add(items[i], pinyin);
    }
    parts->finish();
    m_parts = std::move(parts);
}

Search::Search(const Catalogue& catalogue, const Pinyin& pinyin)
    : Search(
          [&catalogue] {
              std::vector<Searchable> items;
              for (const GuidePtr& guide : catalogue.listByUse()) {
                  items.push_back(searchable(*guide));
              }
              return items;
          }(),
          pinyin)
{
}

Search::Search(Search&&) noexcept = default;
Search& Search::operator=(Search&&) noexcept = default;
Search::~Search() = default;

std::vector<Hit> Search::find(const QString& query, const QHash<QString, int>& uses, int limit) const
{
    const auto met = [](const std::vector<Best>& best) {
        return std::ranges::any_of(best, [](const Best& one) { return one.index != nullptr; });
    };
    std::vector<Best> best = m_parts->find(normalised(query.left(4 * kMaxQuery)));
    if (!met(best)) {
        const QStringList words = wordsOf(query.left(4 * kMaxQuery));
        if (words.size() > 1) {
            best = m_parts->findAll(words);
        }
    }

    struct Ranked
    {
        std::uint32_t item;
        int uses;
    };

    std::vector<Ranked> ranked;
    for (std::uint32_t i = 0; i < best.size(); ++i) {
        if (best[i].index != nullptr) {
            ranked.push_back({i, uses.isEmpty() ? 0 : uses.value(m_parts->items[i].first)});
        }
    }
    const auto before = [&](const Ranked& a, const Ranked& b) {
        const auto key = [&](const Ranked& one) { return std::pair(best[one.item].publicRank(), -one.uses); };
        return key(a) != key(b) ? key(a) < key(b)
                                : m_parts->items[a.item].first < m_parts->items[b.item].first;
    };
    const auto count = std::min(ranked.size(), static_cast<std::size_t>(std::max(0, limit)));
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end(),
                      before);
    std::vector<Hit> hits;
    hits.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        hits.push_back(m_parts->hit(ranked[i].item, best[ranked[i].item]));
    }
    return hits;
}

} // namespace ow::catalogue
