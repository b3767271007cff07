// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rulegraph.h"

#include "domain/formvalue.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace ow::domain {

namespace {

using Kind = RuleNode::Kind;
using Name = std::pair<Kind, QString>;

class GraphMaker
{
public:
    GraphMaker(const Guide& guide, const std::vector<ReadyRule>& rules)
        : m_guide(guide)
        , m_rules(rules)
    {
    }

    void run();
    /// Kahn's order; shorter than nodes() when there is a circle.
    [[nodiscard]] std::vector<std::size_t> order() const;
    /// Rules of one circle among the nodes that are in no order, in the guide's order.
    [[nodiscard]] std::set<std::size_t> circle(const std::vector<std::size_t>& ordered) const;

    [[nodiscard]] std::vector<RuleNode>& nodes() { return m_nodes; }

private:
    std::size_t node(Kind kind, const QString& key);
    void edge(std::size_t from, std::size_t to);
    void feed(std::size_t to, const RuleInputs& inputs);
    void addRule(std::size_t index);
    void addFields();

    const Guide& m_guide;
    const std::vector<ReadyRule>& m_rules;
    std::vector<RuleNode> m_nodes;
    std::map<Name, std::size_t> m_index;
};

std::size_t GraphMaker::node(Kind kind, const QString& key)
{
    const auto [found, fresh] = m_index.try_emplace({kind, key}, m_nodes.size());
    if (fresh) {
        m_nodes.push_back({kind, key, {}, {}});
    }
    return found->second;
}

void GraphMaker::edge(std::size_t from, std::size_t to)
{
    auto& next = m_nodes[from].next;
    if (std::ranges::find(next, to) == next.end()) {
        next.push_back(to);
    }
}

void GraphMaker::feed(std::size_t to, const RuleInputs& inputs)
{
    for (const QString& key : inputs.fields) {
        edge(node(Kind::Value, key), to);
    }
    for (const QString& axis : inputs.axes) {
        edge(node(Kind::Axis, axis), to);
    }
}

Kind kindOf(RuleKind kind)
{
    switch (kind) {
    case RuleKind::Visible:
        return Kind::Visible;
    case RuleKind::Required:
        return Kind::Required;
    case RuleKind::Computed:
        return Kind::Value;
    case RuleKind::Choices:
        return Kind::Choices;
    case RuleKind::Axis:
        return Kind::Axis;
    case RuleKind::Valid:
        break;
    }
    return Kind::Finding;
}

void GraphMaker::addRule(std::size_t index)
{
    const ReadyRule& rule = m_rules[index];
    RuleInputs inputs;
    if (rule.when) {
        inputs.add(*rule.when);
    }
    if (rule.value) {
        inputs.add(*rule.value);
    }
    RuleInputs sentences = inputs;
    rule.sentence.addInputs(sentences);
    rule.why.addInputs(sentences);
    const Kind kind = kindOf(rule.rule.kind);
    if (kind == Kind::Finding) {
        const std::size_t made = node(kind, rule.rule.id);
        m_nodes[made].rules.push_back(index);
        feed(made, sentences);
        return;
    }
    for (const QString& target : rule.rule.targets) {
        const std::size_t made = node(kind, target);
        m_nodes[made].rules.push_back(index);
        feed(made, kind == Kind::Axis ? sentences : inputs);
        if (kind != Kind::Axis && !rule.why.isEmpty()) {
            const std::size_t why = node(Kind::Why, target);
            m_nodes[why].rules.push_back(index);
            feed(why, sentences);
        }
    }
}

/// Inside one field: what is hidden has no value and is not demanded, nor is what is computed.
void GraphMaker::addFields()
{
    const auto has = [this](Kind kind, const QString& key) { return m_index.contains({kind, key}); };
    for (const GuideField& field : m_guide.fields) {
        const QString& key = field.key;
        const bool hides = has(Kind::Visible, key);
        const std::size_t value = node(Kind::Value, key);
        const bool asks =
            hides || !m_nodes[value].rules.empty() || isAgentKey(key) || has(Kind::Required, key);
        if (asks) {
            edge(value, node(Kind::Required, key));
        }
        if (has(Kind::Why, key)) {
            edge(value, node(Kind::Why, key));
        }
        if (hides) {
            // Hiding a computed field changes nothing of its value, and yet what others see of it.
            const std::size_t visible = node(Kind::Visible, key);
            edge(visible, value);
            for (const std::size_t next : std::vector<std::size_t>(m_nodes[value].next)) {
                edge(visible, next);
            }
        }
    }
}

void GraphMaker::run()
{
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        addRule(i);
    }
    addFields();
    for (const GuideAxis& axis : m_guide.axes) {
        (void)node(Kind::Axis, axis.id);
    }
}

std::vector<std::size_t> GraphMaker::order() const
{
    std::vector<std::size_t> waits(m_nodes.size(), 0);
    for (const RuleNode& node : m_nodes) {
        for (const std::size_t next : node.next) {
            ++waits[next];
        }
    }
    std::vector<std::size_t> ordered;
    ordered.reserve(m_nodes.size());
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (waits[i] == 0) {
            ordered.push_back(i);
        }
    }
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        for (const std::size_t next : m_nodes[ordered[i]].next) {
            if (--waits[next] == 0) {
                ordered.push_back(next);
            }
        }
    }
    return ordered;
}

std::set<std::size_t> GraphMaker::circle(const std::vector<std::size_t>& ordered) const
{
    std::vector<std::size_t> before(m_nodes.size(), m_nodes.size());
    const std::set<std::size_t> good(ordered.begin(), ordered.end());
    std::size_t at = m_nodes.size();
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        for (const std::size_t next : m_nodes[i].next) {
            if (!good.contains(i) && !good.contains(next)) {
                before[next] = i; // every node without a place waits for one without a place
                at = next;
            }
        }
    }
    for (std::size_t step = 0; step < m_nodes.size(); ++step) {
        at = before[at]; // after as many steps as nodes one is inside the circle
    }
    std::set<std::size_t> rules;
    for (std::size_t step = 0; step < m_nodes.size(); ++step) {
        rules.insert(m_nodes[at].rules.begin(), m_nodes[at].rules.end());
        at = before[at];
    }
    return rules;
}

} // namespace

RuleGraph RuleGraph::make(const Guide& guide, const std::vector<ReadyRule>& rules,
                          std::vector<RuleFault>& faults)
{
    GraphMaker maker(guide, rules);
    maker.run();
    std::vector<RuleNode>& made = maker.nodes();
    const std::vector<std::size_t> ordered = maker.order();
    if (ordered.size() < made.size()) {
        const std::set<std::size_t> circle = maker.circle(ordered);
        QStringList ids;
        for (const std::size_t index : circle) {
            ids.append(rules[index].rule.id);
        }
        faults.push_back({QStringLiteral("/rules/%1").arg(circle.empty() ? 0 : *circle.begin()),
                          QCoreApplication::translate("FormRules", "these rules wait for each other: %1")
                              .arg(ids.join(QStringLiteral(", ")))});
        return {};
    }
    std::vector<std::size_t> place(made.size());
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        place[ordered[i]] = i;
    }
    RuleGraph graph;
    graph.m_nodes.reserve(made.size());
    for (const std::size_t index : ordered) {
        RuleNode& node = graph.m_nodes.emplace_back(std::move(made[index]));
        std::ranges::transform(node.next, node.next.begin(),
                               [&place](std::size_t old) { return place[old]; });
    }
    static const QString kindKey = QStringLiteral("applicantKind");
    for (std::size_t i = 0; i < graph.m_nodes.size(); ++i) {
        const RuleNode& node = graph.m_nodes[i];
        if (node.kind == Kind::Axis) {
            graph.m_seeds[FormRules::axisKey(node.key)].push_back(i);
        }
        for (const GuideField& field : guide.fields) {
            const bool own = node.kind == Kind::Value && isSameAnswer(field.key, node.key);
            // Whether an agent is demanded hangs on who applies and on whether there is one (isRequired).
            const bool agent = node.kind == Kind::Required && isAgentKey(node.key) &&
                               (isAgentKey(field.key) || field.key == kindKey);
            if (own || agent) {
                graph.m_seeds[field.key].push_back(i);
            }
        }
    }
    return graph;
}

std::vector<bool> RuleGraph::touchedBy(const QString& changed) const
{
    std::vector<bool> touched(m_nodes.size(), false);
    const auto found = m_seeds.constFind(changed);
    if (found != m_seeds.cend()) {
        for (const std::size_t node : *found) {
            touched[node] = true;
        }
    }
    return touched;
}

} // namespace ow::domain
