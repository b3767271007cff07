// SPDX-License-Identifier: GPL-3.0-or-later
// What pre-flight says of a form with rules: it looks at the application as it counts.
#include "domain/formvalue.h"
#include "rulekit.h"
#include "sampleguide.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow::domain;
using namespace Qt::StringLiterals;

namespace {

Guide guideWith(std::vector<FormRule> rules)
{
    Guide guide = sample::guide();
    guide.fields.push_back(rulekit::field(u"delivery"_s, FieldType::Select, {u"窗口领取"_s, u"邮寄"_s}));
    guide.fields.push_back(rulekit::field(u"postAddr"_s, FieldType::Text));
    guide.fields.push_back(rulekit::field(u"goodsMass"_s, FieldType::Number));
    guide.rules = std::move(rules);
    return guide;
}

const QByteArray kPosted = R"(["=", ["field", "delivery"], "邮寄"])";

std::vector<FormRule> posting()
{
    return {rulekit::rule(u"shown"_s, RuleKind::Visible, {u"postAddr"_s}, kPosted),
            rulekit::rule(u"needed"_s, RuleKind::Required, {u"postAddr"_s}, kPosted)};
}

QStringList codes(const Findings& findings)
{
    QStringList list;
    for (const Finding& finding : findings) {
        list << finding.code;
    }
    return list;
}

Findings run(const Guide& guide, const Intake& intake, const PreflightContext& context = sample::context())
{
    // Both forms say the same.
    const Findings findings = preflight(guide, intake, context);
    const auto rules = rulekit::ready(guide);
    CHECK(preflight(guide, intake, rules->evaluate(intake), context) == findings);
    return findings;
}

} // namespace

TEST_CASE("a field that a rule demands is missed and one that is hidden is not")
{
    const Guide guide = guideWith(posting());
    Intake intake = sample::complete();
    CHECK(run(guide, intake).empty());
    intake.fields.insert(u"delivery"_s, u"邮寄"_s);
    const Findings findings = run(guide, intake);
    REQUIRE(codes(findings) == QStringList{u"field.required"_s});
    CHECK(findings.front().field == u"postAddr");
    CHECK(answerFor(findings) == Answer::Notice);
}

TEST_CASE("a hidden answer is not checked however wrong it is")
{
    Guide guide = guideWith(posting());
    GuideField* address = &*std::ranges::find(guide.fields, u"postAddr"_s, &GuideField::key);
    address->maxLength = 3;
    Intake intake = sample::complete();
    intake.fields.insert(u"postAddr"_s, u"far too long"_s);
    CHECK(run(guide, intake).empty());
    intake.fields.insert(u"delivery"_s, u"邮寄"_s);
    CHECK(codes(run(guide, intake)) == QStringList{u"field.too_long"_s});
}

TEST_CASE("an answer outside narrowed choices is one that is not offered")
{
    FormRule narrow = rulekit::rule(u"narrow"_s, RuleKind::Choices, {u"delivery"_s},
                                    R"([">", ["field", "totalMass"], 49000])");
    narrow.options = QStringList{u"窗口领取"_s};
    const Guide guide = guideWith({narrow});
    Intake intake = sample::complete();
    intake.fields.insert(u"delivery"_s, u"邮寄"_s);
    CHECK(run(guide, intake).empty());
    intake.fields.insert(u"totalMass"_s, u"49000.5"_s);
    CHECK(codes(run(guide, intake)) == QStringList{u"field.not_offered"_s});
}

TEST_CASE("findings of rules stand by effect and then in the guide's order and name their source")
{
    const auto check = [](const QString& id, Effect effect) {
        FormRule made = rulekit::rule(id, RuleKind::Valid, {u"goodsMass"_s},
                                      R"(["<", ["field", "goodsMass"], ["field", "totalMass"]])");
        made.effect = effect;
        made.sentence = u"货物质量 {goodsMass} kg 不小于 {totalMass} kg"_s;
        return made;
    };
    FormRule lawful = check(u"aLawful"_s, Effect::WillBeRefused);
    lawful.source = u"《某规定》"_s;
    const Guide guide =
        guideWith({check(u"zFirst"_s, Effect::Hint), lawful, check(u"bSecond"_s, Effect::Hint)});
    Intake intake = sample::complete();
    CHECK(run(guide, intake).empty());
    intake.fields.insert(u"goodsMass"_s, u"48000"_s);
    const Findings findings = run(guide, intake);
    REQUIRE(codes(findings) == QStringList{u"rule.aLawful"_s, u"rule.zFirst"_s, u"rule.bSecond"_s});
    CHECK(findings[0].source == u"《某规定》");
    CHECK(findings[1].source.contains(guide.ref.code));
    CHECK(findings[1].sentence == u"货物质量 48000 kg 不小于 48000 kg");
    CHECK(answerFor(findings) == Answer::Accept);
}

TEST_CASE("a computed axis decides which papers are due whatever was chosen")
{
    const Guide guide = guideWith({rulekit::rule(u"three"_s, RuleKind::Axis, {u"class"_s},
                                                 R"([">", ["field", "totalMass"], 100000])", "\"S03\""),
                                   rulekit::rule(u"one"_s, RuleKind::Axis, {u"class"_s}, {}, "\"S01\"")});
    Intake intake = sample::complete();
    intake.situations.insert(u"class"_s, u"S03"_s);
    CHECK(run(guide, intake).empty());
    intake.fields.insert(u"totalMass"_s, u"100000.000001"_s);
    const Findings findings = run(guide, intake);
    REQUIRE(codes(findings) == QStringList{u"material.missing"_s});
    CHECK(findings.front().material == u"M05");
}

TEST_CASE("a paper that runs out before the decision is due is named and nothing more")
{
    const Guide guide = sample::guide();
    Intake intake = sample::complete();
    intake.materialSlot(u"M01"_s).validUntil = QDate(2026, 12, 2);
    PreflightContext context = sample::context();
    CHECK(run(guide, intake, context).empty());
    context.decisionDue = QDate(2026, 12, 2);
    CHECK(run(guide, intake, context).empty());
    context.decisionDue = QDate(2026, 12, 3);
    const Findings findings = run(guide, intake, context);
    REQUIRE(codes(findings) == QStringList{u"material.expires"_s});
    CHECK(findings.front().effect == Effect::Hint);
    CHECK(findings.front().material == u"M01");
    CHECK(findings.front().sentence.contains(u"2026-12-02"));
    CHECK(findings.front().sentence.contains(u"2026-12-03"));
    CHECK(answerFor(findings) == Answer::Accept);
}

TEST_CASE("cells of a table are checked by the type of their column and may be blank only where they may")
{
    Guide guide = sample::guide();
    GuideField table = rulekit::field(u"axles"_s, FieldType::Table);
    table.columns = QStringList{u"轴序"_s, u"轴荷"_s, u"轴距"_s};
    table.columnTypes = {FieldType::Number, FieldType::Number, FieldType::Number};
    table.optionalColumns = QStringList{u"轴距"_s};
    guide.fields.push_back(table);
    const auto found = [&guide](const QCborArray& row) {
        Intake intake = sample::complete();
        intake.fields.insert(u"axles"_s, QCborArray{QCborArray{u"1"_s, u"6000"_s, QString()}, row});
        return codes(run(guide, intake)).join(u',');
    };
    CHECK(found({u"2"_s, u"9500"_s, u"1.35"_s}).isEmpty());
    CHECK(found({u"2"_s, u"9500"_s, u""_s}).isEmpty());
    CHECK(found({u"2"_s, u""_s, u"1.35"_s}) == u"field.row_incomplete");
    CHECK(found({u"2"_s, u"9500"_s}) == u"field.row_incomplete");
    CHECK(found({u"2"_s, u"9.5 t"_s, u""_s}) == u"field.not_a_number");
    CHECK(found({u"2"_s, u"9500"_s, u"near"_s}) == u"field.not_a_number");
}
