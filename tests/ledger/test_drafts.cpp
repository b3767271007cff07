// SPDX-License-Identifier: GPL-3.0-or-later
// 暂存 (I8) in the ledger: what a draft that was received, or whose seal is broken, does to the others.
#include "ledger/database.h"
#include "ledger/ledgerkit.h"

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using domain::ErrorCode;
using ledger::Drafts;

namespace {

const QCborMap kTyped{{QStringLiteral("name"), QStringLiteral("马")}};

} // namespace

TEST_CASE("a draft that was received is not written again by a save that comes late")
{
    const LedgerKit kit;
    const QString id = QStringLiteral("d-1");
    {
        const auto ledger = kit.createSignedIn();
        REQUIRE(ledger->drafts().save(id, kit.kClerk, kTyped));
        ledger::ActDraft refused = receiveAct();
        refused.settlesDraft = id;
        REQUIRE_FALSE(ledger->append(std::vector{refused, caseAct(domain::Kind::Issue, QString())}));
        REQUIRE(ledger->drafts().save(id, kit.kClerk, kTyped)); // what was rolled back settles nothing
        ledger::ActDraft act = receiveAct();
        act.settlesDraft = id;
        REQUIRE(ledger->append(std::vector{act}));
        const auto late = ledger->drafts().save(id, kit.kClerk, kTyped);
        REQUIRE_FALSE(late);
        CHECK(late.error().code == ErrorCode::NotAllowed);
    }
    const auto ledger = kit.openSignedIn();
    CHECK_FALSE(ledger->drafts().save(id, kit.kClerk, kTyped));
    CHECK(ledger->drafts().list()->empty());
}

TEST_CASE("a supplement's draft may come again after it was settled")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString number = acceptCase(*ledger).value();
    const QString id = QStringLiteral("supplement-") + number;
    REQUIRE(ledger->drafts().save(id, kit.kClerk, kTyped, Drafts::Shelf::Supplement));
    ledger::ActDraft act = caseAct(domain::Kind::Note, number);
    act.settlesDraft = id;
    REQUIRE(ledger->append(std::vector{act}));
    CHECK(ledger->drafts().list(Drafts::Shelf::Supplement)->empty());
    CHECK(ledger->drafts().save(id, kit.kClerk, kTyped, Drafts::Shelf::Supplement)); // a second notice
}

TEST_CASE("drafts of supplements take no place from applications")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    for (int i = 0; i < Drafts::kMaxDrafts; ++i) {
        REQUIRE(ledger->drafts().save(QStringLiteral("s-%1").arg(i), kit.kClerk, kTyped,
                                      Drafts::Shelf::Supplement));
    }
    CHECK_FALSE(ledger->drafts().save(QStringLiteral("more"), kit.kClerk, kTyped, Drafts::Shelf::Supplement));
    CHECK(ledger->drafts().save(QStringLiteral("d-1"), kit.kClerk, kTyped));
    CHECK(ledger->drafts().list()->size() == 1);
}

TEST_CASE("a draft whose seal is broken is listed with its fault and hides none of the others")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    REQUIRE(ledger->drafts().save(QStringLiteral("good"), kit.kClerk, kTyped));
    REQUIRE(ledger->drafts().save(QStringLiteral("bad"), kit.kClerk, kTyped));
    const auto edited =
        ledger::Database::open(kit.profile() + QStringLiteral("/ledger.db"), ledger::Database::Mode::Write);
    REQUIRE(
        edited->exec(QStringLiteral("UPDATE draft SET sealed = (SELECT sealed FROM draft WHERE id = 'good') "
                                    "WHERE id = 'bad'")));
    const auto drafts = ledger->drafts().list();
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 2);
    for (const Drafts::Draft& draft : *drafts) {
        CHECK(draft.fault.has_value() == (draft.id == QStringLiteral("bad")));
        CHECK(draft.actor == kit.kClerk);
    }
}
