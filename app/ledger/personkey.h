// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace ow::ledger {

class ColumnSealer;

/// By which number a person is looked up, and in which part.
enum class PersonRole {
    Applicant, ///< identifier of who applies
    Agent,     ///< identifier of who came for him
    Phone,     ///< of either
};

/// What stands on disk for a person's number: HMAC-SM3 under the device's index key over role and normalised
/// number, cut to 16 bytes. Equal numbers give equal keys on one device only, so nobody can try numbers on a
/// stolen disk. Empty for an empty number; KeyLocked without keys.
[[nodiscard]] domain::Result<QByteArray> personKey(const ColumnSealer& sealer, PersonRole role,
                                                   const QString& number);

} // namespace ow::ledger
