// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/paperrequest.h"

#include <array>
#include <utility>

namespace ow::papers {

namespace {

constexpr std::array<std::pair<PaperKind, QLatin1StringView>, 4> kKeys{{
    {PaperKind::Acceptance, QLatin1StringView("acceptance")},
    {PaperKind::OneTimeNotice, QLatin1StringView("oneTimeNotice")},
    {PaperKind::Decline, QLatin1StringView("decline")},
    {PaperKind::NotRequired, QLatin1StringView("notRequired")},
}};

} // namespace

QLatin1StringView paperKindKey(PaperKind kind)
{
    for (const auto& [known, key] : kKeys) {
        if (known == kind) {
            return key;
        }
    }
    return {};
}

std::optional<PaperKind> paperKindFromKey(QStringView key)
{
    for (const auto& [kind, known] : kKeys) {
        if (known == key) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace ow::papers
