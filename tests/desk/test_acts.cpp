// SPDX-License-Identifier: GPL-3.0-or-later
// The answers beside 受理 and what may follow them: 容缺, 收件, 不予受理, 咨询, 转办, 即办件, 撤回. What an
// applicant brings later is in test_supplements.cpp.
#include "desk/actkit.h"
#include "desk/deskwindow.h"

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::Answer;
using domain::CaseState;
using domain::ErrorCode;
using domain::MaterialState;

namespace {

const QString kOnTheSpot = u"62-JT-QT-0005"_s;
const QString kPassOn = u"62-JT-XK-0025"_s;
const QString kAdvise = u"62-JT-QT-0001"_s;
const QString kOversize = u"62-JT-XK-0007"_s;

} // namespace

TEST_CASE("a deficiency is promised in writing with a day for each material")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M03"_s, u"M04"_s}));
    REQUIRE(kit.intake->answer() == Answer::AcceptDeficient);
    const auto decided = kit.decide(Answer::AcceptDeficient);
    CHECK(decided.state == CaseState::Accepted);
    CHECK(kindsOf(decided.papers) == QStringList{u"deficientAcceptance"_s, u"promise"_s});
    CHECK(decided.paperKind == u"deficientAcceptance"_s);
    CHECK(kit.kinds(decided.caseNumber) == QStringList{u"receive"_s, u"accept"_s, u"promise"_s});

    const auto seen = kit.look(decided.caseNumber);
    const QDate due = kit.workday(5);
    REQUIRE(seen.file.openDeficiencies().size() == 2);
    CHECK(seen.file.openDeficiencyDue() == due);
    CHECK(seen.offers.supply);
    CHECK(seen.offers.signPromise);
    CHECK_FALSE(seen.offers.answer);

    const QString notice = kit.text(decided.caseNumber, decided.papers[0]);
    CHECK(notice.contains(u"容缺受理通知书"_s));
    CHECK(notice.count(u"最迟于"_s + dayOnPaper(due) + u"补交"_s) == 4); // two materials, two copies
    CHECK(notice.contains(u"到期没有补交的"_s));
    CHECK(notice.contains(u"演练，不具法律效力"_s));
    const QString promise = kit.text(decided.caseNumber, decided.papers[1]);
    CHECK(promise.contains(u"容缺受理承诺书"_s));
    CHECK(promise.contains(u"承诺人：甘肃甲乙旅游客运有限公司"_s));
    CHECK(promise.contains(dayOnPaper(due)));
    CHECK(promise.contains(decided.papers[0].number));
}

TEST_CASE("the applicant may rather bring one tolerable material than promise it")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M03"_s, u"M04"_s}));
    kit.intake->setDemanded(u"M04"_s, true);
    CHECK(kit.intake->answer() == Answer::Notice);
    kit.intake->setDemanded(u"M04"_s, false);
    CHECK(kit.intake->answer() == Answer::AcceptDeficient);
}

TEST_CASE("what is only received has a receipt with the day of the answer and is answered later")
{
    ActKit kit;
    kit.fillIn(kPermit);
    const auto decided = kit.decide(Answer::ReceiveOnly, u"等待核对"_s);
    CHECK(decided.state == CaseState::Received);
    REQUIRE(kindsOf(decided.papers) == QStringList{u"receipt"_s});
    const QString receipt = kit.text(decided.caseNumber, decided.papers[0]);
    CHECK(receipt.contains(u"本机关将于"_s + dayOnPaper(kit.workday(5)) + u"以前（含当日）"_s));
    CHECK(receipt.contains(u"第三十二条第一款第（四）项"_s));
    CHECK(receipt.contains(u"自收到申请材料之日起即为受理"_s));
    CHECK(receipt.contains(u"等待核对"_s));

    const auto seen = kit.look(decided.caseNumber);
    REQUIRE(seen.offers.answer);
    CHECK(seen.answer == Answer::Accept);
    CHECK(await(kit.acts->answer(seen, Answer::Notice)).error().code == ErrorCode::NotAllowed);
    kit.nextDays(1);
    const auto done = good(await(kit.acts->answer(seen, Answer::Accept)));
    CHECK(done.state == CaseState::Accepted);
    CHECK(kindsOf(done.papers) == QStringList{u"acceptance"_s});
    CHECK(await(kit.acts->answer(seen, Answer::Accept)).error().code == ErrorCode::CaseMoved);
    // The receipt made again says what it said.
    CHECK(kit.text(decided.caseNumber, decided.papers[0]) == receipt);
}

TEST_CASE("a decline cites what the findings rest on and not that it is another authority's business")
{
    ActKit kit;
    kit.fillIn(kOversize, [](desk::IntakeDesk& intake) {
        intake.setField(u"totalHei"_s, u"4.48"_s); // else no permit is needed
        intake.setField(u"divisible"_s, true);
        intake.setField(u"runningBan"_s, true);
    });
    REQUIRE(kit.intake->answer() == Answer::Decline);
    const auto decided = kit.decide(Answer::Decline);
    REQUIRE(kindsOf(decided.papers).first() == u"decline"_s);
    const QString paper = kit.text(decided.caseNumber, decided.papers[0]);
    // Two findings, one regulation: once a copy.
    CHECK(paper.count(u"依据《超限运输车辆行驶公路管理规定》，决定不予受理"_s) == 2);
    CHECK_FALSE(paper.contains(u"第三十二条第一款第（二）项"_s));
}

TEST_CASE("an item of another authority is received and passed on with a slip that names it")
{
    ActKit kit;
    kit.fillIn(kPassOn, without({u"M01"_s}));
    REQUIRE(kit.intake->answer() == Answer::PassOn);
    const auto decided = kit.decide(Answer::PassOn);
    CHECK(decided.state == CaseState::PassedOn);
    const auto seen = kit.look(decided.caseNumber);
    CHECK_FALSE(seen.file.passedTo.isEmpty());
    const QString slip = kit.text(decided.caseNumber, decided.papers.at(0));
    CHECK(slip.contains(u"收件转办单"_s));
    CHECK(slip.contains(u"由"_s + seen.file.passedTo + u"决定"_s));
    CHECK_FALSE(seen.offers.withdraw);
}

TEST_CASE("an item only advised on is declined with a slip of what to bring and where")
{
    ActKit kit;
    kit.fillIn(kAdvise);
    REQUIRE(kit.intake->answer() == Answer::Decline);
    const auto decided = kit.decide(Answer::Decline);
    CHECK(decided.state == CaseState::Declined);
    REQUIRE(kindsOf(decided.papers) == QStringList{u"decline"_s, u"advice"_s});
    const QString slip = kit.text(decided.caseNumber, decided.papers[1]);
    CHECK(slip.contains(u"办事咨询引导单"_s));
    CHECK(slip.contains(u"不是受理或者不予受理的决定"_s));
}

TEST_CASE("advice on a case is an entry and a slip and moves nothing")
{
    ActKit kit;
    kit.fillIn(kPermit);
    const auto decided = kit.decide(Answer::Accept);
    const auto done = good(await(kit.acts->advise(kit.look(decided.caseNumber), u"变更需要什么"_s)));
    CHECK(done.state == CaseState::Accepted);
    CHECK(kit.text(done.caseNumber, done.papers.at(0)).contains(u"变更需要什么"_s));
}

TEST_CASE("an item decided on the spot is accepted granted and handed over in one act")
{
    ActKit kit;
    kit.fillIn(kOnTheSpot);
    REQUIRE(kit.intake->answer() == Answer::AcceptAndGrant);
    const auto decided = kit.decide(Answer::AcceptAndGrant);
    CHECK(decided.state == CaseState::Issued);
    CHECK(kit.kinds(decided.caseNumber) == QStringList{u"receive"_s, u"accept"_s, u"grant"_s, u"issue"_s});
    REQUIRE(kindsOf(decided.papers) == QStringList{u"acceptance"_s, u"result"_s});
    const QString result = kit.text(decided.caseNumber, decided.papers[1]);
    CHECK(result.contains(u"备案回执"_s));
    CHECK(result.contains(u"受送达人签收"_s));
    CHECK(result.contains(dayOnPaper(kit.workplace->today())));
}

TEST_CASE("a certificate is granted at the desk and still to be fetched")
{
    ActKit kit;
    kit.fillIn(u"62-JT-GG-0002"_s);
    const auto decided = kit.decide(kit.intake->answer());
    CHECK(decided.state == CaseState::Granted);
    // A public service follows its guide, not the 行政许可法: no day is made up for it.
    CHECK_FALSE(kit.look(decided.caseNumber).file.issueBy.isValid());
    CHECK_FALSE(good(await(kit.cases->open(decided.caseNumber))).line.nextDue.isValid());
}

TEST_CASE("what was granted is handed over within ten working days by Art. 44")
{
    ActKit kit;
    auto permit =
        std::make_shared<domain::Guide>(*kit.workplace->rules()->catalogue.current(u"62-JT-GG-0002"_s));
    permit->typeCode = u"01"_s; // no permit of this house is decided at the window so far
    good(kit.intake->begin(permit));
    ui::tests::fillRequired(*kit.intake, {});
    const domain::GuideField* kind = permit->field(u"applicantKind"_s);
    for (const QString& option : kind == nullptr ? QStringList() : kind->options) {
        if (option.contains(u"法人"_s)) {
            kit.intake->setField(kind->key, option);
        }
    }
    const auto due = kit.intake->situation().materials; // a copy: every answer makes it anew
    for (const domain::DueMaterial& material : due) {
        if (material.asked) {
            kit.intake->answerQuestion(material.material->id, true);
        }
    }
    const auto decided = kit.decide(kit.intake->answer());
    REQUIRE(decided.state == CaseState::Granted);
    CHECK(kit.look(decided.caseNumber).file.issueBy == kit.workday(10));
    CHECK(good(await(kit.cases->open(decided.caseNumber))).line.nextDue == kit.workday(10));
}

TEST_CASE("a case that waits for its supplement has no day that neither law nor guide names")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M01"_s}));
    const auto noticed = kit.decide(Answer::Notice);
    CHECK_FALSE(good(await(kit.cases->open(noticed.caseNumber))).line.nextDue.isValid());
}

TEST_CASE("a withdrawal ends the case with its paper and owes nothing any more")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M03"_s}));
    const auto decided = kit.decide(Answer::AcceptDeficient);
    const auto seen = kit.look(decided.caseNumber);
    REQUIRE(seen.offers.withdraw);
    const auto done = good(await(kit.acts->withdraw(seen, u"不再需要"_s)));
    CHECK(done.state == CaseState::Withdrawn);
    const QString paper = kit.text(done.caseNumber, done.papers.at(0));
    CHECK(paper.contains(u"撤回行政许可申请确认书"_s));
    CHECK(paper.contains(u"不再需要"_s));
    CHECK_FALSE(kit.look(decided.caseNumber).offers.withdraw);
    kit.nextDays(40);
    kit.fillIn(kPermit, without({u"M03"_s}));
    CHECK(kit.intake->answer() == Answer::AcceptDeficient);
}

TEST_CASE("the centre takes the later acts as they were written and flags none of them")
{
    CentreProcess centre;
    centre.start();
    DeskPlace place;
    DeskWindow window(place);
    window.enrol(centre);
    window.signIn();
    REQUIRE(window.waitSynced());
    desk::ActDesk acts(window.workplace);
    desk::SupplementDesk supplement(window.workplace);

    // 容缺, then 补交.
    window.fillIn(1);
    window.intake.setMaterialState(u"M02"_s, MaterialState::Missing);
    const auto deficient = window.decide(Answer::AcceptDeficient);
    good(await(supplement.begin(deficient.caseNumber)));
    supplement.setMaterialState(u"M02"_s, MaterialState::Received);
    static_cast<void>(good(await(supplement.supply())));
    // 一次性告知, then 补正 with its acceptance.
    window.fillIn(2);
    window.intake.setMaterialState(u"M01"_s, MaterialState::Missing);
    const auto noticed = window.decide(Answer::Notice);
    good(await(supplement.begin(noticed.caseNumber)));
    supplement.setMaterialState(u"M01"_s, MaterialState::Received);
    static_cast<void>(good(await(supplement.resubmit(Answer::Accept))));
    // 收件, 咨询, 更正, then 撤回.
    window.fillIn(3);
    const auto received = window.decide(Answer::ReceiveOnly);
    const auto seen = [&] { return good(await(acts.look(received.caseNumber))); };
    static_cast<void>(good(await(acts.advise(seen(), u"多久办好"_s))));
    static_cast<void>(good(await(acts.correct(seen(), {{u"mobile"_s, u"13893112346"_s}}, u"马尕让"_s))));
    static_cast<void>(good(await(acts.withdraw(seen(), {}))));

    REQUIRE(window.waitSynced());
    const auto kept = centre.kept();
    QMap<QString, QString> states;
    for (const KeptEntry& entry : kept) {
        INFO(entry.kind.toStdString() << " " << entry.flags.toStdString());
        CHECK(entry.outcome == u"accepted"_s);
        CHECK(entry.flags.isEmpty());
        states.insert(entry.caseNumber, entry.caseState);
    }
    CHECK(states.value(deficient.caseNumber) == u"accepted"_s);
    CHECK(states.value(noticed.caseNumber) == u"accepted"_s);
    CHECK(states.value(received.caseNumber) == u"withdrawn"_s);
    CHECK(window.caseOf(deficient.caseNumber).line.conflicts == 0);
}
