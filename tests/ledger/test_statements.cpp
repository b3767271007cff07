// SPDX-License-Identifier: GPL-3.0-or-later
// Prepared statements that are used again: never by two at once, never against an old schema, never more of
// them than are worth keeping.
#include "ledger/database.h"
#include "ledger/statementpool.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlResult>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace ow;
using namespace Qt::StringLiterals;
using ledger::Database;
using ledger::Statement;

namespace {

/// Four rows: 1 one, 2 two, 3 three, 4 four.
struct Numbered
{
    Numbered()
        : database(Database::open(file(), Database::Mode::Write).value())
    {
        const auto made = database.script("CREATE TABLE t (n INTEGER PRIMARY KEY, word TEXT NOT NULL);"
                                          "INSERT INTO t VALUES (1, 'one'), (2, 'two'), (3, 'three'), "
                                          "(4, 'four');");
        REQUIRE(made.has_value());
    }

    [[nodiscard]] QString file() const { return folder.path() + u"/ledger.db"_s; }

    [[nodiscard]] Statement above(qint64 n) const
    {
        Statement rows = database.prepare(u"SELECT n, word FROM t WHERE n > ? ORDER BY n"_s).value();
        rows.bind(n);
        return rows;
    }

    [[nodiscard]] QList<qint64> allAbove(qint64 n) const
    {
        Statement rows = above(n);
        QList<qint64> found;
        while (rows.step().value())
            found.append(rows.integer(0));
        return found;
    }

    QTemporaryDir folder;
    Database database;
};

/// The bare statement behind a query: what is prepared anew has another one, as long as the first lives.
const void* handleOf(const QSqlQuery& query)
{
    return *static_cast<void* const*>(query.result()->handle().constData());
}

} // namespace

TEST_CASE("the same question asked inside its own answer has a statement of its own")
{
    const Numbered kit;
    static_cast<void>(kit.allAbove(0)); // one waits
    Statement outer = kit.above(0);
    QList<QList<qint64>> seen;
    while (outer.step().value()) {
        const qint64 n = outer.integer(0);
        seen.append(kit.allAbove(n));
        CHECK(outer.integer(0) == n);
    }
    CHECK(seen == QList<QList<qint64>>{{2, 3, 4}, {3, 4}, {4}, {}});
}

TEST_CASE("a statement left in the middle of its rows starts anew for the next")
{
    const Numbered kit;
    {
        Statement left = kit.above(1);
        REQUIRE(left.step().value());
        CHECK(left.integer(0) == 2);
    }
    CHECK(kit.allAbove(2) == QList<qint64>{3, 4});
    // And holds no lock: the connection can move its WAL and take the file's only writer.
    {
        Statement left = kit.above(0);
        REQUIRE(left.step().value());
    }
    const auto other = Database::open(kit.file(), Database::Mode::Write);
    REQUIRE(other.has_value());
    REQUIRE(other->exec(u"DELETE FROM t WHERE n = 3"_s).has_value());
    CHECK(other->value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s)->toInt() == 0);
    CHECK(kit.allAbove(1) == QList<qint64>{2, 4});
}

TEST_CASE("a statement moved away is given back once")
{
    const Numbered kit;
    Statement first = kit.above(0);
    Statement second = kit.above(3);
    first = std::move(second);
    Statement third = kit.above(1); // has the statement of the first
    REQUIRE(first.step().value());
    REQUIRE(third.step().value());
    CHECK(first.integer(0) == 4);
    CHECK(third.integer(0) == 2);
}

TEST_CASE("what was bound once is not bound for the next")
{
    const Numbered kit;
    const QString sql = u"SELECT coalesce(?, 'nothing')"_s;
    {
        Statement first = kit.database.prepare(sql).value();
        first.bind(u"said before"_s);
        REQUIRE(first.step().value());
        CHECK(first.text(0) == u"said before"_s);
    }
    Statement second = kit.database.prepare(sql).value();
    REQUIRE(second.step().value());
    CHECK(second.text(0) == u"nothing"_s);
}

TEST_CASE("a statement that failed does not come back")
{
    const Numbered kit;
    const QString sql = u"INSERT INTO t (n, word) VALUES (?, ?)"_s;
    for (int i = 0; i < 2; ++i) {
        Statement row = kit.database.prepare(sql).value();
        CHECK(!row.bind(1).bind(u"again"_s).run().has_value());
    }
    Statement row = kit.database.prepare(sql).value();
    REQUIRE(row.bind(5).bind(u"five"_s).run().has_value());
    CHECK(kit.allAbove(3) == QList<qint64>{4, 5});
}

TEST_CASE("a changed schema is answered by its own columns and rows")
{
    const Numbered kit;
    // Twice: what is kept of the first time is used the second.
    const auto columns = [&kit] {
        QStringList seen;
        for (int i = 0; i < 2; ++i) {
            Statement row = kit.database.prepare(u"SELECT * FROM t WHERE n = 1"_s).value();
            REQUIRE(row.step().value());
            seen.append(row.text(1) + u'|' + row.text(2));
        }
        CHECK(seen.first() == seen.last());
        return seen.last();
    };
    CHECK(columns() == u"one|"_s);
    CHECK(kit.allAbove(2) == QList<qint64>{3, 4});
    REQUIRE(kit.database.script("ALTER TABLE t ADD COLUMN more TEXT DEFAULT 'new'").has_value());
    CHECK(columns() == u"one|new"_s);
    // By one statement alone.
    REQUIRE(kit.database.exec(u"ALTER TABLE t DROP COLUMN word"_s).has_value());
    CHECK(columns() == u"new|"_s);
    REQUIRE(kit.database.exec(u"ALTER TABLE t ADD COLUMN word TEXT DEFAULT 'a'"_s).has_value());
    CHECK(columns() == u"new|a"_s);
    // By another connection: Qt itself is safe there only for columns asked for by name.
    const auto other = Database::open(kit.file(), Database::Mode::Write);
    REQUIRE(other->exec(u"ALTER TABLE t DROP COLUMN more"_s).has_value());
    CHECK(kit.allAbove(2) == QList<qint64>{3, 4});
    REQUIRE(other->exec(u"ALTER TABLE t ADD COLUMN least INTEGER"_s).has_value());
    CHECK(kit.allAbove(2) == QList<qint64>{3, 4});
    REQUIRE(kit.database.exec(u"DROP TABLE t"_s).has_value());
    CHECK(!kit.database.prepare(u"SELECT * FROM t WHERE n = 1"_s).and_then([](Statement row) {
        return row.step();
    }));
}

TEST_CASE("a statement in use while its schema goes is not kept")
{
    Numbered kit;
    {
        Statement used = kit.above(3);
        REQUIRE(used.step().value());
        used.reset();
        REQUIRE(kit.database.script("CREATE TABLE other (x)").has_value());
    }
    CHECK(kit.allAbove(3) == QList<qint64>{4});
}

TEST_CASE("a database moved takes its statements along and one closed lets go of them")
{
    Numbered kit;
    CHECK(kit.allAbove(2) == QList<qint64>{3, 4});
    Database moved = std::move(kit.database);
    {
        Statement rows = moved.prepare(u"SELECT n, word FROM t WHERE n > ? ORDER BY n"_s).value();
        REQUIRE(rows.bind(2).step().value());
        CHECK(rows.integer(0) == 3);
    }
    const QString elsewhere = kit.folder.path() + u"/other.db"_s;
    moved = Database::open(elsewhere, Database::Mode::Write).value();
    CHECK(!moved.prepare(u"SELECT n, word FROM t WHERE n > ? ORDER BY n"_s).has_value());
    CHECK(!QFile::exists(kit.file() + u"-wal"_s)); // the last one closed: SQLite takes its WAL away
}

TEST_CASE("the pool hands each statement to one and forgets the one unused for longest")
{
    const QTemporaryDir folder;
    const QString name = u"pool-test"_s;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        connection.setDatabaseName(folder.path() + u"/pool.db"_s);
        REQUIRE(connection.open());
        const auto prepared = [&connection](const QString& sql) {
            QSqlQuery query(connection);
            REQUIRE(query.prepare(sql));
            return query;
        };
        ledger::StatementPool pool(2);
        CHECK(!pool.take(u"SELECT 1"_s).has_value());
        QSqlQuery one = prepared(u"SELECT 1"_s);
        const void* handle = handleOf(one);
        pool.give(u"SELECT 1"_s, std::move(one));
        const auto taken = pool.take(u"SELECT 1"_s);
        REQUIRE(taken.has_value());
        CHECK(handleOf(*taken) == handle);
        CHECK(!pool.take(u"SELECT 1"_s).has_value());
        for (const QString& sql : {u"SELECT 2"_s, u"SELECT 3"_s, u"SELECT 4"_s})
            pool.give(sql, prepared(sql));
        CHECK(pool.idle() == 2);
        CHECK(!pool.take(u"SELECT 2"_s).has_value());
        CHECK(pool.take(u"SELECT 4"_s).has_value());
        CHECK(pool.take(u"SELECT 3"_s).has_value());
    }
    QSqlDatabase::removeDatabase(name);
}
