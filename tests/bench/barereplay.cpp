// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/barereplay.h"

#include "bench/figure.h"

#include <sqlite3.h>

#include <memory>

namespace ow::bench {

namespace {

using namespace Qt::StringLiterals;

struct Closer
{
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }

    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

    void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
};

using Bare = std::unique_ptr<sqlite3, Closer>;
using BareStatement = std::unique_ptr<sqlite3_stmt, Closer>;
using Value = std::unique_ptr<sqlite3_value, Closer>;
using Row = std::vector<Value>;

void check(sqlite3* database, int code)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        giveUp({domain::ErrorCode::DatabaseFailed, QString::fromUtf8(sqlite3_errmsg(database)), {}});
    }
}

void exec(sqlite3* database, const QString& sql)
{
    check(database, sqlite3_exec(database, sql.toUtf8().constData(), nullptr, nullptr, nullptr));
}

BareStatement prepare(sqlite3* database, const QString& sql)
{
    sqlite3_stmt* statement = nullptr;
    check(database, sqlite3_prepare_v2(database, sql.toUtf8().constData(), -1, &statement, nullptr));
    return BareStatement(statement);
}

std::vector<Row> rowsOf(sqlite3* database, const QString& sql)
{
    std::vector<Row> rows;
    const BareStatement statement = prepare(database, sql);
    while (sqlite3_step(statement.get()) == SQLITE_ROW) {
        Row row;
        for (int column = 0; column < sqlite3_column_count(statement.get()); ++column) {
            row.emplace_back(sqlite3_value_dup(sqlite3_column_value(statement.get(), column)));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QStringList namesOf(sqlite3* database, const QString& type)
{
    QStringList names;
    for (const Row& row : rowsOf(database, u"SELECT name FROM main.sqlite_master WHERE type = '%1' AND "
                                           "name NOT LIKE 'sqlite_%'"_s.arg(type))) {
        names << QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_value_text(row.front().get())));
    }
    return names;
}

/// What is new in a table, and the statement that writes it.
struct Share
{
    std::vector<Row> rows;
    BareStatement write;

    void put(sqlite3* database, std::size_t row) const
    {
        int place = 0;
        for (const Value& value : rows[row]) {
            check(database, sqlite3_bind_value(write.get(), ++place, value.get()));
        }
        check(database, sqlite3_step(write.get()));
        check(database, sqlite3_reset(write.get()));
    }
};

std::vector<Share> sharesOf(sqlite3* database)
{
    std::vector<Share> shares;
    for (const QString& table : namesOf(database, u"table"_s)) {
        Share share;
        share.rows = rowsOf(database, u"SELECT * FROM original.%1 EXCEPT SELECT * FROM main.%1"_s.arg(table));
        if (share.rows.empty()) {
            continue;
        }
        const QString places = QStringList(qsizetype(share.rows.front().size()), u"?"_s).join(u", "_s);
        share.write = prepare(database, u"INSERT OR REPLACE INTO main.%1 VALUES (%2)"_s.arg(table, places));
        shares.push_back(std::move(share));
    }
    return shares;
}

} // namespace

std::vector<double> replayBare(const QString& copy, const QString& original, int transactions)
{
    sqlite3* opened = nullptr;
    const int code = sqlite3_open(copy.toUtf8().constData(), &opened);
    const Bare database(opened);
    check(opened, code);
    exec(opened, u"PRAGMA journal_mode=WAL"_s);
    exec(opened, u"PRAGMA synchronous=FULL"_s);
    exec(opened, u"ATTACH '%1' AS original"_s.arg(original));
    const std::vector<Share> shares = sharesOf(opened);
    exec(opened, u"DETACH original"_s);
    for (const QString& trigger : namesOf(opened, u"trigger"_s)) {
        exec(opened, u"DROP TRIGGER "_s + trigger);
    }
    const auto count = static_cast<std::size_t>(transactions);
    std::vector<double> times;
    for (std::size_t i = 0; i < count; ++i) {
        times.push_back(timed([&] {
            exec(opened, u"BEGIN IMMEDIATE"_s);
            for (const Share& share : shares) {
                const std::size_t rows = share.rows.size();
                const bool state = rows < count;
                const std::size_t first = state ? 0 : i * rows / count;
                const std::size_t end = state ? rows : (i + 1) * rows / count;
                for (std::size_t row = first; row < end; ++row) {
                    share.put(opened, row);
                }
            }
            exec(opened, u"COMMIT"_s);
        }));
    }
    return times;
}

} // namespace ow::bench
