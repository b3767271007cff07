// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/identifier.h"
#include "domain/result.h"

#include <QDate>
#include <QStringView>

namespace ow::domain {

/// The 18-place number of a person by GB 11643-1999: six digits of a region, date of birth, three digits,
/// check digit by ISO 7064 MOD 11-2. Takes the residence permits of the same build: of foreigners (9, two
/// digits of a province, three of a country) and of Hong Kong, Macao and Taiwan residents (810000, 820000,
/// 830000).
class IdNumber : public Identifier<IdNumber>
{
public:
    enum class Holder { Citizen, ForeignResident, HongKongMacaoTaiwanResident };

    /// Checks against the machine's legal day. Faults: Empty, IdLength, IdOldNumber, IdCharacter, IdRegion (a
    /// county of Gansu, today's or a former one, or another province), IdDate, IdBefore1900, IdFuture,
    /// IdCheckDigit.
    [[nodiscard]] static Result<IdNumber> parse(QStringView typed);

    /// The same as of `today`; use this wherever a Clock is at hand.
    [[nodiscard]] static Result<IdNumber> parse(QStringView typed, QDate today);

    [[nodiscard]] QString masked() const; ///< 620102********1234

    [[nodiscard]] QDate birthDate() const { return m_birthDate; }

    [[nodiscard]] Holder holder() const { return m_holder; }

    [[nodiscard]] bool isFemale() const; ///< place 17 is even

private:
    IdNumber(QString text, QDate birthDate, Holder holder);

    QDate m_birthDate;
    Holder m_holder;
};

} // namespace ow::domain
