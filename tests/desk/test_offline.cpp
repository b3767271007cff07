// SPDX-License-Identifier: GPL-3.0-or-later
// 受理 is the same with the centre down, and what was printed then stands, whatever the centre says later
// (I5, I9).
#include "desk/deskwindow.h"
#include "desk/guideedit.h"
#include "desk/windowday.h"
#include "domain/publishact.h"
#include "ledger/ledger.h"
#include "support/await.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <functional>

using namespace ow;
using namespace ow::test;
using namespace Qt::StringLiterals;
using domain::Answer;

namespace {

/// What a morning at the window gave, without what tells two runs apart.
struct Morning
{
    std::vector<desk::Decided> decided;
    QStringList seen; ///< number, state, kind and number of paper, entries, of every case
    qint64 entries = 0;
};

Morning morningAt(DeskWindow& window)
{
    Morning morning;
    morning.decided.push_back(window.accept(1));
    window.fillIn(2);
    window.intake.setMaterialState(u"M01"_s, domain::MaterialState::Missing);
    morning.decided.push_back(window.decide(Answer::Notice));
    window.fillIn(3);
    const auto taken = await(window.intake.addBytes(u"M01"_s, photograph(1), u"登记单"_s));
    REQUIRE(taken);
    morning.decided.push_back(window.decide(Answer::Accept));
    for (const desk::Decided& decided : morning.decided) {
        CHECK(window.paper(decided).pdf.startsWith("%PDF-"));
        const auto detail = window.caseOf(decided.caseNumber);
        REQUIRE(detail.file.papers.size() == 1);
        QString kinds;
        for (const desk::TimelineLine& line : detail.timeline)
            kinds += line.kindKey + u' ';
        morning.seen << QStringList{decided.caseNumber,
                                    domain::stateKey(decided.state),
                                    decided.paperKind,
                                    detail.file.papers.front().number,
                                    kinds,
                                    detail.line.nextDue.toString(Qt::ISODate)}
                            .join(u'|');
    }
    morning.entries = *await(window.workplace.ledger().run(
        [](ledger::Ledger& ledger) -> domain::Result<qint64> { return ledger.head().seq; }));
    return morning;
}

/// A window enrolled at a running centre, signed in, synced.
struct Hall
{
    CentreProcess centre;
    DeskPlace place;
    std::unique_ptr<DeskWindow> window;

    explicit Hall(const QString& user = CentreProcess::kClerk,
                  const std::function<void(CentreProcess&)>& prepare = {})
    {
        if (prepare)
            prepare(centre);
        centre.start();
        window = std::make_unique<DeskWindow>(place);
        window->enrol(centre);
        window->signIn(user);
        REQUIRE(window->waitSynced());
    }

    /// Case, number and paper are on both sides as they were when the applicant left.
    void checkStands(const desk::Decided& decided, const desk::FinishedPaper& paper);
    /// checkStands(), and both sides say what is to be looked into; at the centre it is a task of the chief.
    void checkFlagged(const desk::Decided& decided, const desk::FinishedPaper& paper, const QString& flag);
};

void Hall::checkStands(const desk::Decided& decided, const desk::FinishedPaper& paper)
{
    REQUIRE(window->waitSynced());
    QStringList kinds;
    const auto kept = centre.kept();
    for (const KeptEntry& entry : kept) {
        if (entry.caseNumber != decided.caseNumber)
            continue;
        kinds << entry.kind;
        CHECK(entry.times == 1);
        CHECK(entry.outcome == u"accepted"_s);
        CHECK(entry.caseState == u"accepted"_s);
    }
    kinds.sort();
    CHECK(kinds == QStringList{u"accept"_s, u"paper"_s, u"receive"_s});

    const auto detail = window->caseOf(decided.caseNumber);
    CHECK(detail.line.number == decided.caseNumber);
    CHECK(detail.line.state == domain::CaseState::Accepted);
    CHECK(detail.line.pending == 0);
    CHECK(detail.line.conflicts == 0);
    REQUIRE(detail.file.papers.size() == 1);
    CHECK(detail.file.papers.front().number == decided.paperNumber);
    const auto again = window->paper(decided);
    CHECK(again.number == paper.number);
    CHECK(again.pdf == paper.pdf);
}

void Hall::checkFlagged(const desk::Decided& decided, const desk::FinishedPaper& paper, const QString& flag)
{
    INFO(flag.toStdString());
    checkStands(decided, paper);
    int tasks = 0;
    bool flagged = false;
    const auto kept = centre.kept();
    for (const KeptEntry& entry : kept) {
        if (entry.caseNumber == decided.caseNumber) {
            tasks = entry.openTasks;
            flagged = flagged || entry.flags.split(u' ').contains(flag);
        }
    }
    CHECK(flagged);
    CHECK(tasks > 0);
    CHECK(window->caseOf(decided.caseNumber).line.flags.contains(flag));
}

/// Writes the entries of two administrators by which the item these tests use gets a version 2.
void publishNewVersion(DeskWindow& window, const QString& proposes, const QString& approves)
{
    const auto guide = window.workplace.rules()->catalogue.current(DeskWindow::kItem);
    QFile file(catalogue::kBuiltinGuides + u'/' + DeskWindow::kItem + u".v1.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    domain::PublishAct act;
    act.base = guide->ref;
    act.document = desk::changedGuide(file.readAll(), 2, {{5}, {}, {}}).value();
    const QByteArray sm3 = window.workplace.options().crypto->sm3(act.document);
    const auto write = [&](const QString& actor) {
        ledger::ActDraft draft;
        draft.kind = domain::Kind::Publish;
        draft.actor = actor;
        draft.guide = record::GuideRef{DeskWindow::kItem, 2, QString::fromLatin1(sm3.toHex())};
        draft.body = ledger::fixedBody(domain::publishToCbor(act));
        const auto written = await(window.workplace.ledger().run(
            [acts = std::vector{draft}](ledger::Ledger& ledger) { return ledger.append(acts); }));
        REQUIRE(written);
        return written->front().entry.header.id;
    };
    act.proposal = write(proposes);
    act.step = domain::PublishStep::Approve;
    write(approves);
}

} // namespace

TEST_CASE("a morning with the centre down gives the same cases numbers and papers as one with it up")
{
    Hall up;
    const Morning online = morningAt(*up.window);
    Hall down;
    down.centre.killNow();
    REQUIRE(down.window->waitOffline());
    const Morning offline = morningAt(*down.window);
    CHECK(offline.seen == online.seen);
    CHECK(offline.entries == online.entries);

    down.centre.start();
    for (Hall* hall : {&up, &down}) {
        REQUIRE(hall->window->waitSynced());
        const auto kept = hall->centre.kept();
        CHECK(kept.size() == 9); // three cases of receive, answer and paper
        for (const KeptEntry& entry : kept) {
            CHECK(entry.times == 1);
            CHECK(entry.outcome == u"accepted"_s);
            CHECK(entry.flags.isEmpty());
        }
    }
}

TEST_CASE("a paper printed offline stands although its clerk had been revoked")
{
    Hall hall;
    hall.centre.killNow();
    hall.centre.command({u"user"_s, u"revoke"_s, u"--id"_s, CentreProcess::kClerk});
    const auto decided = hall.window->accept(1);
    const auto paper = hall.window->paper(decided);
    hall.centre.start();
    hall.checkFlagged(decided, paper, u"actor_revoked"_s);
}

TEST_CASE("a paper printed offline stands although its author lacked the role")
{
    const QString supervisor = u"sun03"_s;
    Hall hall(supervisor, [&](CentreProcess& centre) {
        centre.command({u"user"_s, u"add"_s, u"--id"_s, supervisor, u"--name"_s, u"孙监察"_s, u"--roles"_s,
                        u"supervisor"_s, u"--password-fd"_s, u"0"_s},
                       CentreProcess::kPassword.toUtf8() + '\n');
    });
    hall.centre.killNow();
    const auto decided = hall.window->accept(1);
    const auto paper = hall.window->paper(decided);
    hall.centre.start();
    hall.checkFlagged(decided, paper, u"role_missing"_s);
}

TEST_CASE("a paper printed offline stands although the guide had been superseded")
{
    const QString administrators[] = {u"zhao11"_s, u"qian12"_s};
    Hall hall(CentreProcess::kClerk, [&](CentreProcess& centre) {
        for (const QString& id : administrators)
            centre.command({u"user"_s, u"add"_s, u"--id"_s, id, u"--name"_s, u"管理员"_s, u"--roles"_s,
                            u"administrator"_s, u"--password-fd"_s, u"0"_s},
                           CentreProcess::kPassword.toUtf8() + '\n');
    });
    publishNewVersion(*hall.window, administrators[0], administrators[1]);
    REQUIRE(hall.window->waitSynced());
    hall.centre.killNow();
    const auto decided = hall.window->accept(1);
    const auto paper = hall.window->paper(decided);
    hall.centre.start();
    hall.checkFlagged(decided, paper, u"guide_superseded"_s);
}

TEST_CASE("a paper printed offline by a slow clock stands and the clerk had been asked")
{
    Hall hall;
    hall.centre.killNow();
    hall.place.clock.setOffset(-10 * 60 * 1000);
    hall.window->fillIn(1);
    const auto asked = await(hall.window->intake.decide(Answer::Accept));
    REQUIRE_FALSE(asked);
    CHECK(asked.error().code == domain::ErrorCode::ClockDoubtful);
    CHECK(hall.window->intake.isActive());
    const auto decided = hall.window->decide(Answer::Accept);
    const auto paper = hall.window->paper(decided);
    hall.centre.start();
    // The centre's doubt is about the entry that confirmed the clock; the case goes its way.
    hall.checkStands(decided, paper);
}

TEST_CASE("a paper printed offline by a fast clock stands")
{
    Hall hall;
    hall.centre.killNow();
    hall.place.clock.setOffset(10 * 60 * 1000);
    const auto decided = hall.window->accept(1);
    const auto paper = hall.window->paper(decided);
    hall.centre.start();
    hall.checkFlagged(decided, paper, u"clock_doubtful"_s);
}

TEST_CASE("two papers printed offline for one application both stand")
{
    Hall hall;
    hall.centre.killNow();
    const auto first = hall.window->accept(1);
    const auto second = hall.window->accept(1);
    const auto paper = hall.window->paper(second);
    static_cast<void>(hall.window->paper(first));
    CHECK(first.caseNumber != second.caseNumber);
    CHECK(first.paperNumber != second.paperNumber);
    hall.centre.start();
    hall.checkFlagged(second, paper, u"duplicate"_s);
    CHECK(hall.window->caseOf(first.caseNumber).line.flags.isEmpty());
}
