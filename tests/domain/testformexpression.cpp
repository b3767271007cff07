// SPDX-License-Identifier: GPL-3.0-or-later
// What each operation of a form rule gives. Expected figures: Python's fractions module.
#include "rulekit.h"

#include <catch2/catch.hpp>

using namespace rulekit;

namespace {

/// What a computed field `h` (number), `t` (text), `to` (date) or `yes` becomes over `given`; "?" for
/// unknown.
QString computed(const char* target, const QByteArray& value, const QByteArray& given)
{
    Guide guide = rulekit::guide();
    const QString key = QString::fromLatin1(target);
    guide.rules = {rule(QStringLiteral("r"), RuleKind::Computed, {key}, {}, value)};
    const auto rules = ready(guide);
    const FieldState state = rules->evaluate(answers(given)).fields.value(key);
    CHECK(state.computed);
    if (state.value.isBool()) {
        return state.value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    }
    return state.value.isUndefined() ? QStringLiteral("?") : state.value.toString();
}

struct Sum
{
    const char* target;
    const char* value;
    const char* given;
    const char* expected;
};

constexpr Sum kSums[] = {
    {"h", R"(["+", ["field", "a"], ["field", "b"]])", R"({"a": "0.1", "b": "0.2"})", "0.3"},
    {"yes", R"(["=", ["+", ["field", "a"], ["field", "b"]], "0.3"])", R"({"a": "0.1", "b": "0.2"})", "true"},
    {"h", R"(["-", ["field", "a"], ["field", "b"]])", R"({"a": "1", "b": "1.000001"})", "-0.000001"},
    {"h", R"(["*", ["field", "a"], ["field", "b"], 3])", R"({"a": "999999999999.999999", "b": "-2"})",
     "-5999999999999.999994"},
    {"h", R"(["/", ["field", "a"], 3])", R"({"a": "1"})", "0.333333"},
    {"h", R"(["/", ["field", "a"], 3])", R"({"a": "2"})", "0.666667"},
    {"h", R"(["*", ["/", ["field", "a"], 3], 3])", R"({"a": "1"})", "1"},
    {"h", R"(["/", 1, ["field", "a"]])", R"({"a": "0"})", "?"},
    {"h", R"(["round", ["/", ["field", "a"], 8], 2])", R"({"a": "1"})", "0.13"},
    {"h", R"(["round", ["/", ["field", "a"], 8], 2])", R"({"a": "-1"})", "-0.13"},
    {"h", R"(["round", ["field", "a"], 0])", R"({"a": "2.5"})", "3"},
    {"h", R"(["abs", ["-", ["field", "a"], 5]])", R"({"a": "3.25"})", "1.75"},
    {"h", R"(["max", ["field", "a"], ["field", "b"], 2])", R"({"a": "1", "b": "2.01"})", "2.01"},
    {"h", R"(["min", ["field", "a"], ["field", "b"]])", R"({"a": "1"})", "?"},
    {"h", R"(["sum", ["column", "loads", "轴荷"]])", R"({"loads": [["1", "6000"], ["2", " 9500.5 "]]})",
     "15500.5"},
    {"h", R"(["mean", ["column", "loads", "轴荷"]])", R"({"loads": [["1", "1"], ["2", "1"], ["3", "2"]]})",
     "1.333333"},
    {"yes", R"(["=", ["*", ["mean", ["column", "loads", "轴荷"]], 3], 4])",
     R"({"loads": [["1", "1"], ["2", "1"], ["3", "2"]]})", "true"},
    {"h", R"(["count", ["column", "loads", "轴荷"]])", R"({"loads": [["1", "6000"], ["", ""], ["2", ""]]})",
     "2"},
    {"h", R"(["sum", ["column", "loads", "轴荷"]])", R"({"loads": [["1", "6000"], ["2", ""]]})", "?"},
    {"h", R"(["sum", ["column", "loads", "轴荷"]])", R"({"loads": [["1", "6000"], ["2", "six"]]})", "?"},
    {"h", R"(["max", ["column", "loads", "轴荷"]])", R"({"loads": [["", ""]]})", "?"},
    {"yes", R"(["in", "2", ["column", "loads", "轴"]])", R"({"loads": [["1", "1"], ["2", "2"]]})", "true"},
    {"yes", R"(["in", "9", ["column", "loads", "轴"]])", R"({"loads": [["1", "1"], ["", "2"]]})", "?"},
    {"h", R"(["count", ["field", "many"]])", R"({"many": ["红", "蓝"]})", "2"},
    {"yes", R"(["in", "绿", ["field", "many"]])", R"({"many": ["红", "蓝"]})", "false"},
    {"yes", R"(["in", "绿", ["field", "many"]])", "{}", "?"},
    {"yes", R"(["in", ["field", "one"], ["list", "红", "绿"]])", R"({"one": "绿"})", "true"},
    {"yes", R"(["in", ["field", "a"], ["list", 1, "2.50"]])", R"({"a": "2.5"})", "true"},
    {"yes", R"(["contains", ["field", "s"], "大型"])", R"({"s": "普通、大型物件"})", "true"},
    {"yes", R"(["=", ["field", "s"], "x"])", R"({"s": " x "})", "true"},
    {"yes", R"(["!=", ["field", "s"], "x"])", R"({"s": "y"})", "true"},
    {"yes", R"(["<", "4.2", ["field", "a"]])", R"({"a": "４.２００００１"})", "true"},
    {"yes", R"(["<=", ["field", "a"], "4.2"])", R"({"a": "4.20"})", "true"},
    {"yes", R"([">=", ["field", "a"], 18000])", R"({"a": "18,000"})", "true"},
    {"yes", R"([">", ["field", "a"], 1])", R"({"a": "many"})", "?"},
    {"yes", R"(["blank", "a"])", R"({"a": "many"})", "false"},
    {"yes", R"(["blank", "loads"])", R"({"loads": [["", " "]]})", "true"},
    {"yes", R"(["known", ["field", "a"]])", R"({"a": "many"})", "false"},
    {"h", R"(["numberAt", ["field", "s"], 2])", R"({"s": "长12.5×宽3.2×高3.1 m"})", "3.2"},
    {"h", R"(["numberAt", ["field", "s"], 4])", R"({"s": "12.5×3.2×3.1"})", "?"},
    {"to", R"(["addMonths", ["field", "from"], 6])", R"({"from": "2026-08-31"})", "2027-02-28"},
    {"to", R"(["addDays", ["field", "from"], -1])", R"({"from": "2028-03-01"})", "2028-02-29"},
    {"h", R"(["days", "2026-12-03", ["field", "from"]])", R"({"from": "2027-01-03"})", "31"},
    {"yes", R"(["<", ["field", "from"], "2026-12-03"])", R"({"from": "2026-12-02"})", "true"},
    {"t", R"(["case", [">", ["field", "a"], 5], "high", [">", ["field", "a"], 3], "mid", "low"])",
     R"({"a": "4"})", "mid"},
    {"t", R"(["if", ["field", "yes"], "x", "y"])", R"({"yes": false})", "y"},
    {"t", R"(["if", ["field", "yes"], "x", "y"])", "{}", "?"},
    {"t", R"(["if", ["field", "yes"], "x", "x"])", "{}", "x"},
    {"t", R"(["axis", "way"])", "{}", "W1"},
};

} // namespace

TEST_CASE("every operation gives the exact figure and nothing where an answer is missing")
{
    for (const Sum& sum : kSums) {
        INFO(sum.value << " over " << sum.given);
        CHECK(computed(sum.target, sum.value, sum.given).toStdString() == sum.expected);
    }
}

TEST_CASE("and and or and not are three-valued")
{
    struct Row
    {
        const char* a;
        const char* b;
        const char* both;
        const char* either;
    };

    // Kleene's tables; "?" = the answer is blank
    const Row rows[] = {{"1", "1", "true", "true"},  {"1", "0", "false", "true"},  {"1", "?", "?", "true"},
                        {"0", "1", "false", "true"}, {"0", "0", "false", "false"}, {"0", "?", "false", "?"},
                        {"?", "1", "?", "true"},     {"?", "0", "false", "?"},     {"?", "?", "?", "?"}};
    for (const Row& row : rows) {
        QByteArray given = "{";
        if (row.a[0] != '?') {
            given += "\"a\": \"" + QByteArray(row.a) + "\"";
        }
        if (row.b[0] != '?') {
            given += (given.size() > 1 ? ", " : "") + QByteArray("\"b\": \"") + row.b + "\"";
        }
        given += "}";
        INFO(given.toStdString());
        const QByteArray a = R"(["=", ["field", "a"], 1])";
        const QByteArray b = R"(["=", ["field", "b"], 1])";
        CHECK(computed("yes", "[\"and\", " + a + ", " + b + "]", given).toStdString() == row.both);
        CHECK(computed("yes", "[\"or\", " + a + ", " + b + "]", given).toStdString() == row.either);
    }
    CHECK(computed("yes", R"(["not", ["=", ["field", "a"], 1]])", "{}") == QStringLiteral("?"));
}

TEST_CASE("a figure that outgrows its bits is unknown and never a wrong one")
{
    QByteArray power = R"(["field", "a"])";
    for (int i = 0; i < 5; ++i) { // (10^12)^32 needs over a thousand bits
        power = "[\"*\", " + power + ", " + power + "]";
    }
    CHECK(computed("h", power, R"({"a": "999999999999"})") == QStringLiteral("?"));
    CHECK(computed("h", power, R"({"a": "1"})") == QStringLiteral("1"));
}

TEST_CASE("more rows than a table may have are not added up")
{
    QByteArray rows;
    for (int i = 0; i <= 200; ++i) {
        rows += (i == 0 ? "" : ", ") + QByteArray("[\"1\", \"1\"]");
    }
    const QByteArray sum = R"(["sum", ["column", "loads", "轴荷"]])";
    CHECK(computed("h", sum, "{\"loads\": [" + rows + "]}") == QStringLiteral("?"));
    CHECK(computed("h", sum, "{\"loads\": [" + rows.left(rows.lastIndexOf(", [")) + "]}") ==
          QStringLiteral("200"));
}
