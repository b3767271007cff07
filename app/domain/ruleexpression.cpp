// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ruleexpression.h"

#include "domain/ruleanswer.h"

#include <QRegularExpression>

#include <algorithm>
#include <compare>

namespace ow::domain {

namespace {

/// Days or months a date may be moved by: keeps QDate's arithmetic in its range.
constexpr qint64 kMaxShift = 100'000;

const RuleValue kUnknown;

template <class T> RuleValue known(std::optional<T> value)
{
    return value ? RuleValue(std::move(*value)) : kUnknown;
}

std::optional<std::strong_ordering> order(const RuleValue& a, const RuleValue& b)
{
    if (const auto* number = std::get_if<Decimal>(&a)) {
        return Decimal::compare(*number, std::get<Decimal>(b));
    }
    if (const auto* day = std::get_if<QDate>(&a)) {
        return day->toJulianDay() <=> std::get<QDate>(b).toJulianDay();
    }
    if (const auto* yes = std::get_if<bool>(&a)) {
        return *yes <=> std::get<bool>(b);
    }
    return std::get<QString>(a).compare(std::get<QString>(b)) <=> 0;
}

bool same(const RuleValue& a, const RuleValue& b)
{
    if (!isKnown(a) || a.index() != b.index()) {
        return false;
    }
    const auto compared = order(a, b);
    return compared && std::is_eq(*compared);
}

RuleValue compared(const RuleExpression& e, const FormView& form)
{
    const RuleValue a = evaluateExpression(e.operands[0], form);
    const RuleValue b = evaluateExpression(e.operands[1], form);
    if (!isKnown(a) || !isKnown(b)) {
        return kUnknown;
    }
    const auto o = order(a, b);
    if (!o) {
        return kUnknown;
    }
    switch (e.op) {
    case RuleOp::Equal:
        return std::is_eq(*o);
    case RuleOp::NotEqual:
        return std::is_neq(*o);
    case RuleOp::Less:
        return std::is_lt(*o);
    case RuleOp::AtMost:
        return std::is_lteq(*o);
    case RuleOp::More:
        return std::is_gt(*o);
    default:
        return std::is_gteq(*o);
    }
}

/// Kleene's and, or: one operand that settles it is enough.
RuleValue connected(const RuleExpression& e, const FormView& form)
{
    const bool settling = e.op == RuleOp::Or;
    bool unknown = false;
    for (const RuleExpression& operand : e.operands) {
        const RuleValue value = evaluateExpression(operand, form);
        if (!isKnown(value)) {
            unknown = true;
        } else if (std::get<bool>(value) == settling) {
            return settling;
        }
    }
    return unknown ? kUnknown : RuleValue(!settling);
}

/// condition, value, condition, value, …, value: the first that holds. A condition not known does no harm
/// when the value it would give is the one found anyway.
RuleValue chosen(const RuleExpression& e, const FormView& form)
{
    std::vector<RuleValue> possible;
    const std::size_t last = e.operands.size() - 1;
    RuleValue found;
    for (std::size_t i = 0; i <= last; i += 2) {
        const RuleValue holds = i == last ? RuleValue(true) : evaluateExpression(e.operands[i], form);
        if (isKnown(holds) && !std::get<bool>(holds)) {
            continue;
        }
        RuleValue value = evaluateExpression(e.operands[i == last ? i : i + 1], form);
        if (isKnown(holds)) {
            found = std::move(value);
            break;
        }
        possible.push_back(std::move(value));
    }
    const bool agreed =
        std::ranges::all_of(possible, [&found](const RuleValue& other) { return same(other, found); });
    return agreed ? found : kUnknown;
}

RuleValue containedIn(const RuleExpression& e, const FormView& form)
{
    const RuleValue wanted = evaluateExpression(e.operands[0], form);
    if (!isKnown(wanted)) {
        return kUnknown;
    }
    const RuleExpression& list = e.operands[1];
    if (list.op == RuleOp::List) {
        return std::ranges::any_of(
            list.operands, [&wanted](const RuleExpression& one) { return same(wanted, one.literal); });
    }
    const RuleValue values = evaluateExpression(list, form);
    const auto* texts = std::get_if<RuleTexts>(&values);
    if (texts == nullptr) {
        return kUnknown;
    }
    const QString& text = std::get<QString>(wanted);
    if (std::ranges::any_of(*texts, [&text](const auto& one) { return one == text; })) {
        return true;
    }
    const bool gaps = std::ranges::any_of(*texts, [](const auto& one) { return !one.has_value(); });
    return gaps ? kUnknown : RuleValue(false);
}

RuleValue textContains(const RuleExpression& e, const FormView& form)
{
    const RuleValue text = evaluateExpression(e.operands[0], form);
    const RuleValue part = evaluateExpression(e.operands[1], form);
    return isKnown(text) && isKnown(part)
               ? RuleValue(std::get<QString>(text).contains(std::get<QString>(part)))
               : kUnknown;
}

using Step = std::optional<Decimal> (*)(const Decimal&, const Decimal&);

std::optional<Decimal> larger(const Decimal& a, const Decimal& b)
{
    const auto o = Decimal::compare(a, b);
    return o ? std::optional(std::is_lt(*o) ? b : a) : std::nullopt;
}

std::optional<Decimal> smaller(const Decimal& a, const Decimal& b)
{
    const auto o = Decimal::compare(a, b);
    return o ? std::optional(std::is_gt(*o) ? b : a) : std::nullopt;
}

Step stepOf(RuleOp op)
{
    switch (op) {
    case RuleOp::Subtract:
        return Decimal::difference;
    case RuleOp::Multiply:
        return Decimal::product;
    case RuleOp::Divide:
        return Decimal::quotient;
    case RuleOp::Max:
        return larger;
    case RuleOp::Min:
        return smaller;
    default:
        return Decimal::sum;
    }
}

/// The numbers an operation works on: its operands, or the cells of its one column.
std::optional<std::vector<Decimal>> numbersOf(const RuleExpression& e, const FormView& form)
{
    std::vector<Decimal> numbers;
    for (const RuleExpression& operand : e.operands) {
        const RuleValue value = evaluateExpression(operand, form);
        if (const auto* number = std::get_if<Decimal>(&value)) {
            numbers.push_back(*number);
            continue;
        }
        const auto* cells = std::get_if<RuleNumbers>(&value);
        if (cells == nullptr || std::ranges::any_of(*cells, [](const auto& cell) { return !cell; })) {
            return std::nullopt;
        }
        for (const auto& cell : *cells) {
            numbers.push_back(*cell);
        }
    }
    return numbers.empty() ? std::nullopt : std::optional(std::move(numbers));
}

RuleValue folded(const RuleExpression& e, const FormView& form)
{
    const auto numbers = numbersOf(e, form);
    if (!numbers) {
        return kUnknown;
    }
    const Step step = stepOf(e.op);
    std::optional<Decimal> total = numbers->front();
    for (std::size_t i = 1; i < numbers->size() && total; ++i) {
        total = step(*total, (*numbers)[i]);
    }
    if (e.op == RuleOp::Mean && total) {
        total = Decimal::quotient(*total, Decimal(static_cast<qint64>(numbers->size())));
    }
    return known(total);
}

RuleValue counted(const RuleExpression& e, const FormView& form)
{
    const RuleValue value = evaluateExpression(e.operands[0], form);
    if (const auto* numbers = std::get_if<RuleNumbers>(&value)) {
        return Decimal(static_cast<qint64>(numbers->size()));
    }
    const auto* texts = std::get_if<RuleTexts>(&value);
    return texts != nullptr ? RuleValue(Decimal(static_cast<qint64>(texts->size()))) : kUnknown;
}

/// A whole number the reader has bounded, or of a field: nothing when it has decimals or is too large.
std::optional<int> wholeOf(const RuleValue& value)
{
    const auto* number = std::get_if<Decimal>(&value);
    if (number == nullptr) {
        return std::nullopt;
    }
    bool whole = false;
    const qint64 figure = number->toText().toLongLong(&whole);
    return whole && figure >= -kMaxShift && figure <= kMaxShift ? std::optional(static_cast<int>(figure))
                                                                : std::nullopt;
}

RuleValue rounded(const RuleExpression& e, const FormView& form)
{
    const RuleValue value = evaluateExpression(e.operands[0], form);
    const auto places = wholeOf(evaluateExpression(e.operands[1], form));
    const auto* number = std::get_if<Decimal>(&value);
    return number != nullptr && places ? known(number->rounded(std::clamp(*places, 0, Decimal::kPlaces)))
                                       : kUnknown;
}

RuleValue absolute(const RuleExpression& e, const FormView& form)
{
    const RuleValue value = evaluateExpression(e.operands[0], form);
    const auto* number = std::get_if<Decimal>(&value);
    if (number == nullptr) {
        return kUnknown;
    }
    const auto turned = Decimal::difference(Decimal(), *number);
    return turned ? known(larger(*number, *turned)) : kUnknown;
}

/// The n-th number written in a text: the sides of 12.5×3.2×3.1.
RuleValue numberAt(const RuleExpression& e, const FormView& form)
{
    const RuleValue value = evaluateExpression(e.operands[0], form);
    const auto place = wholeOf(evaluateExpression(e.operands[1], form));
    const auto* text = std::get_if<QString>(&value);
    if (text == nullptr || !place || *place < 1) {
        return kUnknown;
    }
    static const QRegularExpression shape(QStringLiteral("[0-9]+(?:\\.[0-9]+)?"));
    auto found = shape.globalMatch(*text);
    for (int i = 1; i < *place && found.hasNext(); ++i) {
        found.next();
    }
    return found.hasNext() ? known(Decimal::fromText(found.next().captured())) : kUnknown;
}

RuleValue daysBetween(const RuleExpression& e, const FormView& form)
{
    const RuleValue from = evaluateExpression(e.operands[0], form);
    const RuleValue to = evaluateExpression(e.operands[1], form);
    return isKnown(from) && isKnown(to)
               ? RuleValue(Decimal(std::get<QDate>(from).daysTo(std::get<QDate>(to))))
               : kUnknown;
}

RuleValue moved(const RuleExpression& e, const FormView& form)
{
    const RuleValue from = evaluateExpression(e.operands[0], form);
    const auto by = wholeOf(evaluateExpression(e.operands[1], form));
    if (!isKnown(from) || !by) {
        return kUnknown;
    }
    const QDate day = std::get<QDate>(from);
    const QDate reached = e.op == RuleOp::AddMonths ? day.addMonths(*by) : day.addDays(*by);
    return reached.isValid() ? RuleValue(reached) : kUnknown;
}

} // namespace

void RuleInputs::add(const RuleExpression& expression)
{
    switch (expression.op) {
    case RuleOp::Field:
    case RuleOp::Column:
    case RuleOp::Blank:
        fields.insert(expression.key);
        break;
    case RuleOp::Axis:
        axes.insert(expression.key);
        break;
    default:
        break;
    }
    for (const RuleExpression& operand : expression.operands) {
        add(operand);
    }
}

RuleValue evaluateExpression(const RuleExpression& e, const FormView& form)
{
    switch (e.op) {
    case RuleOp::Literal:
        return e.literal;
    case RuleOp::Field:
    case RuleOp::Column:
    case RuleOp::Axis:
    case RuleOp::Blank:
        return answerOf(e, form);
    case RuleOp::Known:
        return isKnown(evaluateExpression(e.operands[0], form));
    case RuleOp::Equal:
    case RuleOp::NotEqual:
    case RuleOp::Less:
    case RuleOp::AtMost:
    case RuleOp::More:
    case RuleOp::AtLeast:
        return compared(e, form);
    case RuleOp::And:
    case RuleOp::Or:
        return connected(e, form);
    case RuleOp::Not: {
        const RuleValue value = evaluateExpression(e.operands[0], form);
        return isKnown(value) ? RuleValue(!std::get<bool>(value)) : kUnknown;
    }
    case RuleOp::Case:
        return chosen(e, form);
    case RuleOp::In:
        return containedIn(e, form);
    case RuleOp::List:
        return kUnknown; // only ever looked into by In
    case RuleOp::Contains:
        return textContains(e, form);
    case RuleOp::Count:
        return counted(e, form);
    case RuleOp::Absolute:
        return absolute(e, form);
    case RuleOp::Round:
        return rounded(e, form);
    case RuleOp::NumberAt:
        return numberAt(e, form);
    case RuleOp::Days:
        return daysBetween(e, form);
    case RuleOp::AddDays:
    case RuleOp::AddMonths:
        return moved(e, form);
    default:
        return folded(e, form);
    }
}

} // namespace ow::domain
