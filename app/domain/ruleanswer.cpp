// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ruleanswer.h"

#include "domain/formvalue.h"

#include <QCborArray>
#include <QStringList>

#include <algorithm>

namespace ow::domain {

namespace {

constexpr qsizetype kMaxRows = 200;
const RuleValue kUnknown;

template <class T> RuleValue known(std::optional<T> value)
{
    return value ? RuleValue(std::move(*value)) : kUnknown;
}

QString textOf(const QCborValue& value)
{
    return value.isInteger() ? QString::number(value.toInteger()) : value.toString();
}

RuleValue fieldValue(const RuleExpression& e, const FormView& form)
{
    const QCborValue value = form.answer(e.key);
    if (isBlank(value)) {
        return kUnknown;
    }
    switch (e.type) {
    case ValueType::Bool:
        return value.isBool() ? RuleValue(value.toBool()) : kUnknown;
    case ValueType::Number:
        return known(Decimal::fromText(textOf(value)));
    case ValueType::Date: {
        const QDate day = QDate::fromString(value.toString().trimmed(), Qt::ISODate);
        return day.isValid() ? RuleValue(day) : kUnknown;
    }
    case ValueType::Texts: {
        RuleTexts texts;
        for (const QCborValue& one : value.toArray()) {
            texts.emplace_back(textOf(one));
        }
        return texts.empty() ? kUnknown : RuleValue(std::move(texts));
    }
    default:
        return textOf(value).trimmed();
    }
}

/// Rows without a word in them are not there; a blank cell in another row is there and unknown.
RuleValue columnValue(const RuleExpression& e, const FormView& form)
{
    const QCborArray rows = form.answer(e.key).toArray();
    if (rows.size() > kMaxRows || std::ranges::all_of(rows, isBlank)) {
        return kUnknown;
    }
    RuleNumbers numbers;
    RuleTexts texts;
    for (const QCborValue& row : rows) {
        if (isBlank(row)) {
            continue;
        }
        const QString cell = textOf(row.toArray().at(e.column)).trimmed();
        if (e.type == ValueType::Numbers) {
            numbers.push_back(Decimal::fromText(cell));
        } else {
            texts.push_back(cell.isEmpty() ? std::nullopt : std::optional(cell));
        }
    }
    return e.type == ValueType::Numbers ? RuleValue(std::move(numbers)) : RuleValue(std::move(texts));
}

RuleValue axisValue(const RuleExpression& e, const FormView& form)
{
    if (e.computed) {
        const auto found = form.state.situations.constFind(e.key);
        return found == form.state.situations.cend() ? kUnknown : RuleValue(*found);
    }
    const QString chosen = form.intake.situations.value(e.key);
    return chosen.isEmpty() ? e.literal : RuleValue(chosen);
}

} // namespace

QCborValue FormView::answer(const QString& key) const
{
    const auto found = state.fields.constFind(key);
    if (found != state.fields.cend()) {
        if (!found->visible) {
            return {};
        }
        if (found->computed) {
            return found->value;
        }
    }
    return formValue(intake, key);
}

RuleValue answerOf(const RuleExpression& expression, const FormView& form)
{
    switch (expression.op) {
    case RuleOp::Field:
        return fieldValue(expression, form);
    case RuleOp::Column:
        return columnValue(expression, form);
    case RuleOp::Axis:
        return axisValue(expression, form);
    default:
        return isBlank(form.answer(expression.key));
    }
}

QString wordsOf(const RuleValue& value)
{
    if (const auto* number = std::get_if<Decimal>(&value)) {
        return number->toText();
    }
    if (const auto* text = std::get_if<QString>(&value)) {
        return *text;
    }
    if (const auto* day = std::get_if<QDate>(&value)) {
        return day->toString(Qt::ISODate);
    }
    if (const auto* yes = std::get_if<bool>(&value)) {
        return *yes ? QStringLiteral("是") : QStringLiteral("否"); // rules speak in the words of the guides
    }
    QStringList words;
    if (const auto* texts = std::get_if<RuleTexts>(&value)) {
        for (const auto& one : *texts) {
            words.append(one.value_or(QStringLiteral("—")));
        }
    } else if (const auto* numbers = std::get_if<RuleNumbers>(&value)) {
        for (const auto& one : *numbers) {
            words.append(one ? one->toText() : QStringLiteral("—"));
        }
    }
    return words.isEmpty() ? QStringLiteral("—") : words.join(QStringLiteral("、"));
}

} // namespace ow::domain
