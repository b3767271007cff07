// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/search.h"

#include "bench/benches.h"
#include "catalogue/catalogue.h"
#include "catalogue/pinyin.h"
#include "record/crypto.h"

#include <QFile>

#include <algorithm>

namespace ow::bench {

namespace {

using catalogue::Searchable;
using namespace Qt::StringLiterals;

std::vector<Searchable> builtins()
{
    const std::shared_ptr<const record::CryptoProvider> crypto = record::makeBotanProvider();
    const auto reader =
        demand(catalogue::GuideReader::make([crypto](QByteArrayView bytes) { return crypto->sm3(bytes); }));
    catalogue::Catalogue all;
    all.loadFolder(catalogue::kBuiltinGuides, reader);
    std::vector<Searchable> items;
    for (const auto& guide : all.listByUse()) {
        items.push_back(catalogue::searchable(*guide));
    }
    return items;
}

/// `count` items: the built-in ones as they are, then mixtures of two with an alias of their own.
std::vector<Searchable> itemsOf(const std::vector<Searchable>& some, int count)
{
    std::vector<Searchable> all;
    for (int i = 0; i < count; ++i) {
        Searchable item = some[static_cast<std::size_t>(i) % some.size()];
        if (static_cast<std::size_t>(i) >= some.size()) {
            item.code = u"T-%1"_s.arg(i, 5, 10, QLatin1Char('0'));
            item.name += some[static_cast<std::size_t>(i * 7 + 3) % some.size()].shortName;
            item.aliases.append(u"%1%2"_s.arg(QChar(0x4E00 + i % 5000)).arg(QChar(0x5E00 + i % 3000)));
        }
        all.push_back(item);
    }
    return all;
}

/// What clerks type, as the tests have it, letter by letter.
QStringList keystrokes()
{
    QFile file(QString::fromUtf16(OW_SOURCE_DIR) + u"/tests/data/search/expectations.tsv"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        giveUp({domain::ErrorCode::NotFound, file.fileName(), {}});
    }
    QStringList typed;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QString query = QString::fromUtf8(line.split('\t').front());
        for (qsizetype length = 1; length <= query.size() && !line.startsWith('#'); ++length) {
            typed.push_back(query.left(length));
        }
    }
    return typed;
}

/// What a plain program does: the words and one reading of each, looked through from end to end.
class PlainScan
{
public:
    PlainScan(const std::vector<Searchable>& items, const catalogue::Pinyin& pinyin)
    {
        for (const Searchable& item : items) {
            for (const QString& word : QStringList{item.code, item.name, item.shortName} + item.aliases) {
                QString full;
                QString initials;
                for (const QStringList& readings : pinyin.readingsOf(word)) {
                    const QString reading = readings.value(0);
                    full += reading;
                    initials += reading.left(1);
                }
                m_words << word << full << initials;
            }
        }
    }

    [[nodiscard]] qsizetype find(const QString& query) const
    {
        return std::ranges::count_if(
            m_words, [&query](const QString& word) { return word.contains(query, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
};

} // namespace

Figures measureSearch(const Sizes& sizes)
{
    const auto pinyin = demand(catalogue::Pinyin::builtin());
    const std::vector<Searchable> some = builtins();
    const QStringList typed = keystrokes();
    Figures figures;
    for (const int count : {63, 1000, 10'000}) {
        if (count > sizes.searchItems) {
            break;
        }
        const std::vector<Searchable> items = itemsOf(some, count);
        const catalogue::Search search(items, pinyin);
        const PlainScan scan(items, pinyin);
        std::vector<double> ours;
        std::vector<double> plain;
        qsizetype found = 0;
        for (const QString& query : typed) {
            ours.push_back(timed([&] { found += static_cast<qsizetype>(search.find(query).size()); }));
            plain.push_back(timed([&] { found += scan.find(query); }));
        }
        if (found == 0) {
            giveUp({domain::ErrorCode::Internal, u"nothing was found"_s, {}});
        }
        figures.push_back({u"search among %1 items, every keystroke, p99"_s.arg(count),
                           u"ms"_s,
                           percentile(ours, 0.99),
                           percentile(plain, 0.99),
                           u"a plain scan of words and pinyin, no slips, no ranking"_s,
                           {Budget::Kind::AtMost, 5}});
        figures.push_back({u"search among %1 items, every keystroke, median"_s.arg(count),
                           u"ms"_s,
                           median(ours),
                           median(plain),
                           u"the same scan"_s,
                           {}});
    }
    return figures;
}

} // namespace ow::bench
