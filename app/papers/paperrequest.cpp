// SPDX-License-Identifier: GPL-3.0-or-later
#include "papers/paperrequest.h"

#include <array>
#include <utility>

namespace ow::papers {

namespace {

constexpr std::array<std::pair<PaperKind, QLatin1StringView>, 14> kKeys{{
    {PaperKind::Acceptance, QLatin1StringView("acceptance")},
    {PaperKind::OneTimeNotice, QLatin1StringView("oneTimeNotice")},
    {PaperKind::Decline, QLatin1StringView("decline")},
    {PaperKind::NotRequired, QLatin1StringView("notRequired")},
    {PaperKind::DeficientAcceptance, QLatin1StringView("deficientAcceptance")},
    {PaperKind::Promise, QLatin1StringView("promise")},
    {PaperKind::Receipt, QLatin1StringView("receipt")},
    {PaperKind::SupplementReceipt, QLatin1StringView("supplementReceipt")},
    {PaperKind::SupplyReceipt, QLatin1StringView("supplyReceipt")},
    {PaperKind::Correction, QLatin1StringView("correction")},
    {PaperKind::Advice, QLatin1StringView("advice")},
    {PaperKind::PassOn, QLatin1StringView("passOn")},
    {PaperKind::Result, QLatin1StringView("result")},
    {PaperKind::Withdrawal, QLatin1StringView("withdrawal")},
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
