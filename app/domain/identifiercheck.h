// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/identifierfault.h"

#include <QDate>
#include <QStringView>

#include <optional>

namespace ow::domain {

/// The named rules a guide's field may ask for: uscc id18 id18_or_uscc mobile plate vin roadno stake projcode
/// division6 province_list email.
[[nodiscard]] bool isIdentifierRule(QStringView rule);

/// What is wrong with `value` by `rule`, or nothing. An empty value is a fault (Empty): whether a field may
/// stay empty is the form's to say. A reason with `warning` set does not refuse the value. `today` bounds
/// dates of birth; an invalid one means the machine's legal day. Pure but for that; any thread.
[[nodiscard]] std::optional<IdentifierReason> checkIdentifier(QStringView rule, QStringView value,
                                                              QDate today = {});

/// `value` in the normal form of `rule`, to be kept instead of what was typed; trimmed only where it does not
/// fit.
[[nodiscard]] QString canonicalIdentifier(QStringView rule, QStringView value, QDate today = {});

} // namespace ow::domain
