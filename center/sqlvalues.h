// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
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
    return value ? QVariant(*value) : QVariant(QMetaType(QMetaType::LongLong));
}

// Qt binds a null string or byte array as NULL; a column that must not be NULL gets the empty one.
inline QVariant text(const QString& value)
{
    return value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value);
}

inline QVariant textOrNull(const QString& value)
{
    return value.isEmpty() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(value);
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

inline QString firstText(const QSqlQuery& row)
{
    return string(row, 0);
}

inline QByteArray firstBytes(const QSqlQuery& row)
{
    return bytesAt(row, 0);
}

inline qint64 firstNumber(const QSqlQuery& row)
{
    return row.value(0).toLongLong();
}

/// A JSON list of texts as one parameter.
inline QString jsonList(const QStringList& texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

inline QString json(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace ow::center::sqlvalue
