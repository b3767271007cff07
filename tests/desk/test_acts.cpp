// SPDX-License-Identifier: GPL-3.0-or-later
// The answers beside 受理 and what follows them: 容缺, 收件, 补正, 补交, 当场更正, 咨询, 转办, 即办件, 撤回.
#include "desk/actkit.h"
#include "desk/deskwindow.h"
#include "ledger/ledger.h"

#include <QFile>

#include <algorithm>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::Answer;
using domain::CaseState;
using domain::ErrorCode;
using domain::MaterialState;

namespace {

// A permit with four materials, M03 and M04 tolerable for five days of a promised seven.
const QString kPermit = u"62-JT-XK-0040"_s;
const QString kOnTheSpot = u"62-JT-QT-0005"_s;
const QString kPassOn = u"62-JT-XK-0025"_s;
const QString kAdvise = u"62-JT-QT-0001"_s;

std::function<void(desk::IntakeDesk&)> without(const QStringList& materials)
{
    return [materials](desk::IntakeDesk& intake) {
        for (const QString& material : materials)
            intake.setMaterialState(material, MaterialState::Missing);
    };
}

QStringList kindsOf(const std::vector<desk::GivenPaper>& papers)
{
    QStringList kinds;
    for (const desk::GivenPaper& paper : papers)
        kinds << paper.kind;
    return kinds;
}

QString dayOnPaper(QDate day)
{
    return u"%1年%2月%3日"_s.arg(day.year()).arg(day.month()).arg(day.day());
}

QString write(const ActKit& kit, const QString& name)
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    const QString path = kit.folder.filePath(name);
    REQUIRE(image.save(path, "PNG"));
    return path;
}

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

TEST_CASE("a promised material that comes in time is a supply and nothing is owed any more")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M03"_s, u"M04"_s}));
    const auto decided = kit.decide(Answer::AcceptDeficient);
    good(await(kit.supplement->begin(decided.caseNumber)));
    REQUIRE(kit.supplement->purpose() == desk::SupplementDesk::Purpose::Supply);
    REQUIRE(kit.supplement->items().size() == 2);
    CHECK(await(kit.supplement->supply()).error().code == ErrorCode::NotAllowed);
    good(await(kit.supplement->addFile(u"M03"_s, write(kit, u"m03.png"_s))));
    CHECK(kit.supplement->openCount() == 1);
    // A material nobody waits for is not taken in here.
    kit.supplement->setMaterialState(u"M01"_s, MaterialState::Missing);
    CHECK(kit.supplement->intake().material(u"M01"_s)->state == MaterialState::Received);
    const auto done = good(await(kit.supplement->supply()));
    CHECK(done.state == CaseState::Accepted);
    REQUIRE(kindsOf(done.papers) == QStringList{u"supplyReceipt"_s});
    const QString receipt = kit.text(done.caseNumber, done.papers[0]);
    CHECK(receipt.contains(decided.papers[0].number));
    CHECK(receipt.contains(u"还要补交的材料"_s));
    CHECK_FALSE(receipt.contains(u"after the promised day"_s));

    auto seen = kit.look(decided.caseNumber);
    REQUIRE(seen.file.openDeficiencies().size() == 1);
    CHECK(seen.file.openDeficiencies().front().material == u"M04"_s);
    CHECK(seen.file.intake.material(u"M03"_s)->files.size() == 1);
    good(await(kit.supplement->begin(decided.caseNumber)));
    kit.supplement->setMaterialState(u"M04"_s, MaterialState::Received);
    static_cast<void>(good(await(kit.supplement->supply())));
    seen = kit.look(decided.caseNumber);
    CHECK_FALSE(seen.file.openDeficiencyDue().isValid());
    CHECK_FALSE(seen.offers.supply);
    CHECK(await(kit.supplement->begin(decided.caseNumber)).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("a broken promise bars another deficiency until the material has come and then is late")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M03"_s}));
    const auto decided = kit.decide(Answer::AcceptDeficient);
    kit.nextDays(21);
    kit.fillIn(kPermit, without({u"M03"_s}));
    CHECK(kit.intake->answer() == Answer::Notice);
    good(await(kit.intake->putAside()));
    // Somebody else is not barred by it.
    kit.fillIn(kPermit, without({u"M03"_s}),
               {u"兰州丙丁港航有限公司"_s, u"91620100MA71XXXX0X"_s, u"李四"_s, u"62010219850612321X"_s,
                u"13909310002"_s});
    const auto& findings = kit.intake->findings();
    CHECK(std::ranges::any_of(findings, [](const domain::Finding& finding) {
        return finding.effect == domain::Effect::DeficiencyPossible;
    }));
    good(await(kit.intake->putAside()));

    good(await(kit.supplement->begin(decided.caseNumber)));
    CHECK(kit.supplement->items().front().late);
    kit.supplement->setMaterialState(u"M03"_s, MaterialState::Received);
    const auto done = good(await(kit.supplement->supply()));
    CHECK(kit.text(done.caseNumber, done.papers[0]).contains(u"Receivedafterthepromisedday"_s));
    kit.fillIn(kPermit, without({u"M03"_s}));
    CHECK(kit.intake->answer() == Answer::AcceptDeficient);
}

TEST_CASE("the signed promise is kept with the case")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M03"_s}));
    const auto decided = kit.decide(Answer::AcceptDeficient);
    const auto seen = kit.look(decided.caseNumber);
    // A paper made meanwhile takes nothing from what the clerk saw.
    static_cast<void>(kit.text(decided.caseNumber, decided.papers[1]));
    static_cast<void>(good(await(kit.acts->signPromise(seen, write(kit, u"signed.png"_s)))));
    const auto after = kit.look(decided.caseNumber);
    CHECK(after.file.promise->signedBlob.size() == 64);
    CHECK_FALSE(after.offers.signPromise);
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

TEST_CASE("a supplement answers the notice item by item and is accepted in the same act")
{
    ActKit kit;
    kit.fillIn(kPermit, [](desk::IntakeDesk& intake) {
        intake.setMaterialState(u"M01"_s, MaterialState::Missing);
        intake.setMaterialState(u"M02"_s, MaterialState::Unfit, u"没有盖章"_s);
        intake.setField(u"mobile"_s, u"123"_s);
    });
    const auto noticed = kit.decide(Answer::Notice);
    kit.nextDays(2);
    good(await(kit.supplement->begin(noticed.caseNumber)));
    REQUIRE(kit.supplement->items().size() == 3);
    CHECK(kit.supplement->openCount() == 3);
    CHECK(await(kit.supplement->resubmit(Answer::Accept)).error().code == ErrorCode::NotAllowed);

    good(await(kit.supplement->addFile(u"M01"_s, write(kit, u"m01.png"_s))));
    kit.supplement->setField(u"mobile"_s, u"13909310001"_s);
    kit.supplement->setField(u"orgName"_s, u"别的公司"_s); // nobody asked for that
    CHECK(kit.supplement->openCount() == 1);
    good(await(kit.supplement->putAside()));
    CHECK(good(await(kit.intake->drafts())).empty());
    // What was put aside is there again.
    good(await(kit.supplement->begin(noticed.caseNumber)));
    CHECK(kit.supplement->openCount() == 1);
    kit.supplement->setMaterialState(u"M02"_s, MaterialState::Received);
    REQUIRE(kit.supplement->answer() == Answer::Accept);
    const auto done = good(await(kit.supplement->resubmit(Answer::Accept)));
    CHECK(done.state == CaseState::Accepted);
    REQUIRE(kindsOf(done.papers) == QStringList{u"supplementReceipt"_s, u"acceptance"_s});
    CHECK(kit.kinds(noticed.caseNumber) ==
          QStringList{u"receive"_s, u"notice"_s, u"resubmit"_s, u"accept"_s});

    const QString receipt = kit.text(done.caseNumber, done.papers[0]);
    CHECK(receipt.contains(noticed.paperNumber));
    CHECK(receipt.contains(u"逐项核对"_s));
    CHECK(receipt.count(u"Received"_s) == 4); // two materials, two copies
    CHECK(receipt.count(u"Corrected"_s) == 2);
    const QString acceptance = kit.text(done.caseNumber, done.papers[1]);
    CHECK(acceptance.contains(dayOnPaper(kit.workplace->today()) + u"补齐材料"_s));
    const auto after = kit.look(noticed.caseNumber);
    CHECK(after.file.acceptedOn == kit.workplace->today());
    CHECK(after.file.resubmittedOn == kit.workplace->today());
    CHECK(after.file.intake.applicant.name == ui::tests::Person().name);
    // The draft went with the act.
    const auto drafts = good(
        await(kit.workplace->ledger().run([](ledger::Ledger& ledger) { return ledger.drafts().list(); })));
    CHECK(drafts.empty());
}

TEST_CASE("a supplement that is not whole is declined by what is missing and a second notice is the chief's")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M01"_s, u"M02"_s}));
    const auto noticed = kit.decide(Answer::Notice);
    good(await(kit.supplement->begin(noticed.caseNumber)));
    kit.supplement->setMaterialState(u"M01"_s, MaterialState::Received);
    const desk::Person before = *kit.workplace->person();
    kit.workplace->setPerson(desk::Person{before.id, before.name, domain::Clerk});
    CHECK(await(kit.supplement->resubmit(Answer::Notice)).error().code == ErrorCode::RoleMissing);
    const auto done = good(await(kit.supplement->resubmit(Answer::Decline)));
    CHECK(done.state == CaseState::Declined);
    const auto after = kit.look(noticed.caseNumber);
    CHECK_FALSE(after.file.declineReason.isEmpty());
}

TEST_CASE("a fault set right at the desk is recorded with what it was what it became and who confirmed it")
{
    ActKit kit;
    kit.fillIn(kPermit, [](desk::IntakeDesk& intake) { intake.setField(u"mobile"_s, u"123"_s); });
    const auto decided = kit.decide(Answer::ReceiveOnly);
    auto seen = kit.look(decided.caseNumber);
    CHECK(seen.answer == Answer::Notice);
    CHECK(await(kit.acts->correct(seen, {}, u"王二"_s)).error().code == ErrorCode::InvalidInput);
    const std::vector<desk::Correction> corrections{{u"mobile"_s, u"13909310001"_s}};
    CHECK(await(kit.acts->correct(seen, corrections, u" "_s)).error().code == ErrorCode::InvalidInput);
    const auto done = good(await(kit.acts->correct(seen, corrections, u"王二"_s)));
    const QString paper = kit.text(done.caseNumber, done.papers.at(0));
    CHECK(paper.contains(u"Was:123"_s));
    CHECK(paper.contains(u"Now:13909310001"_s));
    CHECK(paper.contains(u"第三十二条第一款第（三）项"_s));
    seen = kit.look(decided.caseNumber);
    CHECK(seen.answer == Answer::Accept);
    CHECK(seen.file.state == CaseState::Received);
    // An identity number stands on no paper in full.
    const std::vector<desk::Correction> number{{u"agentId"_s, u"620422199111035529"_s}};
    const auto again = good(await(kit.acts->correct(seen, number, u"王二"_s)));
    const QString masked = kit.text(again.caseNumber, again.papers.at(0));
    CHECK(masked.contains(u"5529"_s));
    CHECK_FALSE(masked.contains(u"620422199111035529"_s));
    CHECK_FALSE(masked.contains(u"62010219850612321X"_s));
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
