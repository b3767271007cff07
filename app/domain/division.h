// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/identifier.h"
#include "domain/result.h"

#include <QStringView>

#include <vector>

namespace ow::domain {

/// An administrative division by its six digits (GB/T 2260). Gansu is known down to the county; of other
/// provinces only the first two digits are checked.
class Division : public Identifier<Division>
{
public:
    /// Faults: Empty, DivisionForm, DivisionUnknown.
    [[nodiscard]] static Result<Division> parse(QStringView typed);

    /// Those of Gansu in force below `parent` (620000: the prefectures), by code; for a pair of choice boxes.
    [[nodiscard]] static std::vector<Division> childrenOf(QStringView parent);

    [[nodiscard]] QString masked() const { return text(); } ///< a division says nothing about a person

    [[nodiscard]] QString name() const;     ///< 城关区; outside Gansu the province's
    [[nodiscard]] QString fullName() const; ///< 甘肃省兰州市城关区
    [[nodiscard]] bool isHistoric() const;

private:
    explicit Division(QString text)
        : Identifier(std::move(text))
    {
    }
};

} // namespace ow::domain
