// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <catch2/catch.hpp>

// How Catch prints Qt's values when a test fails.
namespace Catch {

template <> struct StringMaker<QString>
{
    static std::string convert(const QString& value) { return value.toStdString(); }
};

template <> struct StringMaker<QStringList>
{
    static std::string convert(const QStringList& value) { return value.join(u' ').toStdString(); }
};

template <> struct StringMaker<QJsonObject>
{
    static std::string convert(const QJsonObject& value)
    {
        return QJsonDocument(value).toJson(QJsonDocument::Compact).toStdString();
    }
};

} // namespace Catch
