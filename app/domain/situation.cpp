// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/situation.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace ow::domain {

namespace {

const GuideSituation* choose(const GuideAxis& axis, const QString& wanted)
{
    const auto byId = [&axis](const QString& id) -> const GuideSituation* {
        const auto found = std::ranges::find(axis.situations, id, &GuideSituation::id);
        return found == axis.situations.end() ? nullptr : &*found;
    };
    if (const GuideSituation* chosen = byId(wanted)) {
        return chosen;
    }
    if (const GuideSituation* standard = byId(axis.defaultSituation)) {
        return standard;
    }
    return axis.situations.empty() ? nullptr : &axis.situations.front();
}

struct Limits
{
    int statutory = -1;
    int promised = -1;

    void widen(const GuideSituation& situation)
    {
        statutory = std::max(statutory, situation.statutoryDays.value_or(-1));
        promised = std::max(promised, situation.promisedDays.value_or(-1));
    }
};

} // namespace

QString ResolvedSituation::names() const
{
    QStringList words;
    for (const GuideSituation* situation : chosen) {
        words.append(situation->name);
    }
    return words.join(QStringLiteral("·"));
}

ResolvedSituation resolveSituation(const Guide& guide, const QMap<QString, QString>& situations,
                                   const QMap<QString, bool>& answers)
{
    ResolvedSituation resolved;
    QSet<QString> added;
    QSet<QString> dropped;
    Limits limits;
    for (const GuideAxis& axis : guide.axes) {
        const GuideSituation* chosen = choose(axis, situations.value(axis.id));
        if (chosen == nullptr) {
            continue;
        }
        resolved.chosen.push_back(chosen);
        added.unite(QSet<QString>(chosen->add.begin(), chosen->add.end()));
        dropped.unite(QSet<QString>(chosen->drop.begin(), chosen->drop.end()));
        limits.widen(*chosen);
    }
    resolved.statutoryDays = limits.statutory >= 0 ? limits.statutory : guide.statutoryDays;
    resolved.promisedDays = limits.promised >= 0 ? limits.promised : guide.promisedDays;
    for (const GuideMaterial& material : guide.materials) {
        const bool due = (material.base || added.contains(material.id)) && !dropped.contains(material.id);
        if (!due) {
            continue;
        }
        const bool conditional = !material.requiredWhen.isEmpty();
        const bool asked = conditional && !answers.contains(material.id);
        const bool required = conditional ? answers.value(material.id, false) : material.required;
        resolved.materials.push_back({&material, required, asked});
    }
    return resolved;
}

int effectiveToleranceDays(const GuideMaterial& material, int promisedDays)
{
    return material.tolerable ? std::max(0, std::min(material.tolerableDays, promisedDays)) : 0;
}

} // namespace ow::domain
