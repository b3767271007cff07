// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/readyrule.h"

#include <QHash>
#include <QString>

#include <vector>

namespace ow::domain {

/// One thing the rules decide about a form, and what hangs on it.
struct RuleNode
{
    enum class Kind {
        Visible,  ///< of field `key`
        Value,    ///< of field `key`: computed, or as typed
        Required, ///< of field `key`
        Choices,  ///< of field `key`
        Why,      ///< of field `key`
        Axis,     ///< of axis `key`
        Finding,  ///< of the one rule
    };

    Kind kind = Kind::Value;
    QString key;
    std::vector<std::size_t> rules; ///< indices, in the guide's order
    std::vector<std::size_t> next;  ///< nodes that ask for this one
};

/// Who asks whom, brought into an order in which everything comes after what it asks for.
class RuleGraph
{
public:
    /// A circle is a fault that names its rules; the graph is then of no use.
    [[nodiscard]] static RuleGraph make(const Guide& guide, const std::vector<ReadyRule>& rules,
                                        std::vector<RuleFault>& faults);

    [[nodiscard]] const std::vector<RuleNode>& nodes() const { return m_nodes; }

    /// The nodes that ask the changed answer itself, as a mark for each node.
    [[nodiscard]] std::vector<bool> touchedBy(const QString& changed) const;

private:
    std::vector<RuleNode> m_nodes;
    QHash<QString, std::vector<std::size_t>> m_seeds; ///< changed key -> nodes
};

} // namespace ow::domain
