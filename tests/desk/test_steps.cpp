// SPDX-License-Identifier: GPL-3.0-or-later
// An application on the desk: what its rules make of it, and the way back through its steps.
#include "desk/actkit.h"
#include "desk/pagepreviews.h"
#include "domain/formvalue.h"

#include <QBuffer>
#include <QCborArray>
#include <QImage>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;

namespace {

const QString kOversize = u"62-JT-XK-0007"_s;
const QString kCharter = u"62-JT-GG-0003"_s;

QCborArray nineAxles()
{
    // A train of nine axles, 118,600 kg in all.
    QCborArray axles;
    const QStringList loads{u"7000"_s,  u"10800"_s, u"10800"_s, u"15000"_s, u"15000"_s,
                            u"15000"_s, u"15000"_s, u"15000"_s, u"15000"_s};
    for (const QString& load : loads) {
        axles.append(QCborArray{QString::number(axles.size() + 1), load, u"8"_s, u"1.5"_s});
    }
    return axles;
}

void measure(desk::IntakeDesk& intake, const QString& length)
{
    intake.setField(u"trailerPlate"_s, u"甘A0001挂"_s);
    intake.setField(u"axles"_s, nineAxles());
    intake.setField(u"totalWid"_s, u"3"_s);
    intake.setField(u"totalHei"_s, u"4.1"_s);
    intake.setField(u"totalMass"_s, u"118600"_s);
    intake.setField(u"totalLen"_s, length);
}

bool demands(const desk::IntakeDesk& intake, const QString& field)
{
    return std::ranges::any_of(intake.findings(), [&field](const domain::Finding& finding) {
        return finding.code == u"field.required" && finding.field == field;
    });
}

QByteArray picture()
{
    QImage image(60, 80, QImage::Format_RGB32);
    image.fill(Qt::white);
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, "PNG"));
    return buffer.data();
}

} // namespace

TEST_CASE("A class is undecided until its answers are there and then follows the form with its limits")
{
    ActKit kit;
    desk::IntakeDesk& intake = *kit.intake;
    REQUIRE(intake.begin(kOversize));
    CHECK_FALSE(intake.isSituationDecided());
    measure(intake, u"32.6"_s);
    REQUIRE(intake.isSituationDecided());
    CHECK(intake.situation().chosen.front()->id == u"S03");
    CHECK(intake.situation().statutoryDays == 15);
    CHECK(intake.form().axisWhy.value(u"class"_s).contains(u"32.6"_s));
    const auto& due = intake.situation().materials;
    CHECK(std::ranges::any_of(due, [](const auto& material) { return material.material->id == u"M06"; }));
    // The clerk does not choose on it.
    intake.chooseSituation(u"class"_s, u"S01"_s);
    CHECK(intake.situation().chosen.front()->id == u"S03");
    intake.setField(u"totalMass"_s, u"48000"_s);
    intake.setField(u"totalLen"_s, u"19"_s);
    CHECK(intake.situation().chosen.front()->id != u"S03");
}

TEST_CASE("A hidden answer stays in the draft and neither counts nor is demanded")
{
    ActKit kit;
    desk::IntakeDesk& intake = *kit.intake;
    REQUIRE(intake.begin(kOversize));
    CHECK_FALSE(demands(intake, u"postAddr"_s));
    intake.setField(u"delivery"_s, u"邮寄"_s);
    CHECK(demands(intake, u"postAddr"_s));
    intake.setField(u"postAddr"_s, u"兰州市城关区1号"_s);
    CHECK_FALSE(demands(intake, u"postAddr"_s));
    CHECK(domain::formValue(intake.effective(), u"postAddr"_s).toString() == u"兰州市城关区1号");
    intake.setField(u"delivery"_s, u"窗口领取"_s);
    CHECK(domain::isBlank(domain::formValue(intake.effective(), u"postAddr"_s)));
    CHECK(domain::formValue(intake.intake(), u"postAddr"_s).toString() == u"兰州市城关区1号");
    CHECK_FALSE(demands(intake, u"postAddr"_s));
    intake.setField(u"delivery"_s, u"邮寄"_s);
    CHECK(domain::formValue(intake.effective(), u"postAddr"_s).toString() == u"兰州市城关区1号");
}

TEST_CASE("After every single answer the desk says what a desk that looks at everything anew would say")
{
    ActKit kit;
    desk::IntakeDesk& intake = *kit.intake;
    REQUIRE(intake.begin(kOversize));
    const auto rules = domain::FormRules::make(intake.guide());
    REQUIRE(rules);
    const auto guide = kit.workplace->rules()->catalogue.current(kOversize);
    const auto same = [&] {
        const desk::Worksheet anew(guide, *rules, intake.intake(), kit.workplace->rules(),
                                   kit.workplace->today());
        return anew.findings() == intake.findings() && anew.form() == intake.form() &&
               anew.situation().names() == intake.situation().names();
    };
    const std::vector<std::pair<QString, QCborValue>> answers{
        {u"delivery"_s, u"邮寄"_s},       {u"trailerPlate"_s, u"甘A0001挂"_s},
        {u"axles"_s, nineAxles()},        {u"totalMass"_s, u"118600"_s},
        {u"totalLen"_s, u"32.6"_s},       {u"driveAxles"_s, u"1"_s},
        {u"carriage"_s, u"普通平板"_s},   {u"trailerPlate"_s, {}},
        {u"divisible"_s, true},           {u"totalHei"_s, u"abc"_s},
        {u"dateFrom"_s, u"2026-12-06"_s}, {u"dateTo"_s, u"2026-12-02"_s},
        {u"delivery"_s, u"窗口领取"_s},
    };
    for (const auto& [key, value] : answers) {
        INFO(key.toStdString());
        intake.setField(key, value);
        CHECK(same());
    }
}

TEST_CASE("Typing in one field is one step and the step says which field")
{
    ActKit kit;
    desk::IntakeDesk& intake = *kit.intake;
    REQUIRE(intake.begin(kCharter));
    intake.setField(u"orgName"_s, u"甘"_s);
    intake.setField(u"orgName"_s, u"甘肃"_s);
    intake.endTyping();
    intake.setField(u"driver"_s, u"赵"_s);
    intake.setField(u"driver"_s, u"赵六"_s);
    const QString label = intake.guide().field(u"driver"_s)->label;
    CHECK(intake.undo().contains(label));
    CHECK(domain::isBlank(domain::formValue(intake.intake(), u"driver"_s)));
    CHECK(intake.intake().applicant.name == u"甘肃");
    CHECK_FALSE(intake.undo().isEmpty());
    CHECK(intake.intake().applicant.name.isEmpty());
    CHECK(intake.undo().isEmpty());
    CHECK_FALSE(intake.redo().isEmpty());
    CHECK(intake.redo().contains(label));
    CHECK(domain::formValue(intake.intake(), u"driver"_s).toString() == u"赵六");
    CHECK(intake.redo().isEmpty());
    // A new step takes the way forth away.
    static_cast<void>(intake.undo());
    intake.setField(u"driver"_s, u"孙七"_s);
    CHECK_FALSE(intake.canRedo());
}

TEST_CASE("Every kind of step is taken back to exactly what was there and done again")
{
    ActKit kit;
    desk::IntakeDesk& intake = *kit.intake;
    REQUIRE(intake.begin(kOversize));
    REQUIRE(await(intake.addBytes(u"M01"_s, picture(), u"a"_s)));
    QImage other(61, 80, QImage::Format_RGB32);
    other.fill(Qt::gray);
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(other.save(&buffer, "PNG"));
    const std::vector<std::function<void()>> steps{
        [&] { intake.chooseSituation(u"handling"_s, u"S05"_s); },
        [&] { intake.setChannel(domain::Channel::Post); },
        [&] { intake.setMaterialState(u"M02"_s, domain::MaterialState::Unfit, u"看不清"_s); },
        [&] { REQUIRE(await(intake.addBytes(u"M01"_s, buffer.data(), u"b"_s))); },
        [&] { intake.moveFile(u"M01"_s, 0, 1); },
        [&] {
            intake.editFile(u"M01"_s, 0, {1, 0, 100, 0, 0, 0});
        },
        [&] { intake.removeFile(u"M01"_s, 1); },
        [&] { intake.setValidUntil(u"M02"_s, QDate(2027, 1, 1)); },
        [&] { intake.setField(u"applicantName"_s, u"甘肃甲乙"_s); },
        [&] { intake.answerQuestion(u"M07"_s, true); },
    };
    const auto now = [&intake] { return domain::intakeToCbor(intake.intake()); };
    std::vector<QCborMap> states{now()};
    for (const auto& step : steps) {
        step();
        CHECK(now() != states.back());
        states.push_back(now());
    }
    for (std::size_t i = states.size() - 1; i > 0; --i) {
        INFO(i);
        CHECK_FALSE(intake.undo().isEmpty());
        CHECK(now() == states[i - 1]);
    }
    for (std::size_t i = 1; i < states.size(); ++i) {
        INFO(i);
        CHECK_FALSE(intake.redo().isEmpty());
        CHECK(now() == states[i]);
    }
}

TEST_CASE("The way back is bounded and keeps the newest steps")
{
    ActKit kit;
    desk::IntakeDesk& intake = *kit.intake;
    REQUIRE(intake.begin(kCharter));
    for (std::size_t i = 0; i < desk::UndoTrail::kMaxSteps + 50; ++i) {
        intake.setField(u"driver"_s, QString::number(i));
        intake.endTyping();
    }
    std::size_t steps = 0;
    while (!intake.undo().isEmpty()) {
        ++steps;
    }
    CHECK(steps == desk::UndoTrail::kMaxSteps);
    CHECK(domain::formValue(intake.intake(), u"driver"_s).toString() == u"49");
}

TEST_CASE("A customer known from before is offered what was given last time and nothing typed is replaced")
{
    ActKit kit;
    desk::IntakeDesk& intake = *kit.intake;
    kit.fillIn(kCharter);
    const ui::tests::Person person;
    static_cast<void>(kit.decide(intake.answer()));
    REQUIRE(intake.begin(kCharter));
    intake.setField(u"agentName"_s, u"李四"_s);
    intake.setField(u"uscc"_s, person.uscc.left(17));
    CHECK_FALSE(intake.earlier());
    intake.setField(u"uscc"_s, person.uscc);
    REQUIRE(waitUntil([&intake] { return intake.earlier().has_value(); }));
    CHECK(intake.bringEarlier() > 3);
    CHECK(intake.intake().applicant.name == person.name);
    CHECK(intake.intake().agent->name == u"李四");
    CHECK(intake.intake().agent->idNumber == person.agentId);
    CHECK(intake.intake().sources.value(u"agentId"_s) == domain::AnswerSource::Earlier);
    CHECK(intake.intake().sources.value(u"agentName"_s) == domain::AnswerSource::Typed);
    // What belongs to one journey is asked anew, what belongs to the vehicles is not.
    CHECK(domain::isBlank(domain::formValue(intake.intake(), u"dateFrom"_s)));
    CHECK_FALSE(domain::isBlank(domain::formValue(intake.intake(), u"plate"_s)));
    CHECK_FALSE(intake.earlier());
    static_cast<void>(intake.undo());
    CHECK(intake.intake().applicant.name.isEmpty());
    CHECK(intake.intake().applicant.idNumber == person.uscc);
    // Another item takes over who applies, not what it is about.
    REQUIRE(intake.begin(u"62-JT-XK-0007"_s));
    intake.setField(u"applicantNo"_s, person.uscc);
    REQUIRE(waitUntil([&intake] { return intake.earlier().has_value(); }));
    CHECK(intake.bringEarlier() > 0);
    CHECK(intake.intake().applicant.kind == domain::ApplicantKind::Legal);
    CHECK(domain::isBlank(domain::formValue(intake.intake(), u"tractorPlate"_s)));
}

TEST_CASE("A draft thrown away comes back as it was and another person cannot have it back")
{
    ActKit kit;
    desk::IntakeDesk& intake = *kit.intake;
    REQUIRE(intake.begin(kCharter));
    intake.setField(u"orgName"_s, u"甘肃甲乙"_s);
    const QString id = intake.intake().draftId;
    REQUIRE(await(intake.discard(id)));
    CHECK_FALSE(intake.isActive());
    CHECK(await(intake.drafts())->empty());
    REQUIRE(intake.canBringBackDiscarded());
    REQUIRE(await(intake.bringBackDiscarded()));
    CHECK_FALSE(intake.canBringBackDiscarded());
    REQUIRE(await(intake.resume(id)));
    CHECK(intake.intake().applicant.name == u"甘肃甲乙");
    REQUIRE(await(intake.discard(id)));
    kit.workplace->setPerson(desk::Person{u"other"_s, u"别人"_s, domain::Clerk});
    CHECK_FALSE(intake.canBringBackDiscarded());
}

TEST_CASE("A draft comes back with its place and what is missing and its pages are drawn again")
{
    ActKit kit;
    desk::IntakeDesk& intake = *kit.intake;
    REQUIRE(intake.begin(kCharter));
    intake.setField(u"orgName"_s, u"甘肃甲乙"_s);
    REQUIRE(await(intake.addBytes(u"M01"_s, picture(), u"a"_s)));
    const QString blob = intake.intake().material(u"M01"_s)->files.front().blob;
    const int missing = domain::displacingCount(intake.findings());
    const desk::Place place{desk::Place::Region::Form, u"driver"_s};
    intake.notePlace(place);
    const QString id = intake.intake().draftId;
    REQUIRE(await(intake.putAside()));
    const auto drafts = await(intake.drafts());
    REQUIRE(drafts->size() == 1);
    CHECK(drafts->front().missing == missing);
    CHECK(drafts->front().handedBy.isEmpty());
    REQUIRE(await(intake.resume(id)));
    CHECK(intake.place() == place);
    CHECK(intake.intake().material(u"M01"_s)->files.front().blob == blob);
}

TEST_CASE("A file that was under way when its application was put aside is in the draft")
{
    ActKit kit;
    desk::IntakeDesk& intake = *kit.intake;
    REQUIRE(intake.begin(kCharter));
    const QString id = intake.intake().draftId;
    auto taken = intake.addBytes(u"M01"_s, picture(), u"a"_s);
    REQUIRE(await(intake.putAside()));
    REQUIRE(await(taken));
    REQUIRE(await(intake.resume(id)));
    REQUIRE(intake.intake().material(u"M01"_s) != nullptr);
    CHECK(intake.intake().material(u"M01"_s)->files.size() == 1);
}
