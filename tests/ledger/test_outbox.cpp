// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledgerkit.h"
#include "ledger/ledgerthread.h"

#include <QBuffer>
#include <QCborArray>
#include <QDeadlineTimer>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using domain::CaseState;
using domain::ErrorCode;
using domain::Kind;
using ledger::EntryState;
using ledger::ForeignEntry;

namespace {

/// Another window's ledger, to take entries from.
struct OtherDevice
{
    explicit OtherDevice(const LedgerKit& kit)
        : crypto(*kit.crypto)
    {
        chain.macKey = record::SecretBytes::copyOf(QByteArray(32, '\x09'));
    }

    ForeignEntry write(Kind kind, const QString& caseNumber, const QString& base, qint64 order,
                       const QCborMap& what = {}, EntryState state = EntryState::Accepted)
    {
        record::EntryHeader header;
        header.device = QStringLiteral("dev-0002");
        header.id = record::makeUuidV7(ManualClock::kMondayMorning + chain.seq, *crypto.random(10));
        header.kind = domain::kindInfo(kind).key;
        header.caseNumber = caseNumber;
        if (!base.isEmpty())
            header.base = base;
        header.at = ManualClock::kMondayMorning;
        header.boot = QStringLiteral("b");
        header.actor = QStringLiteral("gs-0500");
        header.station = QStringLiteral("W05");
        header.audience = record::audienceKey(domain::kindInfo(kind).audience);
        auto made = record::appendToChain(crypto, chain, header, what);
        REQUIRE(made.has_value());
        chain = std::move(made->next);
        return {{made->entry, made->bodyBytes}, state, order, {}, {}};
    }

    const record::CryptoProvider& crypto;
    record::ChainState chain;
};

void requireRebuildEqual(ledger::Ledger& ledger)
{
    REQUIRE(ledger.compareProjections()->isEmpty());
    REQUIRE(ledger.rebuildProjections().has_value());
    REQUIRE(ledger.compareProjections()->isEmpty());
}

} // namespace

TEST_CASE("the outbox hands out what the centre has not answered within both bounds")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    for (int i = 0; i < 5; ++i)
        REQUIRE(acceptCase(*ledger).has_value());
    CHECK(ledger->outbox().pending()->entries == 10);
    CHECK(ledger->outbox().pending()->oldestAt == ManualClock::kMondayMorning);
    const auto all = ledger->outbox().nextUnsent(200, 1 << 20).value();
    REQUIRE(all.size() == 10);
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(all.at(i).entry.header.seq == static_cast<qint64>(i) + 1);
        REQUIRE(all.at(i).bodyBytes.has_value());
        CHECK(record::verifyBody(*kit.crypto, all.at(i).entry, *all.at(i).bodyBytes).has_value());
    }
    CHECK(ledger->outbox().nextUnsent(3, 1 << 20)->size() == 3);
    CHECK(ledger->outbox().nextUnsent(200, 1)->size() == 1);
    const auto some = ledger->outbox().nextUnsent(200, 6000).value();
    qint64 bytes = 0;
    for (const record::WireEntry& entry : some)
        bytes += record::writeWire(entry)->size();
    CHECK(bytes <= 6000);
    CHECK(some.size() > 1);

    REQUIRE(ledger->outbox().recordOutcomes(acceptedOutcomes(1, 4), std::nullopt).has_value());
    CHECK(ledger->outbox().settledUpTo() == 4);
    CHECK(ledger->outbox().nextUnsent(200, 1 << 20)->front().entry.header.seq == 5);
    CHECK(ledger->outbox().pending()->entries == 6);
    // Said twice has the effect of once.
    REQUIRE(ledger->outbox().recordOutcomes(acceptedOutcomes(1, 4), receiptFor(kit, *ledger)).has_value());
    CHECK(ledger->outbox().lastReceipt().value()->seq == 10);
    requireRebuildEqual(*ledger);
}

TEST_CASE("a receipt that is not the centre's records nothing")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    REQUIRE(acceptCase(*ledger).has_value());
    auto receipt = receiptFor(kit, *ledger);
    receipt.at += 1;
    CHECK(ledger->outbox().recordOutcomes(acceptedOutcomes(1, 2), receipt).error().code ==
          ErrorCode::MacWrong);
    CHECK(ledger->outbox().settledUpTo() == 0);
    receipt.at -= 1;
    receipt.hash[0] = static_cast<char>(receipt.hash[0] ^ 1);
    CHECK(ledger->outbox().recordOutcomes({}, receipt).error().code == ErrorCode::MacWrong);
}

TEST_CASE("outcomes show in the row of the case with their flags")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString number = acceptCase(*ledger).value();
    CHECK(ledger->cases().row(number)->pending == 2);
    auto outcomes = acceptedOutcomes(1, 2);
    outcomes.back().flags = {QStringLiteral("guide_superseded")};
    REQUIRE(ledger->outbox().recordOutcomes(outcomes, std::nullopt).has_value());
    const auto row = ledger->cases().row(number);
    CHECK(row->pending == 0);
    CHECK(row->flags == QStringList{QStringLiteral("guide_superseded")});
    requireRebuildEqual(*ledger);
}

TEST_CASE("a conflict stands beside the case until a resolving entry settles it")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    OtherDevice other(kit);
    const QString number = acceptCase(*ledger).value();
    REQUIRE(ledger->outbox().recordOutcomes(acceptedOutcomes(1, 2), std::nullopt).has_value());
    const QString head = ledger->cases().row(number)->head;
    // Both windows withdrew and terminated without knowing of each other; the other one was first.
    REQUIRE(ledger->append(std::vector{caseAct(Kind::Withdraw, number)}).has_value());
    CHECK(ledger->cases().row(number)->state == CaseState::Withdrawn);
    const ForeignEntry review = other.write(Kind::Review, number, head, 25);
    REQUIRE(ledger->outbox()
                .applyFeed(QStringLiteral("hall"), {QStringLiteral("e1"), QStringLiteral("25")},
                           std::vector{review})
                .has_value());
    auto row = ledger->cases().row(number);
    CHECK(row->state == CaseState::UnderReview);
    CHECK(row->conflicts == 1);
    CHECK(row->head == review.wire.entry.header.id);
    REQUIRE(ledger->outbox()
                .recordOutcomes(std::vector{ledger::Outcome{
                                    3, EntryState::Conflict, 30, QStringLiteral("base_not_head"), {}, {}}},
                                std::nullopt)
                .has_value());
    row = ledger->cases().row(number);
    CHECK(row->conflicts == 1);
    CHECK(row->pending == 0);
    const auto history = ledger->cases().history(number);
    REQUIRE(history->entries.size() == 4);
    CHECK(history->entries.at(2).entry.header.id == review.wire.entry.header.id);
    CHECK(!history->entries.at(3).folded);
    CHECK(history->entries.at(3).reason == QStringLiteral("base_not_head"));
    requireRebuildEqual(*ledger);

    const QCborMap settles{{QStringLiteral("settles"), QCborArray{history->entries.at(3).entry.header.id}}};
    const auto resolve = other.write(Kind::Resolve, number, review.wire.entry.header.id, 40, settles);
    REQUIRE(ledger->outbox().applyForeign(std::vector{resolve}).has_value());
    CHECK(ledger->cases().row(number)->conflicts == 0);
    requireRebuildEqual(*ledger);
    REQUIRE(ledger->verify({})->isSound());
}

TEST_CASE("a rejected entry does not hide its case")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const QString number = acceptCase(*ledger).value();
    REQUIRE(ledger->outbox()
                .recordOutcomes(
                    std::vector{ledger::Outcome{
                        1, EntryState::Rejected, std::nullopt, QStringLiteral("false_number"), {}, {}}},
                    std::nullopt)
                .has_value());
    const auto row = ledger->cases().row(number);
    REQUIRE(row.has_value());
    CHECK(row->rejected == 1);
    CHECK(row->state == CaseState::Accepted);
    CHECK(ledger->cases().papers(number)->size() == 1);
    requireRebuildEqual(*ledger);
}

TEST_CASE("the feed moves its cursor with its entries and takes nothing false")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    OtherDevice other(kit);
    const QString number = QStringLiteral("JT62-W05-20261123-0001-X");
    const QCborMap what{{QStringLiteral("number"), number},
                        {QStringLiteral("intake"), domain::intakeToCbor(sampleIntake({}))},
                        {QStringLiteral("receivedOn"), QStringLiteral("2026-11-23")}};
    const ForeignEntry receive = other.write(Kind::Receive, number, {}, 1, what);
    const QString topic = QStringLiteral("hall");
    CHECK(!ledger->outbox().cursor(topic)->has_value());
    REQUIRE(ledger->outbox()
                .applyFeed(topic, {QStringLiteral("e1"), QStringLiteral("1")}, std::vector{receive})
                .has_value());
    CHECK(ledger->outbox().cursor(topic).value()->position == QStringLiteral("1"));
    CHECK(ledger->cases().row(number)->state == CaseState::Received);
    CHECK(ledger->cases().row(number)->station == QStringLiteral("W05"));
    // Delivered again, the body no longer for us.
    ForeignEntry bare = receive;
    bare.wire.bodyBytes.reset();
    REQUIRE(ledger->outbox()
                .applyFeed(topic, {QStringLiteral("e1"), QStringLiteral("2")}, std::vector{bare})
                .has_value());
    CHECK(ledger->cases().row(number)->summary.name.isEmpty());
    CHECK(ledger->cases().row(number)->state == CaseState::Received);

    ForeignEntry forged = other.write(Kind::Accept, number, receive.wire.entry.header.id, 3);
    forged.wire.entry.hash[0] = static_cast<char>(forged.wire.entry.hash[0] ^ 1);
    CHECK(ledger->outbox()
              .applyFeed(topic, {QStringLiteral("e1"), QStringLiteral("3")}, std::vector{forged})
              .error()
              .code == ErrorCode::ChainBroken);
    CHECK(ledger->outbox().cursor(topic).value()->position == QStringLiteral("2"));
    REQUIRE(ledger->outbox().dropCursor(topic).has_value());
    CHECK(!ledger->outbox().cursor(topic)->has_value());
    requireRebuildEqual(*ledger);
}

TEST_CASE("a forgotten case keeps its headers its row and its numbers and loses its bodies")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const auto blob = ledger->blobs().put(QByteArrayLiteral("scan of a certificate")).value();
    auto receive = receiveAct();
    receive.blobs = {{blob.id, blob.size}};
    const auto written = ledger->append(std::vector{receive, acceptAct()}).value();
    const QString number = *written.front().entry.header.caseNumber;
    CHECK(ledger->forgetDraft(number, kit.kClerk).error().code == ErrorCode::MoveIllegal);
    REQUIRE(ledger->append(std::vector{caseAct(Kind::Withdraw, number)}).has_value());
    REQUIRE(ledger->outbox().recordOutcomes(acceptedOutcomes(1, 3), std::nullopt).has_value());
    // Nor while the centre lacks a material.
    CHECK(ledger->forgetDraft(number, kit.kClerk).error().code == ErrorCode::MoveIllegal);
    REQUIRE(ledger->blobs().markUploaded(blob.id).has_value());
    const auto draft = ledger->forgetDraft(number, kit.kClerk);
    REQUIRE(draft.has_value());
    REQUIRE(ledger->append(std::vector{*draft}).has_value());
    // Not before the centre has accepted it.
    CHECK(ledger->cases().row(number)->summary.name == Person().name);
    REQUIRE(ledger->outbox().recordOutcomes(acceptedOutcomes(4, 4), std::nullopt).has_value());

    const auto row = ledger->cases().row(number);
    CHECK(row->summary == ledger::CaseSummary{});
    CHECK(row->state == CaseState::Withdrawn);
    CHECK(row->received == QDate(2026, 11, 23));
    CHECK(row->item == QStringLiteral("JT-0101"));
    CHECK(ledger->cases().papers(number)->front().number == QStringLiteral("甘交受〔2026〕W03-1号"));
    const auto history = ledger->cases().history(number).value();
    CHECK(history.forgotten);
    CHECK(!history.entries.at(0).bodyKnown);
    CHECK(ledger->blobs().info(blob.id).error().code == ErrorCode::NotFound);
    CHECK(ledger->blobs().sweepOrphans() == 1);
    requireRebuildEqual(*ledger);
    CHECK(ledger->verify({})->isSound());
    // The serials did not go with the bodies.
    CHECK(acceptCase(*ledger)->contains(QStringLiteral("-0002-")));
}

TEST_CASE("config entries come in the centre's order")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    REQUIRE(ledger->append(std::vector{plainAct(Kind::Publish)}).has_value());
    REQUIRE(ledger->append(std::vector{plainAct(Kind::Publish)}).has_value());
    REQUIRE(ledger->outbox()
                .recordOutcomes(std::vector{ledger::Outcome{1, EntryState::Accepted, 90, {}, {}, {}},
                                            ledger::Outcome{2, EntryState::Accepted, 80, {}, {}, {}}},
                                std::nullopt)
                .has_value());
    const auto entries = ledger->cases().ofKind(Kind::Publish, 10).value();
    REQUIRE(entries.size() == 2);
    CHECK(entries.at(0).entry.header.seq == 2);
    CHECK(entries.at(1).entry.header.seq == 1);
}

TEST_CASE("blobs come back byte for byte are stored once and damage is found")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    QByteArray content(3 * 1024 * 1024 + 17, '\0');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = static_cast<char>((i * 7919) >> 5);
    QBuffer source(&content);
    REQUIRE(source.open(QIODevice::ReadOnly));
    const auto stored = ledger->blobs().put(source).value();
    CHECK(stored.size == content.size());
    CHECK(stored.sm3 == QString::fromLatin1(kit.crypto->sm3(content).toHex()));
    CHECK(ledger->blobs().put(content).value() == stored);
    CHECK((ledger->blobs().content(stored.id) == content)); // in brackets: not three megabytes in the report
    CHECK(ledger->blobs().content(stored.id, 1000).error().code == ErrorCode::FileTooLarge);
    CHECK(ledger->blobs().nextUnsent(10)->size() == 1);
    REQUIRE(ledger->blobs().markUploaded(stored.id).has_value());
    CHECK(ledger->blobs().nextUnsent(10)->empty());
    REQUIRE(ledger->blobs().markMissingThere(stored.id).has_value());
    CHECK(ledger->blobs().nextUnsent(10)->size() == 1);

    const auto empty = ledger->blobs().put(QByteArray()).value();
    CHECK(ledger->blobs().content(empty.id) == QByteArray());

    const auto path = [&](const QString& id) -> QString {
        return kit.profile() + QStringLiteral("/blobs/") + id.left(2) + QLatin1Char('/') + id;
    };
    // Another blob's file under this name, a cut-off one, a changed byte, none.
    QFile file(path(stored.id));
    REQUIRE(QFile::copy(path(stored.id), kit.folder() + QStringLiteral("/kept")));
    REQUIRE(QFile::remove(path(stored.id)));
    REQUIRE(QFile::copy(path(empty.id), path(stored.id)));
    CHECK(ledger->blobs().content(stored.id).error().code == ErrorCode::BlobDamaged);
    REQUIRE(QFile::remove(path(stored.id)));
    CHECK(ledger->blobs().content(stored.id).error().code == ErrorCode::BlobMissing);
    REQUIRE(QFile::copy(kit.folder() + QStringLiteral("/kept"), path(stored.id)));
    CHECK((ledger->blobs().content(stored.id) == content)); // in brackets: not three megabytes in the report
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(2'000'000));
    const char before = file.peek(1).at(0);
    REQUIRE(file.putChar(static_cast<char>(before ^ 1)));
    file.close();
    CHECK(ledger->blobs().content(stored.id).error().code == ErrorCode::BlobDamaged);
    REQUIRE(file.resize(1'048'576));
    CHECK(ledger->blobs().content(stored.id).error().code == ErrorCode::BlobDamaged);
}

TEST_CASE("files without a row are swept and files with one stay")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    const auto stored = ledger->blobs().put(QByteArrayLiteral("kept")).value();
    const QString blobs = kit.profile() + QStringLiteral("/blobs/");
    const QString orphan(64, QLatin1Char('e'));
    REQUIRE(QDir().mkpath(blobs + QStringLiteral("ee")));
    for (const QString& name :
         QStringList{blobs + QStringLiteral("ee/") + orphan, blobs + QStringLiteral(".part-1")}) {
        QFile file(name);
        REQUIRE(file.open(QIODevice::WriteOnly));
    }
    CHECK(ledger->blobs().sweepOrphans() == 2);
    CHECK(ledger->blobs().sweepOrphans() == 0);
    CHECK(ledger->blobs().content(stored.id) == QByteArrayLiteral("kept"));
}

TEST_CASE("the ledger thread runs jobs in order mirrors by itself and closes behind the last")
{
    const LedgerKit kit;
    {
        ledger::LedgerThread thread;
        auto early = thread.run([](ledger::Ledger& l) { return l.cases().count({}); });
        early.waitForFinished();
        CHECK(early.result().error().code == ErrorCode::NotEnrolled);
        auto started =
            thread.start([&kit] { return ledger::Ledger::create(kit.options(), kit.enrolment()); });
        auto signedIn =
            thread.run([&kit](ledger::Ledger& l) { return l.signIn(kit.kClerk, kit.password()); });
        std::vector<QFuture<domain::Result<QString>>> numbers;
        for (int i = 0; i < 3; ++i)
            numbers.push_back(thread.run([](ledger::Ledger& l) { return acceptCase(l); }));
        started.waitForFinished();
        signedIn.waitForFinished();
        CHECK(started.result().has_value());
        CHECK(signedIn.result().has_value());
        for (int i = 0; i < 3; ++i) {
            numbers.at(static_cast<std::size_t>(i)).waitForFinished();
            CHECK(numbers.at(static_cast<std::size_t>(i))
                      .result()
                      ->contains(QStringLiteral("-000%1-").arg(i + 1)));
        }
        // Nobody asks for it: the mirror on the disk catches up.
        const auto caughtUp = [&kit] {
            QFile file(kit.profile() + QStringLiteral("/mirror"));
            return file.open(QIODevice::ReadOnly) && file.readAll().contains("\"seq\":6");
        };
        QDeadlineTimer deadline(20'000);
        while (!caughtUp() && !deadline.hasExpired())
            QThread::yieldCurrentThread();
        CHECK(caughtUp());
        thread.stop();
        CHECK(thread.run([](ledger::Ledger& l) { return acceptCase(l); }).result().error().code ==
              ErrorCode::Cancelled);
    }
    CHECK(kit.openSignedIn()->head().seq == 6);
}
