// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>

/// Between Qt SQL and the store's types.
namespace ow::center::sqlvalue {

inline std::optional<qint64> maybeTime(const QVariant& value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

inline QVariant orNull(const std::optional<qint64>& value)
{
    return value ? QVariant(*value) : QVariant();
}

// Qt binds a null string or byte array as NULL; a column that must not be NULL gets the empty one.
inline QVariant text(const QString& value)
{
    return value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value);
}

inline QVariant bytes(const QByteArray& value)
{
    return value.isNull() ? QVariant(QByteArray("", 0)) : QVariant(value);
}

inline QString string(const QSqlQuery& row, int column)
{
    return row.value(column).toString();
}

inline QByteArray bytesAt(const QSqlQuery& row, int column)
{
    return row.value(column).toByteArray();
}

} // namespace ow::center::sqlvalue
