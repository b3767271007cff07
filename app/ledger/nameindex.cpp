// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/nameindex.h"

namespace ow::ledger {

namespace {

constexpr qsizetype kShortestTail = 4; ///< fewer end digits fit too many people

QString withoutHyphens(QString text)
{
    text.remove(QLatin1Char('-'));
    return text;
}

} // namespace

void NameIndex::put(qint64 row, const QString& number, const CaseSummary& summary)
{
    Entry entry{row, number, withoutHyphens(number), summary};
    if (const auto place = m_places.constFind(row); place != m_places.cend()) {
        m_entries[*place] = std::move(entry);
        return;
    }
    m_places.insert(row, m_entries.size());
    m_entries.push_back(std::move(entry));
}

void NameIndex::clear()
{
    m_entries.clear();
    m_entries.shrink_to_fit();
    m_places.clear();
    m_places.squeeze();
}

std::vector<NameIndex::Hit> NameIndex::find(const QString& text, int limit) const
{
    const QString wanted = text.trimmed();
    std::vector<Hit> hits;
    if (wanted.isEmpty() || limit <= 0)
        return hits;
    const QString plain = withoutHyphens(wanted);
    const bool tail = wanted.size() >= kShortestTail;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        const CaseSummary& summary = entry->summary;
        const bool fits = summary.name.contains(wanted, Qt::CaseInsensitive) ||
                          summary.agent.contains(wanted, Qt::CaseInsensitive) ||
                          (!plain.isEmpty() && entry->plainNumber.contains(plain, Qt::CaseInsensitive)) ||
                          (tail && (summary.idMasked.endsWith(wanted, Qt::CaseInsensitive) ||
                                    summary.phoneMasked.endsWith(wanted)));
        if (!fits)
            continue;
        hits.push_back({entry->row, entry->number, summary.name});
        if (static_cast<int>(hits.size()) == limit)
            break;
    }
    return hits;
}

} // namespace ow::ledger
