// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/builtins.h"

using namespace ow;
using namespace ow::catalogue;

namespace {

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

QString only(const std::vector<QStringList>& readings)
{
    QStringList all;
    for (const QStringList& ways : readings) {
        all.append(ways.join(QLatin1Char('/')));
    }
    return all.join(QLatin1Char(' '));
}

} // namespace

TEST_CASE("polyphones have all their readings")
{
    const Pinyin pinyin = test::builtinPinyin();
    const std::pair<QChar, const char*> table[] = {
        {u'长', "chang zhang"},   {u'重', "chong zhong"},  {u'行', "hang xing"},   {u'会', "hui kuai"},
        {u'厦', "sha xia"},       {u'校', "jiao xiao"},    {u'调', "diao tiao"},   {u'传', "chuan zhuan"},
        {u'单', "chan dan shan"}, {u'参', "can cen shen"}, {u'种', "chong zhong"}, {u'强', "jiang qiang"},
        {u'车', "che ju"},        {u'乐', "le yao yue"},   {u'绿', "lu lv"},       {u'曾', "ceng zeng"},
        {u'天', "tian"},
    };
    for (const auto& [character, expected] : table) {
        QStringList found = pinyin.readings(character);
        found.sort();
        INFO(QString(character).toStdString());
        CHECK(found == words(expected));
    }
}

TEST_CASE("a phrase decides the reading of its polyphones")
{
    const Pinyin pinyin = test::builtinPinyin();
    CHECK(only(pinyin.readingsOf(u"银行")) == QStringLiteral("yin hang"));
    CHECK(only(pinyin.readingsOf(u"会计")) == QStringLiteral("kuai ji"));
    CHECK(only(pinyin.readingsOf(u"长沙")) == QStringLiteral("chang sha"));
    CHECK(only(pinyin.readingsOf(u"重庆")) == QStringLiteral("chong qing"));
    CHECK(only(pinyin.readingsOf(u"厦门")) == QStringLiteral("xia men"));
    CHECK(only(pinyin.readingsOf(u"单立柱")) == QStringLiteral("dan li zhu"));
}

TEST_CASE("Latin reads as itself and brackets not at all")
{
    const Pinyin pinyin = test::builtinPinyin();
    CHECK(only(pinyin.readingsOf(u"4S（店）")) == QStringLiteral("4 s  dian "));
}

TEST_CASE("every character of GB 2312 has a reading")
{
    const Pinyin pinyin = test::builtinPinyin();
    // First and last of both levels (GB 2312-1980): 啊…座 and 亍…齄.
    for (const QChar character : QStringLiteral("啊座亍齄")) {
        CHECK_FALSE(pinyin.readings(character).isEmpty());
    }
}

TEST_CASE("every name and alias can be read as another program reads it")
{
    const Pinyin pinyin = test::builtinPinyin();
    const QJsonObject oracle = test::pinyinOracle();
    for (auto it = oracle.begin(); it != oracle.end(); ++it) {
        const QStringList expected = it.value().toString().split(QLatin1Char(' '));
        std::vector<QStringList> readings = pinyin.readingsOf(it.key());
        std::erase_if(readings, [](const QStringList& ways) { return ways.isEmpty(); });
        INFO(it.key().toStdString() << " " << only(readings).toStdString());
        REQUIRE(static_cast<qsizetype>(readings.size()) == expected.size());
        for (std::size_t i = 0; i < readings.size(); ++i) {
            CHECK(readings[i].contains(expected[static_cast<qsizetype>(i)]));
        }
    }
}

TEST_CASE("a table that is none is refused")
{
    CHECK_FALSE(Pinyin::fromJson("{").has_value());
    CHECK_FALSE(Pinyin::fromJson("{\"syllables\":{},\"phrases\":{}}").has_value());
    CHECK_FALSE(Pinyin::fromJson(R"({"syllables":{"a":"啊"},"phrases":{"银行":["yin"]}})").has_value());
}
