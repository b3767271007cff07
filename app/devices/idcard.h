// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace ow::devices {

/// What a window takes from a resident identity card (GA 450): what the form asks for, and whether the card
/// is still valid. Sex, nation and portrait stay on the card: nothing here needs them.
struct IdCard
{
    QString name;
    QString number; ///< 18 characters, as on the card; pre-flight checks it like a typed one
    QString address;
    QDate validFrom;
    QDate validUntil; ///< null: 长期, valid without an end

    [[nodiscard]] bool isValidOn(QDate day) const
    {
        return (validFrom.isNull() || validFrom <= day) && (validUntil.isNull() || day <= validUntil);
    }

    friend bool operator==(const IdCard&, const IdCard&) = default;
};

} // namespace ow::devices
