// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/nameindex.h"

#include <QByteArrayMatcher>
#include <QCollator>

#include <algorithm>

namespace ow::ledger {

namespace {

constexpr qsizetype kShortestTail = 4; ///< fewer end digits fit too many people
constexpr char kFieldEnd = '\x1f';
constexpr qsizetype kDeadAllowed = 64 * 1024;

/// What a place holds, in order.
enum Field {
    Number, ///< as it is written
    Plain,  ///< without hyphens, folded
    Name,
    Agent,
    Id,
    Phone,
    FieldCount
};

QString withoutHyphens(QString text)
{
    text.remove(QLatin1Char('-'));
    return text;
}

QByteArray folded(const QString& text)
{
    return text.toCaseFolded().toUtf8().replace(kFieldEnd, ' ');
}

QByteArray pack(const QString& number, const CaseSummary& summary)
{
    QByteArray packed;
    for (const QByteArray& field :
         {number.toUtf8(), folded(withoutHyphens(number)), folded(summary.name), folded(summary.agent),
          folded(summary.idMasked), folded(summary.phoneMasked)})
        packed.append(field).append(kFieldEnd);
    return packed;
}

QByteArrayView fieldOf(QByteArrayView packed, Field field)
{
    for (int before = 0; before < field; ++before)
        packed = packed.sliced(packed.indexOf(kFieldEnd) + 1);
    return packed.first(packed.indexOf(kFieldEnd));
}

QCollator nameCollator()
{
    QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace

QByteArray NameIndex::packed(quint32 place) const
{
    const qsizetype start = m_places[place].start;
    const qsizetype end = place + 1 < m_places.size() ? m_places[place + 1].start : m_text.size();
    return QByteArray::fromRawData(m_text.constData() + start, end - start);
}

QString NameIndex::nameAt(quint32 place) const
{
    return QString::fromUtf8(fieldOf(packed(place), Name));
}

void NameIndex::put(qint64 row, const QString& number, const CaseSummary& summary)
{
    const QByteArray fresh = pack(number, summary);
    if (const auto known = m_placeOf.constFind(row); known != m_placeOf.cend()) {
        if (packed(*known) == fresh)
            return; // most acts change the state of a case and not who is in it
        drop(*known);
    }
    const auto place = static_cast<quint32>(m_places.size());
    m_places.push_back({static_cast<quint32>(m_text.size()), row});
    m_text.append(fresh);
    m_placeOf.insert(row, place);
    if (m_ordered) {
        const QCollator collator = nameCollator();
        const QString name = nameAt(place);
        const auto before = [&](quint32 other) { return collator.compare(nameAt(other), name) <= 0; };
        m_order.insert(std::ranges::partition_point(m_order, before), place);
    }
    if (m_deadBytes > kDeadAllowed && m_deadBytes > m_text.size() / 4)
        compact();
}

void NameIndex::drop(quint32 place)
{
    m_deadBytes += packed(place).size();
    m_places[place].row = 0;
    std::erase(m_order, place);
}

void NameIndex::compact()
{
    QByteArray text;
    std::vector<Place> places;
    std::vector<quint32> moved(m_places.size());
    for (quint32 place = 0; place < m_places.size(); ++place) {
        if (m_places[place].row == 0)
            continue;
        moved[place] = static_cast<quint32>(places.size());
        m_placeOf[m_places[place].row] = moved[place];
        places.push_back({static_cast<quint32>(text.size()), m_places[place].row});
        text.append(packed(place));
    }
    for (quint32& place : m_order)
        place = moved[place];
    m_text = std::move(text);
    m_places = std::move(places);
    m_deadBytes = 0;
}

void NameIndex::clear()
{
    m_text.fill('\0'); // names do not stay behind in freed memory
    *this = NameIndex();
}

quint32 NameIndex::placeHolding(qsizetype position) const
{
    const auto after = std::ranges::upper_bound(m_places, static_cast<quint32>(position), {}, &Place::start);
    return static_cast<quint32>(after - m_places.begin()) - 1;
}

bool NameIndex::counts(quint32 place, qsizetype position, const QByteArray& needle) const
{
    const qsizetype start = m_places[place].start;
    const auto from = m_text.cbegin() + start;
    const auto field = std::count(from, m_text.cbegin() + position, kFieldEnd);
    const qsizetype end = position + needle.size();
    switch (field) {
    case Plain:
    case Name:
    case Agent:
        return true;
    case Id:
    case Phone: // only the tail is there to be found, the rest is asterisks
        return needle.size() >= kShortestTail && m_text.at(end) == kFieldEnd;
    default:
        return false;
    }
}

void NameIndex::search(const QByteArray& needle, std::vector<qint64>& rows) const
{
    if (needle.isEmpty() || needle.contains(kFieldEnd))
        return;
    const QByteArrayMatcher matcher(needle);
    qsizetype at = matcher.indexIn(m_text);
    while (at >= 0) {
        const quint32 place = placeHolding(at);
        if (m_places[place].row == 0 || !counts(place, at, needle)) {
            at = matcher.indexIn(m_text, at + 1);
            continue;
        }
        rows.push_back(m_places[place].row);
        const qsizetype next = place + 1 < m_places.size() ? m_places[place + 1].start : m_text.size();
        at = next < m_text.size() ? matcher.indexIn(m_text, next) : -1;
    }
}

std::vector<qint64> NameIndex::rowsFitting(const QString& text) const
{
    const QByteArray wanted = folded(text.trimmed());
    const QByteArray plain = folded(withoutHyphens(text.trimmed()));
    std::vector<qint64> rows;
    search(wanted, rows);
    if (plain != wanted)
        search(plain, rows);
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    return rows;
}

std::vector<NameIndex::Hit> NameIndex::find(const QString& text, int limit) const
{
    std::vector<Hit> hits;
    if (limit <= 0)
        return hits;
    const std::vector<qint64> rows = rowsFitting(text);
    for (auto row = rows.rbegin(); row != rows.rend() && static_cast<int>(hits.size()) < limit; ++row)
        hits.push_back({*row, QString::fromUtf8(fieldOf(packed(m_placeOf.value(*row)), Number))});
    return hits;
}

void NameIndex::sortNames()
{
    const QCollator collator = nameCollator();
    std::vector<std::pair<QCollatorSortKey, quint32>> keyed;
    keyed.reserve(static_cast<std::size_t>(m_placeOf.size()));
    for (quint32 place = 0; place < m_places.size(); ++place) {
        if (m_places[place].row != 0)
            keyed.emplace_back(collator.sortKey(nameAt(place)), place);
    }
    std::ranges::stable_sort(keyed, [](const auto& a, const auto& b) { return a.first < b.first; });
    m_order.resize(keyed.size());
    std::ranges::transform(keyed, m_order.begin(), [](const auto& one) { return one.second; });
    m_ordered = true;
}

void NameIndex::orderByName(std::vector<qint64>& rows, bool backwards) const
{
    if (!m_ordered || rows.empty())
        return;
    std::vector<bool> wanted(static_cast<std::size_t>(*std::ranges::max_element(rows)) + 1);
    for (const qint64 row : rows)
        wanted[static_cast<std::size_t>(row)] = true;
    std::vector<qint64> sorted;
    sorted.reserve(rows.size());
    const auto take = [&](quint32 place) {
        const auto row = static_cast<std::size_t>(m_places[place].row);
        if (row < wanted.size() && wanted[row]) {
            sorted.push_back(m_places[place].row);
            wanted[row] = false;
        }
    };
    if (backwards)
        std::for_each(m_order.rbegin(), m_order.rend(), take);
    else
        std::ranges::for_each(m_order, take);
    std::ranges::copy_if(rows, std::back_inserter(sorted),
                         [&wanted](qint64 row) { return wanted[static_cast<std::size_t>(row)]; });
    rows = std::move(sorted);
}

} // namespace ow::ledger
