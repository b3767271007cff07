// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QStringList>
#include <QStringView>

namespace ow::record {

/// Why a new password is not taken (GB/T 22239-2019 8.1.4.1: complexity of what identifies a person).
enum class PasswordFault {
    None,
    TooShort,  ///< fewer than 8 characters
    TooLong,   ///< more than 128 characters
    HasName,   ///< is or contains the person's name or sign-in name, forwards or backwards
    TooSimple, ///< one or two different characters only, or a run like abcdefgh, 87654321
    TooCommon, ///< in the list everybody tries first
};

/// `names`: the person's name, sign-in name and whatever else stands on his badge.
[[nodiscard]] PasswordFault passwordFault(QStringView password, const QStringList& names);

/// passwordFault as an error: PasswordWeak, detail in English, field "password".
[[nodiscard]] domain::Result<void> checkPassword(QStringView password, const QStringList& names);

/// The sentence for the person, translated (context "Password").
[[nodiscard]] QString passwordFaultText(PasswordFault fault);

} // namespace ow::record
