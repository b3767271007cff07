// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of a working window. The witness lies outside: what the killed process had said on its pipe.
#include "ledger/ledgerkit.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSet>

#include <catch2/catch.hpp>

#include <random>

using namespace ow;
using namespace ow::test;

namespace {

constexpr int kCounted = 300; ///< kills in the middle of an act: begun and not acknowledged

struct Witness
{
    QMap<int, QString> acknowledged; ///< act -> number
    int begun = 0;                   ///< the last act begun
};

/// One life of a window, ended at a random moment of a random act. True when an act was under way.
bool liveAndDie(const QString& folder, Witness& witness, std::mt19937& random)
{
    QProcess window;
    window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    window.start(QCoreApplication::applicationDirPath() + QStringLiteral("/ledger_child"),
                 {folder, QString::number(witness.begun + 1)});
    REQUIRE(window.waitForStarted());
    const int last = witness.begun + 1 + static_cast<int>(random() % 4);
    bool inAct = false;
    const auto read = [&] {
        while (window.canReadLine()) {
            const QList<QByteArray> words = window.readLine().trimmed().split(' ');
            const int act = words.at(1).toInt();
            inAct = words.at(0) == "B";
            if (inAct)
                witness.begun = act;
            else
                witness.acknowledged.insert(act, QString::fromUtf8(words.at(2)));
        }
    };
    while (!(inAct && witness.begun >= last)) {
        const bool alive = window.waitForReadyRead(30'000);
        INFO("exit code " << window.exitCode());
        REQUIRE(alive);
        read();
    }
    // Somewhere within the act, which takes a few milliseconds.
    const qint64 wait = static_cast<qint64>(random() % 4'000'000);
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() < wait) {
    }
    window.kill();
    REQUIRE(window.waitForFinished());
    // What it had got out before it died counts as acknowledged.
    read();
    return inAct;
}

} // namespace

TEST_CASE("three hundred kills in the middle of an act lose nothing and double nothing")
{
    const LedgerKit kit;
    REQUIRE(kit.create()->close().has_value());
    std::mt19937 random(4711);
    Witness witness;
    int counted = 0;
    int kills = 0;
    while (counted < kCounted) {
        counted += liveAndDie(kit.folder(), witness, random) ? 1 : 0;
        ++kills;
        REQUIRE(kills < 4 * kCounted);
    }

    // The killed profile as it lies there: nothing of a person in it.
    QDirIterator files(kit.profile(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        CHECK(!bytes.contains("act-"));
        for (const QByteArray& trace : tracesOf({})) {
            CAPTURE(file.fileName().toStdString(), trace.toHex().toStdString());
            CHECK(!bytes.contains(trace));
        }
    }

    const auto ledger = kit.openSignedIn();
    CHECK(ledger->endedUncleanly());
    CHECK(!ledger->readOnlyReason().has_value());
    QMap<QString, QString> numberOf;
    int doubled = 0;
    const auto keys = ledger->cases().keys({}).value();
    for (std::size_t from = 0; from < keys.size(); from += ledger::CaseQueries::kMaxRows) {
        const auto some = std::span(keys).subspan(from, std::min<std::size_t>(keys.size() - from, 1000));
        const auto rows = ledger->cases().rows(some).value();
        for (const ledger::CaseRow& row : rows) {
            CHECK(row.state == domain::CaseState::Accepted);
            doubled += numberOf.contains(row.summary.name) ? 1 : 0;
            numberOf.insert(row.summary.name, row.number);
        }
    }
    int lost = 0;
    for (auto act = witness.acknowledged.cbegin(); act != witness.acknowledged.cend(); ++act)
        lost += numberOf.value(actName(act.key())) == act.value() ? 0 : 1;
    CHECK(lost == 0);
    CHECK(doubled == 0);
    CHECK(ledger->head().seq == 2 * static_cast<qint64>(numberOf.size()));
    ledger::VerifyOptions options;
    options.k0 = kit.k0();
    const auto report = ledger->verify(options);
    REQUIRE(report.has_value());
    CHECK(report->isSound());
    CHECK(ledger->compareProjections()->isEmpty());
    const auto blobs = ledger->blobs().nextUnsent(100'000).value();
    for (const auto& blob : blobs)
        CHECK(ledger->blobs().content(blob.id).has_value());
    WARN("kills " << kills << " counted " << counted << " acknowledged " << witness.acknowledged.size()
                  << " begun " << witness.begun << " in the ledger " << numberOf.size());
}
