// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace ow::domain {

/// What a finding does to the answer (行政许可法 Art. 32). Only the first four may displace 受理.
enum class Effect {
    NotRequired,        ///< 32(1) 不需许可
    NotOurs,            ///< 32(2) 不归本窗
    CorrectNow,         ///< 32(3) 当场改
    Supplement,         ///< 32(4) 需补正
    DeficiencyPossible, ///< 可容缺
    WillBeRefused,      ///< 可能不予许可: substance, said and printed as advice
    Hint,               ///< 提示
};

[[nodiscard]] constexpr bool displacesAcceptance(Effect effect)
{
    return effect == Effect::NotRequired || effect == Effect::NotOurs || effect == Effect::CorrectNow ||
           effect == Effect::Supplement;
}

/// One thing that stands in the way, or should be said. `sentence` is in the language of the program, ready
/// to print.
struct Finding
{
    QString code; ///< stable: "material.missing", "field.required", …
    Effect effect = Effect::Hint;
    QString sentence;
    QString source;   ///< law or guide it rests on, ready to print; empty when only the form asks for it
    QString field;    ///< form key, or empty
    QString material; ///< material id, or empty
    QString where;    ///< where to get it / where to go, ready to print; empty when unknown
    friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

} // namespace ow::domain
