// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept no longer: forgotten cases leave no byte in any file, other windows' bodies go by the rule,
// and a kill in the middle ends right.
#include "ledger/database.h"
#include "ledger/ledgerkit.h"
#include "ledger/sidecarfile.h"
#include "ledger/statement.h"
#include "support/await.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <catch2/catch.hpp>

#include <random>

using namespace ow;
using namespace ow::test;
using domain::ErrorCode;
using domain::Kind;
using ledger::EntryState;

namespace {

constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;

/// A closed, settled case with one uploaded material; its number.
QString settledCase(ledger::Ledger& ledger, const QByteArray& material, const Person& person = {})
{
    const auto blob = ledger.blobs().put(material).value();
    auto receive = receiveAct(person);
    receive.blobs = {{blob.id, blob.size}};
    const auto written = ledger.append(std::vector{receive}).value();
    const QString number = *written.front().entry.header.caseNumber;
    REQUIRE(ledger.append(std::vector{caseAct(Kind::Withdraw, number)}).has_value());
    const qint64 head = ledger.head().seq;
    REQUIRE(ledger.outbox().recordOutcomes(acceptedOutcomes(head - 1, head), std::nullopt).has_value());
    REQUIRE(ledger.blobs().markUploaded(blob.id).has_value());
    return number;
}

void forget(ledger::Ledger& ledger, const LedgerKit& kit, const QString& number)
{
    const auto draft = ledger.forgetDraft(number, kit.kClerk);
    REQUIRE(draft.has_value());
    REQUIRE(ledger.append(std::vector{*draft}).has_value());
    const qint64 head = ledger.head().seq;
    REQUIRE(
        ledger.outbox().recordOutcomes(acceptedOutcomes(head, head), receiptFor(kit, ledger)).has_value());
}

/// Sealed bodies of a case as they lie in the database, read by another hand.
std::vector<QByteArray> sealedBodies(const LedgerKit& kit, const QString& number)
{
    const auto database =
        ledger::Database::open(kit.profile() + QStringLiteral("/ledger.db"), ledger::Database::Mode::Read);
    auto rows = database->prepare(QStringLiteral(
        "SELECT b.sealed FROM entry_body b JOIN entry e ON e.seq = b.seq WHERE e.case_no = ?"));
    rows->bind(number);
    std::vector<QByteArray> bodies;
    while (rows->step().value())
        bodies.push_back(rows->bytes(0));
    return bodies;
}

/// Names of all files under the kit's folder that hold one of these.
QStringList filesWith(const LedgerKit& kit, const std::vector<QByteArray>& traces)
{
    QStringList names;
    QDirIterator files(kit.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray& trace : traces) {
            if (!trace.isEmpty() && bytes.contains(trace))
                names.append(file.fileName());
        }
    }
    return names;
}

void tidyAll(ledger::Ledger& ledger)
{
    for (;;) {
        const auto more = ledger.tidy();
        REQUIRE(more.has_value());
        if (!*more)
            return;
    }
}

} // namespace

TEST_CASE("of a forgotten case no byte of a body or a material is left in any file")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString kept = settledCase(*ledger, "a material that stays", {QStringLiteral("王小明"), {}, {}});
    const QString number = settledCase(*ledger, QByteArray(300'000, 'x') + "scan");
    REQUIRE(waitUntil([&] {
        ledger->feedSidecar();
        return ledger->sidecar().lastSeq == ledger->head().seq;
    }));
    // A copy made before a step of the schema, as an update leaves it.
    REQUIRE(QFile::copy(kit.profile() + QStringLiteral("/ledger.db"),
                        kit.profile() + QStringLiteral("/ledger.db.before-v4")));
    std::vector<QByteArray> traces = tracesOf({});
    for (const QByteArray& sealed : sealedBodies(kit, number))
        traces.push_back(sealed);
    REQUIRE(traces.size() > tracesOf({}).size());
    // The journal seals anew: its frames of these entries.
    const auto journal = ledger::walkSidecar(kit.outside() + QStringLiteral("/sidecar-dev-0001"),
                                             [&traces](qint64 seq, const QByteArray& seal) {
                                                 if (seq == 3 || seq == 4)
                                                     traces.push_back(seal);
                                                 return domain::Result<void>();
                                             });
    REQUIRE(journal.has_value());
    const QString blob = ledger->cases().history(number)->entries.front().entry.header.blobs.front().id;
    QFile sealedBlob(kit.profile() + QStringLiteral("/blobs/%1/%2").arg(blob.left(2), blob));
    REQUIRE(sealedBlob.open(QIODevice::ReadOnly));
    traces.push_back(sealedBlob.readAll().mid(100'000, 200));
    REQUIRE(!filesWith(kit, traces).isEmpty());

    forget(*ledger, kit, number);
    tidyAll(*ledger);
    REQUIRE(waitUntil([&] {
        ledger->feedSidecar();
        return ledger->tidy().has_value() && ledger->sidecar().firstSeq == 0;
    }));
    CHECK(filesWith(kit, traces) == QStringList());
    CHECK(!sealedBlob.exists());
    CHECK(!QFile::exists(kit.profile() + QStringLiteral("/ledger.db.before-v4")));

    ledger::VerifyOptions options;
    options.k0 = kit.k0();
    const auto report = ledger->verify(options).value();
    CHECK(report.isSound());
    CHECK(report.forgotten == 2);
    CHECK(ledger->compareProjections()->isEmpty());
    REQUIRE(ledger->rebuildProjections().has_value());
    CHECK(ledger->compareProjections()->isEmpty());
    CHECK(ledger->cases().row(number)->state == domain::CaseState::Withdrawn);
    // The other case is whole.
    const auto other = ledger->cases().history(kept).value();
    CHECK(other.file.intake.applicant.name == QStringLiteral("王小明"));
    CHECK(ledger->blobs().content(other.entries.front().entry.header.blobs.front().id) ==
          QByteArray("a material that stays"));
}

TEST_CASE("a material two cases share stays until both are forgotten")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString first = settledCase(*ledger, "the same certificate");
    const QString second = settledCase(*ledger, "the same certificate");
    const QString blob = ledger->cases().history(first)->entries.front().entry.header.blobs.front().id;
    forget(*ledger, kit, first);
    tidyAll(*ledger);
    CHECK(ledger->blobs().content(blob).has_value());
    forget(*ledger, kit, second);
    tidyAll(*ledger);
    CHECK(ledger->blobs().content(blob).error().code == ErrorCode::BlobMissing);
    // Taken in anew it is there again, and stays.
    const auto again = ledger->blobs().put(QByteArray("the same certificate")).value();
    CHECK(again.id == blob);
    tidyAll(*ledger);
    CHECK(ledger->blobs().content(blob).has_value());
}

TEST_CASE("a material taken in again before its file was removed is kept")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString number = settledCase(*ledger, "certificate");
    forget(*ledger, kit, number);
    const auto again = ledger->blobs().put(QByteArray("certificate")).value();
    tidyAll(*ledger);
    CHECK(ledger->blobs().content(again.id) == QByteArray("certificate"));
}

TEST_CASE("a case with an entry the centre has not accepted cannot be forgotten")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString number = settledCase(*ledger, "x");
    REQUIRE(ledger->append(std::vector{caseAct(Kind::Note, number)}).has_value());
    CHECK(ledger->forgetDraft(number, kit.kClerk).error().code == ErrorCode::MoveIllegal);
    const qint64 head = ledger->head().seq;
    REQUIRE(ledger->outbox()
                .recordOutcomes(std::vector{ledger::Outcome{head, EntryState::Rejected, {}, {}, {}, {}}},
                                std::nullopt)
                .has_value());
    CHECK(ledger->forgetDraft(number, kit.kClerk).error().code == ErrorCode::MoveIllegal);
}

TEST_CASE("the rule of retention is data and what is due by it is offered")
{
    LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const auto builtIn = ledger->retention().value();
    CHECK(builtIn == ledger::RetentionRule{90, 3650});
    const QString number = settledCase(*ledger, "x");
    REQUIRE(acceptCase(*ledger).has_value()); // open: never due
    REQUIRE(ledger->setRetention({30, 365}).has_value());
    CHECK(ledger->retention() == ledger::RetentionRule{30, 365});
    CHECK(ledger->setRetention({-1, 365}).error().field == QStringLiteral("foreignDays"));
    CHECK(ledger->forgettable(10)->isEmpty());
    kit.clock.advance(366 * kDayMs);
    CHECK(ledger->forgettable(10).value() == QStringList{number});
    forget(*ledger, kit, number);
    CHECK(ledger->forgettable(10)->isEmpty());
    REQUIRE(ledger->setRetention({0, 0}).has_value());
    CHECK(ledger->forgettable(10)->isEmpty());
}

TEST_CASE("bodies of another window's case go when the rule says so and nobody here has to do with it")
{
    // Another window writes two cases; this one has them from the feed.
    const LedgerKit elsewhere;
    const auto there = elsewhere.createSignedIn();
    REQUIRE(acceptCase(*there).has_value());
    REQUIRE(acceptCase(*there, {QStringLiteral("王小明"), {}, {}}).has_value());
    std::vector<ledger::ForeignEntry> feed;
    const auto sent = there->outbox().entriesAfter(0, 10, 1 << 20).value();
    for (const record::WireEntry& wire : sent)
        feed.push_back({wire, EntryState::Accepted, 100 + wire.entry.header.seq, {}, {}});
    LedgerKit kit;
    kit.device = QStringLiteral("dev-0002");
    kit.station = QStringLiteral("W04");
    const auto ledger = kit.createSignedIn();
    REQUIRE(ledger->outbox().applyForeign(feed).has_value());
    const QString first = *sent.at(0).entry.header.caseNumber;
    const QString second = *sent.at(2).entry.header.caseNumber;
    tidyAll(*ledger);
    CHECK(ledger->cases().history(first)->entries.front().bodyKnown);

    kit.clock.advance(91 * kDayMs);
    auto look = caseAct(Kind::OpenCase, second);
    REQUIRE(ledger->append(std::vector{look}).has_value());
    tidyAll(*ledger);
    const auto gone = ledger->cases().history(first).value();
    CHECK(!gone.entries.front().bodyKnown);
    CHECK(!gone.forgotten);
    CHECK(gone.file.state == domain::CaseState::Accepted);
    // Looked at from here today: kept.
    CHECK(ledger->cases().history(second)->entries.front().bodyKnown);
    CHECK(ledger->compareProjections()->isEmpty());
    CHECK(ledger->verify({})->isSound());
}

TEST_CASE("forgetting that is killed at any moment ends right")
{
    const LedgerKit kit;
    QStringList numbers;
    QStringList blobs;
    {
        const auto ledger = kit.createSignedIn();
        for (int i = 0; i < 40; ++i) {
            numbers.append(settledCase(*ledger, "material " + QByteArray::number(i)));
            blobs.append(
                ledger->cases().history(numbers.last())->entries.front().entry.header.blobs.front().id);
        }
    }
    std::mt19937 random(2209);
    QStringList said;
    int kills = 0;
    for (bool done = false; !done && kills < 400; ++kills) {
        QProcess window;
        window.start(QCoreApplication::applicationDirPath() + QStringLiteral("/ledger_child"),
                     {kit.folder(), QStringLiteral("0"), QStringLiteral("forget")});
        REQUIRE(window.waitForStarted());
        const auto lines = 1 + random() % 6;
        for (unsigned line = 0; line < lines && !done;) {
            if (!window.canReadLine() && !window.waitForReadyRead(30'000))
                break;
            const QList<QByteArray> words = window.readLine().trimmed().split(' ');
            done = words.at(0) == "D";
            if (words.at(0) == "A")
                said.append(QString::fromUtf8(words.at(2)));
            ++line;
        }
        window.kill();
        REQUIRE(window.waitForFinished());
        const auto ledger = kit.openSignedIn();
        REQUIRE(!ledger->readOnlyReason().has_value());
        REQUIRE(ledger->verify({})->isSound());
        REQUIRE(ledger->compareProjections()->isEmpty());
        for (const QString& number : said)
            REQUIRE(ledger->cases().history(number)->forgotten);
    }
    const auto ledger = kit.openSignedIn();
    tidyAll(*ledger);
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        CHECK(ledger->cases().history(numbers.at(i))->forgotten);
        CHECK(!QFile::exists(kit.profile() +
                             QStringLiteral("/blobs/%1/%2").arg(blobs.at(i).left(2), blobs.at(i))));
    }
    CHECK(ledger->verify({})->forgotten == 80);
    WARN("kills " << kills << " forgotten " << numbers.size());
}
