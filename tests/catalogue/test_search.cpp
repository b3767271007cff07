// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/builtins.h"
#include "catalogue/search.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <iostream>

using namespace ow;
using namespace ow::catalogue;

namespace {

constexpr int kAll = 1000;

std::vector<Searchable> items()
{
    std::vector<Searchable> all;
    for (const GuidePtr& guide : test::builtinCatalogue().listByUse()) {
        all.push_back(searchable(*guide));
    }
    return all;
}

/// The words whose readings are easily got wrong, as items of their own.
std::vector<Searchable> itemsWithTrickyWords()
{
    std::vector<Searchable> all = items();
    all.push_back(
        {QStringLiteral("T-CHANGSHA"), QStringLiteral("甘肃至长沙客运"), {}, {QStringLiteral("长沙")}});
    all.push_back(
        {QStringLiteral("T-CHONGQING"), QStringLiteral("甘肃至重庆客运"), {}, {QStringLiteral("重庆")}});
    all.push_back({QStringLiteral("T-YINHANG"), QStringLiteral("银行保函"), {}, {}});
    all.push_back({QStringLiteral("T-KUAIJI"), QStringLiteral("会计账簿"), {}, {}});
    all.push_back({QStringLiteral("T-XIAMEN"), QStringLiteral("厦门"), {}, {}});
    all.push_back({QStringLiteral("T-LECHANG"), QStringLiteral("乐长"), {}, {}}); // no phrase: every reading
    return all;
}

const char* howName(MatchedHow how)
{
    switch (how) {
    case MatchedHow::Code:
        return "code";
    case MatchedHow::Text:
        return "text";
    case MatchedHow::Pinyin:
        return "pinyin";
    case MatchedHow::Initials:
        return "initials";
    case MatchedHow::Slip:
        return "slip";
    }
    return "";
}

QStringList codesOf(const std::vector<Hit>& hits, MatchedHow how)
{
    QStringList codes;
    for (const Hit& hit : hits) {
        if (hit.how == how) {
            codes.append(hit.code);
        }
    }
    return codes;
}

std::string shown(const std::vector<Hit>& hits)
{
    std::string text;
    for (const Hit& hit : hits) {
        text += "\n  " + hit.code.toStdString() + " " + howName(hit.how) + " " +
                hit.matchedText().toStdString() + " in " + hit.term.toStdString() + " " +
                hit.letters.toStdString();
    }
    return text;
}

const Hit* hitOf(const std::vector<Hit>& hits, const QString& code)
{
    const auto found = std::ranges::find(hits, code, &Hit::code);
    return found == hits.end() ? nullptr : &*found;
}

void checkRow(const Search& search, const QStringList& row)
{
    const std::vector<Hit> hits = search.find(row[0], {}, kAll);
    INFO(row.join(QLatin1Char(' ')).toStdString() << " gave " << shown(hits));
    if (row[1] == QStringLiteral("none")) {
        CHECK(hits.empty());
        return;
    }
    if (row[1] == QStringLiteral("absent")) {
        CHECK(hitOf(hits, row[3]) == nullptr);
        return;
    }
    REQUIRE(row.size() == 5);
    const Hit* hit = hitOf(hits, row[3]);
    REQUIRE(hit != nullptr);
    CHECK(row[1].toStdString() == howName(hit->how));
    CHECK(hit->matchedText().toStdString() == row[4].toStdString());
    if (row[2] == QStringLiteral("1")) {
        CHECK(hits.front().code == row[3]);
    }
}

} // namespace

TEST_CASE("searches find what a clerk expects")
{
    const Search search(itemsWithTrickyWords(), test::builtinPinyin());
    int rows = 0;
    for (const QByteArray& line : test::testData(QStringLiteral("search/expectations.tsv")).split('\n')) {
        if (line.isEmpty() || line.startsWith('#')) {
            continue;
        }
        checkRow(search, QString::fromUtf8(line).split(QLatin1Char('\t')));
        ++rows;
    }
    CHECK(rows >= 120);
}

TEST_CASE("every one and two characters find exactly what a plain scan finds")
{
    // text_oracle.json: make_text_oracle.py over the same guides.
    const Search search(items(), test::builtinPinyin());
    const QJsonObject oracle = test::testJson(QStringLiteral("search/text_oracle.json"));
    CHECK(oracle.size() > 1000);
    for (auto it = oracle.begin(); it != oracle.end(); ++it) {
        QStringList expected;
        for (const QJsonValue& code : it.value().toArray()) {
            expected.append(code.toString());
        }
        QStringList found = codesOf(search.find(it.key(), {}, kAll), MatchedHow::Text);
        found.sort();
        INFO(it.key().toStdString());
        CHECK(found == expected);
    }
}

TEST_CASE("every name and alias is found by its pinyin and by its initials")
{
    const Search search(items(), test::builtinPinyin());
    const QJsonObject oracle = test::pinyinOracle();
    for (auto it = oracle.begin(); it != oracle.end(); ++it) {
        const QStringList syllables = it.value().toString().split(QLatin1Char(' '));
        QString initials;
        for (const QString& syllable : syllables) {
            initials += syllable.front();
        }
        const auto has = [&](const QString& query) {
            const std::vector<Hit> hits = search.find(query, {}, kAll);
            return std::ranges::any_of(hits, [&](const Hit& hit) {
                return hit.how != MatchedHow::Slip && hit.term.contains(it.key());
            });
        };
        INFO(it.key().toStdString() << " " << initials.toStdString());
        CHECK(has(syllables.join(QString()).left(Search::kMaxQuery)));
        CHECK(has(initials));
    }
}

TEST_CASE("hits come grouped by how they matched and inside a group by place and then use")
{
    const std::vector<Searchable> all = {
        {QStringLiteral("A-1"), QStringLiteral("某船"), {}, {}},
        {QStringLiteral("A-2"), QStringLiteral("船"), {}, {}},
        {QStringLiteral("A-3"), QStringLiteral("船舶"), {}, {}},
        {QStringLiteral("A-4"), QStringLiteral("船员"), {}, {}},
    };
    const Search search(all, test::builtinPinyin());
    const auto codes = [&](const QHash<QString, int>& uses) {
        return codesOf(search.find(QStringLiteral("船"), uses, kAll), MatchedHow::Text)
            .join(QLatin1Char(' '));
    };
    CHECK(codes({}) == QStringLiteral("A-2 A-3 A-4 A-1"));
    CHECK(codes({{QStringLiteral("A-4"), 2}, {QStringLiteral("A-1"), 9}}) ==
          QStringLiteral("A-2 A-4 A-3 A-1"));
}

TEST_CASE("slips stand behind direct hits and say which letters were meant")
{
    const Search search(items(), test::builtinPinyin());
    const std::vector<Hit> hits =
        search.find(QStringLiteral("djys"), {{QStringLiteral("62-JT-XK-0007"), 23}}, kAll);
    INFO(shown(hits));
    REQUIRE(hits.size() > 2);
    CHECK(hits[0].code == QStringLiteral("62-JT-XK-0007"));
    CHECK(hits[1].code == QStringLiteral("62-JT-XK-0006"));
    const Hit* slip = hitOf(hits, QStringLiteral("62-JT-GG-0002"));
    REQUIRE(slip != nullptr);
    CHECK(slip->how == MatchedHow::Slip);
    CHECK(slip->matchedText() == QStringLiteral("道路运输"));
    CHECK(slip->letters == QStringLiteral("dlys"));
    CHECK(std::ranges::is_sorted(hits, {}, &Hit::how));
}

TEST_CASE("nothing is found by nothing or by too much")
{
    const Search search(items(), test::builtinPinyin());
    CHECK(search.find(QString()).empty());
    CHECK(search.find(QStringLiteral(" ()-")).empty());
    CHECK(search.find(QString(5000, QLatin1Char('a'))).empty());
    CHECK(search.find(QString(5000, QChar(u'路'))).empty());
    CHECK(search.find(QStringLiteral("路"), {}, 0).empty());
    CHECK(search.find(QStringLiteral("路"), {}, 3).size() == 3);
    CHECK(Search(std::vector<Searchable>(), test::builtinPinyin()).find(QStringLiteral("lu")).empty());
}

TEST_CASE("many polyphones in one name stay within bounds and are found by the first readings")
{
    const std::vector<Searchable> all = {{QStringLiteral("A-1"), QString(60, QChar(u'长')), {}, {}}};
    const Search search(all, test::builtinPinyin());
    CHECK(search.find(QStringLiteral("changchang")).size() == 1);
    CHECK(search.find(QStringLiteral("ccc")).size() == 1);
}

TEST_CASE("ten thousand items are searched and the times printed")
{
    // The budget (p99 ≤ 5 ms, optimised build) is held in tests/bench; here only the answers count.
    const std::vector<Searchable> some = items();
    std::vector<Searchable> all;
    for (int i = 0; i < 10000; ++i) {
        Searchable item = some[static_cast<std::size_t>(i) % some.size()];
        item.code = QStringLiteral("T-%1").arg(i, 5, 10, QLatin1Char('0'));
        item.name += some[static_cast<std::size_t>(i * 7 + 3) % some.size()].shortName;
        item.aliases.append(
            QStringLiteral("%1%2").arg(QChar(0x4E00 + i % 5000)).arg(QChar(0x5E00 + i % 3000)));
        all.push_back(item);
    }
    const Pinyin pinyin = test::builtinPinyin();
    QElapsedTimer timer;
    timer.start();
    const Search search(all, pinyin);
    const qint64 built = timer.elapsed();
    std::vector<double> times;
    for (const QByteArray& line : test::testData(QStringLiteral("search/expectations.tsv")).split('\n')) {
        const QString query = QString::fromUtf8(line.split('\t').front());
        for (qsizetype typed = 1; typed <= query.size() && !line.startsWith('#'); ++typed) {
            timer.start();
            const std::vector<Hit> hits = search.find(query.left(typed));
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            CHECK(hits.size() <= 50);
        }
    }
    std::ranges::sort(times);
    const auto at = [&times](double part) {
        return times[static_cast<std::size_t>(part * double(times.size() - 1))];
    };
    std::cout << "10,000 items: built in " << built << " ms; " << times.size() << " queries, ms: median "
              << at(0.5) << ", p99 " << at(0.99) << ", worst " << times.back() << '\n';
    CHECK(search.find(QStringLiteral("T-09999")).front().code == QStringLiteral("T-09999"));
}
