// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing a form up to date after one key gives what evaluating it anew gives: random rules, random edits.
#include "rulekit.h"

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <set>

using namespace rulekit;

namespace {

class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {
    }

    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_engine); }

    template <class List> auto from(const List& list)
    {
        return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
    }

private:
    std::mt19937 m_engine;
};

constexpr std::array kNumbers{"a", "b", "c", "d", "e", "f", "g", "h"};
constexpr std::array kTexts{"s", "t"};

QByteArray number(Chance& chance, int depth)
{
    switch (depth > 0 ? chance.below(6) : chance.below(2)) {
    case 0:
        return "[\"field\", \"" + QByteArray(chance.from(kNumbers)) + "\"]";
    case 1:
        return QByteArray::number(chance.below(4));
    case 2:
        return "[\"+\", " + number(chance, depth - 1) + ", " + number(chance, depth - 1) + "]";
    case 3:
        return "[\"/\", " + number(chance, depth - 1) + ", " + number(chance, depth - 1) + "]";
    case 4:
        return R"(["sum", ["column", "loads", "轴荷"]])";
    default:
        return "[\"max\", " + number(chance, depth - 1) + ", " + number(chance, depth - 1) + "]";
    }
}

QByteArray condition(Chance& chance, int depth)
{
    switch (depth > 0 ? chance.below(9) : chance.below(6)) {
    case 0:
        return "[\"blank\", \"" + QByteArray(chance.from(kNumbers)) + "\"]";
    case 1:
        return R"(["field", "yes"])";
    case 2:
        return R"(["=", ["axis", "way"], "W2"])";
    case 3:
        return R"(["=", ["axis", "size"], "S2"])";
    case 4:
        return R"(["in", "红", ["field", "many"]])";
    case 5:
        return "[\">\", [\"field\", \"" + QByteArray(chance.from(kNumbers)) + "\"], 1]";
    case 6:
        return "[\"and\", " + condition(chance, depth - 1) + ", " + condition(chance, depth - 1) + "]";
    case 7:
        return "[\"not\", " + condition(chance, depth - 1) + "]";
    default:
        return "[\"<=\", " + number(chance, depth - 1) + ", " + number(chance, depth - 1) + "]";
    }
}

FormRule randomRule(Chance& chance, int index)
{
    const QString id = QStringLiteral("r%1").arg(index);
    const auto key = [&chance] {
        return QString::fromLatin1(chance.below(5) == 0 ? chance.from(kTexts) : chance.from(kNumbers));
    };
    FormRule made;
    switch (chance.below(6)) {
    case 0:
        made = rule(id, RuleKind::Visible, {key()}, condition(chance, 2));
        break;
    case 1:
        made = rule(id, RuleKind::Required, {key()}, condition(chance, 2));
        break;
    case 2:
        made = rule(id, RuleKind::Computed, {QString::fromLatin1(chance.from(kNumbers))},
                    chance.below(2) == 0 ? QByteArray() : condition(chance, 1), number(chance, 2));
        break;
    case 3:
        made = rule(id, RuleKind::Choices, {QStringLiteral("one")}, condition(chance, 2));
        made.options = QStringList{QStringLiteral("红")};
        break;
    case 4:
        made = rule(id, RuleKind::Axis, {QStringLiteral("size")}, condition(chance, 1),
                    chance.below(2) == 0 ? "\"S2\"" : "\"S3\"");
        break;
    default:
        made = rule(id, RuleKind::Valid, {key()}, condition(chance, 2));
        made.sentence = QStringLiteral("{%1} 与 {%2} 不符").arg(key(), key());
        return made;
    }
    if (chance.below(2) == 0) {
        made.why = QStringLiteral("因为 {%1}").arg(key());
    }
    return made;
}

/// As many of `wanted` random rules as go together.
Guide randomGuide(Chance& chance, int wanted)
{
    Guide guide = rulekit::guide();
    guide.fields.push_back(field(QStringLiteral("agentName"), FieldType::Text));
    guide.fields.push_back(field(QStringLiteral("agentId"), FieldType::Text));
    guide.fields.back().required = true;
    for (int i = 0; i < wanted; ++i) {
        guide.rules.push_back(randomRule(chance, i));
        if (!FormRules::check(guide).empty()) {
            guide.rules.pop_back();
        }
    }
    return guide;
}

/// Changes one answer and gives what update() must be told.
QString edit(Chance& chance, Intake& intake)
{
    static const std::array kAnswers{"", "0", "1", "2", "1.5", "many"};
    const int what = chance.below(12);
    QString key;
    QCborValue value;
    if (what < 7) {
        key = QString::fromLatin1(chance.from(kNumbers));
        value = QString::fromLatin1(chance.from(kAnswers));
    } else if (what == 7) {
        key = QStringLiteral("yes");
        value = chance.below(3) == 0 ? QCborValue() : QCborValue(chance.below(2) == 0);
    } else if (what == 8) {
        key = QStringLiteral("many");
        value = chance.below(2) == 0 ? QCborArray() : QCborArray{QStringLiteral("红")};
    } else if (what == 9) {
        key = QStringLiteral("loads");
        value = QCborArray{QCborArray{QStringLiteral("1"), QString::fromLatin1(chance.from(kAnswers))}};
    } else if (what == 10) {
        key = QStringLiteral("agentName");
        value = chance.below(2) == 0 ? QString() : QStringLiteral("王二");
    } else {
        intake.situations.insert(QStringLiteral("way"),
                                 chance.below(2) == 0 ? QStringLiteral("W1") : QStringLiteral("W2"));
        return FormRules::axisKey(QStringLiteral("way"));
    }
    setFormValue(intake, key, value);
    return key;
}

} // namespace

TEST_CASE("an update after each of many random edits equals evaluating anew")
{
    constexpr unsigned kGuides = 60;
    constexpr int kEdits = 120;
    std::size_t rules = 0;
    qsizetype reported = 0;
    for (unsigned seed = 1; seed <= kGuides; ++seed) {
        Chance chance(seed);
        const Guide guide = randomGuide(chance, 30);
        const auto made = ready(guide);
        rules += guide.rules.size();
        Intake intake;
        FormState state = made->evaluate(intake);
        for (int i = 0; i < kEdits; ++i) {
            const FormState before = state;
            const QString changed = edit(chance, intake);
            const QStringList keys = made->update(state, intake, changed);
            reported += keys.size();
            INFO("seed " << seed << ", edit " << i << " of " << changed.toStdString());
            REQUIRE(state == made->evaluate(intake));
            std::set<QString> differing;
            for (auto it = state.fields.cbegin(); it != state.fields.cend(); ++it) {
                if (before.fields.value(it.key()) != *it) {
                    differing.insert(it.key());
                }
            }
            const std::set<QString> named(keys.begin(), keys.end());
            // All that changed are named; one that changed and changed back may be named too.
            REQUIRE(std::includes(named.begin(), named.end(), differing.begin(), differing.end()));
        }
    }
    CHECK(rules > 600);    // the rule sets are worth testing
    CHECK(reported > 500); // and the edits do something
}
