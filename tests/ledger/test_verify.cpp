// SPDX-License-Identifier: GPL-3.0-or-later
// I6: verify finds and names whatever was edited, removed, inserted, swapped or cut off.
#include "ledger/columnsealer.h"
#include "ledger/database.h"
#include "ledger/entrystore.h"
#include "ledger/ledgerkit.h"
#include "ledger/ledgerreader.h"
#include "ledger/profilecheck.h"
#include "ledger/transaction.h"
#include "ledger/verifier.h"
#include "record/chain.h"

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using record::ChainFaultKind;
using record::ChainGrade;

namespace {

/// A ledger with every kind in it, closed, and a connection of somebody who may do anything to its file:
/// triggers, checks and foreign keys are off. Each change is looked at and undone.
class Tampered
{
public:
    Tampered()
    {
        {
            auto ledger = kit.createSignedIn();
            count = appendAllKinds(*ledger);
            head = ledger->head();
            ticket = std::make_unique<ledger::ReaderTicket>(ledger->readerTicket().value());
        }
        database = std::make_unique<ledger::Database>(
            ledger::Database::open(kit.profile() + QStringLiteral("/ledger.db"),
                                   ledger::Database::Mode::Write)
                .value());
        run("PRAGMA foreign_keys=OFF");
        run("PRAGMA ignore_check_constraints=ON");
        for (const char* trigger :
             {"entry_no_update", "entry_no_delete", "entry_next", "entry_body_no_update",
              "entry_body_no_delete", "forgotten_needs_entry", "forgotten_no_update", "forgotten_no_delete"})
            run(QByteArray("DROP TRIGGER ") + trigger);
    }

    void run(const QByteArray& sql) const
    {
        const auto done = database->script(sql);
        INFO(sql.toStdString());
        REQUIRE(done.has_value());
    }

    [[nodiscard]] ledger::VerifyReport look(bool withKeys = true, bool withK0 = false,
                                            bool withHead = false) const
    {
        const ledger::ColumnSealer none(*kit.crypto, nullptr);
        std::vector<record::ChainWitness> witnesses;
        if (withHead)
            witnesses.push_back({head.seq, head.hash, false});
        ledger::VerifyOptions options;
        if (withK0)
            options.k0 = kit.k0();
        auto report = ledger::Verifier(*database, withKeys ? ticket->sealer : none,
                                       {QStringLiteral("dev-0001"), kit.centre().publicKey, witnesses})
                          .run(options);
        REQUIRE(report.has_value());
        // The guarding triggers are gone, which verify says as well.
        std::erase_if(report->rows,
                      [](const ledger::RowFault& f) { return f.table == QStringLiteral("sqlite_schema"); });
        return std::move(*report);
    }

    [[nodiscard]] bool has(const ledger::VerifyReport& report, ChainFaultKind kind, qint64 seq) const
    {
        return std::ranges::any_of(report.chain.faults, [&](const record::ChainFault& f) {
            return f.kind == kind && f.seq <= seq && seq <= f.lastSeq;
        });
    }

    LedgerKit kit;
    qint64 count = 0;
    ledger::ChainHead head;
    std::unique_ptr<ledger::ReaderTicket> ticket;
    std::unique_ptr<ledger::Database> database;
};

/// Cells of one column, as bytes, by seq.
std::map<qint64, QByteArray> cells(const Tampered& t, const QString& table, const QString& column)
{
    auto rows = t.database->prepare(
        QStringLiteral("SELECT seq, CAST(%2 AS BLOB) FROM %1 WHERE %2 IS NOT NULL ORDER BY seq")
            .arg(table, column));
    REQUIRE(rows.has_value());
    std::map<qint64, QByteArray> found;
    while (rows->step().value())
        found.emplace(rows->integer(0), rows->bytes(1));
    return found;
}

void change(const Tampered& t, const QString& table, const QString& column, const char* type, qint64 seq,
            const QByteArray& bytes)
{
    auto row = t.database->prepare(QStringLiteral("UPDATE %1 SET %2 = CAST(? AS %3) WHERE seq = ?")
                                       .arg(table, column, QString::fromLatin1(type)));
    REQUIRE(row.has_value());
    const auto done = row->bind(bytes).bind(seq).run();
    INFO((done ? std::string() : done.error().detail.toStdString()));
    REQUIRE(done.has_value());
}

} // namespace

TEST_CASE("an untouched ledger is sound with and without keys")
{
    const Tampered t;
    REQUIRE(t.count >= 60);
    const auto report = t.look(true, true, true);
    CHECK(report.isSound());
    CHECK(report.chain.entries == t.count);
    REQUIRE(report.chain.grades.size() == 1);
    CHECK(report.chain.grades.front() == record::GradeRange{1, t.count, ChainGrade::MacTrue});
    const auto blind = t.look(false, false);
    CHECK(blind.isSound());
    CHECK(!blind.bodiesChecked);
    CHECK(blind.chain.grades.front().grade == ChainGrade::ChainOnly);
}

TEST_CASE("a change of any byte of any column of any entry is named")
{
    struct Column
    {
        const char* table;
        const char* name;
        const char* type;
    };

    const Column columns[] = {{"entry", "id", "TEXT"},   {"entry", "header", "BLOB"},
                              {"entry", "kind", "TEXT"}, {"entry", "case_no", "TEXT"},
                              {"entry", "base", "TEXT"}, {"entry", "body_hash", "BLOB"},
                              {"entry", "prev", "BLOB"}, {"entry", "hash", "BLOB"},
                              {"entry", "mac", "BLOB"},  {"entry_body", "sealed", "BLOB"}};
    const Tampered t;
    qint64 changes = 0;
    qint64 missed = 0;
    for (const Column& column : columns) {
        const QString table = QString::fromLatin1(column.table);
        const QString name = QString::fromLatin1(column.name);
        const auto original = cells(t, table, name);
        qsizetype longest = 0;
        for (const auto& [seq, bytes] : original)
            longest = std::max(longest, bytes.size());
        // A change at one entry also shows at the next, which does not follow from it any more. So a third of
        // the entries is changed at a time, and each must be named by a fault of its own.
        for (qsizetype at = 0; at < longest; ++at) {
            for (qint64 phase = 0; phase < 3; ++phase) {
                t.run("BEGIN");
                std::vector<qint64> touched;
                for (const auto& [seq, bytes] : original) {
                    if (seq % 3 != phase || at >= bytes.size())
                        continue;
                    QByteArray other = bytes;
                    other[at] = static_cast<char>(other[at] ^ 0x01);
                    change(t, table, name, column.type, seq, other);
                    touched.push_back(seq);
                }
                if (!touched.empty()) {
                    const auto report = t.look();
                    for (const qint64 seq : touched)
                        missed += report.names(seq) ? 0 : 1;
                    changes += static_cast<qint64>(touched.size());
                }
                t.run("ROLLBACK");
            }
        }
        CAPTURE(column.name);
        REQUIRE(missed == 0);
    }
    CHECK(changes > 40'000);
    CHECK(t.look().isSound());
}

TEST_CASE("a changed time or number of a row is named")
{
    const Tampered t;
    for (qint64 seq = 1; seq <= t.count; ++seq) {
        for (const char* sql :
             {"UPDATE entry SET at = at + 1 WHERE seq = %1", "UPDATE entry SET seq = 900000 WHERE seq = %1",
              "UPDATE entry_body SET seq = 900000 WHERE seq = %1",
              "UPDATE entry SET case_no = NULL WHERE seq = %1 AND case_no IS NOT NULL",
              "UPDATE entry SET base = NULL WHERE seq = %1 AND base IS NOT NULL"}) {
            CAPTURE(seq, sql);
            t.run("BEGIN");
            t.run(QString::fromLatin1(sql).arg(seq).toUtf8());
            if (t.database->changedRows() > 0)
                CHECK(t.look().names(seq));
            t.run("ROLLBACK");
        }
    }
}

TEST_CASE("removed swapped and inserted entries are named")
{
    const Tampered t;
    t.run("BEGIN");
    t.run(
        "DELETE FROM entry_body WHERE seq BETWEEN 20 AND 22; DELETE FROM entry WHERE seq BETWEEN 20 AND 22");
    auto report = t.look();
    CHECK(t.has(report, ChainFaultKind::Gap, 20));
    CHECK(t.has(report, ChainFaultKind::Gap, 22));
    t.run("ROLLBACK");

    t.run("BEGIN");
    t.run("DELETE FROM entry_body WHERE seq = 7");
    CHECK(t.has(t.look(false), ChainFaultKind::BodyMissing, 7));
    t.run("ROLLBACK");

    t.run("BEGIN");
    t.run("UPDATE entry SET seq = -1 WHERE seq = 30; UPDATE entry SET seq = 30 WHERE seq = 31; "
          "UPDATE entry SET seq = 31 WHERE seq = -1");
    report = t.look();
    CHECK(report.names(30));
    CHECK(report.names(31));
    t.run("ROLLBACK");

    // Somebody who knows the format writes one more entry behind the last.
    t.run("BEGIN");
    t.run("INSERT INTO entry SELECT seq + 1, 'f' || substr(id, 2), header, kind, case_no, base, at, "
          "body_hash, prev, "
          "hash, mac FROM entry ORDER BY seq DESC LIMIT 1");
    CHECK(t.look(false).names(t.count + 1));
    t.run("ROLLBACK");
}

TEST_CASE("a cut-off end is named by the mirror")
{
    const Tampered t;
    t.run("BEGIN");
    t.run("DELETE FROM entry_body WHERE seq > 50; DELETE FROM entry WHERE seq > 50");
    CHECK(t.look(false, false, false).isSound());
    const auto report = t.look(false, false, true);
    CHECK(t.has(report, ChainFaultKind::CutOff, 51));
    CHECK(t.has(report, ChainFaultKind::CutOff, t.count));
    t.run("ROLLBACK");
}

TEST_CASE("an end written anew by one who knows the format but not the keys is named")
{
    const Tampered t;
    // Everything from entry 55 on is made again with other bodies, true hashes and a MAC key he invented.
    const ledger::EntryStore store(*t.database, t.ticket->sealer);
    record::ChainState chain;
    chain.seq = 54;
    chain.hash = store.at(54)->hash;
    chain.macKey = record::SecretBytes::copyOf(QByteArray(32, '\x77'));
    std::vector<record::Entry> forged;
    for (qint64 seq = 55; seq <= t.count; ++seq) {
        record::EntryHeader header = store.at(seq)->header;
        auto made = record::appendToChain(*t.kit.crypto, chain, header,
                                          {{QStringLiteral("note"), QStringLiteral("x")}});
        REQUIRE(made.has_value());
        forged.push_back(made->entry);
        chain = std::move(made->next);
    }
    t.run("BEGIN");
    for (const record::Entry& entry : forged) {
        auto row = t.database->prepare(QStringLiteral(
            "UPDATE entry SET header = ?, body_hash = ?, prev = ?, hash = ?, mac = ? WHERE seq = ?"));
        REQUIRE(row->bind(entry.headerBytes)
                    .bind(entry.bodyHash)
                    .bind(entry.prev)
                    .bind(entry.hash)
                    .bind(entry.mac)
                    .bind(entry.header.seq)
                    .run()
                    .has_value());
    }
    // The hashes alone are true: that is all a plain chain would say.
    CHECK(t.look(false, false, false).isSound());
    const auto bySeal = t.look(true, false);
    const auto byMac = t.look(false, true);
    const auto byMirror = t.look(false, false, true);
    for (qint64 seq = 55; seq <= t.count; ++seq) {
        CHECK(t.has(bySeal, ChainFaultKind::BodyEdited, seq));
        CHECK(t.has(byMac, ChainFaultKind::MacWrong, seq));
    }
    CHECK(!bySeal.names(54));
    CHECK(!byMac.names(54));
    CHECK(t.has(byMirror, ChainFaultKind::WitnessDiffers, t.count));
    t.run("ROLLBACK");
}

TEST_CASE("a receipt of the centre lifts the grade and a false one is named")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    for (int i = 0; i < 3; ++i)
        REQUIRE(acceptCase(*ledger).has_value());
    const auto receipt = receiptFor(kit, *ledger);
    REQUIRE(ledger->outbox().recordOutcomes(acceptedOutcomes(1, 6), receipt).has_value());
    REQUIRE(acceptCase(*ledger).has_value());
    ledger::VerifyOptions options;
    options.k0 = kit.k0();
    const auto report = ledger->verify(options);
    REQUIRE(report->isSound());
    REQUIRE(report->chain.grades.size() == 2);
    CHECK(report->chain.grades.at(0) == record::GradeRange{1, 6, ChainGrade::Receipted});
    CHECK(report->chain.grades.at(1) == record::GradeRange{7, 8, ChainGrade::MacTrue});
    const auto other =
        ledger::Database::open(kit.profile() + QStringLiteral("/ledger.db"), ledger::Database::Mode::Write);
    REQUIRE(other->script("UPDATE receipt SET at = at + 1").has_value());
    REQUIRE(other->script("UPDATE outcome SET state = 'rejected' WHERE seq = 3").has_value());
    REQUIRE(other->script("UPDATE outcome SET ord = 77 WHERE seq = 4").has_value());
    REQUIRE(other->script("DROP TRIGGER entry_no_update").has_value());
    const auto edited = ledger->verify({});
    CHECK(edited->names(3));
    CHECK(edited->names(4));
    const auto said = [&](const QString& table) {
        return std::ranges::any_of(edited->rows, [&](const ledger::RowFault& f) { return f.table == table; });
    };
    CHECK(said(QStringLiteral("receipt")));
    CHECK(said(QStringLiteral("sqlite_schema")));
}

TEST_CASE("a profile is checked from outside beside the running window without a password")
{
    const LedgerKit kit;
    CHECK(ledger::checkProfile(kit.options(), {}).error().code == domain::ErrorCode::NotEnrolled);
    const auto ledger = kit.createSignedIn();
    REQUIRE(acceptCase(*ledger).has_value());
    REQUIRE(ledger->flushMirror().has_value());
    ledger::VerifyOptions options;
    options.k0 = kit.k0();
    const auto check = ledger::checkProfile(kit.options(), options);
    REQUIRE(check.has_value());
    CHECK(check->identity.station == QStringLiteral("W03"));
    CHECK(check->report.isSound());
    CHECK(!check->report.bodiesChecked);
    CHECK(check->report.chain.grades.front() == record::GradeRange{1, 2, ChainGrade::MacTrue});
    const auto other =
        ledger::Database::open(kit.profile() + QStringLiteral("/ledger.db"), ledger::Database::Mode::Write);
    REQUIRE(
        other
            ->script("DROP TRIGGER entry_no_delete; PRAGMA foreign_keys=OFF; DELETE FROM entry WHERE seq = 2")
            .has_value());
    const auto cut = ledger::checkProfile(kit.options(), {});
    REQUIRE(cut.has_value());
    CHECK(cut->report.names(2));
}
