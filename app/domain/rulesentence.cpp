// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rulesentence.h"

#include "domain/ruleexpressionreader.h"

#include <QCborArray>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ow::domain {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FormRules)
};

/// "totalHei" asks for a field, ["/", ["field", "totalMass"], 1000] is written out.
QCborValue expressionIn(const QString& place)
{
    if (!place.startsWith(u'[')) {
        return QCborArray{QStringLiteral("field"), place};
    }
    return QCborValue::fromJsonValue(QJsonDocument::fromJson(place.toUtf8()).array());
}

} // namespace

std::optional<RuleSentence> RuleSentence::read(const QString& text, const Guide& guide, const QString& path,
                                               std::vector<RuleFault>& faults)
{
    RuleSentence made;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype open = text.indexOf(u'{', from);
        if (open < 0) {
            made.m_parts.push_back({text.mid(from), {}});
            break;
        }
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0) {
            faults.push_back({path, Words::tr("a brace is not closed")});
            return std::nullopt;
        }
        const QString place = text.mid(open + 1, close - open - 1).trimmed();
        auto expression = readAnyExpression(expressionIn(place), guide, path, faults);
        if (!expression) {
            return std::nullopt;
        }
        made.m_parts.push_back({text.mid(from, open - from), std::move(expression)});
        from = close + 1;
    }
    return made;
}

void RuleSentence::addInputs(RuleInputs& inputs) const
{
    for (const Part& part : m_parts) {
        if (part.place) {
            inputs.add(*part.place);
        }
    }
}

QString RuleSentence::filled(const FormView& form) const
{
    QString text;
    for (const Part& part : m_parts) {
        text += part.text;
        if (part.place) {
            text += wordsOf(evaluateExpression(*part.place, form));
        }
    }
    return text;
}

bool RuleSentence::allKnown(const FormView& form) const
{
    return std::ranges::all_of(m_parts, [&form](const Part& part) {
        return !part.place || isKnown(evaluateExpression(*part.place, form));
    });
}

} // namespace ow::domain
