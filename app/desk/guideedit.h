// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"
#include "domain/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace ow::desk {

/// What an administrator changes about a guide. Days are working days.
struct GuideChange
{
    std::optional<int> promisedDays;  ///< of the item; 0 = on the spot (即办件)
    QMap<QString, int> situationDays; ///< "axis/situation" -> promised days
    QMap<QString, int> toleranceDays; ///< material id -> days to supply it; 0 = cannot be left out

    [[nodiscard]] bool isEmpty() const
    {
        return !promisedDays && situationDays.isEmpty() && toleranceDays.isEmpty();
    }
};

/// A guide document with the change, as a published one of this version: canonical JSON, so that the same
/// change gives the same bytes. NotFound naming what the document does not have; GuideInvalid when it is no
/// guide.
[[nodiscard]] domain::Result<QByteArray> changedGuide(const QByteArray& document, int version,
                                                      const GuideChange& change);

/// One thing that differs between two versions, in words.
struct GuideDifference
{
    QString what;   ///< "护送方案：可容缺", or a JSON pointer where there is no better name
    QString before; ///< "可容缺 5 个工作日", "–"
    QString after;
    friend bool operator==(const GuideDifference&, const GuideDifference&) = default;
};

/// Everything that differs but version and origin: who approves sees the whole of it, not only what its
/// author meant to change. At most kMaxDifferences.
inline constexpr std::size_t kMaxDifferences = 200;
[[nodiscard]] std::vector<GuideDifference> guideDifferences(const QByteArray& before,
                                                            const QByteArray& after);

} // namespace ow::desk
