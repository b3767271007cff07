// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/statement.h"

#include "ledger/sqlerror.h"
#include "ledger/statementpool.h"

#include <QSqlError>

#include <algorithm>

namespace ow::ledger {

using domain::Result;

Statement::Statement(Statement&& other) noexcept = default;

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        giveBack();
        m_sql = std::move(other.m_sql);
        m_query = std::move(other.m_query);
        m_connection = std::move(other.m_connection);
        m_pool = std::move(other.m_pool);
        m_next = other.m_next;
        m_bound = other.m_bound;
        m_running = other.m_running;
        m_failed = other.m_failed;
    }
    return *this;
}

Statement::~Statement()
{
    giveBack();
}

void Statement::giveBack() noexcept
{
    // Moved from, or the connection is closed or has another schema by now: then it just goes.
    const auto pool = m_pool.lock();
    if (!pool || m_failed)
        return;
    reset();
    // Names and numbers of people do not lie about in memory until the next one is asked for.
    for (int place = 0; place < m_bound; ++place)
        m_query.bindValue(place, QVariant());
    pool->give(std::move(m_sql), std::move(m_query));
}

domain::Error Statement::failed(const QString& what)
{
    m_failed = true;
    return sqlError(sqliteHandle(m_connection), what);
}

Statement& Statement::bind(qint64 value)
{
    m_query.bindValue(m_next++, QVariant::fromValue(value));
    return *this;
}

Statement& Statement::bind(const QString& text)
{
    // A null QString would become NULL; an empty text is an empty text.
    m_query.bindValue(m_next++, text.isNull() ? QVariant(QLatin1String("")) : QVariant(text));
    return *this;
}

Statement& Statement::bind(const QByteArray& bytes)
{
    m_query.bindValue(m_next++, bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes));
    return *this;
}

Statement& Statement::bindNull()
{
    m_query.bindValue(m_next++, QVariant());
    return *this;
}

Statement& Statement::bindOrNull(const QString& text)
{
    return text.isEmpty() ? bindNull() : bind(text);
}

Statement& Statement::bindOrNull(const std::optional<qint64>& value)
{
    return value ? bind(*value) : bindNull();
}

Result<void> Statement::run()
{
    const bool done = m_query.exec();
    Result<void> result;
    if (!done)
        result = tl::unexpected(failed(QStringLiteral("statement")));
    reset();
    return result;
}

Result<bool> Statement::step()
{
    if (!m_running) {
        if (!m_query.exec())
            return tl::unexpected(failed(QStringLiteral("query")));
        m_running = true;
    }
    if (m_query.next())
        return true;
    Result<bool> result = false;
    if (m_query.lastError().isValid())
        result = tl::unexpected(failed(QStringLiteral("row")));
    reset();
    return result;
}

void Statement::reset()
{
    m_query.finish();
    m_bound = std::max(m_bound, m_next);
    m_next = 0;
    m_running = false;
}

qint64 Statement::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

QString Statement::text(int column) const
{
    return m_query.value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

bool Statement::isNull(int column) const
{
    return m_query.isNull(column);
}

} // namespace ow::ledger
