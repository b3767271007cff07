// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCborMap>
#include <QString>

namespace ow::desk {

/// A place of an application a person works at: where a step was made, where the cursor stood when it was
/// put aside.
struct Place
{
    enum class Region { Form, Situation, Materials };

    Region region = Region::Form;
    QString id; ///< form key, axis, or material; empty = the region as a whole

    friend bool operator==(const Place&, const Place&) = default;
};

[[nodiscard]] inline QCborMap placeToCbor(const Place& place)
{
    return {{QStringLiteral("region"), static_cast<int>(place.region)}, {QStringLiteral("id"), place.id}};
}

[[nodiscard]] inline Place placeFromCbor(const QCborMap& map)
{
    const auto region = map.value(QLatin1StringView("region")).toInteger();
    return {region == 1   ? Place::Region::Situation
            : region == 2 ? Place::Region::Materials
                          : Place::Region::Form,
            map.value(QLatin1StringView("id")).toString()};
}

} // namespace ow::desk
