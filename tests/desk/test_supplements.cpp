// SPDX-License-Identifier: GPL-3.0-or-later
// What an applicant brings or sets right after the first answer: 补交, 承诺书, 补正, 当场更正.
#include "desk/actkit.h"
#include "desk/promisepages.h"
#include "desk/storedfile.h"
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

TEST_CASE("a promised material that comes in time is a supply and nothing is owed any more")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M03"_s, u"M04"_s}));
    const auto decided = kit.decide(Answer::AcceptDeficient);
    good(await(kit.supplement->begin(decided.caseNumber)));
    REQUIRE(kit.supplement->purpose() == desk::SupplementDesk::Purpose::Supply);
    REQUIRE(kit.supplement->items().size() == 2);
    CHECK(await(kit.supplement->supply()).error().code == ErrorCode::NotAllowed);
    good(await(kit.supplement->addFile(u"M03"_s, kit.picture(u"m03.png"_s))));
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
    static_cast<void>(good(await(kit.acts->signPromise(seen, kit.picture(u"signed.png"_s)))));
    const auto after = kit.look(decided.caseNumber);
    CHECK(after.file.promise->signedBlob.size() == 64);
    CHECK_FALSE(after.offers.signPromise);
}

TEST_CASE("a signed promise of several pages is kept as one PDF with its pages beside it")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M03"_s}));
    const auto decided = kit.decide(Answer::AcceptDeficient);
    const auto seen = kit.look(decided.caseNumber);
    desk::PromisePages pages(*kit.workplace);
    pages.begin(seen, u"promise"_s);
    const QString paper = desk::PromisePages::kPaper;
    good(await(pages.addFile(paper, kit.picture(u"one.png"_s))));
    good(await(pages.addFile(paper, kit.picture(u"two.png"_s, Qt::darkBlue))));
    REQUIRE(pages.files().size() == 2);
    // Leaving and coming back to the same case finds them; a page of another case is not among them.
    pages.leave();
    CHECK(pages.sheet().isEmpty());
    pages.begin(seen, u"promise"_s);
    REQUIRE(pages.files().size() == 2);
    pages.moveFile(paper, 0, 1);
    static_cast<void>(good(await(kit.acts->signPromise(seen, pages.files()))));
    const QString kept = kit.look(decided.caseNumber).file.promise->signedBlob;
    CHECK(kept != pages.files()[0].blob);
    CHECK(kept != pages.files()[1].blob);
    const auto pdf = good(await(kit.workplace->ledger().run(
        [kept](ledger::Ledger& ledger) { return ledger.blobs().content(kept); })));
    CHECK(pdf.startsWith("%PDF-"));
    CHECK(pdf.count("/Type /Page\n") + pdf.count("/Type /Page ") + pdf.count("/Type /Page/") == 2);
    CHECK(await(kit.acts->signPromise(seen, std::vector<domain::MaterialFile>())).error().code ==
          ErrorCode::InvalidInput);
}

TEST_CASE("pages brought for a notice are bound with the answer to it")
{
    ActKit kit;
    kit.fillIn(kPermit, without({u"M01"_s}));
    const auto noticed = kit.decide(Answer::Notice);
    good(await(kit.supplement->begin(noticed.caseNumber)));
    const auto bytes = [&kit](const QString& name, Qt::GlobalColor color) {
        QFile file(kit.picture(name, color));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    using domain::FileOrigin;
    good(await(
        kit.supplement->addBytes(u"M01"_s, bytes(u"a.png"_s, Qt::red), u"1"_s, FileOrigin::Scanner, true)));
    good(await(kit.supplement->addBytes(u"M01"_s, bytes(u"b.png"_s, Qt::blue), u"2"_s, FileOrigin::Scanner)));
    // Nobody asked for M02: its pages are not taken.
    CHECK(await(kit.supplement->addBytes(u"M02"_s, bytes(u"c.png"_s, Qt::green), u"3"_s)).error().code ==
          ErrorCode::NotAllowed);
    kit.supplement->editFile(u"M01"_s, 1, {.quarterTurns = 1});
    CHECK(kit.supplement->taken(u"M01"_s)->files[0].incomplete);
    static_cast<void>(good(await(kit.supplement->resubmit(kit.supplement->answer()))));
    const auto seen = kit.look(noticed.caseNumber);
    const auto* material = seen.file.intake.material(u"M01"_s);
    REQUIRE(material != nullptr);
    CHECK(material->files[1].edit.quarterTurns == 1);
    REQUIRE(material->bound);
    CHECK(material->bound->pages == 2);
    CHECK(material->bound->mime == u"application/pdf"_s);
}

TEST_CASE("a file that makes a material too large to bind is refused by name when it comes")
{
    constexpr qint64 kMiB = 1LL << 20;
    domain::MaterialIntake slot;
    domain::MaterialFile page;
    page.blob = u"a"_s;
    page.mime = u"image/jpeg"_s;
    page.origin = domain::FileOrigin::Scanner;
    page.size = 40 * kMiB;
    REQUIRE(desk::appendFile(slot, page, u"车辆照片"_s));
    page.blob = u"b"_s;
    page.size = 23 * kMiB + 1;
    const auto refused = desk::appendFile(slot, page, u"车辆照片"_s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::MaterialTooLarge);
    CHECK(refused.error().field == u"车辆照片"_s);
    CHECK(slot.files.size() == 1);
    page.size = 23 * kMiB;
    CHECK(desk::appendFile(slot, page, u"车辆照片"_s));
    // What came as a PDF is never bound, so nothing is too much.
    domain::MaterialIntake papers;
    page.mime = u"application/pdf"_s;
    page.size = 60 * kMiB;
    CHECK(desk::appendFile(papers, page, {}));
    page.blob = u"c"_s;
    CHECK(desk::appendFile(papers, page, {}));
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

    good(await(kit.supplement->addFile(u"M01"_s, kit.picture(u"m01.png"_s))));
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
