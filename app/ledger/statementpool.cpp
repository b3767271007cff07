// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/statementpool.h"

#include <algorithm>
#include <utility>

namespace ow::ledger {

StatementPool::StatementPool(std::size_t mostIdle)
    : m_mostIdle(mostIdle)
{
    m_idle.reserve(mostIdle);
}

std::optional<QSqlQuery> StatementPool::take(const QString& sql)
{
    // From the back: what was used last is most often asked next. Texts of another length differ at once.
    const auto found = std::find_if(m_idle.rbegin(), m_idle.rend(),
                                    [&sql](const Idle& waiting) { return waiting.sql == sql; });
    if (found == m_idle.rend())
        return std::nullopt;
    std::optional<QSqlQuery> query(std::move(found->query));
    m_idle.erase(std::next(found).base());
    return query;
}

void StatementPool::give(QString sql, QSqlQuery query) noexcept
{
    if (m_mostIdle == 0)
        return;
    if (m_idle.size() == m_mostIdle)
        m_idle.erase(m_idle.begin());
    m_idle.push_back({std::move(sql), std::move(query)});
}

} // namespace ow::ledger
