// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/catalogue.h"
#include "catalogue/pinyin.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace ow::catalogue {

/// How a query met an item, best first; hits come grouped in this order.
enum class MatchedHow {
    Code,     ///< part of the item's code, hyphens left out or not
    Text,     ///< characters as written
    Pinyin,   ///< whole syllables, the last one perhaps unfinished
    Initials, ///< first letters of the syllables
    Slip, ///< one letter too many, left out, wrong or swapped; pinyin, or initials from the beginning of a
          ///< term
};

enum class MatchedField { Code, Name, ShortName, Alias };

struct Hit
{
    QString code;
    QString name;
    MatchedHow how = MatchedHow::Text;
    MatchedField field = MatchedField::Name;
    QString term;  ///< the code, name, short name or alias that was met
    int start = 0; ///< UTF-16 units in `term` to be highlighted
    int length = 0;
    QString letters; ///< pinyin, initials, slip: the letters these characters stand for ("djys")

    [[nodiscard]] QString matchedText() const { return term.mid(start, length); }

    friend bool operator==(const Hit&, const Hit&) = default;
};

/// What is searched of an item. Terms longer than Search::kMaxTerm are searched by their beginning.
struct Searchable
{
    QString code;
    QString name;
    QString shortName;
    QStringList aliases;
};

[[nodiscard]] Searchable searchable(const domain::Guide& guide);

/// Finds items while somebody types: by code, name, short name, alias, in characters, full pinyin or
/// initials, with small slips forgiven. All in memory; building takes milliseconds for the window's
/// catalogue. Immutable after building; const use from several threads is safe.
class Search
{
public:
    static constexpr int kMaxItems = 20000;
    static constexpr int kMaxTerm = 64;     ///< UTF-16 units of one term
    static constexpr int kMaxVariants = 64; ///< readings of one term when it has several polyphones
    static constexpr int kMaxQuery = 48;    ///< letters or characters; longer queries find nothing
    static constexpr int kMinSlipQuery = 4; ///< letters
    static constexpr int kEnoughDirect = 8; ///< with so many direct hits nobody needs slips

    /// Items beyond kMaxItems are left out.
    Search(const std::vector<Searchable>& items, const Pinyin& pinyin);
    Search(const Catalogue& catalogue, const Pinyin& pinyin);
    Search(Search&&) noexcept;
    Search& operator=(Search&&) noexcept;
    ~Search();

    /// At most `limit` items, each once by its best match: by how it matched (whole term, beginning, inside),
    /// then by `uses` (code -> count), then code. Several words (separated by spaces, or where Chinese and
    /// Latin meet) must all be met; the hit shows the one met worst.
    [[nodiscard]] std::vector<Hit> find(const QString& query, const QHash<QString, int>& uses = {},
                                        int limit = 50) const;

private:
    struct Parts;
    std::unique_ptr<const Parts> m_parts;
};

} // namespace ow::catalogue
