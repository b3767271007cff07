// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/canonical.h"
#include "record/recordsample.h"

#include <QCborArray>
#include <QCborMap>
#include <QDateTime>
#include <QJsonValue>

#include <catch2/catch.hpp>

#include <random>

using namespace ow::record;

namespace {

struct Row
{
    QByteArray in;
    QByteArray canonical; ///< empty: refused
};

const Row kAccepted[] = {
    {"{}", "{}"},
    {" [ ] \r\n\t", "[]"},
    {"null", "null"},
    {"true", "true"},
    {"[false,0,-1]", "[false,0,-1]"},
    {"9007199254740991", "9007199254740991"},
    {"-9007199254740991", "-9007199254740991"},
    {R"({"b":1,"a":2,"":3,"B":4})", R"({"":3,"B":4,"a":2,"b":1})"},
    // U+FF5E before U+20BB7: by UTF-8 bytes, not by UTF-16 units.
    {"{\"\xF0\xA0\xAE\xB7\":1,\"\xEF\xBD\x9E\":2}", "{\"\xEF\xBD\x9E\":2,\"\xF0\xA0\xAE\xB7\":1}"},
    {"\"\\u0041\\/\\u00e9\\ud83d\\ude9a\"", "\"A/\xC3\xA9\xF0\x9F\x9A\x9A\""},
    {R"("\u0008\u0009\u000A\u000c\u000D\u0001\u001F\u007f\u2028")",
     "\"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f\xE2\x80\xA8\""},
    {R"("\"\\")", R"("\"\\")"},
    {"\"\xEF\xBB\xBF\"", "\"\xEF\xBB\xBF\""}, // a byte order mark inside a string is a character
    {"\"\xEF\xBF\xBE\xF4\x8F\xBF\xBF\"", "\"\xEF\xBF\xBE\xF4\x8F\xBF\xBF\""}, // U+FFFE, U+10FFFF
    {R"({"a":{"a":1},"b":{"a":1}})", R"({"a":{"a":1},"b":{"a":1}})"},
};

const QByteArray kRefused[] = {
    "",
    " ",
    "{",
    "}",
    "[1,]",
    "[,1]",
    "[1 2]",
    R"({"a":1,})",
    R"({"a" 1})",
    R"({a:1})",
    R"({1:1})",
    "{'a':1}",
    R"({"a":1,"a":1})",
    R"({"a":1,"\u0061":2})",
    "1.0",
    "1e2",
    "1E2",
    "0.5",
    "-0",
    "01",
    "-01",
    "+1",
    "-",
    ".5",
    "NaN",
    "Infinity",
    "9007199254740992",
    "-9007199254740992",
    "99999999999999999999999999",
    "tru",
    "True",
    "nulll",
    "{} {}",
    "[]x",
    QByteArray("[]\0", 3),
    "\xEF\xBB\xBF{}",
    "\"",
    "\"abc",
    "\"\\\"",
    R"("\x41")",
    R"("\u12")",
    R"("\u12g4")",
    R"("\u0000")",
    QByteArray("\"\0\"", 3),
    "\"\n\"",
    "\"\x1f\"",
    R"("\ud800")",
    R"("\udc00")",
    R"("\ud800\u0041")",
    R"("\ud800x")",
    R"("\ud800\ud800")",
    "\"\xff\"",
    "\"\x80\"",
    "\"\xC0\xAF\"", // overlong
    "\"\xC1\xBF\"",
    "\"\xE0\x80\xAF\"",
    "\"\xF0\x80\x80\xAF\"",
    "\"\xED\xA0\x80\"",     // a surrogate in UTF-8
    "\"\xF4\x90\x80\x80\"", // above U+10FFFF
    "\"\xE4\xB8\"",         // cut off
    "\"\xE4\xB8",
    "// note\n1",
    "[1/**/]",
};

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

/// A value nobody thought of, from a fixed seed.
QCborValue randomValue(std::mt19937& random, int depth)
{
    const auto below = [&random](unsigned n) { return static_cast<int>(random() % n); };
    const auto text = [&] {
        static const QString kPieces[] = {
            QStringLiteral("a"),      QStringLiteral("\""),     QStringLiteral("\\"),
            QStringLiteral("\n"),     QStringLiteral("\u0001"), QStringLiteral("陇"),
            QStringLiteral("𠮷"),     QStringLiteral("\uFEFF"), QStringLiteral("～"),
            QStringLiteral("\u007f"), QStringLiteral("é")};
        QString made;
        for (int i = below(6); i > 0; --i)
            made += kPieces[below(std::size(kPieces))];
        return made;
    };
    switch (below(depth > 5 ? 5U : 7U)) {
    case 0:
        return QCborValue(static_cast<qint64>((quint64(random()) << 21U) % (1ULL << 53U)) *
                          (below(2) ? 1 : -1));
    case 1:
        return QCborValue(text());
    case 2:
        return QCborValue(below(2) == 1);
    case 3:
        return QCborValue(nullptr);
    case 4:
        return QCborValue(below(100));
    case 5: {
        QCborArray array;
        for (int i = below(5); i > 0; --i)
            array.append(randomValue(random, depth + 1));
        return array;
    }
    default: {
        QCborMap map;
        for (int i = below(6); i > 0; --i)
            map.insert(text(), randomValue(random, depth + 1));
        return map;
    }
    }
}

} // namespace

TEST_CASE("every accepted text has the one canonical form")
{
    for (const Row& row : kAccepted) {
        INFO(row.in.toStdString());
        OW_TAKE(value, parseJson(row.in));
        OW_TAKE(written, writeCanonical(value));
        CHECK(written == row.canonical);
        CHECK(parseCanonical(row.canonical).has_value());
        CHECK(parseCanonical(row.in).has_value() == (row.in == row.canonical));
    }
}

TEST_CASE("texts that two readers could take two ways are refused")
{
    for (const QByteArray& text : kRefused) {
        INFO(text.toPercentEncoding().toStdString());
        const auto value = parseJson(text);
        REQUIRE_FALSE(value.has_value());
        CHECK(value.error().code == ow::domain::ErrorCode::JsonInvalid);
        CHECK_FALSE(value.error().detail.isEmpty());
    }
}

TEST_CASE("the writer refuses what JSON readers would disagree on and names the place")
{
    using namespace Qt::StringLiterals;
    const std::pair<QCborValue, QString> rows[] = {
        {QCborValue(1.5), u"$"_s},
        {QCborMap{{u"a"_s, QCborArray{1, 2.0}}}, u"$.a[1]"_s},
        {QCborValue(QByteArray("bytes")), u"$"_s},
        {QCborValue(QDateTime::currentDateTimeUtc()), u"$"_s},
        {QCborValue(QCborValue::Undefined), u"$"_s},
        {QCborValue(QCborSimpleType(99)), u"$"_s},
        {QCborMap{{1, 2}}, u"$"_s},
        {QCborValue(kMaxInteger + 1), u"$"_s},
        {QCborValue(-kMaxInteger - 1), u"$"_s},
        {QCborArray{QString(QChar(0xD800))}, u"$[0]"_s},
        {QCborArray{QString(QChar(0))}, u"$[0]"_s},
        {QCborMap{{QString(QChar(0xDC00)), 1}}, u"$"_s},
    };
    for (const auto& [value, place] : rows) {
        const auto written = writeCanonical(value);
        REQUIRE_FALSE(written.has_value());
        CHECK(written.error().field == place);
    }
}

TEST_CASE("a doubled key in a map that came as CBOR is refused by the writer")
{
    // {"a": 1, "a": 2}
    const QCborValue value = QCborValue::fromCbor(QByteArray::fromHex("a2616101616102"));
    REQUIRE(value.isMap());
    if (value.toMap().size() == 2)
        CHECK_FALSE(writeCanonical(value).has_value());
}

TEST_CASE("depth and length and members are bounded both ways")
{
    CHECK(parseCanonical(nested(32)).has_value());
    CHECK_FALSE(parseJson(nested(33)).has_value());
    CHECK_FALSE(parseJson(nested(100000)).has_value());
    CHECK_FALSE(parseJson(QByteArray(200000, '[')).has_value());

    QCborValue deep = QCborArray{};
    for (int i = 1; i < 32; ++i)
        deep = QCborArray{deep};
    CHECK(writeCanonical(deep).has_value());
    CHECK_FALSE(writeCanonical(QCborArray{deep}).has_value());

    const QByteArray longText = '"' + QByteArray(256 * 1024 - 2, 'x') + '"';
    CHECK(parseCanonical(longText).has_value());
    CHECK_FALSE(parseJson(longText + ' ').has_value());
    CHECK_FALSE(writeCanonical(QCborValue(QString(256 * 1024, u'x'))).has_value());

    QCborMap wide;
    QByteArray wideText = "{";
    for (int i = 0; i < 1025; ++i) {
        wide.insert(QString::number(i), 0);
        wideText += '"' + QByteArray::number(i) + "\":0,";
    }
    CHECK_FALSE(writeCanonical(wide).has_value());
    wideText.back() = '}';
    CHECK_FALSE(parseJson(wideText).has_value());
    Limits wider;
    wider.members = 1025;
    CHECK(parseJson(wideText, wider).has_value());
}

TEST_CASE("random values come back from their canonical form")
{
    std::mt19937 random(20261123);
    for (int i = 0; i < 2000; ++i) {
        const QCborValue value = randomValue(random, 0);
        OW_TAKE(written, writeCanonical(value));
        INFO(written.toStdString());
        OW_TAKE(again, parseCanonical(written));
        OW_TAKE(twice, writeCanonical(again));
        REQUIRE(twice == written);
        REQUIRE(again.toJsonValue() == value.toJsonValue());
    }
}

TEST_CASE("no mutation of a text makes the reader accept what it would not write")
{
    std::mt19937 random(7);
    const QByteArray seed = "{\"a\":[1,-2,\"\xE9\x99\x87\\n\",{\"b\":null}],\"c\":true,\"d\":\"\\u0001\"}";
    REQUIRE(parseCanonical(seed).has_value());
    for (int i = 0; i < 20000; ++i) {
        QByteArray text = seed;
        for (auto changes = random() % 3 + 1; changes > 0; --changes) {
            const auto place = static_cast<qsizetype>(random() % static_cast<unsigned>(text.size()));
            switch (random() % 3) {
            case 0:
                text[place] = static_cast<char>(random());
                break;
            case 1:
                text.remove(place, 1);
                break;
            default:
                text.insert(place, static_cast<char>(random()));
            }
        }
        const auto value = parseJson(text);
        if (!value)
            continue;
        const auto written = writeCanonical(*value);
        REQUIRE(written.has_value());
        REQUIRE(parseCanonical(*written).has_value());
    }
}
