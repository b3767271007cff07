// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/statement.h"

#include "ledger/sqlerror.h"

#include <QSqlError>

namespace ow::ledger {

using domain::Result;

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
        result = tl::unexpected(sqlError(sqliteHandle(m_connection), QStringLiteral("statement")));
    reset();
    return result;
}

Result<bool> Statement::step()
{
    if (!m_running) {
        if (!m_query.exec())
            return tl::unexpected(sqlError(sqliteHandle(m_connection), QStringLiteral("query")));
        m_running = true;
    }
    if (m_query.next())
        return true;
    const bool failed = m_query.lastError().isValid();
    Result<bool> result = false;
    if (failed)
        result = tl::unexpected(sqlError(sqliteHandle(m_connection), QStringLiteral("row")));
    reset();
    return result;
}

void Statement::reset()
{
    m_query.finish();
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
