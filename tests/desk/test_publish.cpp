// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskwindow.h"
#include "desk/guidesdesk.h"
#include "support/await.h"

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using desk::GuideChange;
using desk::GuideProposal;
using desk::SentPublish;
using desk::SyncState;
using domain::ErrorCode;

namespace {

const QString kZhao = u"zhao11"_s;
const QString kQian = u"qian12"_s;

void addPerson(const CentreProcess& centre, const QString& id, const QString& roles)
{
    centre.command({u"user"_s, u"add"_s, u"--id"_s, id, u"--name"_s, id + u"的名字"_s, u"--roles"_s, roles,
                    u"--password-fd"_s, u"0"_s},
                   CentreProcess::kPassword.toUtf8() + '\n');
}

/// One window with a person before it.
struct Seat
{
    Seat(const CentreProcess& centre, const QString& station, const QString& user)
    {
        REQUIRE(await(window.connection.enrol(centre.url(), centre.enrolCode(station), u"PC"_s)));
        window.signIn(user);
    }

    [[nodiscard]] int version() const
    {
        return window.workplace.rules()->catalogue.current(DeskWindow::kItem)->ref.version;
    }

    /// Asks again until the window has this version in force.
    [[nodiscard]] bool waitVersion(int wanted)
    {
        guides.refresh();
        return waitUntil([&] { return version() == wanted; });
    }

    /// Until a proposal waits (or none does).
    [[nodiscard]] std::vector<GuideProposal> waitProposals(std::size_t wanted)
    {
        std::vector<GuideProposal> found;
        CHECK(waitUntil([&] {
            guides.refresh();
            auto read = await(guides.proposals());
            REQUIRE(read);
            found = *read;
            return found.size() == wanted;
        }));
        return found;
    }

    [[nodiscard]] SentPublish newest()
    {
        const auto sent = await(guides.sent());
        REQUIRE(sent);
        REQUIRE_FALSE(sent->empty());
        return sent->front();
    }

    DeskPlace place;
    DeskWindow window{place};
    desk::GuidesDesk guides{window.workplace, window.connection};
};

/// Seven days become four, for the item and for its first situation.
GuideChange quicker(int days = 4)
{
    GuideChange change;
    change.promisedDays = days;
    change.situationDays = {{u"situation/S01"_s, days}};
    return change;
}

struct Office
{
    Office()
    {
        addPerson(centre, kZhao, u"administrator"_s);
        addPerson(centre, kQian, u"administrator"_s);
        centre.start();
    }

    CentreProcess centre;
};

} // namespace

TEST_CASE("what one administrator proposes and another approves holds at every window from then on")
{
    Office office;
    Seat zhao(office.centre, u"W03"_s, kZhao);
    Seat qian(office.centre, u"W04"_s, kQian);
    Seat clerk(office.centre, u"W05"_s, CentreProcess::kClerk);
    const auto before = clerk.window.accept(1);
    CHECK(clerk.window.caseOf(before.caseNumber).file.promisedDays == 7);
    clerk.window.fillIn(2); // an open application keeps the guide it began with

    REQUIRE(await(zhao.guides.propose(DeskWindow::kItem, quicker(), u"提速"_s)));
    REQUIRE(zhao.window.waitSynced());
    CHECK(zhao.newest().state == SyncState::Accepted);
    const auto seen = qian.waitProposals(1);
    REQUIRE(seen.size() == 1);
    CHECK_FALSE(seen.front().own);
    CHECK(seen.front().by == u"zhao11的名字"_s);
    CHECK(seen.front().note == u"提速"_s);
    CHECK(seen.front().refused.isEmpty());
    REQUIRE(seen.front().differences.size() == 2);
    CHECK(seen.front().differences.front().before.contains(u'7'));
    CHECK(seen.front().differences.front().after.contains(u'4'));
    CHECK(zhao.version() == 1);

    // Not by the same person: not at the desk.
    const auto own = zhao.waitProposals(1);
    REQUIRE(own.size() == 1);
    CHECK(own.front().own);
    const auto same = await(zhao.guides.approve(own.front().id));
    REQUIRE_FALSE(same);
    CHECK(same.error().code == ErrorCode::NotAllowed);

    REQUIRE(await(qian.guides.approve(seen.front().id)));
    REQUIRE(qian.window.waitSynced());
    CHECK(qian.newest().state == SyncState::Accepted);
    for (Seat* seat : {&zhao, &qian, &clerk})
        REQUIRE(seat->waitVersion(2));

    const auto open = clerk.window.decide(domain::Answer::Accept);
    CHECK(clerk.window.caseOf(open.caseNumber).file.promisedDays == 7);
    const auto after = clerk.window.accept(3);
    const auto detail = clerk.window.caseOf(after.caseNumber);
    CHECK(detail.file.promisedDays == 4);
    CHECK(detail.guideVersion == 2);
    REQUIRE(clerk.window.waitSynced());
    CHECK(clerk.window.caseOf(after.caseNumber).line.flags.isEmpty());

    const auto history = await(qian.guides.history(DeskWindow::kItem));
    REQUIRE(history);
    REQUIRE(history->size() == 2);
    CHECK(history->front().current);
    CHECK(history->front().proposedBy == u"zhao11的名字"_s);
    CHECK(history->front().approvedBy == u"qian12的名字"_s);
    CHECK(history->front().publishedAt > 0);

    // The next morning it is there without a network.
    office.centre.killNow();
    REQUIRE(await(clerk.window.signInDesk.signOut()));
    DeskWindow again(clerk.place);
    clerk.window.workplace.shutDown();
    again.open();
    again.signIn();
    CHECK(waitUntil(
        [&] { return again.workplace.rules()->catalogue.current(DeskWindow::kItem)->ref.version == 2; }));
}

TEST_CASE("a change that cannot stand is refused before it is sent")
{
    Office office;
    Seat zhao(office.centre, u"W03"_s, kZhao);
    const auto beyond = await(zhao.guides.propose(DeskWindow::kItem, quicker(16), {}));
    REQUIRE_FALSE(beyond);
    CHECK(beyond.error().code == ErrorCode::GuideInvalid);
    const auto nothing = await(zhao.guides.preview(DeskWindow::kItem, quicker(7)));
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == ErrorCode::InvalidInput);
    GuideChange tolerance;
    tolerance.toleranceDays = {{u"M02"_s, 30}};
    const auto longer = await(zhao.guides.preview(DeskWindow::kItem, tolerance));
    REQUIRE(longer);
    CHECK_FALSE(longer->warnings.isEmpty()); // longer than the promise allows
    const auto sent = await(zhao.guides.sent());
    REQUIRE(sent);
    CHECK(sent->empty());
}

TEST_CASE("a proposal made without a network waits and the centre's refusal is told with its reason")
{
    Office office;
    Seat zhao(office.centre, u"W03"_s, kZhao);
    Seat qian(office.centre, u"W04"_s, kQian);
    REQUIRE(zhao.window.waitSynced());
    office.centre.killNow();
    REQUIRE(zhao.window.waitOffline());
    CHECK_FALSE(zhao.guides.isOnline());
    REQUIRE(await(zhao.guides.propose(DeskWindow::kItem, quicker(), {})));
    CHECK(zhao.newest().state == SyncState::Pending);
    office.centre.start();
    REQUIRE(qian.window.waitSynced());
    REQUIRE(await(qian.guides.propose(DeskWindow::kItem, quicker(5), {})));
    REQUIRE(qian.window.waitSynced());
    CHECK(qian.newest().state == SyncState::Accepted);
    REQUIRE(zhao.window.waitSynced());
    CHECK(zhao.newest().state == SyncState::Rejected);
    CHECK(zhao.newest().reason == u"proposal_open"_s);
    CHECK_FALSE(desk::publishReasonWords(zhao.newest().reason).isEmpty());
    CHECK(zhao.version() == 1);
}

TEST_CASE("a declined proposal is gone at both windows")
{
    Office office;
    Seat zhao(office.centre, u"W03"_s, kZhao);
    Seat qian(office.centre, u"W04"_s, kQian);
    REQUIRE(await(zhao.guides.propose(DeskWindow::kItem, quicker(), {})));
    REQUIRE(zhao.window.waitSynced());
    const auto seen = qian.waitProposals(1);
    REQUIRE(await(qian.guides.decline(seen.front().id, u"太快"_s)));
    REQUIRE(qian.window.waitSynced());
    CHECK(qian.waitProposals(0).empty());
    CHECK(zhao.waitProposals(0).empty());
    CHECK(zhao.version() == 1);
}

TEST_CASE("only an administrator changes guides and everybody reads them")
{
    Office office;
    Seat clerk(office.centre, u"W03"_s, CentreProcess::kClerk);
    CHECK_FALSE(clerk.guides.mayPublish());
    const auto refused = await(clerk.guides.propose(DeskWindow::kItem, quicker(), {}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::RoleMissing);
    CHECK(clerk.guides.list({}).size() == 63);
    CHECK(clerk.guides.list({u"djys"_s, {}, false}).front().code.startsWith(u"62-JT-XK-000"_s));
    CHECK(clerk.guides.list({{}, {}, true}).size() < 63);
}

TEST_CASE("who is added at the centre can sign in at a window enrolled before and who is revoked cannot")
{
    Office office;
    Seat clerk(office.centre, u"W03"_s, CentreProcess::kClerk);
    addPerson(office.centre, u"sun13"_s, u"clerk"_s);
    office.centre.command({u"user"_s, u"revoke"_s, u"--id"_s, kQian});
    const auto users = [&clerk] {
        const auto facts = await(clerk.window.signInDesk.facts());
        REQUIRE(facts);
        return facts->users;
    };
    CHECK(waitUntil([&] {
        clerk.window.connection.fetchNow();
        const QStringList known = users();
        return known.contains(u"sun13"_s) && !known.contains(kQian);
    }));
    REQUIRE(await(clerk.window.signInDesk.signOut()));
    const auto person = await(clerk.window.signInDesk.signIn(u"sun13"_s, CentreProcess::kPassword));
    REQUIRE(person);
    CHECK(person->name == u"sun13的名字"_s);
    CHECK(person->roles == domain::Roles(domain::Clerk));
}
