// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/identifier.h"
#include "domain/result.h"

#include <QStringView>

namespace ow::domain {

/// A vehicle's plate by GA 36. Spaces and the dot after the letter are taken out: 甘A·1 2345 is 甘A12345.
class PlateNumber : public Identifier<PlateNumber>
{
public:
    enum class Kind {
        Ordinary,
        NewEnergy, ///< eight places
        Trailer,   ///< ends 挂
        Driving,   ///< ends 学, a school's car
        Police,    ///< ends 警
        HongKong,  ///< 粤Z…港
        Macao,     ///< 粤Z…澳
        Embassy,   ///< 使 first or last
        Consulate, ///< ends 领
        Temporary, ///< 临时行驶车号牌: 临 first or last; 超 (special vehicle) or 试 (trial) last
    };

    /// Faults: Empty, PlateLength, PlateProvince, PlateLetter, PlateCharacter, PlateEnding, PlateNewEnergy.
    [[nodiscard]] static Result<PlateNumber> parse(QStringView typed);

    [[nodiscard]] QString masked() const; ///< 甘A***45

    [[nodiscard]] Kind kind() const { return m_kind; }

private:
    PlateNumber(QString text, Kind kind)
        : Identifier(std::move(text))
        , m_kind(kind)
    {
    }

    Kind m_kind;
};

} // namespace ow::domain
