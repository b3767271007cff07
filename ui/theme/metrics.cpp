// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/metrics.h"

#include <QJsonArray>
#include <QSet>

#include <cmath>

namespace ow::ui {

Metrics::Metrics(const QJsonObject& table, int percent)
    : m_percent(percent)
{
    const QJsonObject sizes = table.value(u"size").toObject();
    QSet<QString> fixed;
    for (const auto& name : table.value(u"notScaled").toArray()) {
        fixed.insert(name.toString());
    }
    const auto read = [&](QLatin1StringView name) {
        const int px = sizes.value(name).toInt();
        return fixed.contains(name) ? px : k(px);
    };
#define X(name) name = read(QLatin1StringView(#name));
    OW_SIZES(X)
#undef X
    const QJsonObject breakpoints = table.value(u"breakpoints").toObject();
    m_threeColumns = breakpoints.value(u"threeColumns").toInt();
    m_twoColumns = breakpoints.value(u"twoColumns").toInt();
}

int Metrics::k(double px) const
{
    return static_cast<int>(std::lround(px * m_percent / 100.0));
}

WidthClass Metrics::widthClass(int windowWidth) const
{
    const int logical = windowWidth * 100 / m_percent;
    if (logical >= m_threeColumns) {
        return WidthClass::ThreeColumns;
    }
    return logical >= m_twoColumns ? WidthClass::TwoColumns : WidthClass::OneRegion;
}

} // namespace ow::ui
