// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/identifier.h"
#include "domain/result.h"

#include <QStringView>

namespace ow::domain {

/// Vehicle identification number by GB 16735 (ISO 3779): 17 places without I, O, Q, the ninth a check digit.
/// A wrong check digit does not refuse the number: imported and old vehicles carry such.
class Vin : public Identifier<Vin>
{
public:
    /// Faults: Empty, VinLength, VinCharacter.
    [[nodiscard]] static Result<Vin> parse(QStringView typed);

    [[nodiscard]] QString masked() const; ///< 1M8**********2788

    [[nodiscard]] bool checkDigitDoubtful() const { return m_doubtful; }

private:
    Vin(QString text, bool doubtful)
        : Identifier(std::move(text))
        , m_doubtful(doubtful)
    {
    }

    bool m_doubtful;
};

} // namespace ow::domain
