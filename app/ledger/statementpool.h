// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlQuery>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace ow::ledger {

/// Prepared statements of one connection that wait to be used again. Parsing and planning cost more than most
/// of what the ledger asks, and it asks the same some eighty things all day.
///
/// A statement lies here only while nobody uses it: take() removes it, so a second user of the same text, or
/// a nested one, gets none and prepares his own. Bounded: the one unused for longest goes. Belongs to the
/// thread of its connection, and goes before the connection does.
class StatementPool
{
public:
    /// Of all texts together; a statement is some 5–20 KiB of SQLite's memory.
    static constexpr std::size_t kMostIdle = 96;

    explicit StatementPool(std::size_t mostIdle = kMostIdle);

    /// A statement prepared from exactly this text, or none.
    [[nodiscard]] std::optional<QSqlQuery> take(const QString& sql);
    /// `query` is finished and holds no bound values. Never throws: what was reserved suffices.
    void give(QString sql, QSqlQuery query) noexcept;

    [[nodiscard]] std::size_t idle() const { return m_idle.size(); }

private:
    struct Idle
    {
        QString sql;
        QSqlQuery query;
    };

    std::size_t m_mostIdle;
    std::vector<Idle> m_idle; ///< longest unused first
};

} // namespace ow::ledger
