// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ruleexpressionreader.h"

#include "domain/ruleoperandreader.h"

#include <QCborArray>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace ow::domain {

namespace {

using Read = RuleOperandReader::Read;
using Wanted = RuleOperandReader::Wanted;

constexpr int kAnyNumber = 100;

/// An operation whose operands all have one type and which always gives the same.
struct Plain
{
    QLatin1StringView name;
    RuleOp op;
    ValueType operand;
    ValueType result;
    int least;
    int most;
};

constexpr std::array kPlain{
    Plain{QLatin1StringView("and"), RuleOp::And, ValueType::Bool, ValueType::Bool, 1, kAnyNumber},
    Plain{QLatin1StringView("or"), RuleOp::Or, ValueType::Bool, ValueType::Bool, 1, kAnyNumber},
    Plain{QLatin1StringView("not"), RuleOp::Not, ValueType::Bool, ValueType::Bool, 1, 1},
    Plain{QLatin1StringView("contains"), RuleOp::Contains, ValueType::Text, ValueType::Bool, 2, 2},
    Plain{QLatin1StringView("+"), RuleOp::Add, ValueType::Number, ValueType::Number, 2, kAnyNumber},
    Plain{QLatin1StringView("-"), RuleOp::Subtract, ValueType::Number, ValueType::Number, 2, 2},
    Plain{QLatin1StringView("*"), RuleOp::Multiply, ValueType::Number, ValueType::Number, 2, kAnyNumber},
    Plain{QLatin1StringView("/"), RuleOp::Divide, ValueType::Number, ValueType::Number, 2, 2},
    Plain{QLatin1StringView("abs"), RuleOp::Absolute, ValueType::Number, ValueType::Number, 1, 1},
    Plain{QLatin1StringView("round"), RuleOp::Round, ValueType::Number, ValueType::Number, 2, 2},
    Plain{QLatin1StringView("days"), RuleOp::Days, ValueType::Date, ValueType::Number, 2, 2},
};

/// Operations over the cells of a column; max and min also over two numbers or more.
struct Gathering
{
    QLatin1StringView name;
    RuleOp op;
};

constexpr std::array kGathering{
    Gathering{QLatin1StringView("sum"), RuleOp::Sum},
    Gathering{QLatin1StringView("mean"), RuleOp::Mean},
    Gathering{QLatin1StringView("max"), RuleOp::Max},
    Gathering{QLatin1StringView("min"), RuleOp::Min},
};

constexpr std::array kComparisons{
    Gathering{QLatin1StringView("="), RuleOp::Equal}, Gathering{QLatin1StringView("!="), RuleOp::NotEqual},
    Gathering{QLatin1StringView("<"), RuleOp::Less},  Gathering{QLatin1StringView("<="), RuleOp::AtMost},
    Gathering{QLatin1StringView(">"), RuleOp::More},  Gathering{QLatin1StringView(">="), RuleOp::AtLeast},
};

template <class Table> auto named(const Table& table, const QString& name)
{
    const auto found = std::ranges::find_if(table, [&name](const auto& row) { return name == row.name; });
    return found == table.end() ? nullptr : &*found;
}

class Reader : private RuleOperandReader
{
    Q_DECLARE_TR_FUNCTIONS(FormRules)

public:
    using RuleOperandReader::RuleOperandReader;

    Read read(const QCborValue& value, Wanted wanted, const QString& path, int depth);

private:
    Read readPlain(const Plain& plain, const QCborArray& array, Wanted wanted, const QString& path);
    Read readGathering(const Gathering& row, const QCborArray& array, Wanted wanted, const QString& path);
    Read readComparison(RuleOp op, const QCborArray& array, Wanted wanted, const QString& path);
    Read readChoice(const QCborArray& array, Wanted wanted, const QString& path);
    Read readIn(const QCborArray& array, Wanted wanted, const QString& path);
    Read readOther(const QString& name, const QCborArray& array, Wanted wanted, const QString& path);
    bool append(RuleExpression& made, const QCborArray& array, qsizetype index, Wanted wanted,
                const QString& path);

    Read wrongCount(const QString& name, const QString& path)
    {
        return refuse(path, tr("“%1” has the wrong number of operands").arg(name));
    }

    int m_nodes = 0;
    int m_depth = 0;
};

bool Reader::append(RuleExpression& made, const QCborArray& array, qsizetype index, Wanted wanted,
                    const QString& path)
{
    Read operand = read(array.at(index), wanted, at(path, index), m_depth + 1);
    if (operand) {
        made.operands.push_back(std::move(*operand));
    }
    return operand.has_value();
}

Read Reader::readPlain(const Plain& plain, const QCborArray& array, Wanted wanted, const QString& path)
{
    const qsizetype count = array.size() - 1;
    if (count < plain.least || count > plain.most) {
        return wrongCount(plain.name, path);
    }
    RuleExpression made;
    made.op = plain.op;
    made.type = plain.result;
    for (qsizetype i = 1; i <= count; ++i) {
        if (!append(made, array, i, plain.operand, path)) {
            return std::nullopt;
        }
    }
    return typed(std::move(made), wanted, path);
}

Read Reader::readGathering(const Gathering& row, const QCborArray& array, Wanted wanted, const QString& path)
{
    const qsizetype count = array.size() - 1;
    const bool several = row.op == RuleOp::Max || row.op == RuleOp::Min;
    if (count < 1 || (count > 1 && !several)) {
        return wrongCount(row.name, path);
    }
    RuleExpression made;
    made.op = row.op;
    made.type = ValueType::Number;
    const ValueType operand = count == 1 ? ValueType::Numbers : ValueType::Number;
    for (qsizetype i = 1; i <= count; ++i) {
        if (!append(made, array, i, operand, path)) {
            return std::nullopt;
        }
    }
    return typed(std::move(made), wanted, path);
}

Read Reader::readComparison(RuleOp op, const QCborArray& array, Wanted wanted, const QString& path)
{
    if (array.size() != 3) {
        return wrongCount(array.at(0).toString(), path);
    }
    // The side that is no literal says what the other one must be.
    const qsizetype leading = array.at(1).isString() ? 2 : 1;
    const qsizetype other = 3 - leading;
    Read first = read(array.at(leading), std::nullopt, at(path, leading), m_depth + 1);
    if (!first) {
        return std::nullopt;
    }
    const bool ordered = first->type == ValueType::Number || first->type == ValueType::Date;
    const bool onlyEqual = first->type == ValueType::Text || first->type == ValueType::Bool;
    const bool equality = op == RuleOp::Equal || op == RuleOp::NotEqual;
    if (!ordered && !(onlyEqual && equality)) {
        return refuse(path, tr("these values have no such order"));
    }
    Read second = read(array.at(other), first->type, at(path, other), m_depth + 1);
    if (!second || !checkOffered(*first, *second, at(path, other))) {
        return std::nullopt;
    }
    RuleExpression made;
    made.op = op;
    made.type = ValueType::Bool;
    if (leading == 2) {
        std::swap(first, second);
    }
    made.operands = {std::move(*first), std::move(*second)};
    return typed(std::move(made), wanted, path);
}

/// ["if", condition, value, value], ["case", condition, value, condition, value, …, value].
Read Reader::readChoice(const QCborArray& array, Wanted wanted, const QString& path)
{
    const QString name = array.at(0).toString();
    const qsizetype count = array.size() - 1;
    if (count < 3 || count % 2 == 0 || (name == QLatin1StringView("if") && count != 3)) {
        return wrongCount(name, path);
    }
    RuleExpression made;
    made.op = RuleOp::Case;
    for (qsizetype i = 1; i <= count; ++i) {
        const bool condition = i % 2 == 1 && i != count;
        if (!append(made, array, i, condition ? Wanted(ValueType::Bool) : wanted, path)) {
            return std::nullopt;
        }
        if (!condition && !wanted) {
            wanted = made.operands.back().type; // all branches are alike
        }
    }
    made.type = *wanted;
    return made;
}

/// ["in", text, ["list", …]] or ["in", text, a multiple choice or a column of texts].
Read Reader::readIn(const QCborArray& array, Wanted wanted, const QString& path)
{
    if (array.size() != 3) {
        return wrongCount(QStringLiteral("in"), path);
    }
    RuleExpression made;
    made.op = RuleOp::In;
    made.type = ValueType::Bool;
    const QCborArray list = array.at(2).toArray();
    const bool listed = list.size() > 1 && list.at(0).toString() == QLatin1StringView("list");
    if (!append(made, array, 1, listed ? Wanted() : Wanted(ValueType::Text), path)) {
        return std::nullopt;
    }
    if (!listed) {
        const bool good = append(made, array, 2, ValueType::Texts, path) &&
                          checkOffered(made.operands[1], made.operands[0], at(path, 1));
        return good ? typed(std::move(made), wanted, path) : std::nullopt;
    }
    RuleExpression members;
    members.op = RuleOp::List;
    for (qsizetype i = 1; i < list.size(); ++i) {
        const QString place = at(at(path, 2), i);
        Read one = readLiteral(list.at(i), made.operands[0].type, place);
        if (!one || !checkOffered(made.operands[0], *one, place)) {
            return std::nullopt;
        }
        members.operands.push_back(std::move(*one));
    }
    m_nodes += static_cast<int>(list.size());
    made.operands.push_back(std::move(members));
    return typed(std::move(made), wanted, path);
}

/// Operations whose operands differ in type.
Read Reader::readOther(const QString& name, const QCborArray& array, Wanted wanted, const QString& path)
{
    struct Row
    {
        QLatin1StringView name;
        RuleOp op;
        Wanted first;
        Wanted second;
        ValueType result;
    };

    static const std::array rows{
        Row{QLatin1StringView("known"), RuleOp::Known, {}, {}, ValueType::Bool},
        Row{QLatin1StringView("count"), RuleOp::Count, {}, {}, ValueType::Number},
        Row{QLatin1StringView("numberAt"), RuleOp::NumberAt, ValueType::Text, ValueType::Number,
            ValueType::Number},
        Row{QLatin1StringView("addDays"), RuleOp::AddDays, ValueType::Date, ValueType::Number,
            ValueType::Date},
        Row{QLatin1StringView("addMonths"), RuleOp::AddMonths, ValueType::Date, ValueType::Number,
            ValueType::Date},
    };
    const Row* row = named(rows, name);
    if (row == nullptr) {
        return refuse(path, tr("there is no operation “%1”").arg(name));
    }
    if (array.size() != (row->second ? 3 : 2)) {
        return wrongCount(name, path);
    }
    RuleExpression made;
    made.op = row->op;
    made.type = row->result;
    if (!append(made, array, 1, row->first, path) ||
        (row->second && !append(made, array, 2, row->second, path))) {
        return std::nullopt;
    }
    const ValueType given = made.operands[0].type;
    if (row->op == RuleOp::Count && given != ValueType::Numbers && given != ValueType::Texts) {
        return refuse(at(path, 1), tr("only columns and multiple choices are counted"));
    }
    return typed(std::move(made), wanted, path);
}

Read Reader::read(const QCborValue& value, Wanted wanted, const QString& path, int depth)
{
    if (++m_nodes > kMaxExpressionNodes || depth > kMaxExpressionDepth) {
        return refuse(path, tr("the expression is too large"));
    }
    if (!value.isArray()) {
        return readLiteral(value, wanted, path);
    }
    const QCborArray array = value.toArray();
    if (array.isEmpty() || !array.at(0).isString() || array.size() > kAnyNumber) {
        return refuse(path, tr("an expression begins with the name of its operation"));
    }
    const int before = std::exchange(m_depth, depth);
    const QString name = array.at(0).toString();
    Read made;
    if (name == QLatin1StringView("field") || name == QLatin1StringView("blank") ||
        name == QLatin1StringView("column") || name == QLatin1StringView("axis")) {
        made = readName(array, wanted, path);
    } else if (const Plain* plain = named(kPlain, name)) {
        made = readPlain(*plain, array, wanted, path);
    } else if (const Gathering* comparison = named(kComparisons, name)) {
        made = readComparison(comparison->op, array, wanted, path);
    } else if (const Gathering* gathering = named(kGathering, name)) {
        made = readGathering(*gathering, array, wanted, path);
    } else if (name == QLatin1StringView("if") || name == QLatin1StringView("case")) {
        made = readChoice(array, wanted, path);
    } else if (name == QLatin1StringView("in")) {
        made = readIn(array, wanted, path);
    } else {
        made = readOther(name, array, wanted, path);
    }
    m_depth = before;
    return made;
}

} // namespace

std::optional<RuleExpression> readExpression(const QCborValue& value, ValueType wanted, const Guide& guide,
                                             const QString& path, std::vector<RuleFault>& faults)
{
    return Reader(guide, faults).read(value, wanted, path, 1);
}

std::optional<RuleExpression> readAnyExpression(const QCborValue& value, const Guide& guide,
                                                const QString& path, std::vector<RuleFault>& faults)
{
    return Reader(guide, faults).read(value, std::nullopt, path, 1);
}

} // namespace ow::domain
