// SPDX-License-Identifier: GPL-3.0-or-later
// Full disks, failing disks and power cuts, on a disk in memory under SQLite. Mirrors, journal, lock and
// blobs lie on the real one; they go back together with it.
#include "ledger/ledgerkit.h"
#include "ledger/memorydisk.h"

#include <QFile>
#include <QSet>

#include <catch2/catch.hpp>
#include <sqlite3.h>

using namespace ow;
using namespace ow::test;
using domain::ErrorCode;

namespace {

/// A moment of a profile, to start each fault from.
class Moment
{
public:
    Moment(MemoryDisk& disk, const LedgerKit& kit)
        : m_disk(disk)
        , m_image(disk.image())
        , m_paths{kit.profile() + QStringLiteral("/mirror"),
                  kit.outside() + QStringLiteral("/mirror-dev-0001"),
                  kit.outside() + QStringLiteral("/sidecar-dev-0001")}
    {
        for (const QString& path : m_paths) {
            QFile file(path);
            REQUIRE(file.open(QIODevice::ReadOnly));
            m_mirrors.push_back(file.readAll());
        }
    }

    void goBack() const
    {
        m_disk.restore(m_image);
        for (qsizetype i = 0; i < m_paths.size(); ++i) {
            QFile file(m_paths.at(i));
            REQUIRE(file.open(QIODevice::WriteOnly));
            file.write(m_mirrors.at(i));
        }
    }

private:
    MemoryDisk& m_disk;
    MemoryDisk::Image m_image;
    QStringList m_paths;
    QList<QByteArray> m_mirrors;
};

/// Everything about the ledger is in order.
void requireSound(const ledger::Ledger& ledger, const LedgerKit& kit)
{
    const auto differences = ledger.compareProjections();
    INFO((differences ? std::string() : differences.error().detail.toStdString()));
    REQUIRE(differences.has_value());
    REQUIRE(differences->isEmpty());
    ledger::VerifyOptions options;
    options.k0 = kit.k0();
    const auto report = ledger.verify(options);
    REQUIRE(report.has_value());
    REQUIRE(report->isSound());
    REQUIRE(report->bodiesChecked);
}

struct Sweep
{
    int code;
    ErrorCode said;
};

/// What a window does between two sign-ins; each step is durable once it says so.
struct Witness
{
    QStringList numbers; ///< acknowledged
    QString draft;       ///< last text acknowledged
    int begun = 0;       ///< acts given to the ledger, acknowledged or not
};

/// Acts until the power goes; false when it went.
bool work(ledger::Ledger& ledger, Witness& witness, int acts)
{
    for (int i = 0; i < acts; ++i) {
        ++witness.begun;
        const auto number = acceptCase(ledger, {QStringLiteral("act-%1").arg(witness.begun), {}, {}});
        if (!number)
            return false;
        witness.numbers.append(*number);
        const QString text = QStringLiteral("draft-%1").arg(witness.begun);
        if (!ledger.drafts().save(QStringLiteral("d"), LedgerKit::kClerk, {{QStringLiteral("t"), text}}))
            return false;
        witness.draft = text;
        if (i % 3 == 2 && !ledger.outbox().recordOutcomes(
                              acceptedOutcomes(std::max<qint64>(1, ledger.head().seq - 5), ledger.head().seq),
                              std::nullopt))
            return false;
    }
    return true;
}

/// Nothing acknowledged is lost, nothing is there twice, nothing is there by half.
void requireWitnessed(const ledger::Ledger& ledger, const Witness& witness)
{
    const auto rows = ledger.cases().page({}, 0, ledger::CaseQueries::kMaxRows);
    REQUIRE(rows.has_value());
    QSet<QString> numbers;
    QSet<QString> names;
    bool allWhole = true;
    for (const ledger::CaseRow& row : *rows) {
        allWhole = allWhole && row.state == domain::CaseState::Accepted;
        numbers.insert(row.number);
        names.insert(row.summary.name);
    }
    REQUIRE(allWhole);
    REQUIRE(names.size() == static_cast<qsizetype>(rows->size()));
    REQUIRE(numbers.size() == static_cast<qsizetype>(rows->size()));
    REQUIRE(std::ranges::all_of(witness.numbers,
                                [&](const QString& number) { return numbers.contains(number); }));
    REQUIRE(numbers.size() <= witness.begun);
    REQUIRE(ledger.head().seq == 2 * numbers.size());
}

} // namespace

TEST_CASE("whichever write of an act fails it is whole or absent and the ledger says which trouble it was")
{
    const auto sweep =
        GENERATE(Sweep{SQLITE_IOERR, ErrorCode::DatabaseFailed}, Sweep{SQLITE_FULL, ErrorCode::DatabaseFull});
    MemoryDisk disk;
    const LedgerKit kit;
    {
        const auto ledger = kit.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
    }
    const Moment start(disk, kit);
    int failures = 0;
    for (long i = 1;; ++i) {
        CAPTURE(sweep.code, i);
        start.goBack();
        bool acknowledged = false;
        {
            const auto ledger = kit.openSignedIn();
            disk.failAt(i, sweep.code);
            const auto number = acceptCase(*ledger);
            const bool struck = disk.struck();
            disk.disarm();
            if (!struck) {
                REQUIRE(number.has_value());
                break;
            }
            ++failures;
            acknowledged = number.has_value();
            if (!acknowledged) {
                // A sync that fails is an I/O error, on a full disk too.
                CHECK(
                    (number.error().code == sweep.said || number.error().code == ErrorCode::DatabaseFailed));
                CHECK(ledger->head().seq == 2);
                const bool ioError = number.error().code == ErrorCode::DatabaseFailed;
                CHECK(ledger->readOnlyReason().has_value() == ioError);
                // With room again work goes on; after an I/O error only a new start tells what the disk
                // holds.
                CHECK(acceptCase(*ledger).has_value() == !ioError);
                acknowledged = !ioError;
            }
        }
        const auto ledger = kit.openSignedIn();
        CHECK(!ledger->readOnlyReason().has_value());
        const qint64 seq = ledger->head().seq;
        CHECK((seq == 4 || (seq == 2 && !acknowledged)));
        requireSound(*ledger, kit);
        CHECK(acceptCase(*ledger).has_value());
    }
    CHECK(failures >= 3);
}

TEST_CASE("whichever write fails while a ledger opens it opens the next time")
{
    MemoryDisk disk;
    const LedgerKit kit;
    {
        const auto ledger = kit.createSignedIn();
        REQUIRE(acceptCase(*ledger).has_value());
    }
    const Moment start(disk, kit);
    bool struck = true;
    int refused = 0;
    for (long i = 1; struck; ++i) {
        CAPTURE(i);
        start.goBack();
        disk.failAt(i, SQLITE_IOERR);
        {
            const auto opened = kit.open();
            if (opened && !(*opened)->signIn(kit.kClerk, kit.password()))
                ++refused;
            refused += opened ? 0 : 1;
            struck = disk.struck();
            disk.disarm();
        }
        const auto ledger = kit.openSignedIn();
        CHECK(ledger->head().seq == 2);
        CHECK(!ledger->readOnlyReason().has_value());
    }
    CHECK(refused > 0);
}

TEST_CASE("five thousand power cuts lose nothing that was acknowledged")
{
    constexpr int kCuts = 5000;
    constexpr int kCutsPerProfile = 50;
    std::mt19937 random(20261123);
    int cuts = 0;
    int unacknowledged = 0;
    while (cuts < kCuts) {
        MemoryDisk disk;
        const LedgerKit kit;
        Witness witness;
        REQUIRE(kit.create()->close().has_value());
        for (int i = 0; i < kCutsPerProfile; ++i, ++cuts) {
            CAPTURE(cuts);
            {
                const auto ledger = kit.openSignedIn();
                requireWitnessed(*ledger, witness);
                if (!witness.draft.isEmpty()) {
                    const auto draft = ledger->drafts().load(QStringLiteral("d"));
                    REQUIRE(draft.has_value());
                    // The last one may have been written without its acknowledgement having got out.
                    const QString text = draft->content.value(QStringLiteral("t")).toString();
                    REQUIRE((text == witness.draft || text == QStringLiteral("draft-%1").arg(witness.begun)));
                    witness.draft = text;
                }
                // An act with its draft takes some 110 writes and syncs.
                disk.cutAt(1 + static_cast<long>(random() % 250));
                while (work(*ledger, witness, 2)) {
                }
                unacknowledged += witness.numbers.size() < witness.begun ? 1 : 0;
                REQUIRE(disk.struck());
            }
            disk.powerCut(random);
        }
        const auto ledger = kit.openSignedIn();
        requireWitnessed(*ledger, witness);
        requireSound(*ledger, kit);
        REQUIRE(ledger->rebuildProjections().has_value());
        REQUIRE(ledger->compareProjections()->isEmpty());
        CHECK(witness.numbers.size() > kCutsPerProfile / 8);
    }
    CHECK(cuts >= kCuts);
    CHECK(unacknowledged > 0);
}

TEST_CASE("a disk that lies about syncing loses acknowledged acts and the ledger notices")
{
    std::mt19937 random(7);
    int noticed = 0;
    for (int i = 0; i < 20; ++i) {
        MemoryDisk disk;
        const LedgerKit kit;
        REQUIRE(kit.create()->close().has_value());
        disk.lieAboutSyncs();
        {
            const auto ledger = kit.openSignedIn();
            Witness witness;
            REQUIRE(work(*ledger, witness, 5));
            REQUIRE(ledger->flushMirror().has_value());
            disk.cutAt(1);
            while (work(*ledger, witness, 1)) {
            }
        }
        disk.powerCut(random);
        const auto opened = kit.open();
        noticed += !opened || (*opened)->readOnlyReason() ? 1 : 0;
    }
    CHECK(noticed >= 15);
}
