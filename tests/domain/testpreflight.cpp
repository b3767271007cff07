// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/formvalue.h"
#include "sampleguide.h"

#include <QCborArray>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow::domain;

namespace {

bool has(const Findings& findings, const char* code, Effect effect)
{
    return std::ranges::any_of(
        findings, [&](const Finding& f) { return f.code == QLatin1String(code) && f.effect == effect; });
}

Findings run(const Intake& intake, const Guide& guide = sample::guide(),
             const PreflightContext& context = sample::context())
{
    return preflight(guide, intake, context);
}

/// One intake for each finding there is, so that every one is walked.
struct Case
{
    const char* code;
    Effect effect;
    std::function<void(Guide&, Intake&, PreflightContext&)> make;
};

const std::vector<Case>& allFindings()
{
    static const std::vector<Case> cases{
        {"authority.notOurs", Effect::NotOurs,
         [](Guide& g, Intake&, PreflightContext&) { g.windowRole = WindowRole::Advise; }},
        {"authority.passOn", Effect::NotOurs,
         [](Guide& g, Intake&, PreflightContext&) { g.windowRole = WindowRole::PassOn; }},
        {"applicant.kind", Effect::CorrectNow,
         [](Guide& g, Intake&, PreflightContext&) {
             g.forLegal = false;
             g.forNatural = true;
         }},
        {"field.required", Effect::CorrectNow,
         [](Guide&, Intake& i, PreflightContext&) { i.fields.remove(QStringLiteral("totalMass")); }},
        {"field.not_a_number", Effect::CorrectNow,
         [](Guide&, Intake& i, PreflightContext&) {
             i.fields.insert(QStringLiteral("totalMass"), QStringLiteral("heavy"));
         }},
        {"field.too_large", Effect::CorrectNow,
         [](Guide&, Intake& i, PreflightContext&) {
             i.fields.insert(QStringLiteral("totalMass"), QStringLiteral("2000000.5"));
         }},
        {"material.asked", Effect::CorrectNow,
         [](Guide&, Intake& i, PreflightContext&) { i.answers.clear(); }},
        {"material.missing", Effect::Supplement,
         [](Guide&, Intake& i, PreflightContext&) {
             i.materialSlot(QStringLiteral("M01")).state = MaterialState::Missing;
         }},
        {"material.unfit", Effect::Supplement,
         [](Guide&, Intake& i, PreflightContext&) {
             i.materialSlot(QStringLiteral("M01")).state = MaterialState::Unfit;
         }},
        {"material.missing", Effect::DeficiencyPossible,
         [](Guide&, Intake& i, PreflightContext&) {
             i.materialSlot(QStringLiteral("M02")).state = MaterialState::Missing;
         }},
        {"case.duplicate", Effect::Hint,
         [](Guide& g, Intake& i, PreflightContext& c) {
             c.openCases.push_back({QStringLiteral("JT62-W03-20261120-0001-X"), g.ref.code,
                                    i.applicant.idNumber, QDate(2026, 11, 20)});
         }},
    };
    return cases;
}

} // namespace

TEST_CASE("an application complete in form has nothing in its way and is accepted by Art. 32(5)")
{
    const Findings findings = run(sample::complete());
    CHECK(findings.empty());
    CHECK(answerFor(findings) == Answer::Accept);
}

TEST_CASE("every finding is found, says a sentence, and only the first four effects displace acceptance")
{
    for (const Case& one : allFindings()) {
        INFO(one.code);
        Guide guide = sample::guide();
        Intake intake = sample::complete();
        PreflightContext context = sample::context();
        one.make(guide, intake, context);
        const Findings findings = run(intake, guide, context);
        REQUIRE(findings.size() == 1);
        CHECK(has(findings, one.code, one.effect));
        CHECK_FALSE(findings.front().sentence.isEmpty());
        const bool accepts =
            answerFor(findings) == Answer::Accept || answerFor(findings) == Answer::AcceptDeficient;
        const bool firstFour = one.effect == Effect::NotRequired || one.effect == Effect::NotOurs ||
                               one.effect == Effect::CorrectNow || one.effect == Effect::Supplement;
        CHECK(accepts != firstFour);
        CHECK(displacingCount(findings) == (firstFour ? 1 : 0));
    }
}

TEST_CASE("no finding of an item that is no permit names an article of the 行政许可法")
{
    for (const QString& type : {QStringLiteral("07"), QStringLiteral("10"), QStringLiteral("20")}) {
        for (const Case& one : allFindings()) {
            Guide guide = sample::guide(type);
            Intake intake = sample::complete();
            PreflightContext context = sample::context(type);
            REQUIRE(context.regime.typeCode == type);
            one.make(guide, intake, context);
            for (const Finding& finding : run(intake, guide, context)) {
                CHECK_FALSE(finding.source.contains(QStringLiteral("行政许可法")));
                CHECK_FALSE(finding.sentence.contains(QStringLiteral("行政许可法")));
            }
        }
    }
}

TEST_CASE("an item of another authority names the authority and the basis of Art. 32(2)")
{
    Guide guide = sample::guide();
    guide.windowRole = WindowRole::Advise;
    const Findings findings = run(sample::complete(), guide);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().where.contains(guide.decisionDepartment));
    CHECK(findings.front().source.contains(QStringLiteral("第三十二条第一款第（二）项")));
    CHECK(answerFor(findings) == Answer::Decline);
}

TEST_CASE("a broken promise bars a deficiency and nothing else")
{
    Intake intake = sample::complete();
    PreflightContext context = sample::context();
    context.brokenPromise = true;
    CHECK(answerFor(run(intake, sample::guide(), context)) == Answer::Accept);
    intake.materialSlot(QStringLiteral("M02")).state = MaterialState::Missing;
    const Findings findings = run(intake, sample::guide(), context);
    CHECK(has(findings, "material.missing", Effect::Supplement));
    CHECK(answerFor(findings) == Answer::Notice);
}

TEST_CASE("a deficiency is never longer than the promised limit and none when that is zero")
{
    GuideMaterial material;
    material.tolerable = true;
    material.tolerableDays = 30;
    CHECK(effectiveToleranceDays(material, 8) == 8);
    CHECK(effectiveToleranceDays(material, 40) == 30);
    CHECK(effectiveToleranceDays(material, 0) == 0);
    material.tolerable = false;
    CHECK(effectiveToleranceDays(material, 8) == 0);
}

TEST_CASE("a class III change keeps its drawings and its long limit while the change drops the licence")
{
    const Guide guide = sample::guide();
    const auto resolved = resolveSituation(guide,
                                           {{QStringLiteral("class"), QStringLiteral("S03")},
                                            {QStringLiteral("handling"), QStringLiteral("S05")}},
                                           {});
    QStringList due;
    for (const DueMaterial& material : resolved.materials) {
        due.append(material.material->id);
    }
    CHECK(due == QStringList{QStringLiteral("M01"), QStringLiteral("M05"), QStringLiteral("M08"),
                             QStringLiteral("M09")});
    CHECK(resolved.statutoryDays == 15);
    CHECK(resolved.promisedDays == 8);
    CHECK(resolved.names() == QStringLiteral("Ⅲ类·变更"));
}

TEST_CASE("an unknown or missing choice stands at the default of its axis")
{
    const Guide guide = sample::guide();
    const auto resolved = resolveSituation(guide, {{QStringLiteral("class"), QStringLiteral("S99")}}, {});
    CHECK(resolved.names() == QStringLiteral("Ⅰ类·单次"));
    CHECK(resolved.statutoryDays == 2);
}

TEST_CASE("a conditional material is asked for, due on yes and not due on no")
{
    const Guide guide = sample::guide();
    const auto at = [&guide](const QMap<QString, bool>& answers) {
        return resolveSituation(guide, {}, answers).materials.back();
    };
    CHECK(at({}).asked);
    CHECK(at({{QStringLiteral("M09"), true}}).required);
    CHECK_FALSE(at({{QStringLiteral("M09"), false}}).required);
}

TEST_CASE("a natural person who comes alone needs no agent, an organisation does")
{
    Guide guide = sample::guide();
    guide.forNatural = true;
    Intake intake = sample::complete();
    intake.agent.reset();
    CHECK(has(run(intake, guide), "field.required", Effect::CorrectNow));
    intake.applicant.kind = ApplicantKind::Natural;
    intake.applicant.idNumber = QStringLiteral("11010519491231002X"); // the vector of GB 11643
    CHECK(run(intake, guide).empty());
}

TEST_CASE("an organisation's credit code does not pass for a person's number")
{
    Guide guide = sample::guide();
    guide.forNatural = true;
    Intake intake = sample::complete();
    intake.applicant.kind = ApplicantKind::Natural;
    const Findings findings = run(intake, guide);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().field == QStringLiteral("applicantNo"));
    CHECK(findings.front().effect == Effect::CorrectNow);
}

TEST_CASE("decimals are compared exactly and typed forms are understood")
{
    CHECK(normaliseDecimal(u"118,600") == QStringLiteral("118600"));
    CHECK(normaliseDecimal(u"３２．６０") == QStringLiteral("32.60"));
    CHECK(normaliseDecimal(u"4。48") == QStringLiteral("4.48"));
    CHECK_FALSE(normaliseDecimal(u"4.4.8"));
    CHECK_FALSE(normaliseDecimal(u"1e5"));
    CHECK_FALSE(normaliseDecimal(u"1234567890123"));
    CHECK((compareDecimals(QStringLiteral("3.750001"), QStringLiteral("3.75")) > 0));
    CHECK((compareDecimals(QStringLiteral("3.7500"), QStringLiteral("3.75")) == 0));
    CHECK((compareDecimals(QStringLiteral("-1"), QStringLiteral("0.5")) < 0));
}

TEST_CASE("what a form holds comes back from where it is kept")
{
    Intake intake;
    setFormValue(intake, QStringLiteral("applicantName"), QStringLiteral("甲"));
    for (const char* key : {"orgName", "personName"}) {
        CHECK(formValue(intake, QString::fromLatin1(key)).toString() == QStringLiteral("甲"));
    }
    setFormValue(intake, QStringLiteral("uscc"), QStringLiteral("113212810144222637"));
    CHECK(intake.applicant.idNumber == QStringLiteral("113212810144222637"));
    setFormValue(intake, QStringLiteral("agentId"), QStringLiteral("1"));
    setFormValue(intake, QStringLiteral("route"), QStringLiteral("G30"));
    CHECK(intake.applicant.name == QStringLiteral("甲"));
    CHECK(formValue(intake, QStringLiteral("agentId")).toString() == QStringLiteral("1"));
    CHECK(formValue(intake, QStringLiteral("route")).toString() == QStringLiteral("G30"));
    setFormValue(intake, QStringLiteral("agentId"), QString());
    CHECK_FALSE(intake.agent);
    setFormValue(intake, QStringLiteral("route"), QStringLiteral("  "));
    CHECK(intake.fields.isEmpty());
}

TEST_CASE("an intake written down and read again is the same")
{
    Intake intake = sample::complete();
    intake.materialSlot(QStringLiteral("M01"))
        .files.push_back({QString(64, u'a'), QString(64, u'b'), 1234, QStringLiteral("application/pdf"), 3,
                          QStringLiteral("表.pdf")});
    intake.fields.insert(QStringLiteral("axles"),
                         QCborArray{QCborArray{QStringLiteral("1"), QStringLiteral("7000")}});
    const auto again = intakeFromCbor(intakeToCbor(intake));
    REQUIRE(again);
    CHECK(intakeToCbor(*again) == intakeToCbor(intake));
    CHECK(again->materials == intake.materials);
    CHECK_FALSE(intakeFromCbor({}));
}
