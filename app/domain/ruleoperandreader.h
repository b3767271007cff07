// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ruleexpression.h"

#include <QCborArray>
#include <QCborValue>
#include <QCoreApplication>
#include <QString>

#include <optional>
#include <vector>

namespace ow::domain {

/// Reads the leaves of an expression: what is written out, and what asks the form. Checks every name against
/// the guide. Base of the reader of whole expressions; on failure nothing is given and a fault is noted.
class RuleOperandReader
{
    Q_DECLARE_TR_FUNCTIONS(FormRules)

public:
    using Read = std::optional<RuleExpression>;
    using Wanted = std::optional<ValueType>; ///< nothing = any type will do

    RuleOperandReader(const Guide& guide, std::vector<RuleFault>& faults)
        : m_guide(guide)
        , m_faults(faults)
    {
    }

    /// true, 18000, "4.2", "2026-12-03", "邮寄": a text stands for what is wanted.
    [[nodiscard]] Read readLiteral(const QCborValue& value, Wanted wanted, const QString& path);
    /// ["field", key], ["blank", key], ["column", key, column], ["axis", id].
    [[nodiscard]] Read readName(const QCborArray& array, Wanted wanted, const QString& path);
    /// A literal that is compared with a choice must be one of those offered: a slip of the pen there would
    /// make a rule that never speaks.
    [[nodiscard]] bool checkOffered(const RuleExpression& asked, const RuleExpression& literal,
                                    const QString& path);

protected:
    Read refuse(const QString& path, const QString& reason);
    [[nodiscard]] Read typed(RuleExpression made, Wanted wanted, const QString& path);

    [[nodiscard]] static QString at(const QString& path, qsizetype index)
    {
        return path + QStringLiteral("/%1").arg(index);
    }

private:
    [[nodiscard]] Read readField(const QString& key, Wanted wanted, const QString& path);
    [[nodiscard]] Read readColumn(const QString& key, const QString& column, Wanted wanted,
                                  const QString& path);
    [[nodiscard]] Read readAxis(const QString& id, Wanted wanted, const QString& path);

    const Guide& m_guide;
    std::vector<RuleFault>& m_faults;
};

} // namespace ow::domain
