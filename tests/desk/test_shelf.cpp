// SPDX-License-Identifier: GPL-3.0-or-later
// 材料复用: what the intake of a repeat applicant is offered, and what comes of taking it.
#include "desk/actkit.h"
#include "desk/intakeoffers.h"
#include "ledger/ledger.h"

#include <QDirIterator>

#include <algorithm>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::Answer;
using domain::MaterialState;
using domain::TrustGrade;

namespace {

// Its M03 and M04 are licences that serve again; nothing of it is made for one application only but M01.
const QString kCharter = u"62-JT-GG-0003"_s;
const QString kLicence = u"M03"_s;
const ui::tests::Person kSomebodyElse{u"兰州丙丁港航有限公司"_s, u"91620100MA71K2345G"_s, u"李四"_s,
                                      u"62010219850612321X"_s, u"13909310002"_s};

/// A window where the applicant's licence was compared with the original in an earlier case.
struct Repeat
{
    ActKit kit;
    QDate until;
    QDate verifiedOn;
    QString earlier;
    domain::MaterialFile file;
    std::unique_ptr<desk::IntakeOffers> offers;

    explicit Repeat(int validDays = 90)
        : until(kit.workplace->today().addDays(validDays))
    {
        earlier = take(until);
        verifiedOn = kit.workplace->today();
        offers = std::make_unique<desk::IntakeOffers>(*kit.workplace, *kit.intake);
    }

    /// One more case with a scan of the licence; its number.
    QString take(QDate validUntil, const QString& name = u"licence.png"_s, TrustGrade grade = TrustGrade::B)
    {
        kit.fillIn(kCharter);
        good(await(kit.intake->addFile(kLicence, kit.picture(name))));
        kit.intake->setGrade(kLicence, grade);
        kit.intake->setValidUntil(kLicence, validUntil);
        file = kit.intake->intake().material(kLicence)->files.front();
        return kit.decide(Answer::Accept).caseNumber;
    }

    /// A new application whose materials are all missing, its applicant known; the shelf has answered.
    void comeAgain(const ui::tests::Person& person = {})
    {
        good(kit.intake->begin(kCharter));
        ui::tests::fillRequired(*kit.intake, person, false);
        for (int i = 0; i < 3; ++i) {
            static_cast<void>(
                await(kit.workplace->ledger().run([](ledger::Ledger&) { return domain::Result<int>(0); })));
            QCoreApplication::processEvents();
        }
    }

    [[nodiscard]] const domain::MaterialIntake& licence() const
    {
        return *kit.intake->intake().material(kLicence);
    }

    [[nodiscard]] int storedFiles() const
    {
        int count = 0;
        for (QDirIterator at(kit.folder.filePath(u"profile"_s), QDir::Files, QDirIterator::Subdirectories);
             at.hasNext();) {
            count += at.next().contains(u"/blobs/"_s) ? 1 : 0;
        }
        return count;
    }
};

} // namespace

TEST_CASE("an applicant who comes again is offered the earlier scan with its day its grade and its end")
{
    Repeat at;
    at.kit.nextDays(14);
    at.comeAgain();
    const desk::ShelfItem* item = at.offers->offer(kLicence);
    REQUIRE(item != nullptr);
    CHECK(item->from.caseNumber == at.earlier);
    CHECK(item->from.verifiedOn == at.verifiedOn);
    CHECK(item->from.validUntil == at.until);
    CHECK(item->from.grade == TrustGrade::B);
    REQUIRE(item->files.size() == 1);
    CHECK(item->files.front().blob == at.file.blob);
    const QString words = desk::MaterialShelf::rowText(*item);
    CHECK(words.contains(at.verifiedOn.toString(Qt::ISODate)));
    CHECK(words.contains(at.until.toString(Qt::ISODate)));
    // Nothing came by itself, and what had no scan is not offered.
    CHECK(at.kit.intake->intake().material(kLicence) == nullptr);
    CHECK(at.offers->offer(u"M04"_s) == nullptr);
    CHECK(at.offers->watermark(kLicence).isEmpty());
}

TEST_CASE("somebody else is offered nothing and a number being typed asks nothing")
{
    Repeat at;
    at.comeAgain(kSomebodyElse);
    CHECK(at.offers->offer(kLicence) == nullptr);
    at.kit.intake->setField(u"uscc"_s, ui::tests::Person().uscc);
    REQUIRE(waitUntil([&at] { return at.offers->offer(kLicence) != nullptr; }));
    // The offer goes with the number it was for.
    at.kit.intake->setField(u"uscc"_s, ui::tests::Person().uscc.chopped(1));
    CHECK(at.offers->offer(kLicence) == nullptr);
}

TEST_CASE("an earlier scan is offered to its last day and not after it")
{
    Repeat at(14);
    at.kit.nextDays(14);
    at.comeAgain();
    CHECK(at.offers->offer(kLicence) != nullptr);
    good(await(at.kit.intake->putAside()));
    at.kit.nextDays(1);
    at.comeAgain();
    CHECK(at.offers->offer(kLicence) == nullptr);
}

TEST_CASE("a reused scan says where it is from and is stored once")
{
    Repeat at;
    at.comeAgain();
    const int stored = at.storedFiles();
    REQUIRE(stored > 0);
    REQUIRE(at.offers->take(kLicence));
    const domain::MaterialIntake& licence = at.licence();
    CHECK(licence.state == MaterialState::Received);
    CHECK(licence.grade == TrustGrade::B);
    CHECK(licence.validUntil == at.until);
    REQUIRE(licence.reused);
    CHECK(*licence.reused ==
          domain::ReusedFrom{at.earlier, kLicence, at.verifiedOn, at.until, TrustGrade::B});
    REQUIRE(licence.files.size() == 1);
    CHECK(licence.files.front().blob == at.file.blob);
    CHECK(licence.files.front().origin == domain::FileOrigin::Reused);
    CHECK_FALSE(at.offers->take(kLicence)); // it is there now
    CHECK(at.offers->watermark(kLicence).contains(u"限办理“省际包车客运标志牌备案”使用"_s));

    for (const domain::DueMaterial& due : std::vector(at.kit.intake->situation().materials)) {
        if (due.material->id != kLicence)
            at.kit.intake->setMaterialState(due.material->id, MaterialState::Received);
    }
    const auto decided = at.kit.decide(Answer::Accept);
    CHECK(at.storedFiles() == stored);
    const auto seen = at.kit.look(decided.caseNumber);
    REQUIRE(seen.file.intake.material(kLicence)->reused);
    CHECK(seen.file.intake.material(kLicence)->reused->caseNumber == at.earlier);
    // It keeps its first date: a third application is offered the case the scan was made in.
    at.kit.nextDays(7);
    at.comeAgain();
    REQUIRE(at.offers->offer(kLicence) != nullptr);
    CHECK(at.offers->offer(kLicence)->from.caseNumber == at.earlier);
    CHECK(at.offers->count(kLicence) == 1);
}

TEST_CASE("undo takes a reused scan back and taking it off leaves nothing of what was known of it")
{
    Repeat at;
    at.comeAgain();
    REQUIRE(at.offers->take(kLicence));
    CHECK_FALSE(at.kit.intake->undo().isEmpty());
    CHECK(at.kit.intake->intake().material(kLicence) == nullptr);
    REQUIRE(at.offers->take(kLicence));
    SECTION("all of it")
    {
        at.kit.intake->removeReused(kLicence);
    }
    SECTION("its only page")
    {
        at.kit.intake->removeFile(kLicence, 0);
    }
    CHECK(at.licence().files.empty());
    CHECK(at.licence().state == MaterialState::Missing);
    CHECK_FALSE(at.licence().reused);
    CHECK(at.licence().grade == TrustGrade::C);
    CHECK_FALSE(at.licence().validUntil.isValid());
    CHECK(at.offers->offer(kLicence) != nullptr);
    // A scan of the clerk's own beside it stays.
    REQUIRE(at.offers->take(kLicence));
    good(await(at.kit.intake->addFile(kLicence, at.kit.picture(u"page.png"_s, Qt::blue))));
    at.kit.intake->removeReused(kLicence);
    REQUIRE(at.licence().files.size() == 1);
    CHECK(at.licence().files.front().origin == domain::FileOrigin::File);
    CHECK(at.licence().state == MaterialState::Received);
}

TEST_CASE("the best trusted scan is offered first and the next one in its turn")
{
    Repeat at;
    at.kit.nextDays(7);
    const QString newer = at.take(at.until, u"newer.png"_s, TrustGrade::C);
    at.comeAgain();
    // The same picture under another name would be the same scan.
    REQUIRE(at.offers->count(kLicence) == 1);
    at.kit.intake->setMaterialState(kLicence, MaterialState::NotApplicable);
    CHECK(at.offers->offer(kLicence) == nullptr);
    good(await(at.kit.intake->discard(at.kit.intake->intake().draftId)));

    at.kit.fillIn(kCharter);
    good(await(at.kit.intake->addFile(kLicence, at.kit.picture(u"other.png"_s, Qt::blue))));
    const QString other = at.kit.decide(Answer::Accept).caseNumber;
    at.comeAgain();
    REQUIRE(at.offers->count(kLicence) == 2);
    CHECK(at.offers->offer(kLicence)->from.caseNumber == at.earlier);
    at.offers->next(kLicence);
    CHECK(at.offers->index(kLicence) == 1);
    CHECK(at.offers->offer(kLicence)->from.caseNumber == other);
    CHECK(newer != other);
    at.offers->next(kLicence);
    CHECK(at.offers->offer(kLicence)->from.caseNumber == at.earlier);
}

TEST_CASE("a paper that ends before the promised day of the decision is pointed out")
{
    ActKit kit;
    kit.fillIn(u"62-JT-XK-0040"_s); // promised in seven working days
    const QDate due = kit.workday(7);
    const auto expires = [&kit] {
        const auto& findings = kit.intake->findings();
        return std::ranges::count_if(findings, [](const domain::Finding& finding) {
            return finding.code == u"material.expires" && finding.effect == domain::Effect::Hint &&
                   finding.material == u"M02";
        });
    };
    CHECK(expires() == 0);
    kit.intake->setValidUntil(u"M02"_s, due.addDays(-1));
    CHECK(expires() == 1);
    CHECK(kit.intake->answer() == Answer::Accept);
    kit.intake->setValidUntil(u"M02"_s, due);
    CHECK(expires() == 0);
}
