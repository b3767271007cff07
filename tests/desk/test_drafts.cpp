// SPDX-License-Identifier: GPL-3.0-or-later
// 暂存 (I8), and what is left to do when the program ended between a decision and its paper.
#include "desk/deskwindow.h"
#include "desk/windowday.h"
#include "ledger/ledger.h"
#include "support/await.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::Answer;
using domain::ErrorCode;

namespace {

/// A window that is enrolled; its centre is not running.
struct Enrolled
{
    CentreProcess centre;
    DeskPlace place;

    Enrolled()
    {
        centre.start();
        DeskWindow(place).enrol(centre);
        centre.killNow();
    }
};

} // namespace

TEST_CASE("what is typed is on the disk although the clerk never pauses")
{
    Enrolled enrolled;
    QString id;
    {
        DeskWindow window(enrolled.place);
        window.open();
        window.signIn();
        REQUIRE(window.intake.begin(DeskWindow::kItem));
        int saved = 0;
        QObject::connect(&window.intake, &desk::IntakeDesk::draftSaved, &window.intake, [&] { ++saved; });
        int keys = 0;
        REQUIRE(waitUntil([&] {
            window.intake.setField(u"applicantName"_s, QString(u"马尕让"_s + QString::number(++keys)));
            return saved > 0;
        }));
        window.intake.setField(u"applicantName"_s, u"马尕让"_s);
        const int before = saved;
        REQUIRE(waitUntil([&] { return saved > before; }));
        id = window.intake.intake().draftId;
    }
    DeskWindow next(enrolled.place);
    next.open();
    next.signIn();
    const auto drafts = next.drafts();
    REQUIRE(drafts.size() == 1);
    CHECK(drafts.front().id == id);
    CHECK_FALSE(drafts.front().applicant.contains(u"尕让"));
    REQUIRE(await(next.intake.resume(id)));
    CHECK(next.intake.guide().ref.code == DeskWindow::kItem);
    CHECK(next.intake.intake().applicant.name == u"马尕让"_s);
}

TEST_CASE("putting aside empties the desk and a decision takes its draft away for good")
{
    Enrolled enrolled;
    {
        DeskWindow window(enrolled.place);
        window.open();
        window.signIn();
        window.fillIn(1);
        const QString first = window.intake.intake().draftId;
        REQUIRE(await(window.intake.putAside()));
        CHECK_FALSE(window.intake.isActive());
        window.fillIn(2);
        REQUIRE(await(window.intake.putAside()));
        CHECK(window.drafts().size() == 2);
        REQUIRE(await(window.intake.resume(first)));
        CHECK(window.intake.intake().applicant.idNumber == residentNumber(1));
        static_cast<void>(window.decide(Answer::Accept));
        CHECK_FALSE(window.intake.isActive());
        REQUIRE(window.drafts().size() == 1);
        CHECK(window.drafts().front().id != first);
    }
    DeskWindow next(enrolled.place);
    next.open();
    next.signIn();
    CHECK(next.drafts().size() == 1);
}

TEST_CASE("while it is being decided an application is neither changed nor put aside nor begun anew")
{
    Enrolled enrolled;
    DeskWindow window(enrolled.place);
    window.open();
    window.signIn();
    window.fillIn(1);
    const QString id = window.intake.intake().draftId;
    auto decided = window.intake.decide(Answer::Accept);
    REQUIRE(window.intake.isDeciding());
    // As posted between the entry's append and its answer: the draft must not come back by any of them.
    auto aside = window.intake.putAside();
    auto thrown = window.intake.discard(id);
    window.intake.setField(u"applicantName"_s, u"另一个人"_s);
    window.intake.setMaterialState(u"M01"_s, domain::MaterialState::Missing);
    auto file = window.intake.addBytes(u"M01"_s, "x", u"x.png"_s);
    CHECK(window.intake.intake().applicant.name == u"马尕让"_s);
    CHECK_FALSE(window.intake.begin(DeskWindow::kItem));
    window.intake.saveNow();
    CHECK_FALSE(await(aside));
    CHECK_FALSE(await(thrown));
    CHECK_FALSE(await(file));
    auto done = await(decided);
    if (!done && done.error().code == ErrorCode::ClockDoubtful) {
        window.intake.confirmClock();
        done = await(window.intake.decide(Answer::Accept));
    }
    REQUIRE(done);
    CHECK_FALSE(window.intake.isActive());
    CHECK(window.drafts().empty());
    // A save that was on its way: refused, so that nobody decides it again tomorrow.
    const auto late = await(window.workplace.ledger().run(
        [id](ledger::Ledger& ledger) { return ledger.drafts().save(id, CentreProcess::kClerk, {}); }));
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::NotAllowed);
}

TEST_CASE("what was typed last goes to the disk before the pages of a decision are bound")
{
    Enrolled enrolled;
    DeskWindow window(enrolled.place);
    window.open();
    window.signIn();
    int saved = 0;
    QObject::connect(&window.intake, &desk::IntakeDesk::draftSaved, &window.intake, [&saved] { ++saved; });
    window.fillIn(1);
    REQUIRE(saved == 0); // the timer has not had its turn yet, and is not going to
    static_cast<void>(window.decide(Answer::Accept));
    CHECK(saved == 1);
}

TEST_CASE("a decision of the person before leaves the next one's application alone and is told to nobody")
{
    Enrolled enrolled;
    DeskWindow window(enrolled.place);
    window.open();
    window.signIn();
    window.fillIn(1);
    REQUIRE(await(window.intake.addBytes(u"M01"_s, photograph(1), u"1.png"_s))); // which has to be bound
    int told = 0;
    QObject::connect(&window.intake, &desk::IntakeDesk::decided, &window.intake, [&told] { ++told; });
    auto first = window.intake.decide(Answer::Accept);
    desk::Person chief{CentreProcess::kChief, {}, domain::Chief | domain::Clerk};
    window.workplace.setPerson(chief); // taken over while the pages are being bound
    CHECK_FALSE(window.intake.isActive());
    REQUIRE(window.intake.begin(DeskWindow::kItem));
    const QString next = window.intake.intake().draftId;
    CHECK_FALSE(await(first));
    CHECK(told == 0);
    REQUIRE(window.intake.isActive());
    CHECK(window.intake.intake().draftId == next);
    CHECK_FALSE(window.intake.isDeciding());
    const auto lines = window.drafts();
    CHECK(std::ranges::any_of(
        lines, [](const desk::DraftLine& line) { return line.owner == CentreProcess::kClerk; }));
}

TEST_CASE("an application is not decided while pages of it are still expected")
{
    Enrolled enrolled;
    DeskWindow window(enrolled.place);
    window.open();
    window.signIn();
    window.fillIn(1);
    auto expected = window.intake.expectPages(); // between two sheets of a feeder no file is being taken in
    const auto early = await(window.intake.decide(Answer::Accept));
    REQUIRE_FALSE(early);
    CHECK(early.error().code == ErrorCode::NotAllowed);
    CHECK(window.intake.isActive());
    expected.reset();
    CHECK(await(window.intake.decide(Answer::Accept)));
}

TEST_CASE("an answer the findings do not allow is refused and leaves the application as it was")
{
    Enrolled enrolled;
    DeskWindow window(enrolled.place);
    window.open();
    window.signIn();
    window.fillIn(1);
    const auto refused = [&window](Answer answer) {
        const auto decided = await(window.intake.decide(answer));
        return !decided && decided.error().code == ErrorCode::NotAllowed;
    };
    REQUIRE(window.intake.answer() == Answer::Accept);
    CHECK(refused(Answer::Notice));
    CHECK(refused(Answer::Decline));
    CHECK(refused(Answer::NotRequired));

    window.intake.setMaterialState(u"M01"_s, domain::MaterialState::Missing);
    REQUIRE(window.intake.answer() == Answer::Notice);
    CHECK(refused(Answer::Accept));
    CHECK(window.intake.isActive());
    const auto noticed = window.decide(Answer::Notice);
    CHECK(noticed.state == domain::CaseState::AwaitingSupplement);
    CHECK(noticed.caseNumber.startsWith(u"JT62-W03-"_s));
}

TEST_CASE("a paper the program ended before is made with its number at the next start")
{
    Enrolled enrolled;
    desk::Decided decided;
    {
        DeskWindow window(enrolled.place);
        window.open();
        window.signIn();
        decided = window.accept(1);
    }
    DeskWindow next(enrolled.place);
    next.open();
    next.signIn();
    const auto before = next.caseOf(decided.caseNumber);
    REQUIRE(before.file.papers.size() == 1);
    CHECK(before.file.papers.front().number == decided.paperNumber);
    CHECK(before.file.papers.front().blob.isEmpty());
    const auto made = await(next.papers.makeMissing());
    REQUIRE(made);
    CHECK(*made == 1);
    const auto after = next.caseOf(decided.caseNumber);
    REQUIRE(after.file.papers.size() == 1);
    CHECK(after.file.papers.front().number == decided.paperNumber);
    CHECK_FALSE(after.file.papers.front().blob.isEmpty());
    CHECK(next.paper(decided).pdf.startsWith("%PDF-"));
    CHECK(*await(next.papers.makeMissing()) == 0);
}

TEST_CASE("a draft handed over is the other person's and says by whom")
{
    Enrolled enrolled;
    DeskWindow window(enrolled.place);
    window.open();
    window.signIn();
    window.fillIn(1);
    const QString id = window.intake.intake().draftId;
    const auto unknown = await(window.intake.handOver(id, u"nobody"_s));
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::UserUnknown);
    REQUIRE(await(window.intake.resume(id))); // put aside by the attempt, and not lost
    const auto others = await(window.intake.colleagues());
    REQUIRE(others);
    REQUIRE(others->size() == 1);
    CHECK(others->front().id == CentreProcess::kChief);
    REQUIRE(await(window.intake.handOver(id, CentreProcess::kChief)));
    CHECK_FALSE(window.intake.isActive());
    const auto again = await(window.intake.handOver(id, CentreProcess::kChief));
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::NotAllowed);

    REQUIRE(await(window.signInDesk.signOut()));
    window.signIn(CentreProcess::kChief);
    const auto drafts = window.drafts();
    REQUIRE(drafts.size() == 1);
    CHECK(drafts.front().owner == CentreProcess::kChief);
    CHECK_FALSE(drafts.front().handedBy.isEmpty());
    REQUIRE(await(window.intake.resume(id)));
    CHECK(window.intake.intake().applicant.idNumber == residentNumber(1));
}
