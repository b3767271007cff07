// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/guide.h"

#include <QMap>
#include <QString>

#include <vector>

namespace ow::domain {

/// A material of the chosen situation. `asked` = its required_when question has not been answered yet.
struct DueMaterial
{
    const GuideMaterial* material = nullptr; ///< lives in the Guide
    bool required = false;
    bool asked = false;
};

/// What the chosen situations make of a guide: which papers are due and how long the decision may take.
struct ResolvedSituation
{
    std::vector<const GuideSituation*> chosen; ///< one per axis, in the guide's order; live in the Guide
    std::vector<DueMaterial> materials;        ///< in the guide's order
    int statutoryDays = 0;                     ///< working days; the longest chosen, else the item's
    int promisedDays = 0;

    [[nodiscard]] QString names() const; ///< "Ⅲ类·单次", or empty for an item without situations
};

/// One choice per axis (an axis not named stands at its default); materials = base and
/// all adds, less all drops; limits = the longest chosen. The guide must outlive the answer.
[[nodiscard]] ResolvedSituation resolveSituation(const Guide& guide, const QMap<QString, QString>& situations,
                                                 const QMap<QString, bool>& answers);

/// Working days an applicant may be given to supply a tolerable material: never more than the promised limit,
/// because the decision cannot wait for it. 0 = it cannot be a deficiency.
[[nodiscard]] int effectiveToleranceDays(const GuideMaterial& material, int promisedDays);

} // namespace ow::domain
