// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/earlierfilling.h"

#include "domain/formvalue.h"
#include "domain/identifiercheck.h"

#include <algorithm>
#include <array>

namespace ow::desk {

namespace {

/// Sections whose answers belong to the applicant's vehicles and not to one journey.
constexpr std::array kLasting{QLatin1StringView("vehicle"), QLatin1StringView("tractor"),
                              QLatin1StringView("trailer"), QLatin1StringView("train"),
                              QLatin1StringView("carrier"), QLatin1StringView("axles")};

bool isLasting(const domain::GuideField& field)
{
    return field.rule == QLatin1StringView("plate") || field.rule == QLatin1StringView("vin") ||
           std::ranges::any_of(kLasting,
                               [&field](QLatin1StringView section) { return field.section == section; });
}

} // namespace

bool isWholeIdentifier(const QString& applicantId)
{
    const QString id = applicantId.trimmed();
    const auto sound = [&id](QStringView rule) {
        const auto fault = domain::checkIdentifier(rule, id);
        return !fault || fault->warning;
    };
    return sound(u"id18") || sound(u"uscc");
}

QStringList carriedKeys(const domain::Guide& guide, const domain::Intake& typed, const EarlierIntake& earlier)
{
    QStringList keys;
    for (const domain::GuideField& field : guide.fields) {
        const bool carried = field.common ? field.key != QLatin1StringView("applicantKind")
                                          : earlier.sameItem && isLasting(field);
        if (carried && domain::isBlank(domain::formValue(typed, field.key)) &&
            !domain::isBlank(domain::formValue(earlier.intake, field.key))) {
            keys << field.key;
        }
    }
    return keys;
}

} // namespace ow::desk
