// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of a guide make of a form.
#include "rulekit.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rulekit;
using namespace Qt::StringLiterals;

namespace {

Guide with(std::vector<FormRule> rules)
{
    Guide guide = rulekit::guide();
    guide.rules = std::move(rules);
    return guide;
}

FormRule because(FormRule rule, const QString& why)
{
    rule.why = why;
    return rule;
}

/// The one fault that must be found, as "path: reason".
QString faultOf(const Guide& guide)
{
    const std::vector<RuleFault> faults = FormRules::check(guide);
    const auto made = FormRules::make(guide);
    CHECK(faults.empty() == made.has_value());
    if (faults.empty()) {
        return {};
    }
    CHECK(made.error().code == ErrorCode::GuideInvalid);
    CHECK(made.error().field == faults.front().path);
    return faults.front().path + u": " + faults.front().reason;
}

} // namespace

TEST_CASE("a field shows only while every one of its conditions holds")
{
    const auto rules = ready(with({rule(u"r1"_s, RuleKind::Visible, {u"b"_s}, R"([">", ["field", "a"], 1])"),
                                   rule(u"r2"_s, RuleKind::Visible, {u"b"_s}, R"(["field", "yes"])")}));
    const auto shown = [&rules](const QByteArray& given) {
        return rules->evaluate(answers(given)).fields.value(u"b"_s).visible;
    };
    CHECK_FALSE(shown("{}"));
    CHECK_FALSE(shown(R"({"a": "2"})"));
    CHECK_FALSE(shown(R"({"a": "2", "yes": false})"));
    CHECK(shown(R"({"a": "2", "yes": true})"));
}

TEST_CASE("a hidden answer is kept as typed and counts for nothing")
{
    const Guide guide =
        with({rule(u"show"_s, RuleKind::Visible, {u"b"_s}, R"(["field", "yes"])"),
              rule(u"twice"_s, RuleKind::Computed, {u"c"_s}, {}, R"(["*", ["field", "b"], 2])"),
              rule(u"need"_s, RuleKind::Required, {u"b"_s}, R"(["blank", "a"])")});
    const auto rules = ready(guide);
    Intake typed = answers(R"({"b": "4", "yes": false})");
    FormState state = rules->evaluate(typed);
    CHECK_FALSE(state.fields.value(u"b"_s).required);
    CHECK(state.fields.value(u"c"_s).value.isUndefined());
    CHECK_FALSE(effectiveIntake(typed, state).fields.contains(u"b"_s));
    CHECK(typed.fields.contains(u"b"_s));
    setFormValue(typed, u"yes"_s, true);
    const QStringList changed = rules->update(state, typed, u"yes"_s);
    CHECK(QSet<QString>(changed.begin(), changed.end()) == QSet<QString>{u"b"_s, u"c"_s});
    CHECK(state.fields.value(u"b"_s).required);
    const Intake counted = effectiveIntake(typed, state);
    CHECK(formValue(counted, u"b"_s).toString() == u"4");
    CHECK(formValue(counted, u"c"_s).toString() == u"8");
    CHECK(effectiveIntake(counted, state).fields == counted.fields);
}

TEST_CASE("a computed field is nobody's to type and is not demanded")
{
    Guide guide = with({rule(u"r"_s, RuleKind::Computed, {u"h"_s}, R"([">", ["field", "a"], 0])",
                             R"(["+", ["field", "a"], 1])")});
    std::ranges::find(guide.fields, u"h"_s, &GuideField::key)->required = true;
    const auto rules = ready(guide);
    Intake typed = answers(R"({"a": "1", "h": "77"})");
    FormState state = rules->evaluate(typed);
    CHECK(state.fields.value(u"h"_s).computed);
    CHECK_FALSE(state.fields.value(u"h"_s).required);
    CHECK(formValue(effectiveIntake(typed, state), u"h"_s).toString() == u"2");
    setFormValue(typed, u"a"_s, u"-1"_s);
    CHECK(rules->update(state, typed, u"a"_s) == QStringList{u"h"_s});
    CHECK_FALSE(state.fields.value(u"h"_s).computed);
    CHECK(state.fields.value(u"h"_s).required);
    CHECK(formValue(effectiveIntake(typed, state), u"h"_s).toString() == u"77");
}

TEST_CASE("choices are narrowed while their condition holds")
{
    FormRule narrow = rule(u"r"_s, RuleKind::Choices, {u"one"_s}, R"(["field", "yes"])");
    narrow.options = QStringList{u"红"_s};
    const auto rules = ready(with({narrow}));
    CHECK(rules->evaluate(answers("{}")).fields.value(u"one"_s).options.isEmpty());
    CHECK(rules->evaluate(answers(R"({"yes": true})")).fields.value(u"one"_s).options ==
          QStringList{u"红"_s});
}

TEST_CASE("an axis is decided as soon as what is still blank cannot change it")
{
    const auto rules =
        ready(with({rule(u"a3"_s, RuleKind::Axis, {u"size"_s}, R"([">", ["field", "a"], "4.5"])", "\"S3\""),
                    rule(u"b3"_s, RuleKind::Axis, {u"size"_s}, R"([">", ["field", "b"], "3.75"])", "\"S3\""),
                    rule(u"a2"_s, RuleKind::Axis, {u"size"_s}, R"([">", ["field", "a"], "4.2"])", "\"S2\""),
                    rule(u"b2"_s, RuleKind::Axis, {u"size"_s}, R"([">", ["field", "b"], "3"])", "\"S2\""),
                    rule(u"s1"_s, RuleKind::Axis, {u"size"_s}, {}, "\"S1\"")}));
    const auto decided = [&rules](const QByteArray& given) {
        return rules->evaluate(answers(given)).situations.value(u"size"_s, u"?"_s);
    };
    CHECK(decided("{}") == u"?");
    CHECK(decided(R"({"a": "5"})") == u"S3");
    CHECK(decided(R"({"b": "3.76"})") == u"S3");
    CHECK(decided(R"({"a": "4.3"})") == u"?");
    CHECK(decided(R"({"a": "4.3", "b": "1"})") == u"S2");
    CHECK(decided(R"({"a": "4.2", "b": "3"})") == u"S1");

    Intake typed = answers(R"({"a": "5"})");
    typed.situations.insert(u"size"_s, u"S2"_s);
    CHECK(effectiveIntake(typed, rules->evaluate(typed)).situations.value(u"size"_s) == u"S3");
    typed = answers("{}");
    typed.situations.insert(u"size"_s, u"S2"_s);
    CHECK(effectiveIntake(typed, rules->evaluate(typed)).situations.value(u"size"_s) == u"S2");
}

TEST_CASE("a check speaks only when it is known not to hold")
{
    FormRule less =
        rule(u"less"_s, RuleKind::Valid, {u"a"_s, u"b"_s}, R"(["<", ["field", "a"], ["field", "b"]])");
    less.effect = Effect::Hint;
    less.sentence = u"{a} 不小于 {b}，相差 {[\"-\", [\"field\", \"a\"], [\"field\", \"b\"]]}；{s}"_s;
    less.source = u"《办法》"_s;
    const auto rules = ready(with({less}));
    CHECK(rules->evaluate(answers(R"({"a": "5"})")).findings.isEmpty());
    CHECK(rules->evaluate(answers(R"({"a": "4.9", "b": "5"})")).findings.isEmpty());
    const Finding finding = rules->evaluate(answers(R"({"a": "5.50", "b": "5"})")).findings.value(u"less"_s);
    CHECK(finding.code == u"rule.less");
    CHECK(finding.effect == Effect::Hint);
    CHECK(finding.sentence == u"5.5 不小于 5，相差 0.5；—");
    CHECK(finding.source == u"《办法》");
    CHECK(finding.field == u"a");
}

TEST_CASE("why is one sentence with the answers in it")
{
    const auto rules = ready(with(
        {because(rule(u"r1"_s, RuleKind::Required, {u"b"_s}, R"([">", ["field", "a"], 1])"), u"a 为 {a}"_s),
         because(rule(u"r2"_s, RuleKind::Computed, {u"c"_s}, {}, R"(["+", ["field", "a"], 1])"),
                 u"{a} 加一"_s),
         because(rule(u"r3"_s, RuleKind::Axis, {u"size"_s}, R"([">", ["field", "a"], 1])", "\"S3\""),
                 u"a 为 {a}，因此为Ⅲ类"_s)}));
    Intake typed = answers(R"({"a": "4.60"})");
    FormState state = rules->evaluate(typed);
    CHECK(state.fields.value(u"b"_s).why == u"a 为 4.6");
    CHECK(state.fields.value(u"c"_s).why == u"4.6 加一");
    CHECK(state.axisWhy.value(u"size"_s) == u"a 为 4.6，因此为Ⅲ类");
    setFormValue(typed, u"a"_s, u"4.7"_s);
    (void)rules->update(state, typed, u"a"_s);
    CHECK(state.fields.value(u"b"_s).why == u"a 为 4.7");
    CHECK(state.axisWhy.value(u"size"_s) == u"a 为 4.7，因此为Ⅲ类");
    setFormValue(typed, u"a"_s, {});
    (void)rules->update(state, typed, u"a"_s);
    CHECK(state.fields.value(u"b"_s).why.isEmpty());
    CHECK(state.axisWhy.isEmpty());
}

TEST_CASE("an agent is demanded as soon as there is one and always of an organisation")
{
    Guide guide = rulekit::guide();
    for (const char* key : {"applicantKind", "agentName", "agentId"}) {
        guide.fields.push_back(field(QString::fromLatin1(key), FieldType::Text));
        guide.fields.back().required = true;
    }
    const auto rules = ready(guide);
    Intake typed;
    FormState state = rules->evaluate(typed);
    CHECK_FALSE(state.fields.value(u"agentId"_s).required);
    setFormValue(typed, u"agentName"_s, u"王二"_s);
    CHECK(rules->update(state, typed, u"agentName"_s).contains(u"agentId"_s));
    CHECK(state.fields.value(u"agentId"_s).required);
    setFormValue(typed, u"agentName"_s, {});
    (void)rules->update(state, typed, u"agentName"_s);
    CHECK_FALSE(state.fields.value(u"agentId"_s).required);
    setFormValue(typed, u"applicantKind"_s, u"法人或其他组织"_s);
    (void)rules->update(state, typed, u"applicantKind"_s);
    CHECK(state.fields.value(u"agentId"_s).required);
    CHECK(rules->isEmpty());
}

TEST_CASE("what is wrong with a rule is named by its place in the document")
{
    const auto one = [](FormRule made) { return faultOf(with({std::move(made)})); };
    const auto when = [&one](const QByteArray& text) {
        return one(rule(u"r"_s, RuleKind::Required, {u"a"_s}, text));
    };
    CHECK(when(R"([">", ["field", "a"], 1])").isEmpty());
    CHECK(when(R"([">", ["field", "z"], 1])").startsWith(u"/rules/0/when/1"));
    CHECK(when(R"([">", ["field", "a"], "high"])").startsWith(u"/rules/0/when/2"));
    CHECK(when(R"([">", ["field", "a"], ["field", "from"]])").startsWith(u"/rules/0/when/2"));
    CHECK(when(R"([">", ["field", "s"], "x"])").startsWith(u"/rules/0/when"));
    CHECK(when(R"(["=", ["field", "one"], "黄"])").startsWith(u"/rules/0/when/2"));
    CHECK(when(R"(["=", ["axis", "way"], "W3"])").startsWith(u"/rules/0/when/2"));
    CHECK(when(R"(["in", "黄", ["field", "many"]])").startsWith(u"/rules/0/when/1"));
    CHECK(when(R"(["and", ["field", "yes"], ["field", "a"]])").startsWith(u"/rules/0/when/2"));
    CHECK(when(R"(["not"])").startsWith(u"/rules/0/when"));
    CHECK(when(R"(["eval", "a"])").startsWith(u"/rules/0/when"));
    CHECK(when(R"(["field", "loads"])").startsWith(u"/rules/0/when"));
    CHECK(when(R"([])").startsWith(u"/rules/0/when"));
    CHECK(when("7").startsWith(u"/rules/0/when"));
    CHECK(one(rule(u"r"_s, RuleKind::Required, {u"z"_s}, "true")).startsWith(u"/rules/0/targets/0"));
    CHECK(one(rule(u"r"_s, RuleKind::Required, {u"a"_s}, {})).startsWith(u"/rules/0/when"));
    CHECK(one(rule(u"r"_s, RuleKind::Computed, {u"loads"_s}, {}, "1")).startsWith(u"/rules/0/targets/0"));
    CHECK(one(rule(u"r"_s, RuleKind::Computed, {u"one"_s}, {}, "\"黄\"")).startsWith(u"/rules/0/value"));
    CHECK(one(rule(u"r"_s, RuleKind::Axis, {u"way"_s}, {}, "\"W1\"")).startsWith(u"/rules/0/targets/0"));
    CHECK(one(rule(u"r"_s, RuleKind::Axis, {u"size"_s}, {}, "\"S9\"")).startsWith(u"/rules/0/value"));
    CHECK(one(because(rule(u"r"_s, RuleKind::Required, {u"a"_s}, "true"), u"{z}"_s))
              .startsWith(u"/rules/0/why"));
    CHECK(one(because(rule(u"r"_s, RuleKind::Required, {u"a"_s}, "true"), u"{a"_s))
              .startsWith(u"/rules/0/why"));
    Guide kind = with({rule(u"r"_s, RuleKind::Visible, {u"applicantKind"_s}, "true")});
    kind.fields.push_back(field(u"applicantKind"_s, FieldType::Text));
    CHECK(faultOf(kind).startsWith(u"/rules/0/targets/0"));
    const FormRule twice = rule(u"r"_s, RuleKind::Required, {u"a"_s}, "true");
    CHECK(faultOf(with({twice, twice})).startsWith(u"/rules/1/id"));
    QByteArray deep = "[\"field\", \"yes\"]";
    for (int i = 0; i < 12; ++i) {
        deep = "[\"not\", " + deep + "]";
    }
    CHECK(when(deep).contains(u"too large"));
    QByteArray wide = "[\"or\"";
    for (int i = 0; i < 90; ++i) {
        wide += R"(, [">", ["+", ["field", "a"], 1], 1])";
    }
    CHECK(when(wide + "]").contains(u"too large"));
}

TEST_CASE("rules that wait for each other are refused by name and others are not blamed")
{
    const FormRule a = rule(u"ra"_s, RuleKind::Computed, {u"a"_s}, {}, R"(["+", ["field", "b"], 1])");
    const FormRule b = rule(u"rb"_s, RuleKind::Visible, {u"b"_s}, R"([">", ["field", "c"], 1])");
    const FormRule c = rule(u"rc"_s, RuleKind::Axis, {u"size"_s}, R"([">", ["field", "a"], 1])", "\"S2\"");
    const FormRule d = rule(u"rd"_s, RuleKind::Computed, {u"c"_s}, R"(["=", ["axis", "size"], "S2"])", "1");
    const FormRule after = rule(u"re"_s, RuleKind::Computed, {u"e"_s}, {}, R"(["+", ["field", "a"], 1])");
    CHECK(faultOf(with({a, b, c})).isEmpty());
    const QString fault = faultOf(with({after, a, b, c, d}));
    CHECK(fault.startsWith(u"/rules/1: "));
    CHECK(fault.endsWith(u": ra, rb, rc, rd"));
}
