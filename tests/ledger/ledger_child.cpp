// SPDX-License-Identifier: GPL-3.0-or-later
// A window that works until it is killed: opens the profile named on the command line and accepts cases,
// saying on its standard output "B n" before act n and "A n number" once the ledger has acknowledged it.
#include "domain/systemclock.h"
#include "ledger/ledgerkit.h"

#include <QCoreApplication>

#include <cstdio>

#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

namespace {

/// Forgets every case that is not yet, one after the other, and cleans up: "B n" before, "A n number" when
/// the centre's word is recorded.
int forgetAll(ow::ledger::Ledger& ledger)
{
    using ow::ledger::CaseRow;
    const auto settle = [&ledger] {
        const auto settled = ledger.outbox().settledUpTo();
        return settled && ledger.outbox().recordOutcomes(
                              ow::test::acceptedOutcomes(*settled + 1, ledger.head().seq), std::nullopt);
    };
    // Killed between entry and outcome: the entry is there and only waits for the centre.
    if (!settle())
        return 5;
    const auto rows = ledger.cases().page({}, 0, ow::ledger::CaseQueries::kMaxRows);
    int act = 0;
    for (const CaseRow& row : rows ? *rows : std::vector<CaseRow>()) {
        const auto draft = ledger.forgetDraft(row.number, ow::test::LedgerKit::kClerk);
        if (!draft)
            continue; // forgotten already
        std::printf("B %d\n", ++act);
        std::fflush(stdout);
        if (!ledger.append(std::vector{*draft}) || !settle())
            return 5;
        std::printf("A %d %s\n", act, row.number.toUtf8().constData());
        std::fflush(stdout);
        if (!ledger.tidy())
            return 6;
    }
    std::printf("D 0 done\n");
    std::fflush(stdout);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3 && arguments.size() != 4)
        return 2;
    const ow::test::LedgerKit kit(arguments.at(1));
    auto opened = kit.open();
    if (!opened || !(*opened)->signIn(kit.kClerk, kit.password()))
        return 3;
    ow::ledger::Ledger& ledger = **opened;
    if (ledger.readOnlyReason())
        return 4;
    if (arguments.size() == 4)
        return forgetAll(ledger);
    for (int act = arguments.at(2).toInt();; ++act) {
        std::printf("B %d\n", act);
        std::fflush(stdout);
        ow::test::Person person;
        person.name = ow::test::actName(act);
        const auto number = ow::test::acceptCase(ledger, person);
        if (!number)
            return 5;
        std::printf("A %d %s\n", act, number->toUtf8().constData());
        std::fflush(stdout);
        const QByteArray content = (person.name + person.idNumber + person.phone).toUtf8();
        const QCborMap draft{{QStringLiteral("name"), person.name}, {QStringLiteral("id"), person.idNumber}};
        if (!ledger.drafts().save(QStringLiteral("d"), kit.kClerk, draft) || !ledger.blobs().put(content) ||
            !ledger.flushMirror())
            return 6;
    }
}
