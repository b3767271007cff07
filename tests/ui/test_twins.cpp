// SPDX-License-Identifier: GPL-3.0-or-later
// 重复办件 while the application is still on the desk: seen beside the open case, and what is said of both.
#include "desk/duplicatedesk.h"
#include "ledger/ledger.h"
#include "ui/filledform.h"
#include "ui/intake/intakekit.h"
#include "ui/support.h"
#include "ui/widgets/findinglist.h"

#include <QApplication>
#include <QSignalSpy>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ow;
using test::IntakeKit;

namespace {

const QString kCharter = QStringLiteral("62-JT-GG-0003");

/// One received, and the same applied for again on the desk: the number of the first.
QString appliedForTwice(IntakeKit& kit)
{
    const auto fill = [&kit] {
        kit.page->beginItem(kCharter);
        ui::tests::fillRequired(*kit.desk, {});
    };
    fill();
    const auto first = IntakeKit::await(kit.desk->decide(kit.desk->answer()));
    REQUIRE(first);
    fill();
    return first->caseNumber;
}

} // namespace

TEST_CASE("The finding of a duplicate leads to the comparison and what is said is noted on both cases")
{
    IntakeKit kit(ui::tests::theme());
    const QString first = appliedForTwice(kit);
    const auto duplicate = [&kit] {
        const auto& findings = kit.desk->findings();
        const auto found =
            std::ranges::find(findings, QStringLiteral("case.duplicate"), &domain::Finding::code);
        return found == findings.end() ? QString() : kit.desk->duplicateOf(*found);
    };
    REQUIRE(QTest::qWaitFor([&] { return !duplicate().isEmpty(); }, 20'000));
    QSignalSpy wanted(kit.page, &ui::IntakePage::comparisonWanted);
    for (std::size_t i = 0; i < kit.desk->findings().size(); ++i) {
        kit.press(Qt::Key_F7);
    }
    CHECK(wanted.isEmpty());
    CHECK(qobject_cast<ui::FindingList*>(QApplication::focusWidget()) != nullptr);
    kit.press(Qt::Key_Return);
    REQUIRE(wanted.size() == 1);
    CHECK(wanted.front().front().toString() == first);
    CHECK(kit.desk->isActive());

    desk::DuplicateDesk twins(*kit.workplace);
    const auto seen = IntakeKit::await(twins.compareOnDesk(kit.desk->effective(), first));
    REQUIRE(seen);
    CHECK(seen->onDesk);
    CHECK(seen->earlier.number == first);
    CHECK(seen->later.number.isEmpty());
    kit.page->takeTwin({first, desk::DuplicateDecision::Different, QStringLiteral("two ships")});
    CHECK(duplicate().isEmpty());
    // What was said goes with the draft.
    const QString draft = kit.desk->intake().draftId;
    REQUIRE(IntakeKit::await(kit.desk->putAside()));
    REQUIRE(IntakeKit::await(kit.desk->resume(draft)));
    const auto second = IntakeKit::await(kit.desk->decide(kit.desk->answer()));
    REQUIRE(second);
    desk::CaseDesk cases(*kit.workplace);
    for (const QString& number : {first, second->caseNumber}) {
        const auto detail = IntakeKit::await(cases.open(number));
        REQUIRE(detail);
        CHECK(detail->duplicates.isEmpty()); // nobody is asked twice
    }
}

TEST_CASE("An application that is the same as an open case is not taken in again and the case says so")
{
    IntakeKit kit(ui::tests::theme());
    const QString first = appliedForTwice(kit);
    desk::DuplicateDesk twins(*kit.workplace);
    const auto seen = IntakeKit::await(twins.compareOnDesk(kit.desk->effective(), first));
    REQUIRE(seen);
    const auto same = desk::DuplicateDecision::WithdrawLater;
    REQUIRE(IntakeKit::await(twins.decide(*seen, same, QStringLiteral("asked twice"))));
    kit.page->takeTwin({first, same, QStringLiteral("asked twice")});
    REQUIRE(QTest::qWaitFor([&] { return !kit.desk->isActive(); }, 20'000));
    CHECK(kit.desk->canBringBackDiscarded());
    const auto history = IntakeKit::await(kit.workplace->ledger().run(
        [number = first](ledger::Ledger& ledger) { return ledger.cases().history(number); }));
    REQUIRE(history);
    CHECK(history->entries.back().what.value(QStringLiteral("decision")).toString() ==
          QStringLiteral("withdrawLater"));
}
