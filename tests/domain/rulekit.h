// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/formrules.h"
#include "domain/formvalue.h"

#include <QCborArray>
#include <QCborMap>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include <catch2/catch.hpp>

#include <memory>

namespace rulekit {

using namespace ow::domain;

/// An expression as it stands in a guide's document.
inline QCborValue expression(const QByteArray& json)
{
    const QCborValue value =
        QCborValue::fromJsonValue(QJsonDocument::fromJson('[' + json + ']').array().at(0));
    return value;
}

inline GuideField field(const QString& key, FieldType type, const QStringList& options = {})
{
    GuideField made;
    made.key = key;
    made.label = key;
    made.type = type;
    made.options = options;
    return made;
}

/// Numbers a to h, texts s and t, dates from and to, yes, one, many, and a table of loads.
inline Guide guide()
{
    Guide guide;
    for (const char* key : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
        guide.fields.push_back(field(QString::fromLatin1(key), FieldType::Number));
    }
    guide.fields.push_back(field(QStringLiteral("s"), FieldType::Text));
    guide.fields.push_back(field(QStringLiteral("t"), FieldType::Text));
    guide.fields.push_back(field(QStringLiteral("from"), FieldType::Date));
    guide.fields.push_back(field(QStringLiteral("to"), FieldType::Date));
    guide.fields.push_back(field(QStringLiteral("yes"), FieldType::Bool));
    const QStringList colours{QStringLiteral("红"), QStringLiteral("绿"), QStringLiteral("蓝")};
    guide.fields.push_back(field(QStringLiteral("one"), FieldType::Select, colours));
    guide.fields.push_back(field(QStringLiteral("many"), FieldType::MultiSelect, colours));
    GuideField table = field(QStringLiteral("loads"), FieldType::Table);
    table.columns = QStringList{QStringLiteral("轴"), QStringLiteral("轴荷")};
    table.columnTypes = {FieldType::Text, FieldType::Number};
    guide.fields.push_back(table);
    GuideAxis size{QStringLiteral("size"), QStringLiteral("类别"), true, QStringLiteral("S1"), {}};
    GuideAxis way{QStringLiteral("way"), QStringLiteral("办理"), false, QStringLiteral("W1"), {}};
    for (const char* id : {"S1", "S2", "S3"}) {
        GuideSituation& one = size.situations.emplace_back();
        one.id = QString::fromLatin1(id);
    }
    for (const char* id : {"W1", "W2"}) {
        GuideSituation& one = way.situations.emplace_back();
        one.id = QString::fromLatin1(id);
    }
    guide.axes = {size, way};
    return guide;
}

inline FormRule rule(const QString& id, RuleKind kind, const QStringList& targets, const QByteArray& when,
                     const QByteArray& value = {})
{
    FormRule made;
    made.id = id;
    made.kind = kind;
    made.targets = targets;
    if (!when.isEmpty()) {
        made.when = expression(when);
    }
    if (!value.isEmpty()) {
        made.value = expression(value);
    }
    if (kind == RuleKind::Valid) {
        made.sentence = QStringLiteral("wrong");
    }
    return made;
}

inline std::shared_ptr<const FormRules> ready(const Guide& guide)
{
    auto rules = FormRules::make(guide);
    INFO((rules ? std::string()
                : rules.error().field.toStdString() + ": " + rules.error().detail.toStdString()));
    REQUIRE(rules.has_value());
    return *rules;
}

/// An intake that answers the fields named: {"a": "4.6", "yes": true, "loads": [["1", "6000"]]}.
inline Intake answers(const QByteArray& json)
{
    Intake intake;
    const QCborMap map = expression(json).toMap();
    for (const auto& [key, value] : map) {
        setFormValue(intake, key.toString(), value);
    }
    return intake;
}

} // namespace rulekit
