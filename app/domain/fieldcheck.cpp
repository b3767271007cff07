// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fieldcheck.h"

#include "domain/formvalue.h"
#include "domain/identifiercheck.h"

#include <QCborArray>
#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <compare>

namespace ow::domain {

namespace {

constexpr int kDefaultMaxLength = 2000;
constexpr qsizetype kMaxRows = 200;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FieldCheck)
};

FieldFault fault(QLatin1StringView code, QString sentence)
{
    return {QString(code), std::move(sentence), false};
}

std::optional<FieldFault> checkText(const GuideField& field, const Intake& intake, const QString& text)
{
    const int limit = field.maxLength > 0 ? field.maxLength : kDefaultMaxLength;
    if (text.size() > limit) {
        return fault(QLatin1StringView("too_long"),
                     Words::tr("no more than %1 characters, please.").arg(limit));
    }
    if (field.rule.isEmpty()) {
        return std::nullopt;
    }
    // One rule, two kinds of number: which it must be follows from who applies.
    QString rule = field.rule;
    if (rule == QLatin1StringView("id18_or_uscc") && field.key == QLatin1StringView("applicantNo")) {
        rule =
            intake.applicant.kind == ApplicantKind::Legal ? QStringLiteral("uscc") : QStringLiteral("id18");
    }
    if (const auto reason = checkIdentifier(rule, text)) {
        return FieldFault{QString(reason->code), reason->sentence, reason->warning};
    }
    return std::nullopt;
}

std::optional<FieldFault> checkNumber(const GuideField& field, const QString& text)
{
    const auto number = normaliseDecimal(text);
    if (!number) {
        return fault(QLatin1StringView("not_a_number"),
                     Words::tr("a number is needed, with at most six decimals."));
    }
    if (!field.min.isEmpty() && std::is_lt(compareDecimals(*number, field.min))) {
        return fault(QLatin1StringView("too_small"), Words::tr("at least %1 %2.").arg(field.min, field.unit));
    }
    if (!field.max.isEmpty() && std::is_gt(compareDecimals(*number, field.max))) {
        return fault(QLatin1StringView("too_large"), Words::tr("at most %1 %2.").arg(field.max, field.unit));
    }
    return std::nullopt;
}

std::optional<FieldFault> checkDate(const QString& text)
{
    return QDate::fromString(text.trimmed(), Qt::ISODate).isValid()
               ? std::nullopt
               : std::optional(fault(QLatin1StringView("not_a_date"),
                                     Words::tr("a date such as 2026-12-03 is needed.")));
}

std::optional<FieldFault> checkChoice(const GuideField& field, const QCborArray& chosen)
{
    const bool known = std::ranges::all_of(
        chosen, [&field](const QCborValue& value) { return field.options.contains(value.toString()); });
    return known ? std::nullopt
                 : std::optional(
                       fault(QLatin1StringView("not_offered"), Words::tr("please choose from the list.")));
}

/// One cell against the type of its column.
std::optional<FieldFault> checkCell(FieldType type, const QString& column, const QString& text)
{
    if (type == FieldType::Number && !normaliseDecimal(text)) {
        return fault(QLatin1StringView("not_a_number"),
                     Words::tr("%1: a number is needed, with at most six decimals.").arg(column));
    }
    if (type == FieldType::Date && !QDate::fromString(text.trimmed(), Qt::ISODate).isValid()) {
        return fault(QLatin1StringView("not_a_date"),
                     Words::tr("%1: a date such as 2026-12-03 is needed.").arg(column));
    }
    return std::nullopt;
}

std::optional<FieldFault> checkRow(const GuideField& field, const QCborArray& row, qsizetype number)
{
    const auto incomplete = [number] {
        return fault(QLatin1StringView("row_incomplete"), Words::tr("row %1 is not complete.").arg(number));
    };
    if (row.size() != field.columns.size()) {
        return incomplete();
    }
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QString& column = field.columns[i];
        if (isBlank(row.at(i))) {
            if (!field.optionalColumns.contains(column)) {
                return incomplete();
            }
            continue;
        }
        const auto index = static_cast<std::size_t>(i);
        const FieldType type = index < field.columnTypes.size() ? field.columnTypes[index] : FieldType::Text;
        if (auto wrong = checkCell(type, column, row.at(i).toString())) {
            wrong->sentence = Words::tr("row %1, %2").arg(QString::number(number), wrong->sentence);
            return wrong;
        }
    }
    return std::nullopt;
}

std::optional<FieldFault> checkTable(const GuideField& field, const QCborArray& rows)
{
    if (rows.size() > kMaxRows) {
        return fault(QLatin1StringView("too_many_rows"),
                     Words::tr("no more than %1 rows, please.").arg(kMaxRows));
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (auto wrong = checkRow(field, rows.at(i).toArray(), i + 1)) {
            return wrong;
        }
    }
    return std::nullopt;
}

QCborArray asArray(const QCborValue& value)
{
    return value.isArray() ? value.toArray() : QCborArray{value};
}

} // namespace

std::optional<FieldFault> checkField(const GuideField& field, const Intake& intake, const QCborValue& value)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::TextArea:
        return checkText(field, intake, value.toString());
    case FieldType::Division:
        if (const auto reason = checkIdentifier(u"division6", value.toString())) {
            return FieldFault{QString(reason->code), reason->sentence, reason->warning};
        }
        return std::nullopt;
    case FieldType::Number:
        return checkNumber(field, value.toString());
    case FieldType::Date:
        return checkDate(value.toString());
    case FieldType::Select:
    case FieldType::MultiSelect:
        return field.options.isEmpty() ? std::nullopt : checkChoice(field, asArray(value));
    case FieldType::Bool:
        return value.isBool()
                   ? std::nullopt
                   : std::optional(fault(QLatin1StringView("not_offered"), Words::tr("yes or no, please.")));
    case FieldType::Table:
        return checkTable(field, value.toArray());
    }
    return std::nullopt;
}

} // namespace ow::domain
