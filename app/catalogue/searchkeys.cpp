// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/searchkeys.h"

#include <set>
#include <utility>

namespace ow::catalogue {

namespace {

bool counts(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate();
}

/// One character as it is compared; some become several ("Ⅲ" -> "iii"), some nothing ("（").
QString folded(QChar c)
{
    QString kept;
    for (const QChar part : QString(c).normalized(QString::NormalizationForm_KC).toLower()) {
        if (part == QChar(0x00FC)) {
            kept.append(QLatin1Char('v'));
        } else if (counts(part)) {
            kept.append(part);
        }
    }
    return kept;
}

/// What one character of a term can be typed as.
struct Cell
{
    quint8 character = 0;
    QStringList ways;
};

/// Cells of all characters that can be typed with Latin keys; empty when none of them is Chinese.
std::vector<Cell> cellsOf(QStringView term, const Pinyin& pinyin, bool initialsOnly)
{
    std::vector<Cell> cells;
    const std::vector<QStringList> readings = pinyin.readingsOf(term);
    bool chinese = false;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        Cell cell{static_cast<quint8>(i), {}};
        for (const QString& reading : readings[i]) {
            const QString way = initialsOnly ? reading.left(1) : reading;
            if (!cell.ways.contains(way)) {
                cell.ways.append(way);
            }
        }
        chinese = chinese || term[static_cast<qsizetype>(i)].unicode() >= 0x80;
        if (!cell.ways.isEmpty()) {
            cells.push_back(std::move(cell));
        }
    }
    return chinese ? cells : std::vector<Cell>();
}

SearchKey keyOf(const std::vector<Cell>& cells, const std::vector<int>& choice)
{
    SearchKey key;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const QString& way = cells[i].ways[choice[i]];
        key.starts.push_back(static_cast<int>(key.units.size()));
        for (const QChar letter : way) {
            key.units.push_back(letter.unicode());
            key.characterOf.push_back(cells[i].character);
        }
    }
    return key;
}

/// Counts through the readings like the wheels of a mileage counter; false when all came round.
bool nextChoice(const std::vector<Cell>& cells, std::vector<int>& choice)
{
    for (std::size_t i = cells.size(); i-- > 0;) {
        if (++choice[i] < cells[i].ways.size()) {
            return true;
        }
        choice[i] = 0;
    }
    return false;
}

std::vector<SearchKey> keysOf(const std::vector<Cell>& cells, int limit)
{
    std::vector<SearchKey> keys;
    if (cells.empty()) {
        return keys;
    }
    std::set<std::u16string> seen;
    std::vector<int> choice(cells.size(), 0);
    do {
        SearchKey key = keyOf(cells, choice);
        std::erase_if(key.starts, [&](int start) {
            return !seen.insert(key.units.substr(static_cast<std::size_t>(start))).second;
        });
        keys.push_back(std::move(key));
    } while (static_cast<int>(keys.size()) < limit && nextChoice(cells, choice));
    return keys;
}

} // namespace

std::u16string normalised(QStringView text)
{
    std::u16string all;
    for (const QChar c : text) {
        all.append(folded(c).toStdU16String());
    }
    return all;
}

QStringList wordsOf(const QString& query)
{
    QStringList words;
    QString word;
    const auto close = [&] {
        if (!word.isEmpty()) {
            words.append(std::exchange(word, QString()));
        }
    };
    for (const QChar c : query) {
        if (!counts(c)) {
            close();
            continue;
        }
        if (!word.isEmpty() && (word.back().unicode() < 0x80) != (c.unicode() < 0x80)) {
            close();
        }
        word.append(c);
    }
    close();
    return words;
}

SearchKey textKey(QStringView term)
{
    SearchKey key;
    for (qsizetype i = 0; i < term.size(); ++i) {
        for (const QChar c : folded(term[i])) {
            key.starts.push_back(static_cast<int>(key.units.size()));
            key.units.push_back(c.unicode());
            key.characterOf.push_back(static_cast<quint8>(i));
        }
    }
    return key;
}

std::vector<SearchKey> pinyinKeys(QStringView term, const Pinyin& pinyin, int limit)
{
    return keysOf(cellsOf(term, pinyin, false), limit);
}

std::vector<SearchKey> initialKeys(QStringView term, const Pinyin& pinyin, int limit)
{
    return keysOf(cellsOf(term, pinyin, true), limit);
}

} // namespace ow::catalogue
