// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/identifier.h"
#include "domain/result.h"

#include <QStringView>

namespace ow::domain {

/// A mobile number of mainland China: eleven digits beginning 13 to 19. +86, 0086 and hyphens are taken off.
class MobileNumber : public Identifier<MobileNumber>
{
public:
    /// Faults: Empty, MobileLength, MobileCharacter, MobilePrefix.
    [[nodiscard]] static Result<MobileNumber> parse(QStringView typed);

    [[nodiscard]] QString masked() const; ///< 139****0001

private:
    explicit MobileNumber(QString text)
        : Identifier(std::move(text))
    {
    }
};

} // namespace ow::domain
