// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of unsent entries on another path: what is in it, what is taken back from it, and that it never
// stops the desk.
#include "ledger/ledgerkit.h"
#include "ledger/sidecarfile.h"
#include "support/await.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <catch2/catch.hpp>

#include <chrono>
#include <random>

using namespace ow;
using namespace ow::test;
using domain::ErrorCode;
using State = ledger::SidecarStatus::State;

namespace {

QString journalOf(const LedgerKit& kit)
{
    return kit.outside() + QStringLiteral("/sidecar-dev-0001");
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// Ticks as the ledger's thread does until the journal is in this state with everything committed.
void feedUntil(ledger::Ledger& ledger, State state, qint64 lastSeq)
{
    const bool there = waitUntil([&] {
        ledger.feedSidecar();
        const ledger::SidecarStatus status = ledger.sidecar();
        return status.state == state && status.lastSeq == lastSeq;
    });
    const ledger::SidecarStatus status = ledger.sidecar();
    INFO("state " << static_cast<int>(status.state) << " last " << status.lastSeq << " fault "
                  << status.fault.toStdString());
    REQUIRE(there);
}

void copyFile(const QString& from, const QString& to)
{
    QFile::remove(to);
    REQUIRE(QFile::copy(from, to));
}

/// A ledger of `before` cases, its database put aside, `after` more cases, and the database put back.
void makeBehind(const LedgerKit& kit, int before, int after)
{
    const QString database = kit.profile() + QStringLiteral("/ledger.db");
    {
        const auto ledger = kit.createSignedIn();
        for (int i = 0; i < before; ++i)
            REQUIRE(acceptCase(*ledger).has_value());
    }
    copyFile(database, kit.folder() + QStringLiteral("/older.db"));
    {
        const auto ledger = kit.openSignedIn();
        for (int i = 0; i < after; ++i)
            REQUIRE(acceptCase(*ledger).has_value());
    }
    copyFile(kit.folder() + QStringLiteral("/older.db"), database);
}

} // namespace

TEST_CASE("every committed entry is in the journal with its body and nothing of it can be read there")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    for (int i = 0; i < 20; ++i)
        REQUIRE(acceptCase(*ledger).has_value());
    feedUntil(*ledger, State::Good, 40);
    const auto found = ledger::walkSidecar(journalOf(kit));
    REQUIRE(found.has_value());
    CHECK(found->firstSeq == 1);
    CHECK(found->lastSeq == 40);
    CHECK(found->end == ledger::SidecarEnd::Whole);
    const QByteArray bytes = bytesOf(journalOf(kit));
    for (const QByteArray& trace : tracesOf({}))
        CHECK(!bytes.contains(trace));
    CHECK(!bytes.contains("receive"));
    CHECK((QFile(journalOf(kit)).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
}

TEST_CASE("an older database and the journal are the full ledger again and numbers go on without a double")
{
    const LedgerKit kit;
    makeBehind(kit, 3, 5);
    {
        const auto ledger = kit.openSignedIn();
        REQUIRE(ledger->readOnlyReason()->detail == QStringLiteral("mirror.ahead"));
        CHECK(ledger->head().seq == 6);
        const auto done = ledger->importSidecar(journalOf(kit));
        INFO((done ? std::string() : done.error().detail.toStdString()));
        REQUIRE(done.has_value());
        CHECK(done->imported == 10);
        CHECK(done->healed);
        CHECK(ledger->head().seq == 16);
    }
    const auto ledger = kit.openSignedIn();
    REQUIRE(!ledger->readOnlyReason().has_value());
    ledger::VerifyOptions options;
    options.k0 = kit.k0();
    CHECK(ledger->verify(options)->isSound());
    CHECK(ledger->compareProjections()->isEmpty());
    CHECK(acceptCase(*ledger).value().startsWith(QStringLiteral("JT62-W03-20261123-0009-")));
    CHECK(ledger->verify(options)->isSound());
    // Once more changes nothing.
    const auto again = ledger->importSidecar(journalOf(kit));
    REQUIRE(again.has_value());
    CHECK(again->imported == 0);
    CHECK(ledger->head().seq == 18);
}

TEST_CASE("a journal cut off at every byte gives what is whole in it and heals only when it is all there")
{
    const LedgerKit kit;
    makeBehind(kit, 1, 2);
    const QByteArray whole = bytesOf(journalOf(kit));
    const QString cut = kit.folder() + QStringLiteral("/cut");
    const auto extent = ledger::walkSidecar(journalOf(kit)).value();
    REQUIRE(extent.lastSeq == 6);
    std::vector<qint64> ends(extent.starts.begin() + 1, extent.starts.end());
    ends.push_back(extent.goodBytes);
    for (qint64 bytes = 0; bytes <= whole.size(); ++bytes) {
        write(cut, whole.left(bytes));
        const auto found = ledger::walkSidecar(cut);
        REQUIRE(found.has_value());
        const auto frames = std::ranges::count_if(ends, [bytes](qint64 end) { return end <= bytes; });
        const bool boundary = bytes == extent.starts.front() || std::ranges::find(ends, bytes) != ends.end();
        REQUIRE(found->lastSeq == frames);
        REQUIRE(found->end == (boundary ? ledger::SidecarEnd::Whole : ledger::SidecarEnd::Torn));
    }
    // What is whole is taken; the ledger stays read-only until the rest is there too.
    write(cut, whole.left(extent.goodBytes - 1));
    {
        const auto ledger = kit.openSignedIn();
        const auto part = ledger->importSidecar(cut).value();
        CHECK(part.imported == 3);
        CHECK(part.torn);
        CHECK(!part.healed);
        CHECK(part.fork == QStringLiteral("mirror.ahead"));
    }
    const auto ledger = kit.openSignedIn();
    CHECK(ledger->readOnlyReason().has_value());
    CHECK(ledger->importSidecar(journalOf(kit))->healed);
}

TEST_CASE("a changed byte anywhere in the journal is noticed")
{
    const LedgerKit kit;
    makeBehind(kit, 1, 1);
    const QByteArray whole = bytesOf(journalOf(kit));
    const QString changed = kit.folder() + QStringLiteral("/changed");
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray bytes = whole;
        bytes[at] = static_cast<char>(bytes.at(at) ^ (at % 2 == 0 ? 0x01 : 0x80));
        write(changed, bytes);
        const auto found = ledger::walkSidecar(changed);
        REQUIRE(found.has_value());
        CAPTURE(at);
        REQUIRE(found->end == ledger::SidecarEnd::Damaged);
        REQUIRE(found->lastSeq < 4);
    }
    const auto ledger = kit.openSignedIn();
    const auto part = ledger->importSidecar(changed).value();
    CHECK(part.damaged);
    CHECK(!part.healed);
}

TEST_CASE("a journal of another device or with other entries or with a gap is refused whole")
{
    const LedgerKit kit;
    makeBehind(kit, 2, 2);
    const QString other = kit.folder() + QStringLiteral("/other");
    const QByteArray whole = bytesOf(journalOf(kit));
    const auto extent = ledger::walkSidecar(journalOf(kit)).value();
    const auto ledger = kit.openSignedIn();

    write(other, ledger::sidecarHead(QStringLiteral("dev-0002")));
    CHECK(ledger->importSidecar(other).error().code == ErrorCode::SealBroken);
    write(other,
          ledger::sidecarHead(QStringLiteral("dev-0001")) + ledger::sidecarFrame(5, QByteArray(200, '\x01')));
    CHECK(ledger->importSidecar(other).error().code == ErrorCode::SealBroken);
    // Frames 1 to 4 as they are, then 6: the journal itself ends there.
    write(other, whole.left(extent.starts[4]) + whole.mid(extent.starts[5]));
    CHECK(ledger->importSidecar(other)->damaged);
    // Only 6 to 8: entry 5 is nowhere.
    write(other, whole.left(extent.starts[0]) + whole.mid(extent.starts[5]));
    CHECK(ledger->importSidecar(other).error().code == ErrorCode::ChainBroken);
    CHECK(ledger->head().seq == 4);
    CHECK(ledger->importSidecar(kit.folder() + QStringLiteral("/none")).error().code == ErrorCode::NotFound);
}

TEST_CASE("a ledger that went on after an older database was put back is not healed by the journal")
{
    const LedgerKit kit;
    makeBehind(kit, 1, 1);
    copyFile(journalOf(kit), kit.folder() + QStringLiteral("/kept"));
    // All that could tell is taken away, and the old ledger writes on: another history with the same numbers.
    QFile::remove(journalOf(kit));
    REQUIRE(QFile::remove(kit.profile() + QStringLiteral("/mirror")));
    REQUIRE(QFile::remove(kit.outside() + QStringLiteral("/mirror-dev-0001")));
    {
        const LedgerKit past;
        const auto ledger = past.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
        feedUntil(*ledger, State::Good, 2);
        // The journal of one history against the ledger of another with the same keys.
        const auto done = ledger->importSidecar(kit.folder() + QStringLiteral("/kept"));
        REQUIRE(!done.has_value());
        CHECK(done.error().code == ErrorCode::Forked);
        CHECK(ledger->head().seq == 2);
    }
    // Without any mirror nothing says how far the ledger had come.
    const auto ledger = kit.openSignedIn();
    CHECK(ledger->readOnlyReason()->detail == QStringLiteral("mirror.missing"));
    CHECK(ledger->importSidecar(kit.folder() + QStringLiteral("/kept")).error().code ==
          ErrorCode::NotAllowed);
}

TEST_CASE("a journal that knows later entries than ledger and mirrors is a fork before the first number")
{
    const LedgerKit kit;
    makeBehind(kit, 1, 1);
    // The mirrors are put back with the database; only the journal lay elsewhere.
    const QString older = kit.folder() + QStringLiteral("/older");
    {
        const LedgerKit past;
        const auto ledger = past.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
        feedUntil(*ledger, State::Good, 2);
        REQUIRE(ledger->flushMirror().has_value());
        copyFile(past.profile() + QStringLiteral("/mirror"), older);
    }
    const QByteArray journal = bytesOf(journalOf(kit));
    LedgerKit fresh;
    {
        const auto ledger = fresh.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
    }
    write(journalOf(fresh), journal);
    const auto ledger = fresh.openSignedIn();
    REQUIRE(ledger->readOnlyReason().has_value());
    CHECK(ledger->readOnlyReason()->detail == QStringLiteral("sidecar.ahead"));
    CHECK(acceptCase(*ledger).error().code == ErrorCode::Forked);
    ledger->feedSidecar();
    CHECK(bytesOf(journalOf(fresh)) == journal); // never written to
}

TEST_CASE("what the centre has receipted leaves the journal when it is worth it and at once with a body")
{
    LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    for (int i = 0; i < 10; ++i)
        REQUIRE(acceptCase(*ledger).has_value());
    feedUntil(*ledger, State::Good, 20);
    REQUIRE(ledger->outbox().recordOutcomes(acceptedOutcomes(1, 20), receiptFor(kit, *ledger)).has_value());
    REQUIRE(acceptCase(*ledger).has_value());
    feedUntil(*ledger, State::Good, 22);
    CHECK(ledger->sidecar().firstSeq == 1); // a few kilobytes are not worth a rewriting
}

TEST_CASE("a missing folder and a full journal do not stop the desk and are made up for")
{
    LedgerKit kit;
    kit.sidecar = kit.folder() + QStringLiteral("/stick");
    const auto ledger = kit.createSignedIn();
    REQUIRE(acceptCase(*ledger).has_value());
    feedUntil(*ledger, State::Missing, 0);
    CHECK(!QDir(kit.sidecar).exists()); // an unmounted disk is not written under
    REQUIRE(acceptCase(*ledger).has_value());
    REQUIRE(QDir().mkpath(kit.sidecar));
    feedUntil(*ledger, State::Good, 4);
    // Taken out while it is written to.
    REQUIRE(QDir(kit.sidecar).removeRecursively());
    REQUIRE(acceptCase(*ledger).has_value());
    feedUntil(*ledger, State::Missing, 0);
    REQUIRE(QDir().mkpath(kit.sidecar));
    feedUntil(*ledger, State::Good, 6);
    CHECK(ledger::walkSidecar(kit.sidecar + QStringLiteral("/sidecar-dev-0001"))->firstSeq == 1);
}

TEST_CASE("a journal at its bound keeps what is in it and goes on when the centre has receipted it")
{
    LedgerKit kit;
    kit.sidecarBytes = 12'000;
    const auto ledger = kit.createSignedIn();
    for (int i = 0; i < 10; ++i)
        REQUIRE(acceptCase(*ledger).has_value());
    REQUIRE(waitUntil([&] {
        ledger->feedSidecar();
        return ledger->sidecar().state == State::Full;
    }));
    const ledger::SidecarStatus status = ledger->sidecar();
    CHECK(status.fault == QStringLiteral("sidecar.bound"));
    CHECK(!ledger->readOnlyReason().has_value());
    const auto kept = ledger::walkSidecar(journalOf(kit)).value();
    CHECK(kept.firstSeq == 1);
    CHECK(kept.lastSeq > 1);
    CHECK(kept.goodBytes <= 12'000);
    REQUIRE(ledger->outbox().recordOutcomes(acceptedOutcomes(1, 20), receiptFor(kit, *ledger)).has_value());
    REQUIRE(acceptCase(*ledger).has_value());
    feedUntil(*ledger, State::Good, 22);
    CHECK(ledger->sidecar().firstSeq == 21);
}

TEST_CASE("a disk without room under the journal does not stop the desk")
{
    LedgerKit kit;
    kit.sidecar = kit.folder() + QStringLiteral("/stick");
    REQUIRE(QDir().mkpath(kit.sidecar));
    // The one file everybody can write and nothing fits into; gone with the first try.
    REQUIRE(QFile::link(QStringLiteral("/dev/full"), kit.sidecar + QStringLiteral("/sidecar-dev-0001.new")));
    kit.sidecarRetryMs = 3'600'000;
    {
        const auto ledger = kit.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
        feedUntil(*ledger, State::Full, 0);
        REQUIRE(acceptCase(*ledger).has_value());
        CHECK(!ledger->readOnlyReason().has_value());
    }
    const auto ledger = kit.openSignedIn();
    REQUIRE(acceptCase(*ledger).has_value());
    feedUntil(*ledger, State::Good, 6);
}

TEST_CASE("training keeps no journal")
{
    LedgerKit kit;
    kit.training = true;
    const auto ledger = kit.createSignedIn();
    REQUIRE(acceptCase(*ledger).has_value());
    ledger->feedSidecar();
    CHECK(ledger->sidecar().state == State::Off);
    CHECK(!QFile::exists(journalOf(kit)));
}

TEST_CASE("a window killed between commit and journal brings the journal up to date at its next start")
{
    const LedgerKit kit;
    REQUIRE(kit.create()->close().has_value());
    std::mt19937 random(1123);
    int behind = 0;
    qint64 last = 0;
    for (int life = 0; life < 60; ++life) {
        QProcess window;
        window.start(QCoreApplication::applicationDirPath() + QStringLiteral("/ledger_child"),
                     {kit.folder(), QString::number(1 + life * 100)});
        REQUIRE(window.waitForStarted());
        // Killed on the very word that an act is committed, or a moment after it.
        bool acknowledged = false;
        const auto acts = 1 + random() % 3;
        for (unsigned act = 0; act < acts; acknowledged = false, ++act) {
            while (!acknowledged) {
                REQUIRE((window.canReadLine() || window.waitForReadyRead(30'000)));
                acknowledged = window.readLine().startsWith('A');
            }
        }
        window.kill();
        REQUIRE(window.waitForFinished());
        // The witness: the two files as they lie there.
        const auto journal = ledger::walkSidecar(journalOf(kit));
        REQUIRE(journal.has_value());
        CHECK(journal->end != ledger::SidecarEnd::Damaged);
        const auto ledger = kit.openSignedIn();
        REQUIRE(!ledger->readOnlyReason().has_value());
        const qint64 head = ledger->head().seq;
        CHECK(journal->lastSeq <= head);
        behind += journal->lastSeq < head ? 1 : 0;
        feedUntil(*ledger, State::Good, head);
        CHECK(head > last);
        last = head;
    }
    WARN("lives 60, journal behind the ledger after the kill " << behind << ", entries " << last);
    CHECK(behind > 0);
    CHECK(ledger::walkSidecar(journalOf(kit))->lastSeq == last);
}
