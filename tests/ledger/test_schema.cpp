// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/database.h"
#include "ledger/ledgerkit.h"
#include "ledger/migrations.h"
#include "ledger/transaction.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace ow;
using namespace ow::test;
using domain::ErrorCode;
using ledger::Database;
using ledger::Migration;

namespace {

QString fileIn(const QTemporaryDir& folder)
{
    return folder.path() + QStringLiteral("/ledger.db");
}

int versionOf(const Database& database)
{
    return database.value(QStringLiteral("PRAGMA user_version"))->toInt();
}

} // namespace

TEST_CASE("the writing connection is durable and says so")
{
    const QTemporaryDir folder;
    const auto database = Database::open(fileIn(folder), Database::Mode::Write);
    REQUIRE(database.has_value());
    CHECK(database->value(QStringLiteral("PRAGMA journal_mode"))->toString() == QStringLiteral("wal"));
    CHECK(database->value(QStringLiteral("PRAGMA synchronous"))->toInt() == 2);
    CHECK(database->value(QStringLiteral("PRAGMA secure_delete"))->toInt() == 1);
    CHECK(database->value(QStringLiteral("PRAGMA foreign_keys"))->toInt() == 1);
    CHECK(database->value(QStringLiteral("PRAGMA trusted_schema"))->toInt() == 0);
}

TEST_CASE("a transaction that is not committed leaves nothing")
{
    const QTemporaryDir folder;
    const auto database = Database::open(fileIn(folder), Database::Mode::Write);
    REQUIRE(database->exec(QStringLiteral("CREATE TABLE t (x)")).has_value());
    {
        const auto transaction = ledger::Transaction::begin(*database);
        REQUIRE(database->exec(QStringLiteral("INSERT INTO t VALUES (1)")).has_value());
        CHECK(database->inTransaction());
    }
    CHECK(!database->inTransaction());
    CHECK(database->value(QStringLiteral("SELECT count(*) FROM t"))->toInt() == 0);
}

TEST_CASE("each migration is one step with a copy made before the first")
{
    const QTemporaryDir folder;
    const auto database = Database::open(fileIn(folder), Database::Mode::Write);
    const std::vector<Migration> first{{1, "CREATE TABLE a (x); INSERT INTO a VALUES (7);"}};
    REQUIRE(ledger::migrate(*database, first).has_value());
    CHECK(versionOf(*database) == 1);
    CHECK(!QFile::exists(ledger::backupPath(fileIn(folder), 0)));

    std::vector<Migration> steps = first;
    steps.push_back({2, "CREATE TABLE b (x); INSERT INTO b SELECT x FROM a;"});
    steps.push_back({3, "DROP TABLE a; INSERT INTO nowhere VALUES (1);"});
    CHECK(!ledger::migrate(*database, steps).has_value());
    // The second stands, of the third nothing does.
    CHECK(versionOf(*database) == 2);
    CHECK(database->value(QStringLiteral("SELECT x FROM a"))->toInt() == 7);
    CHECK(database->value(QStringLiteral("SELECT x FROM b"))->toInt() == 7);

    const auto copy = Database::open(ledger::backupPath(fileIn(folder), 1), Database::Mode::Read);
    REQUIRE(copy.has_value());
    CHECK(versionOf(*copy) == 1);
    CHECK(copy->value(QStringLiteral("SELECT x FROM a"))->toInt() == 7);

    steps.back().sql = "DROP TABLE a;";
    REQUIRE(ledger::migrate(*database, steps).has_value());
    CHECK(versionOf(*database) == 3);
}

TEST_CASE("a database of a newer program is refused and left alone")
{
    const LedgerKit kit;
    REQUIRE(kit.create()->close().has_value());
    const QString file = kit.profile() + QStringLiteral("/ledger.db");
    REQUIRE(Database::open(file, Database::Mode::Write)
                ->exec(QStringLiteral("PRAGMA user_version=99"))
                .has_value());
    const auto refused = kit.open();
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == ErrorCode::DatabaseNewer);
    CHECK(versionOf(*Database::open(file, Database::Mode::Read)) == 99);
}

TEST_CASE("a file that is no database is named as such")
{
    const LedgerKit kit;
    REQUIRE(kit.create()->close().has_value());
    QFile file(kit.profile() + QStringLiteral("/ledger.db"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    CHECK(kit.open().error().code == ErrorCode::DatabaseCorrupt);
}

TEST_CASE("entries and bodies cannot be changed or deleted through SQL")
{
    const LedgerKit kit;
    const auto ledger = kit.createSignedIn();
    REQUIRE(acceptCase(*ledger).has_value());
    const auto database = Database::open(kit.profile() + QStringLiteral("/ledger.db"), Database::Mode::Write);
    for (const char* sql : {"UPDATE entry SET at = 0", "DELETE FROM entry WHERE seq = 2",
                            "UPDATE entry_body SET sealed = x'00'", "DELETE FROM entry_body WHERE seq = 1",
                            "INSERT INTO forgotten (seq, by) VALUES (1, 'nobody')",
                            "INSERT INTO entry SELECT seq + 5, 'f' || substr(id, 2), header, kind, case_no, "
                            "base, at, body_hash, "
                            "prev, hash, mac FROM entry WHERE seq = 2",
                            "REPLACE INTO entry SELECT * FROM entry WHERE seq = 2"}) {
        CAPTURE(sql);
        CHECK(!database->script(sql).has_value());
    }
    // Accepted by the centre, but no forget entry says so.
    REQUIRE(ledger->outbox().recordOutcomes(acceptedOutcomes(1, 2), std::nullopt).has_value());
    CHECK(!database->script("DELETE FROM entry_body WHERE seq = 1").has_value());
    CHECK(ledger->verify({})->isSound());
}

TEST_CASE("after an unclean end the next start knows and after a clean one it does not")
{
    const LedgerKit kit;
    REQUIRE(kit.create()->close().has_value());
    CHECK(!kit.openSignedIn()->endedUncleanly());
    REQUIRE(Database::open(kit.profile() + QStringLiteral("/ledger.db"), Database::Mode::Write)
                ->script("UPDATE meta SET value = x'30' WHERE name = 'clean'")
                .has_value());
    CHECK(kit.openSignedIn()->endedUncleanly());
}
