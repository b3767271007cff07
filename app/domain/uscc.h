// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/identifier.h"
#include "domain/result.h"

#include <QStringView>

namespace ow::domain {

/// 统一社会信用代码 by GB 32100-2015: registering authority, kind, six digits of the registering region, nine
/// places of the body, check character (modulo 31 over an alphabet without I, O, S, V, Z).
class CreditCode : public Identifier<CreditCode>
{
public:
    /// Faults: Empty, UsccLength, UsccOldNumber, UsccCharacter, UsccAuthority, UsccRegion,
    /// UsccCheckCharacter.
    [[nodiscard]] static Result<CreditCode> parse(QStringView typed);

    [[nodiscard]] QString
    masked() const; ///< 113212********2637; the code of a one-person business leads to a person

private:
    explicit CreditCode(QString text)
        : Identifier(std::move(text))
    {
    }
};

} // namespace ow::domain
