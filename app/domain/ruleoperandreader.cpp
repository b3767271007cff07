// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ruleoperandreader.h"

#include <algorithm>
#include <utility>

namespace ow::domain {

namespace {

bool isWord(const QCborValue& value)
{
    return value.isString();
}

} // namespace

RuleOperandReader::Read RuleOperandReader::refuse(const QString& path, const QString& reason)
{
    m_faults.push_back({path, reason});
    return std::nullopt;
}

RuleOperandReader::Read RuleOperandReader::typed(RuleExpression made, Wanted wanted, const QString& path)
{
    if (wanted && made.type != *wanted) {
        return refuse(path, tr("another type of value is needed here"));
    }
    return made;
}

RuleOperandReader::Read RuleOperandReader::readLiteral(const QCborValue& value, Wanted wanted,
                                                       const QString& path)
{
    RuleExpression made;
    if (value.isBool()) {
        made.type = ValueType::Bool;
        made.literal = value.toBool();
        return typed(std::move(made), wanted, path);
    }
    if (value.isInteger()) {
        made.type = ValueType::Number;
        made.literal = Decimal(value.toInteger());
        return typed(std::move(made), wanted, path);
    }
    if (!value.isString()) {
        return refuse(path, tr("this is no expression"));
    }
    const QString text = value.toString();
    made.type = wanted.value_or(ValueType::Text);
    if (made.type == ValueType::Text) {
        made.literal = text;
        return made;
    }
    if (made.type == ValueType::Number) {
        if (const auto number = Decimal::fromText(text)) {
            made.literal = *number;
            return made;
        }
        return refuse(path, tr("“%1” is no number").arg(text));
    }
    if (made.type == ValueType::Date) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        made.literal = day;
        return day.isValid() ? Read(made) : refuse(path, tr("“%1” is no date").arg(text));
    }
    return refuse(path, tr("another type of value is needed here"));
}

RuleOperandReader::Read RuleOperandReader::readField(const QString& key, Wanted wanted, const QString& path)
{
    const GuideField* field = m_guide.field(key);
    if (field == nullptr) {
        return refuse(path, tr("there is no field “%1”").arg(key));
    }
    RuleExpression made;
    made.op = RuleOp::Field;
    made.key = key;
    made.answer = field->type;
    switch (field->type) {
    case FieldType::Table:
        return refuse(path, tr("a table is asked by its columns"));
    case FieldType::Number:
        made.type = ValueType::Number;
        break;
    case FieldType::Date:
        made.type = ValueType::Date;
        break;
    case FieldType::Bool:
        made.type = ValueType::Bool;
        break;
    case FieldType::MultiSelect:
        made.type = ValueType::Texts;
        break;
    default:
        made.type = ValueType::Text;
        break;
    }
    return typed(std::move(made), wanted, path);
}

RuleOperandReader::Read RuleOperandReader::readColumn(const QString& key, const QString& column,
                                                      Wanted wanted, const QString& path)
{
    const GuideField* field = m_guide.field(key);
    if (field == nullptr || field->type != FieldType::Table) {
        return refuse(at(path, 1), tr("there is no table “%1”").arg(key));
    }
    RuleExpression made;
    made.op = RuleOp::Column;
    made.key = key;
    made.column = field->columns.indexOf(column);
    if (made.column < 0) {
        return refuse(at(path, 2), tr("there is no column “%1”").arg(column));
    }
    const auto index = static_cast<std::size_t>(made.column);
    made.answer = index < field->columnTypes.size() ? field->columnTypes[index] : FieldType::Text;
    made.type = made.answer == FieldType::Number ? ValueType::Numbers : ValueType::Texts;
    return typed(std::move(made), wanted, path);
}

RuleOperandReader::Read RuleOperandReader::readAxis(const QString& id, Wanted wanted, const QString& path)
{
    const GuideAxis* axis = m_guide.axis(id);
    if (axis == nullptr) {
        return refuse(at(path, 1), tr("there is no axis “%1”").arg(id));
    }
    RuleExpression made;
    made.op = RuleOp::Axis;
    made.type = ValueType::Text;
    made.key = id;
    made.literal = axis->defaultSituation;
    made.computed = std::ranges::any_of(m_guide.rules, [&id](const FormRule& rule) {
        return rule.kind == RuleKind::Axis && rule.targets.contains(id);
    });
    return typed(std::move(made), wanted, path);
}

RuleOperandReader::Read RuleOperandReader::readName(const QCborArray& array, Wanted wanted,
                                                    const QString& path)
{
    const QString name = array.at(0).toString();
    const qsizetype size = name == QLatin1StringView("column") ? 3 : 2;
    if (array.size() != size || !std::ranges::all_of(array, isWord)) {
        return refuse(path, tr("“%1” has the wrong number of operands").arg(name));
    }
    const QString key = array.at(1).toString();
    if (name == QLatin1StringView("field")) {
        return readField(key, wanted, path);
    }
    if (name == QLatin1StringView("column")) {
        return readColumn(key, array.at(2).toString(), wanted, path);
    }
    if (name == QLatin1StringView("axis")) {
        return readAxis(key, wanted, path);
    }
    if (m_guide.field(key) == nullptr) {
        return refuse(at(path, 1), tr("there is no field “%1”").arg(key));
    }
    RuleExpression made;
    made.op = RuleOp::Blank;
    made.key = key;
    return typed(std::move(made), wanted, path);
}

bool RuleOperandReader::checkOffered(const RuleExpression& asked, const RuleExpression& literal,
                                     const QString& path)
{
    if (literal.op != RuleOp::Literal || literal.type != ValueType::Text) {
        return true;
    }
    const QString text = std::get<QString>(literal.literal);
    bool offered = true;
    if (asked.op == RuleOp::Axis) {
        const GuideAxis* axis = m_guide.axis(asked.key);
        offered = std::ranges::any_of(axis->situations,
                                      [&text](const GuideSituation& one) { return one.id == text; });
    } else if (asked.op == RuleOp::Field) {
        const QStringList& options = m_guide.field(asked.key)->options;
        offered = options.isEmpty() || options.contains(text);
    }
    if (!offered) {
        m_faults.push_back({path, tr("“%1” cannot be chosen in “%2”").arg(text, asked.key)});
    }
    return offered;
}

} // namespace ow::domain
